import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/index.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { parseOrFaults, parseOrThrow } from '../../../shared/faults.ts'
import { text } from '../../../shared/wire.ts'
import type { ReadNames } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { anyForm, type Sent, sentWith, unchangedSince } from '../forms.ts'
import { bodyOf, patchOf, readFields, sentOf, type Values } from '../look/form-fields.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { choosePartyPage, type Previewed, postingFormPage } from '../pages/postings/form-page.ts'
import type { Section } from '../pages/postings/form-sections.ts'
import type { EditVerbs } from './edit-verbs.ts'
import { nextUrlOf, partyQuery, type Search } from './read-postings.ts'

const newQuery = {
  q: text(0, 200).optional(),
  cursor: z.string().max(1000).optional(),
  ...partyQuery,
}

interface Declared<R, I extends object> {
  side: 'need' | 'offer'
  input: z.ZodType<I>
  partyField: 'organization_id' | 'helper_id'
  sections(view: View): Section[]
  /** Initial values of a new form. */
  begin: Sent
  toInput(row: R): I
  partyOf(row: R): string
  /** Combines the fields with the existing body. */
  complete(values: Map<string, unknown>, before: I | undefined): Values
  /** Converts a body to the form of its fields. */
  spread(body: I): object
  /** Returns the time zone of an organization or a helper. */
  zoneOf(ctx: RequestContext, partyId: string): Promise<string>
  readNames: ReadNames
  searchParties(
    ctx: RequestContext,
    search: Search,
  ): Promise<{ data: { id: string; name: string }[]; next_cursor: string | null }>
  preview(ctx: RequestContext, given: { input: I | null; sent: Sent; view: View }): Promise<Previewed>
}

interface Given<R> {
  /** Undefined for a new posting. */
  row: R | undefined
  sent: Sent
  view: View
}

/** Creates what the pages of a form share: begin, edit, preview, and show again after a refusal. */
export function createPostingForm<R extends { id: string; version: number }, I extends object>(
  declared: Declared<R, I>,
) {
  const { side, input, partyField, sections, readNames } = declared
  const fieldsIn = (view: View) => sections(view).flatMap(({ fields }) => fields)

  async function show(
    ctx: RequestContext,
    { row, sent, view }: Given<R>,
    told: { faults?: readonly Fault[]; refusal?: string; preview?: Previewed } = {},
  ): Promise<DeskPage> {
    const partyId = row ? declared.partyOf(row) : String(sent[partyField] ?? '')
    const name = (await readNames(ctx, [partyId])).get(partyId)?.name
    if (name === undefined) return choose(ctx, { query: {}, view })
    const party = { field: partyField, id: partyId, name }
    return postingFormPage(
      { side, id: row?.id ?? null, party, sections: sections(view), sent, ...told },
      view,
    )
  }

  async function choose(
    ctx: RequestContext,
    { query, view }: { query: Search; view: View },
  ): Promise<DeskPage> {
    const { data, next_cursor: next } = await declared.searchParties(ctx, query)
    const nextUrl = nextUrlOf(`/desk/${side}s/new`, query, next)
    return choosePartyPage({ side, parties: data, q: query.q, nextUrl }, view)
  }

  const valuesOf = ({ row, sent, view }: Given<R>) =>
    declared.complete(readFields(fieldsIn(view), sent, view), row && declared.toInput(row))
  const unsavedBody = (given: Given<R>) => ({
    ...bodyOf(valuesOf(given)),
    [partyField]: given.row ? declared.partyOf(given.row) : given.sent[partyField],
  })

  return {
    choose,
    /** Shows a new form for an organization or a helper. Times are in their zone until another is chosen. */
    begin: async (ctx: RequestContext, { partyId, view }: { partyId: string; view: View }) => {
      if (!(await readNames(ctx, [partyId])).has(partyId)) return choose(ctx, { query: {}, view })
      const sent = { ...declared.begin, [partyField]: partyId, [ZONE]: await declared.zoneOf(ctx, partyId) }
      return show(ctx, { row: undefined, sent, view })
    },
    edit: async (ctx: RequestContext, { row, view }: { row: R; view: View }) => {
      const body = declared.spread(declared.toInput(row))
      const zone = { [ZONE]: await declared.zoneOf(ctx, declared.partyOf(row)) }
      const sent = { ...zone, ...sentOf(fieldsIn(view), body, view), version: String(row.version) }
      return show(ctx, { row, sent, view })
    },
    again: (ctx: RequestContext, given: Given<R> & { refusal: DomainError }) =>
      show(ctx, given, { faults: given.refusal.faults, refusal: refusalText(given.refusal, given.view) }),
    /** Reads the input. Throws `validation_failed`. */
    inputOf: (given: Given<R>): I => parseOrThrow(input, unsavedBody(given)),
    patchOf: (given: Given<R>): Record<string, unknown> => patchOf(valuesOf(given)),

    async preview(ctx: RequestContext, given: Given<R>): Promise<DeskPage> {
      const read = parseOrFaults(input, unsavedBody(given))
      const { sent, view } = given
      const parsed = 'value' in read ? read.value : null
      try {
        const preview = await declared.preview(ctx, { input: parsed, sent, view })
        return await show(ctx, given, { preview, ...('faults' in read && { faults: read.faults }) })
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        return show(ctx, given, { faults: error.faults, refusal: refusalText(error, view) })
      }
    },
  }
}

type PostingForm<R extends { id: string; version: number }, I extends object> = ReturnType<
  typeof createPostingForm<R, I>
>

interface FormPages<K extends 'need' | 'offer', R extends { id: string; version: number }, I extends object> {
  form: PostingForm<R, I>
  side: K
  verbs: EditVerbs<K, R, I>
}

/** Adds the pages that post and edit needs or offers, with a preview while one writes. */
export function addFormPages<
  K extends 'need' | 'offer',
  R extends { id: string; version: number },
  I extends object,
>(pages: DeskPages, { form, side, verbs }: FormPages<K, R, I>): void {
  const base = `/desk/${side}s`
  const ids = { id: side } as const
  const role = 'editor'

  pages.show(`${base}/new`, { role, query: newQuery }, (ctx, { query, view }) => {
    const { organization_id, helper_id, ...search } = query
    const partyId = organization_id ?? helper_id
    return partyId ? form.begin(ctx, { partyId, view }) : form.choose(ctx, { query: search, view })
  })
  pages.show(`${base}/:id/edit`, { role, ids }, async (ctx, { ids, view }) =>
    form.edit(ctx, { row: await verbs.get(ctx, ids), view }),
  )
  pages.compute(`${base}/preview`, { role }, (ctx, { sent, view }) =>
    form.preview(ctx, { row: undefined, sent, view }),
  )
  pages.compute(`${base}/:id/preview`, { role, ids }, async (ctx, { ids, sent, view }) =>
    form.preview(ctx, { row: await verbs.get(ctx, ids), sent, view }),
  )
  pages.act(
    base,
    {
      ...{ role, action: `${side}_posted`, form: anyForm },
      again: (ctx, given) => form.again(ctx, { ...given, row: undefined }),
    },
    async (ctx, { form: sent, view }) => {
      const row = await verbs.post(ctx, form.inputOf({ row: undefined, sent, view }))
      return { subject: row.id, goTo: `${base}/${row.id}` }
    },
  )
  const again: Again<typeof ids> = async (ctx, given) => {
    const row = await verbs.get(ctx, given.ids)
    return form.again(ctx, { ...given, row, sent: sentWith(given.sent, given.refusal, row) })
  }
  pages.act(
    `${base}/:id/edit`,
    { role, action: `${side}_changed`, ids, form: anyForm, again },
    async (ctx, { ids, form: sent, view }) => {
      const row = await verbs.get(ctx, ids)
      const patch = form.patchOf({ row, sent, view })
      await verbs.change(ctx, { ...ids, patch, precondition: unchangedSince(sent) })
      return { subject: row.id, goTo: `${base}/${row.id}` }
    },
  )
}

const ZONE = 'availability/time_zone'

/** Drops the time zone if there are no weekly times. */
export function withTimes(values: Record<string, unknown>): Record<string, unknown> {
  return values['availability/windows'] === undefined ? { ...values, [ZONE]: undefined } : values
}

/** Replaces names with the existing entries of a list, so that these keep what the form does not show. */
export function keptEntries(
  names: unknown,
  before: readonly unknown[],
  nameOf: (entry: unknown) => string,
): unknown {
  if (!Array.isArray(names)) return names
  return names.map((name) => before.find((entry) => nameOf(entry) === name) ?? name)
}

import { z } from 'zod'
import type { List, ListAsked, ListedRow } from '../../../platform/db/index.ts'
import type { IdsOf, RequestContext } from '../../../platform/http/index.ts'
import type { DomainError } from '../../../shared/errors.ts'
import { parseOrThrow } from '../../../shared/faults.ts'
import { sameNumber } from '../../../shared/ids.ts'
import { text } from '../../../shared/wire.ts'
import { type Internships, programInput, programList } from '../../internships/index.ts'
import {
  helperInput,
  helperList,
  organizationInput,
  organizationList,
  type Postings,
} from '../../postings/index.ts'
import type { DeskAction } from '../audit/audit.table.ts'
import type { DeskPages } from '../desk-pages.ts'
import { anyForm, type Sent, sentWith, unchangedSince } from '../forms.ts'
import { bodyOf, patchOf, readFields, sentOf, type Values } from '../look/form-fields.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { View } from '../look/view.ts'
import { type PartiesShown, partiesPage } from '../pages/parties/parties-page.ts'
import { partyFormPage } from '../pages/parties/party-form-page.ts'
import { partyPage } from '../pages/parties/party-page.ts'
import { helperSections, organizationSections, programSections } from '../pages/parties/party-sections.ts'
import type { Section } from '../pages/postings/form-sections.ts'
import type { EditVerbs } from './edit-verbs.ts'
import {
  completeHelper,
  completeOrganization,
  completeProgram,
  spreadHelper,
  spreadProgram,
} from './party-bodies.ts'
import { createSearch, nextUrlOf } from './read-postings.ts'

export interface PartyVerbs {
  postings: Pick<Postings, 'organizations' | 'helpers'>
  internships: Pick<Internships, 'programs'>
}

type PartyKind = PartiesShown['party']

interface Verbs<K extends PartyKind, R, I> extends EditVerbs<K, R, I> {
  list(ctx: RequestContext, asked: ListAsked): Promise<R[]>
  toInput(row: R): I
}

type Row<K extends PartyKind> = ListedRow & { id: IdsOf<{ id: K }>['id']; name: string; version: number }

interface Declared<K extends PartyKind, R extends Row<K>, I> {
  party: K
  actions: { created: DeskAction; changed: DeskAction }
  input: z.ZodType<I>
  verbs: Verbs<K, R, I>
  list: List<R>
  isSearched: boolean
  sections(view: View): Section[]
  begin(view: View): Sent
  /** Combines the fields with the existing body. */
  complete(values: Map<string, unknown>, before: I | undefined): Values
  /** Converts a body to the form of its fields. */
  spread(body: I): object
  /** Returns what the list shows about a row. */
  about(row: R, view: View): string[]
  /** Returns the URL of its page. */
  at?(row: R): string
  /** Returns the link to the next step. */
  next(id: string, view: View): { href: string; text: string }
  /** Returns the link to what belongs to it. */
  belongings(id: string, view: View): { href: string; text: string }
}

/** Adds the pages of organizations, helpers and programs: list, page and form. */
export function addPartyPages(pages: DeskPages, { postings, internships }: PartyVerbs): void {
  addParty(pages, {
    ...{ party: 'organization', input: organizationInput, isSearched: true },
    actions: { created: 'organization_created', changed: 'organization_changed' },
    ...{ verbs: postings.organizations, list: organizationList, sections: organizationSections },
    begin: ({ language }) => ({ kind: 'small_business', languages: [language] }),
    complete: completeOrganization,
    spread: (body) => body,
    about: ({ kind, location, contact }, { say }) => [
      say('desk_organization_kind', { kind }),
      location?.city ?? '–',
      contact.name,
    ],
    next: (id, { say }) => ({
      href: `/desk/needs/new?organization_id=${id}`,
      text: say('desk_post', { side: 'need' }),
    }),
    belongings: (id, { say }) => ({ href: `/desk/needs?organization_id=${id}`, text: say('desk_needs') }),
  })
  addParty(pages, {
    ...{ party: 'helper', input: helperInput, isSearched: true },
    actions: { created: 'helper_created', changed: 'helper_changed' },
    ...{ verbs: postings.helpers, list: helperList, sections: helperSections },
    begin: ({ language }) => ({ kind: 'person', languages: [language] }),
    complete: completeHelper,
    spread: spreadHelper,
    about: ({ kind, location, contact }, { say }) => [
      say('desk_helper_kind', { kind }),
      location?.city ?? '–',
      contact.name,
    ],
    at: ({ id, isCandidate }) =>
      isCandidate ? `/desk/students/${sameNumber('candidate', id)}` : `/desk/helpers/${id}`,
    next: (id, { say }) => ({
      href: `/desk/offers/new?helper_id=${id}`,
      text: say('desk_post', { side: 'offer' }),
    }),
    belongings: (id, { say }) => ({ href: `/desk/offers?helper_id=${id}`, text: say('desk_offers') }),
  })
  addParty(pages, {
    ...{ party: 'program', input: programInput, isSearched: false },
    actions: { created: 'program_created', changed: 'program_changed' },
    ...{ verbs: internships.programs, list: programList, sections: programSections },
    begin: () => ({}),
    complete: completeProgram,
    spread: spreadProgram,
    about: ({ term, startsOn, endsOn }, { say }) => [
      term,
      say('desk_short_day', { day: startsOn }),
      say('desk_short_day', { day: endsOn }),
    ],
    next: (_id, { say }) => ({ href: '/desk/imports', text: say('desk_student', { word: 'import' }) }),
    belongings: (id, { say }) => ({ href: `/desk/students?program_id=${id}`, text: say('desk_students') }),
  })
}

const listQuery = { q: text(0, 200).optional(), cursor: z.string().max(1000).optional() }

function addParty<K extends PartyKind, R extends Row<K>, I extends object>(
  pages: DeskPages,
  declared: Declared<K, R, I>,
): void {
  const { party, verbs, sections, spread, next } = declared
  const base = `/desk/${party}s`
  const ids = { id: party } as const
  const search = createSearch({ list: declared.list, name: party, verbs })

  pages.show(base, { query: listQuery }, async (ctx, { query, view }) => {
    const asked = declared.isSearched ? query : { cursor: query.cursor }
    const { data, next_cursor: cursor } = await search(ctx, asked)
    const rows = data.map((row) => ({
      ...{ id: row.id, name: row.name, about: declared.about(row, view) },
      at: declared.at?.(row) ?? `${base}/${row.id}`,
    }))
    const q = declared.isSearched ? (query.q ?? '') : null
    return partiesPage({ party, rows, q, nextUrl: nextUrlOf(base, asked, cursor) }, view)
  })

  addForms(pages, declared)

  pages.show(`${base}/:id`, { ids }, async (ctx, { ids: given, view }) => {
    const row = await verbs.get(ctx, given)
    const body = spread(verbs.toInput(row))
    return partyPage(
      {
        ...{ party, id: row.id, name: row.name, sections: sections(view), body },
        next: next(row.id, view),
        belongings: declared.belongings(row.id, view),
      },
      view,
    )
  })
}

function addForms<K extends PartyKind, R extends Row<K>, I extends object>(
  pages: DeskPages,
  { party, actions, input, verbs, sections, begin, complete, spread, next }: Declared<K, R, I>,
): void {
  const role = 'editor'
  const base = `/desk/${party}s`
  const ids = { id: party } as const
  const fieldsIn = (view: View) => sections(view).flatMap(({ fields }) => fields)
  const valuesOf = (sent: Sent, view: View, before: I | undefined) =>
    complete(readFields(fieldsIn(view), sent, view), before)
  const form = (view: View, given: { id: string | null; sent: Sent; refusal?: DomainError }) => {
    const { refusal, ...rest } = given
    const refused = refusal && { faults: refusal.faults, refusal: refusalText(refusal, view) }
    return partyFormPage({ party, sections: sections(view), ...rest, ...refused }, view)
  }

  pages.show(`${base}/new`, { role }, async (_ctx, { view }) => form(view, { id: null, sent: begin(view) }))
  pages.act(
    base,
    {
      ...{ role, action: actions.created, form: anyForm },
      again: async (_ctx, { view, sent, refusal }) => form(view, { id: null, sent, refusal }),
    },
    async (ctx, { form: sent, view }) => {
      const { id } = await verbs.post(ctx, parseOrThrow(input, bodyOf(valuesOf(sent, view, undefined))))
      return { subject: id, goTo: next(id, view).href }
    },
  )
  pages.show(`${base}/:id/edit`, { role, ids }, async (ctx, { ids: given, view }) => {
    const row = await verbs.get(ctx, given)
    const shown = sentOf(fieldsIn(view), spread(verbs.toInput(row)), view)
    return form(view, { id: row.id, sent: { ...shown, version: String(row.version) } })
  })
  pages.act(
    `${base}/:id/edit`,
    {
      ...{ role, action: actions.changed, ids, form: anyForm },
      again: async (ctx, { ids: given, view, sent, refusal }) =>
        form(view, { ...given, sent: sentWith(sent, refusal, await verbs.get(ctx, given)), refusal }),
    },
    async (ctx, { ids: given, form: sent, view }) => {
      const before = verbs.toInput(await verbs.get(ctx, given))
      const patch = patchOf(valuesOf(sent, view, before))
      const row = await verbs.change(ctx, { ...given, patch, precondition: unchangedSince(sent) })
      return { subject: row.id, goTo: `${base}/${row.id}` }
    },
  )
}

import { z } from 'zod'
import type { RequestContext } from '../../../../platform/http/index.ts'
import { isId, sameNumber } from '../../../../shared/ids.ts'
import { idOf, isCleanText, notClean } from '../../../../shared/wire.ts'
import { wholeNumber } from '../../../../shared/written-numbers.ts'
import {
  type Imports,
  type KeptRecords,
  profileName,
  samplesOf,
  showInspection,
} from '../../../imports/index.ts'
import { readNamesWithStudents } from '../../../internships/index.ts'
import type { Again, DeskPages } from '../../desk-pages.ts'
import type { View } from '../../look/view.ts'
import { columnsPage } from '../../pages/imports/columns-page.ts'
import { importPage } from '../../pages/imports/import-page.ts'
import type { Choices } from '../../pages/imports/imports-page.ts'
import { correctionsIn, optionsIn } from './forms.ts'
import { followedIn, importRefusal } from './refusal.ts'
import { withSameCells } from './same-cells.ts'

const base = '/desk/imports'
const ids = { id: 'import' } as const
type Id = Parameters<Imports['read']>[1]['id']
const ROWS_SHOWN = 10
const nothing = z.strictObject({})
const cell = z.string().max(20_000).refine(isCleanText, notClean)
const fields = z.record(z.string(), cell)
/** Number of the last row of the previous page. */
const after = wholeNumber(z.int().min(0).default(0))
/** Which rows are listed: those that were refused or those with notices. Otherwise both. */
const only = z.enum(['rejected', 'noticed']).optional()

interface Ports {
  imports: Imports
  choices(ctx: RequestContext): Promise<Choices>
}

/** Adds the pages of one file: its progress and result, its columns, and the rows to check. */
export function addOneImportPages(pages: DeskPages, { imports, choices }: Ports): void {
  const rowsOf = (ctx: RequestContext, id: Id, { after = 0, only }: RowsAsked) =>
    imports.listRows(ctx, {
      ...{ id, after, limit: ROWS_SHOWN + 1, isReported: true, hasNotices: only === 'noticed' },
      ...(only === 'rejected' && { outcome: only }),
    })

  async function result(
    ctx: RequestContext,
    { id: asked, after = 0, only, view, refusal, followed = [] }: Asked,
  ) {
    const id = await imports.newestOf(ctx, { id: asked })
    const run = await imports.read(ctx, { id })
    const rows = await rowsOf(ctx, id, { after, only })
    const last = rows.length > ROWS_SHOWN ? rows.at(ROWS_SHOWN - 1) : undefined
    const nextUrl = last ? `${base}/${id}?${only ? `only=${only}&` : ''}after=${last.number}` : null
    const names = await namesOf(ctx, [...followed, ...(run.kept?.named ?? [])])
    const shown = { run, rows: rows.slice(0, ROWS_SHOWN), after, only, nextUrl }
    return importPage({ ...shown, refusal, followed, names, now: ctx.clock() }, view)
  }
  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    result(ctx, { id, view, refusal: importRefusal(refusal, view), followed: followedIn(refusal) })

  const againCells: Again<typeof ids> = (ctx, { ids: { id }, view, sent, refusal }) =>
    result(ctx, {
      ...{ id, view, refusal: importRefusal(refusal, view) },
      ...{ after: after.catch(0).parse(sent.after), only: only.catch(undefined).parse(sent.only) },
    })
  const againColumns: Again<typeof ids, RequestContext> = (ctx, { ids: { id }, view, refusal }) =>
    columns(ctx, { id, view, refusal: importRefusal(refusal, view) })

  async function columns(ctx: RequestContext, { id: asked, view, refusal }: Asked) {
    const id = await imports.newestOf(ctx, { id: asked })
    // Once the file is gone, only its result can be shown.
    if ((await imports.read(ctx, { id })).keptUntil === null) return result(ctx, { id, view, refusal })
    const { run, inspection } = await imports.inspectKept(ctx, { id })
    const shown = showInspection(run.type, inspection)
    const samples = inspection.headers.map((_, at) => samplesOf(inspection, at))
    const { failure } = inspection
    return columnsPage({ run, shown, samples, failure, refusal, ...(await choices(ctx)) }, view)
  }

  pages.show(`${base}/:id`, { ids, query: { after, only } }, (ctx, { ids: { id }, query, view }) =>
    result(ctx, { id, view, ...query }),
  )
  pages.show(`${base}/:id/columns`, { ids, role: 'editor' }, (ctx, { ids: { id }, view }) =>
    columns(ctx, { id, view }),
  )
  pages.download(`${base}/:id/report.csv`, { role: 'viewer', ids }, (ctx, asked) =>
    imports.report(ctx, asked.ids),
  )

  pages.act(
    `${base}/:id/columns`,
    {
      ...{ role: 'editor', action: 'import_read_again', ids, form: fields },
      afterCommit: imports.wakeQueue,
      againOutside: againColumns,
    },
    async (ctx, { ids: { id }, form }) => {
      const before = await imports.read(ctx, { id })
      const parents = parentsForm.parse(form)
      const run = await imports.readAgain(ctx, {
        ...{ id, mode: 'dry_run', options: optionsIn(form, before.options ?? {}) },
        programId: parents.program_id ?? null,
        cohortId: parents.cohort_id ?? null,
      })
      return { subject: run.id, goTo: `${base}/${run.id}` }
    },
  )

  pages.act(
    `${base}/:id/cells`,
    {
      ...{ role: 'editor', action: 'import_corrected', ids, again: againCells },
      form: z.object({ after, only, same: z.literal('true').optional() }).catchall(cell),
      afterCommit: imports.wakeQueue,
    },
    async (ctx, { ids: { id }, form: { after, only, same, ...cells } }) => {
      const run = await imports.read(ctx, { id })
      const rows = (await rowsOf(ctx, id, { after, only })).slice(0, ROWS_SHOWN)
      const byHand = correctionsIn(cells, run, rows)
      const corrections = same
        ? await withSameCells(ctx, imports, { run, rows, corrections: byHand })
        : byHand
      const next = await imports.readAgain(ctx, { id, mode: 'dry_run', corrections })
      return { subject: next.id, goTo: `${base}/${next.id}` }
    },
  )

  pages.act(
    `${base}/:id/apply`,
    {
      ...{ role: 'editor', action: 'import_applied', ids, again, form: nothing },
      afterCommit: imports.wakeQueue,
    },
    async (ctx, { ids: { id } }) => {
      const run = await imports.readAgain(ctx, { id, mode: 'apply' })
      return { subject: run.id, goTo: `${base}/${run.id}` }
    },
  )

  pages.act(
    `${base}/:id/cancel`,
    { role: 'editor', action: 'import_cancelled', ids, again, form: nothing },
    async (ctx, { ids: { id } }) => {
      await imports.cancel(ctx, { id })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )

  pages.act(
    `${base}/:id/undo`,
    { role: 'editor', action: 'import_undone_by_staff', ids, again, form: nothing },
    async (ctx, { ids: { id } }) => {
      await imports.undo(ctx, { id })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )

  pages.act(
    `${base}/:id/profile`,
    {
      ...{ role: 'editor', action: 'import_profile_saved', ids, again },
      form: z.strictObject({ name: profileName }),
    },
    async (ctx, { ids: { id }, form: { name } }) => {
      const { type, options } = await imports.read(ctx, { id })
      await imports.profiles.put(ctx, { name, type, options: options ?? {}, precondition: null })
      return { subject: name, goTo: `${base}/${id}` }
    },
  )
}

interface RowsAsked {
  after?: number
  only?: z.output<typeof only>
}

interface Asked extends RowsAsked {
  id: Id
  view: View
  refusal?: string
  followed?: KeptRecords['named']
}

/** The names of records by id. A student goes by the id of the candidate. */
async function namesOf(ctx: RequestContext, records: KeptRecords['named']): Promise<Map<string, string>> {
  const keys = new Map(
    records.map(({ id }) => [id, isId('candidate', id) ? sameNumber('helper', id) : id] as const),
  )
  const known = await readNamesWithStudents(ctx, [...keys.values()])
  return new Map(
    [...keys].flatMap(([id, key]) => {
      const name = known.get(key)?.name
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}

const parentsForm = z.object({ program_id: idOf('program').optional(), cohort_id: idOf('cohort').optional() })

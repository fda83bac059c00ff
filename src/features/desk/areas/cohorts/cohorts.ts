import { z } from 'zod'
import { listPage, type RequestContext, readAsked } from '../../../../platform/http/index.ts'
import { idOf, text } from '../../../../shared/wire.ts'
import {
  type CohortRow,
  cohortList,
  type Internships,
  methods,
  type Placements,
  placementInput,
  readNamesWithStudents,
} from '../../../internships/index.ts'
import type { Postings } from '../../../postings/index.ts'
import type { Again, DeskPages, Sent } from '../../desk-pages.ts'
import type { View } from '../../look/view.ts'
import { type CohortChoices, cohortFormPage } from '../../pages/cohorts/cohort-form-page.ts'
import { cohortPage } from '../../pages/cohorts/cohort-page.ts'
import { cohortsPage } from '../../pages/cohorts/cohorts-page.ts'
import { importRefusal } from '../imports/refusal.ts'
import { cohortIn } from './cohort-form.ts'
import { needNames } from './names.ts'

const base = '/desk/cohorts'
const ids = { id: 'cohort' } as const
const SHOWN = 20
const RUNS_SHOWN = 20
const MOST_CHOICES = 200
const MOST_STUDENTS = 10_000

export interface CohortVerbs {
  internships: Internships
  placements: Placements
  postings: Postings
}

const many = z.union([z.string(), z.array(z.string())])
const cohortForm = z.object({
  name: text(1, 200),
  program_id: idOf('program'),
  need_ids: many.optional(),
  more_needs: z.string().max(200_000).optional(),
})

/** Adds the pages of cohorts: list, form and placing. */
export function addCohortPages(pages: DeskPages, { internships, placements, postings }: CohortVerbs): void {
  const { cohorts, programs, candidates } = internships
  const newest = { limit: MOST_CHOICES, sort: '-created_at' }

  async function choices(ctx: RequestContext): Promise<CohortChoices> {
    const open = { ...newest, filters: { status: ['open'], kinds: ['intern'] } }
    const rows = await postings.needs.list(ctx, open)
    const names = await readNamesWithStudents(
      ctx,
      rows.map(({ organizationId }) => organizationId),
    )
    const needs = rows.map(({ id, title, organizationId }) => ({
      ...{ id, title, organization: names.get(organizationId)?.name },
    }))
    return { programs: await programs.list(ctx, newest), needs }
  }

  pages.show(base, { query: { cursor: z.string().optional() } }, async (ctx, { query: { cursor }, view }) => {
    const asked = readAsked(cohortList, 'cohort', {
      limit: SHOWN,
      sort: '-created_at',
      ...(cursor && { cursor }),
    })
    const rows = await cohorts.list(ctx, { ...asked, limit: SHOWN + 1 })
    const { data, next_cursor: next } = listPage(cohortList, asked, { rows, show: (row) => row })
    const nextUrl = next && `${base}?${new URLSearchParams({ cursor: next })}`
    return cohortsPage({ cohorts: data, programs: await programs.list(ctx, newest), nextUrl }, view)
  })

  async function form(
    ctx: RequestContext,
    { view, row, sent, refusal }: { view: View; row?: CohortRow; sent?: Sent; refusal?: string },
  ) {
    return cohortFormPage({ ...(await choices(ctx)), row, sent, refusal }, view)
  }
  pages.show(`${base}/new`, { role: 'editor' }, (ctx, { view }) => form(ctx, { view }))
  pages.act(
    base,
    {
      ...{ role: 'editor', action: 'cohort_created', form: cohortForm },
      again: (ctx, { view, sent, refusal }) =>
        form(ctx, { view, sent, refusal: importRefusal(refusal, view) }),
    },
    async (ctx, { form: given }) => {
      const { id } = await cohorts.post(ctx, cohortIn(given))
      return { subject: id, goTo: `${base}/${id}` }
    },
  )

  async function showOne(ctx: RequestContext, { id, view, refusal }: Asked) {
    const row = await cohorts.get(ctx, { id })
    const ofProgram = { filters: { program_id: row.programId } }
    const students =
      row.candidateIds?.length ??
      (await candidates.count(ctx, { asked: ofProgram, most: MOST_STUDENTS })).value
    const needIds = row.needs.slice(0, MOST_CHOICES).map(({ need_id }) => ({ needId: need_id }))
    return cohortPage(
      {
        ...{ row, students, refusal },
        program: await programs.get(ctx, { id: row.programId }),
        sent: await cohorts.countPreferences(ctx, { id }),
        needs: await needNames(ctx, placements, needIds),
        runs: await placements.list(ctx, { cohortId: id, limit: RUNS_SHOWN, before: undefined }),
      },
      view,
    )
  }
  pages.show(`${base}/:id`, { ids }, (ctx, { ids: { id }, view }) => showOne(ctx, { id, view }))

  pages.show(`${base}/:id/edit`, { ids, role: 'editor' }, async (ctx, { ids: { id }, view }) =>
    form(ctx, { view, row: await cohorts.get(ctx, { id }) }),
  )
  pages.act(
    `${base}/:id/edit`,
    {
      ...{ role: 'editor', action: 'cohort_changed', ids, form: cohortForm },
      again: async (ctx, { ids: { id }, view, sent, refusal }) =>
        form(ctx, { view, row: await cohorts.get(ctx, { id }), sent, refusal: importRefusal(refusal, view) }),
    },
    async (ctx, { ids: { id }, form: given }) => {
      const patch = cohortIn(given, await cohorts.get(ctx, { id }))
      await cohorts.change(ctx, { id, patch, precondition: null })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    showOne(ctx, { id, view, refusal: importRefusal(refusal, view) })
  pages.act(
    `${base}/:id/placements`,
    {
      ...{ role: 'editor', action: 'cohort_placed', ids, again },
      form: z.strictObject({ method: z.enum(methods) }),
      // Runs before the transaction, so that nothing is locked while a solver runs.
      prepare: (ctx, { ids: { id }, form }) =>
        placements.run(ctx, { cohortId: id, ...placementInput.parse(form) }),
    },
    async (ctx, { prepared }) => {
      await placements.store(ctx, prepared)
      return { subject: prepared.row.id, goTo: `/desk/placements/${prepared.row.id}` }
    },
  )
}

interface Asked {
  id: CohortRow['id']
  view: View
  refusal?: string
}

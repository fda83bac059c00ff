import { z } from 'zod'
import type { RequestContext } from '../../../../platform/http/index.ts'
import { isId, type NeedId } from '../../../../shared/ids.ts'
import { idOf } from '../../../../shared/wire.ts'
import { type PlacementRow, resultList } from '../../../internships/index.ts'
import type { Again, DeskPages } from '../../desk-pages.ts'
import { refusalText } from '../../look/refusal-text.ts'
import type { View } from '../../look/view.ts'
import { comparisonPage } from '../../pages/cohorts/comparison-page.ts'
import { placementListPage } from '../../pages/cohorts/placement-list-page.ts'
import { placementPage } from '../../pages/cohorts/placement-page.ts'
import type { CohortVerbs } from './cohorts.ts'
import { resultNames } from './names.ts'

const base = '/desk/placements'
const ids = { id: 'placement' } as const
const SHOWN = 50
const PRINTED = 500
const RUNS_TO_COMPARE = 50
const MOVED_SHOWN = 200
const after = idOf('candidate').optional()

/** Adds the pages of one placement: read, compare, print and publish. */
export function addPlacementPages(pages: DeskPages, { internships, placements }: CohortVerbs): void {
  const { cohorts } = internships

  async function showOne(ctx: RequestContext, { id, view, unplacedAfter, refusal }: Asked) {
    const row = await placements.read(ctx, { id })
    const rows = await placements.results(ctx, {
      ...{ id, limit: SHOWN + 1, after: unplacedAfter, outcome: 'unplaced' as const },
    })
    const unplaced = rows.slice(0, SHOWN)
    const last = rows.length > SHOWN ? unplaced.at(-1) : undefined
    const runs = await placements.list(ctx, {
      ...{ cohortId: row.cohortId, limit: RUNS_TO_COMPARE, before: undefined },
    })
    return placementPage(
      {
        ...{ row, unplaced, refusal },
        notIntroduced: await placements.countNotIntroduced(ctx, { id }),
        cohort: await cohorts.get(ctx, { id: row.cohortId }),
        nameOf: await resultNames(ctx, placements, unplaced),
        others: runs.filter((run) => run.id !== id),
        nextUrl: last ? `${base}/${id}?after=${last.candidateId}` : null,
      },
      view,
    )
  }
  pages.show(`${base}/:id`, { ids, query: { after } }, (ctx, { ids: { id }, query, view }) =>
    showOne(ctx, { id, view, unplacedAfter: query.after }),
  )

  pages.show(`${base}/:id/list`, { ids, query: { after } }, async (ctx, { ids: { id }, query, view }) => {
    const row = await placements.read(ctx, { id })
    const rows = await placements.results(ctx, {
      ...{ id, limit: PRINTED + 1, after: query.after, outcome: 'placed' as const },
    })
    const placed = rows.slice(0, PRINTED)
    const last = rows.length > PRINTED ? placed.at(-1) : undefined
    const nameOf = await resultNames(ctx, placements, placed)
    const nextUrl = last ? `${base}/${id}/list?after=${last.candidateId}` : null
    return placementListPage(
      { row, placed, nameOf, nextUrl, cohort: await cohorts.get(ctx, { id: row.cohortId }) },
      view,
    )
  })

  pages.show(
    `${base}/:id/comparison`,
    { ids, query: { with: idOf('placement').optional() } },
    async (ctx, { ids: { id }, query, view }) => {
      const row = await placements.read(ctx, { id })
      const otherId = query.with ?? id
      const other = await placements.read(ctx, { id: otherId })
      const comparison = await placements.compare(ctx, { id, otherId })
      const moved = comparison.moved.slice(0, MOVED_SHOWN)
      const named = moved.flatMap(({ candidate_id: candidateId, ...at }) =>
        isId('candidate', candidateId)
          ? [at.this, at.other].map(({ need_id }) => ({
              candidateId,
              needId: needIn(need_id),
              organizationId: null,
            }))
          : [],
      )
      const nameOf = await resultNames(ctx, placements, named)
      return comparisonPage({ row, other, comparison: { ...comparison, moved }, nameOf }, view)
    },
  )

  const list = resultList(placements)
  pages.download(`${base}/:id/results.csv`, { role: 'viewer', ids }, async (ctx, { ids: given }) => {
    await placements.read(ctx, given)
    const results = list.csv.pages(ctx, { ids: given, query: {} })
    return { name: list.name, columns: list.csv.columns, pages: results }
  })

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    showOne(ctx, { id, view, refusal: refusalText(refusal, view) })
  pages.act(
    `${base}/:id/publish`,
    {
      ...{ role: 'editor', action: 'placement_published', ids, again, form: z.strictObject({}) },
      afterCommit: placements.wakePublishing,
    },
    async (ctx, { ids: { id } }) => {
      await placements.publish(ctx, { id })
      return { subject: id, goTo: `${base}/${id}` }
    },
  )
  pages.act(
    `${base}/:id/remove`,
    { role: 'editor', action: 'placement_removed', ids, again, form: z.strictObject({}) },
    async (ctx, { ids: { id } }) => {
      const { cohortId } = await placements.remove(ctx, { id })
      return { subject: id, goTo: `/desk/cohorts/${cohortId}` }
    },
  )
}

function needIn(id: string | null): NeedId | null {
  return id !== null && isId('need', id) ? id : null
}

interface Asked {
  id: PlacementRow['id']
  view: View
  unplacedAfter?: z.output<typeof after>
  refusal?: string
}

import { z } from 'zod'
import { addCsvList, idAfter, pageOf, pageQuery, type Router, toPage } from '../../../platform/http/index.ts'
import { numberText } from '../../../shared/svg.ts'
import { idOf } from '../../../shared/wire.ts'
import { placementList } from './placement-list.ts'
import { comparison, placement, placementInput } from './placements.schemas.ts'
import type { Placements } from './placements.ts'
import { rankChart } from './rank-chart.ts'
import { resultList } from './result-list.ts'
import { showPlacement, showResult } from './show-placement.ts'

const ids = { id: 'placement' } as const
const cohortIds = { id: 'cohort' } as const

export function registerPlacementsRoutes(router: Router, placements: Placements): void {
  const routes = router.group({ tag: 'Placements', scope: 'placements' })

  routes.raw(
    'POST',
    '/v1/cohorts/:id/placements',
    {
      operationId: 'placeCohort',
      summary: 'Place a cohort',
      description: 'A cohort can have several placements until one of them is published.',
      ids: cohortIds,
      body: placementInput,
      answers: { 200: placement, 201: placement },
      located: true,
      refusals: ['not_ready', 'locked_pairs_impossible'],
      rateClass: 'rank',
    },
    async (ctx, { ids: { id: cohortId }, body }, { writeOnce }) => {
      // Computed before the transaction, so that nothing is locked while a solver runs.
      const { row, results } = await placements.run(ctx, { cohortId, ...body })
      if (body.dry_run) {
        const shown = { ...showPlacement(row), id: null, results: results.map(showResult) }
        return writeOnce(async () => ({ status: 200, body: shown }))
      }
      return writeOnce(async (tx) => {
        await placements.store(tx, { row, results })
        const location = `/v1/placements/${row.id}`
        return { status: 201, body: showPlacement(row), location, resourceId: row.id }
      })
    },
  )

  routes.get(
    '/v1/cohorts/:id/placements',
    {
      summary: 'List the placements of a cohort, newest first',
      ids: cohortIds,
      query: z.strictObject(pageQuery),
      readsMany: true,
      answers: { 200: pageOf(placement) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { ids: { id: cohortId }, query: { limit, cursor } }) => {
      const before = idAfter('placement', cursor)
      const rows = await placements.list(ctx, { cohortId, limit: limit + 1, before })
      return { status: 200, body: toPage(rows, limit, showPlacement, ({ id }) => ({ id })) }
    },
  )

  addCsvList(routes, '/v1/placements', placementList(placements))

  routes.get(
    '/v1/placements/:id',
    { summary: 'Read a placement', ids, answers: { 200: placement } },
    async (ctx, input) => ({ status: 200, body: showPlacement(await placements.read(ctx, input.ids)) }),
  )

  addCsvList(routes, '/v1/placements/:id/results', resultList(placements))

  routes.get(
    '/v1/placements/:id/comparison',
    {
      summary: 'Compare two placements of a cohort',
      ids,
      query: z.strictObject({ with: idOf('placement') }),
      answers: { 200: comparison },
    },
    async (ctx, { ids: { id }, query }) => ({
      status: 200,
      body: await placements.compare(ctx, { id, otherId: query.with }),
    }),
  )

  routes.raw(
    'GET',
    '/v1/placements/:id/ranks.svg',
    {
      summary: 'Read how many candidates got their first, second and further choices as a chart',
      ids,
      answers: { 200: { 'image/svg+xml': z.string() } },
    },
    async (ctx, input, { reply }) => {
      const { summary, method } = await placements.read(ctx, input.ids)
      const chart = rankChart({
        counts: summary.ranks,
        unplaced: summary.candidates - summary.placed,
        title: `${numberText(summary.placed)} of ${numberText(summary.candidates)} placed (${method.replace('_', ' ')})`,
      })
      return reply.type('image/svg+xml; charset=utf-8').serializer(String).send(chart)
    },
  )

  routes.delete(
    '/v1/placements/:id',
    {
      summary: 'Delete a draft placement',
      description:
        'A published placement stays as the record of its introductions. The cohort and its preferences are kept.',
      ids,
      answers: { 204: z.undefined().describe('Deleted') },
      refusals: ['placement_published'],
    },
    async (ctx, input) => {
      await placements.remove(ctx, input.ids)
      return { status: 204, body: undefined }
    },
  )

  routes.post(
    '/v1/placements/:id/publish',
    {
      summary: 'Turn a placement into introductions',
      description:
        'Runs in the background. Each result gets its introduction, or an error code that says why there is none. Refused if a student is published in another placement of the cohort, unless that introduction was declined, withdrawn or expired.',
      ids,
      answers: { 202: placement },
      refusals: ['placement_published', 'candidates_published'],
      afterCommit: placements.wakePublishing,
    },
    async (ctx, input) => {
      const row = await placements.publish(ctx, input.ids)
      return { status: 202, body: showPlacement(row), resourceId: row.id }
    },
  )
}

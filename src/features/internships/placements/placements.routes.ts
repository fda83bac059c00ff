import { z } from 'zod'
import type { InTransaction } from '../../../platform/events/index.ts'
import {
  type App,
  actorOf,
  idAfter,
  idempotencyHeader,
  type Once,
  pageOf,
  pageQuery,
  problem,
  toPage,
} from '../../../platform/http/index.ts'
import type { BackgroundWork } from '../../../platform/jobs/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.ts'
import { createCohortsRepository } from '../cohorts/cohorts.repository.ts'
import type { CohortRow } from '../cohorts/cohorts.table.ts'
import { comparePlacements } from './compare-placements.ts'
import { createPlacementsRepository } from './placements.repository.ts'
import { comparison, placement, placementInput, placementResult, resultsQuery } from './placements.schemas.ts'
import type { PlacementRow } from './placements.table.ts'
import type { PublishDeps } from './publish-placements.ts'
import { rankChart } from './rank-chart.ts'
import { type RunPlacementDeps, runPlacement } from './run-placement.ts'
import { newPlacement, showPlacement, showResult, storePlacement } from './show-placement.ts'

const tags = ['Placements']
const read = { scope: 'placements:read' } as const
const write = { scope: 'placements:write' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })

export type PlacementRoutesDeps = RunPlacementDeps &
  PublishDeps & {
    once: Once
    inTransaction: InTransaction
    /** See `publishPlacements`. */
    publishing: BackgroundWork
  }

export function registerPlacementsRoutes(app: App, deps: PlacementRoutesDeps): void {
  const findCohort = async (partnerId: PartnerId, text: string): Promise<CohortRow> => {
    const id = idInAddress('cohort', text, 'cohort')
    const row = await createCohortsRepository(deps.db).find(partnerId, id)
    if (!row) throw notFound('cohort')
    return row
  }
  const find = async (partnerId: PartnerId, text: string): Promise<PlacementRow> => {
    const id = idInAddress('placement', text, 'placement')
    const row = await createPlacementsRepository(deps.db).find(partnerId, id)
    if (!row) throw notFound('placement')
    return row
  }

  app.post(
    '/v1/cohorts/:id/placements',
    {
      config: { ...write, rateClass: 'rank' },
      schema: {
        tags,
        summary: 'Place a cohort',
        description: 'Several runs stand beside each other, until one is published.',
        params: idParams,
        headers: idempotencyHeader,
        body: placementInput,
        response: { 200: placement, 201: placement, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const cohort = await findCohort(partnerId, request.params.id)
      // Computed before the transaction: nothing is locked while a solver runs.
      const run = await runPlacement(deps, cohort, request.body)
      const row = newPlacement(cohort, request.body, run.summary, deps.clock())
      if (request.body.dry_run) {
        const body = { ...showPlacement(row), id: null, results: run.results.map(showResult) }
        return deps.once.compute(request, reply, async () => ({ status: 200, body }))
      }
      return deps.once.write(request, reply, async (tx) => storePlacement(tx, row, run.results))
    },
  )

  app.get(
    '/v1/cohorts/:id/placements',
    {
      config: read,
      schema: {
        tags,
        summary: 'List the placements of a cohort, the latest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(placement), ...refusals },
      },
    },
    async (request) => {
      const { partnerId, id } = await findCohort(actorOf(request).partnerId, request.params.id)
      const { limit, cursor } = request.query
      const before = idAfter('placement', cursor)
      const rows = await createPlacementsRepository(deps.db).listOfCohort(partnerId, id, limit + 1, before)
      return toPage(rows, limit, showPlacement, (row) => ({ id: row.id }))
    },
  )

  app.get(
    '/v1/placements/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Read a placement',
        params: idParams,
        response: { 200: placement, ...refusals },
      },
    },
    async (request) => showPlacement(await find(actorOf(request).partnerId, request.params.id)),
  )

  app.get(
    '/v1/placements/:id/results',
    {
      config: read,
      schema: {
        tags,
        summary: 'Who goes where, and who is not placed and why',
        params: idParams,
        querystring: resultsQuery,
        response: { 200: pageOf(placementResult), ...refusals },
      },
    },
    async (request) => {
      const row = await find(actorOf(request).partnerId, request.params.id)
      const { limit, cursor, outcome } = request.query
      const page = { limit: limit + 1, after: idAfter('candidate', cursor), outcome }
      const results = await createPlacementsRepository(deps.db).results(row, page)
      return toPage(results, limit, showResult, ({ candidateId }) => ({ id: candidateId }))
    },
  )

  app.get(
    '/v1/placements/:id/comparison',
    {
      config: read,
      schema: {
        tags,
        summary: 'What if: this placement beside another of the same cohort',
        params: idParams,
        querystring: z.strictObject({ with: idOf('placement') }),
        response: { 200: comparison, ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const row = await find(partnerId, request.params.id)
      const other = await find(partnerId, request.query.with)
      if (other.cohortId !== row.cohortId) throw notFound('placement')
      const repository = createPlacementsRepository(deps.db)
      return comparePlacements([row, await repository.results(row)], [other, await repository.results(other)])
    },
  )

  app.get(
    '/v1/placements/:id/ranks.svg',
    {
      config: read,
      schema: {
        tags,
        summary: 'How many got their first, second, … choice, as a chart',
        params: idParams,
        produces: ['image/svg+xml'],
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const row = await find(actorOf(request).partnerId, request.params.id)
      const { summary, method } = row
      const chart = rankChart({
        counts: summary.ranks,
        unplaced: summary.candidates - summary.placed,
        title: `${summary.placed} of ${summary.candidates} placed (${method.replace('_', ' ')})`,
      })
      return reply.type('image/svg+xml; charset=utf-8').send(chart)
    },
  )

  app.post(
    '/v1/placements/:id/publish',
    {
      config: write,
      schema: {
        tags,
        summary: 'Turn a placement into introductions',
        description: 'In the background: each result gets its introduction, or the code of why it could not.',
        params: idParams,
        headers: idempotencyHeader,
        response: { 202: placement, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const id = idInAddress('placement', request.params.id, 'placement')
      const shown = await deps.once.write(request, reply, async (tx) => {
        const repository = createPlacementsRepository(tx.db)
        const row = await repository.find(partnerId, id, 'update')
        if (!row) throw notFound('placement')
        if (row.state !== 'draft')
          throw new DomainError('placement_published', `The placement is ${row.state}.`)
        await repository.setState(row, { state: 'publishing', publishedAt: null })
        tx.append({ partnerId, type: 'placement.publishing', resourceId: id })
        return { status: 202, body: showPlacement({ ...row, state: 'publishing' }), resourceId: id }
      })
      deps.publishing.wake()
      return shown
    },
  )
}

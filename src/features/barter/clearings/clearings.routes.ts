import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
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
import { newId, type PartnerId } from '../../../shared/ids.ts'
import { idOf, instant } from '../../../shared/wire.ts'
import type { ProposeRingDeps } from '../rings/propose-ring.ts'
import { createClearingsRepository } from './clearings.repository.ts'
import { type ClearingRow, clearingStates } from './clearings.table.ts'
import { proposeCleared } from './run-clearings.ts'

const tags = ['Rings']
const read = { scope: 'rings:read' } as const
const write = { scope: 'rings:write' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })

const clearingInput = z
  .strictObject({
    max_length: z
      .int()
      .min(2)
      .max(10)
      .nullable()
      .default(3)
      .describe('Parties of a ring; null for any number'),
    objective: z.enum(['participants', 'weight']).default('participants'),
    scope: z
      .enum(['own', 'network'])
      .default('own')
      .describe('`own`: among your parties. `network`: all, for the operator (`rings:operate`)'),
  })
  .meta({ id: 'ClearingBody' })

const clearing = z
  .object({
    id: idOf('clearing'),
    scope: z.enum(['own', 'network']),
    max_length: z.int().nullable(),
    objective: z.enum(['participants', 'weight']),
    state: z.enum(clearingStates),
    result: z
      .object({
        parties: z.int(),
        edges: z.int(),
        served: z.int(),
        weight: z.number(),
        is_optimal: z.boolean().describe('Proven: no other choice of rings does better'),
        bound: z.number().describe('No choice of rings does better than this'),
        rings: z.array(
          z.object({
            links: z.array(z.object({ gives_id: z.string(), to_id: z.string(), score: z.number() })),
            ring_id: z.string().nullable(),
            refusal: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    created_at: instant,
    ended_at: instant.nullable(),
  })
  .meta({ id: 'Clearing' })

export interface ClearingRoutesDeps extends ProposeRingDeps {
  db: Queryable
  once: Once
  inTransaction: InTransaction
  /** See `runClearings`. */
  clearing: BackgroundWork
}

export function registerClearingsRoutes(app: App, deps: ClearingRoutesDeps): void {
  const find = async (partnerId: PartnerId, text: string): Promise<ClearingRow> => {
    const row = await createClearingsRepository(deps.db).find(
      partnerId,
      idInAddress('clearing', text, 'clearing'),
    )
    if (!row) throw notFound('clearing')
    return row
  }

  app.post(
    '/v1/rings/clearings',
    {
      config: { ...write, rateClass: 'rank' },
      schema: {
        tags,
        summary: 'Find the rings that serve most parties together',
        description: 'In the background; the result tells whether it is proven to be the best.',
        headers: idempotencyHeader,
        body: clearingInput,
        response: { 202: clearing, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId, scopes } = actorOf(request)
      const { scope, max_length: maxLength, objective } = request.body
      if (scope === 'network' && !scopes.has('rings:operate'))
        throw new DomainError('scope_missing', 'This needs a token with the scope rings:operate.')
      const shown = await deps.once.write(request, reply, async (tx) => {
        const row: ClearingRow = {
          partnerId,
          id: newId('clearing'),
          scope,
          maxLength,
          objective,
          state: 'queued',
          result: null,
          claimedUntil: null,
          createdAt: deps.clock(),
          endedAt: null,
        }
        await createClearingsRepository(tx.db).insert(row)
        return {
          status: 202,
          headers: { location: `/v1/rings/clearings/${row.id}` },
          body: show(row),
          resourceId: row.id,
        }
      })
      deps.clearing.wake()
      return shown
    },
  )

  app.get(
    '/v1/rings/clearings',
    {
      config: read,
      schema: {
        tags,
        summary: 'List clearings, the latest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(clearing), ...refusals },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const before = idAfter('clearing', cursor)
      const rows = await createClearingsRepository(deps.db).list(
        actorOf(request).partnerId,
        limit + 1,
        before,
      )
      return toPage(rows, limit, show, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/v1/rings/clearings/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Read a clearing and the rings that it found',
        params: idParams,
        response: { 200: clearing, 404: problem, ...refusals },
      },
    },
    async (request) => show(await find(actorOf(request).partnerId, request.params.id)),
  )

  app.post(
    '/v1/rings/clearings/:id/propose',
    {
      config: write,
      schema: {
        tags,
        summary: 'Propose the rings of a clearing',
        description: 'Each gets the ring that it became, or the code of why it could not.',
        params: idParams,
        headers: idempotencyHeader,
        response: { 200: clearing, 404: problem, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const row = await find(partnerId, request.params.id)
      const { result } = row
      if (!result) throw new DomainError('ring_not_open', `The clearing is ${row.state}.`)
      return deps.once.compute(request, reply, async () => ({
        status: 200,
        body: show({ ...row, result: await proposeCleared(deps, partnerId, { ...row, result }) }),
      }))
    },
  )
}

function show(row: ClearingRow): z.output<typeof clearing> {
  return {
    id: row.id,
    scope: row.scope,
    max_length: row.maxLength,
    objective: row.objective,
    state: row.state,
    result: row.result,
    created_at: row.createdAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
  }
}

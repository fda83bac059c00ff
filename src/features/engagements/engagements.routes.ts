import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import type { InTransaction, Transaction } from '../../platform/events/index.ts'
import {
  type App,
  actorOf,
  etag,
  idAfter,
  idempotencyHeader,
  type Once,
  pageOf,
  problem,
  readPrecondition,
  toPage,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { changePlan } from './change-plan.ts'
import { complete, endEarly } from './end-engagement.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import {
  completeInput,
  endInput,
  engagement,
  engagementQuery,
  planInput,
  retrospective,
  retrospectiveInput,
  retrospectivesShown,
} from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { findEngagement } from './find-engagement.ts'
import { registerHoursRoutes } from './hours.routes.ts'
import type { HoursDeps } from './log-hours.ts'
import { lookBack, readRetrospectives } from './look-back.ts'
import { showEngagement, showRetrospective, showRetrospectives } from './show-engagement.ts'

const tags = ['Engagements']
const read = { scope: 'engagements:read' } as const
const write = { scope: 'engagements:write' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })

export type EngagementDeps = HoursDeps & {
  db: Queryable
  clock: Clock
  once: Once
  inTransaction: InTransaction
}

export function registerEngagementsRoutes(app: App, deps: EngagementDeps): void {
  const idIn = (request: { params: { id: string } }) =>
    idInAddress('engagement', request.params.id, 'engagement')

  app.get(
    '/v1/engagements',
    {
      config: read,
      schema: {
        tags,
        summary: 'List engagements of your needs and offers',
        querystring: engagementQuery,
        response: { 200: pageOf(engagement), ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const { limit, cursor, role, state } = request.query
      const after = idAfter('engagement', cursor)
      const rows = await createEngagementsRepository(deps.db).list(partnerId, {
        limit: limit + 1,
        after,
        role,
        state,
      })
      return toPage(
        rows,
        limit,
        (row) => showEngagement(row, partnerId),
        ({ id }) => ({ id }),
      )
    },
  )

  app.get(
    '/v1/engagements/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Read an engagement',
        params: idParams,
        response: { 200: engagement, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const row = await findEngagement(deps.db, partnerId, idIn(request))
      return reply.header('etag', etag(row.version)).send(showEngagement(row, partnerId))
    },
  )

  app.put(
    '/v1/engagements/:id/plan',
    {
      config: write,
      schema: {
        tags,
        summary: 'Agree on outcome, hours, dates and check-ins',
        params: idParams,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag that was last read; demanded'),
        }),
        body: planInput,
        response: { 200: engagement, 409: problem, 412: problem, 428: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const id = idIn(request)
      const precondition = readPrecondition(request, true)
      const row = await deps.inTransaction((tx) =>
        changePlan(deps, tx, partnerId, id, request.body, precondition),
      )
      return reply.header('etag', etag(row.version)).send(showEngagement(row, partnerId))
    },
  )

  const ended = (
    verb: 'complete' | 'end',
    summary: string,
    body: typeof completeInput | typeof endInput,
    work: (tx: Transaction, partnerId: PartnerId, id: EngagementId, body: unknown) => Promise<EngagementRow>,
  ) =>
    app.post(
      `/v1/engagements/:id/${verb}`,
      {
        config: write,
        schema: {
          tags,
          summary,
          params: idParams,
          headers: idempotencyHeader,
          body,
          response: { 200: engagement, 409: problem, ...refusals },
        },
      },
      (request, reply) =>
        deps.once.write(request, reply, async (tx) => {
          const { partnerId } = actorOf(request)
          const row = await work(tx, partnerId, idIn(request), request.body)
          return {
            status: 200,
            headers: { etag: etag(row.version) },
            body: showEngagement(row, partnerId),
            resourceId: row.id,
          }
        }),
    )
  ended(
    'complete',
    'Say that the work is done: completed once both sides have',
    completeInput,
    (tx, by, id, body) => complete(deps, tx, by, id, completeInput.parse(body).side),
  )
  ended('end', 'End the work before it is done', endInput, (tx, by, id, body) =>
    endEarly(deps, tx, by, id, endInput.parse(body)),
  )

  registerHoursRoutes(app, deps)

  app.post(
    '/v1/engagements/:id/retrospective',
    {
      config: write,
      schema: {
        tags,
        summary: 'Look back after the end, for one side',
        params: idParams,
        headers: idempotencyHeader,
        body: retrospectiveInput,
        response: { 201: retrospective, 409: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const { partnerId } = actorOf(request)
        const row = await lookBack(deps, tx, partnerId, idIn(request), request.body)
        return { status: 201, body: showRetrospective(row), resourceId: row.engagementId }
      }),
  )

  app.get(
    '/v1/engagements/:id/retrospectives',
    {
      config: read,
      schema: {
        tags,
        summary: "Both sides' retrospectives; the other side's once both are there",
        params: idParams,
        response: { 200: retrospectivesShown, ...refusals },
      },
    },
    async (request) =>
      showRetrospectives(await readRetrospectives(deps.db, actorOf(request).partnerId, idIn(request))),
  )
}

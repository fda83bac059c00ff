import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
import {
  type App,
  decodeCursor,
  idempotencyHeader,
  type Once,
  pageOf,
  problem,
  toPage,
} from '../../../platform/http/index.ts'
import { notFound } from '../../../shared/errors.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import { createDeliveriesRepository } from './deliveries.repository.ts'
import {
  deliveriesQuery,
  deliveryShown,
  deliveryWithAttempts,
  showAttempt,
  showDelivery,
} from './deliveries.schemas.ts'
import { type EndpointKey, endpointInAddress } from './endpoint-in-address.ts'
import { createEndpointsRepository } from './endpoints.repository.ts'
import { replayInput } from './endpoints.schemas.ts'
import type { EndpointDeps } from './endpoints.ts'
import { MOST_REPLAYED, queueTest, redeliver, replay } from './queue-deliveries.ts'
import { MOST_ATTEMPTS } from './retry-schedule.ts'

const tags = ['Webhooks']
const base = '/v1/webhook-endpoints/:id'
const params = z.object({ id: z.string() })
const ofDelivery = params.extend({ delivery_id: z.string() })
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const cursorSchema = z.object({ p: z.number().int() })

export function registerDeliveriesRoutes(
  app: App,
  deps: EndpointDeps & { db: Queryable; once: Once; deliveries: { wake(): void } },
): void {
  app.get(
    `${base}/deliveries`,
    {
      config: { scope: 'webhooks:read' },
      schema: {
        tags,
        summary: 'What was and will be sent to an endpoint, the newest first',
        description: 'Kept for 30 days after its end.',
        params,
        querystring: deliveriesQuery,
        response: { 200: pageOf(deliveryShown), ...refusals },
      },
    },
    async (request) => {
      const { partnerId, id } = endpointInAddress(request)
      const { limit, cursor, state } = request.query
      const before = cursor === undefined ? undefined : decodeCursor(cursor, cursorSchema).p
      await demandEndpoint(deps.db, { partnerId, id })
      const filter = { limit: limit + 1, before, state }
      const rows = await createDeliveriesRepository(deps.db).list(partnerId, id, filter)
      return toPage(rows, limit, showDelivery, ({ position }) => ({ p: position }))
    },
  )

  app.get(
    `${base}/deliveries/:delivery_id`,
    {
      config: { scope: 'webhooks:read' },
      schema: {
        tags,
        summary: 'One delivery with each attempt: request, answer, time',
        params: ofDelivery,
        response: { 200: deliveryWithAttempts, ...refusals },
      },
    },
    async (request) => {
      const { partnerId, id } = endpointInAddress(request)
      await demandEndpoint(deps.db, { partnerId, id })
      const deliveryId = idInAddress('delivery', request.params.delivery_id, 'delivery')
      const repository = createDeliveriesRepository(deps.db)
      const row = await repository.find(partnerId, id, deliveryId)
      if (!row) throw notFound('delivery')
      const attempts = await repository.attemptsOf(partnerId, deliveryId)
      return { ...showDelivery(row), attempts: attempts.map(showAttempt) }
    },
  )

  app.post(
    `${base}/deliveries/:delivery_id/redeliver`,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Send a message once more',
        description: 'As a delivery of its own, with the same `webhook-id`.',
        params: ofDelivery,
        headers: idempotencyHeader,
        response: { 202: deliveryShown, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const key = endpointInAddress(request)
      const deliveryId = idInAddress('delivery', request.params.delivery_id, 'delivery')
      const answer = await deps.once.write(request, reply, async (tx) => ({
        status: 202,
        body: showDelivery(await redeliver(deps, tx, key, deliveryId)),
      }))
      deps.deliveries.wake()
      return answer
    },
  )

  app.post(
    `${base}/test`,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Send a message that tests an endpoint',
        description: `Of the type \`webhook_endpoint.tested\`, whatever types it wants. Read the delivery to see how it went; like all others it is attempted up to ${MOST_ATTEMPTS} times.`,
        params,
        headers: idempotencyHeader,
        response: { 202: deliveryShown, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const key = endpointInAddress(request)
      const answer = await deps.once.write(request, reply, async (tx) => ({
        status: 202,
        body: showDelivery(await queueTest(deps, tx, key)),
      }))
      deps.deliveries.wake()
      return answer
    },
  )

  app.post(
    `${base}/replay`,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Send all events since a moment once more',
        description: `Those that the endpoint wants, with the same \`webhook-id\`s, up to ${MOST_REPLAYED}.`,
        params,
        headers: idempotencyHeader,
        body: replayInput,
        response: { 202: z.object({ queued: z.int() }), 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const key = endpointInAddress(request)
      const answer = await deps.once.write(request, reply, async (tx) => ({
        status: 202,
        body: { queued: await replay(deps, tx, key, new Date(request.body.since)) },
      }))
      deps.deliveries.wake()
      return answer
    },
  )
}

async function demandEndpoint(db: Queryable, key: EndpointKey): Promise<void> {
  if (!(await createEndpointsRepository(db).find(key.partnerId, key.id))) throw notFound('webhook_endpoint')
}

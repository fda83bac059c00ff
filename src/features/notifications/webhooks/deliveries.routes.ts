import { z } from 'zod'
import { countedPageOf, decodeCursor, type Router, toPage, totalOf } from '../../../platform/http/index.ts'
import { logCandidatesIn } from '../../postings/index.ts'
import {
  deliveriesQuery,
  deliveryShown,
  deliveryWithAttempts,
  showAttempt,
  showDelivery,
} from './deliveries.schemas.ts'
import { replayInput } from './endpoints.schemas.ts'
import { MAX_REPLAYED } from './queue-deliveries.ts'
import { MAX_ATTEMPTS } from './retry-schedule.ts'
import type { Webhooks } from './webhooks.ts'

const base = '/v1/webhook-endpoints/:id'
const ids = { id: 'webhook_endpoint' } as const
const deliveryIds = { id: 'webhook_endpoint', delivery_id: 'delivery' } as const
const cursorSchema = z.object({ p: z.number().int() })

export function registerDeliveriesRoutes(router: Router, webhooks: Webhooks): void {
  const routes = router.group({ tag: 'Webhooks', scope: 'webhooks', isInRealTime: true })

  routes.get(
    `${base}/deliveries`,
    {
      summary: 'List deliveries to an endpoint, newest first',
      description: 'Finished deliveries are kept for 30 days.',
      ids,
      query: deliveriesQuery,
      readsMany: true,
      answers: { 200: countedPageOf(deliveryShown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { ids: { id }, query: { limit, cursor, status: statuses, sort, include } }) => {
      const after = cursor === undefined ? undefined : decodeCursor(cursor, cursorSchema).p
      const isOldestFirst = sort === 'created_at'
      const asked = { id, limit: limit + 1, after, statuses, isOldestFirst }
      const rows = await webhooks.listDeliveries(ctx, asked)
      const page = toPage(rows, limit, showDelivery, ({ position }) => ({ p: position }))
      const total = await totalOf({ include }, (most) =>
        webhooks.countDeliveries(ctx, { id, statuses, most }),
      )
      return { status: 200, body: { ...page, ...total } }
    },
  )

  routes.get(
    `${base}/deliveries/:delivery_id`,
    {
      summary: 'Read a delivery with all its attempts',
      description: 'Each attempt shows the request, the response and the time it took.',
      ids: deliveryIds,
      answers: { 200: deliveryWithAttempts },
    },
    async (ctx, { ids: { id, delivery_id: deliveryId } }) => {
      const { delivery, attempts } = await webhooks.readDelivery(ctx, { id, deliveryId })
      const shown = attempts.map(showAttempt)
      await logCandidatesIn(ctx, shown.map(({ request }) => request.body).join())
      return { status: 200, body: { ...showDelivery(delivery), attempts: shown } }
    },
  )

  routes.post(
    `${base}/deliveries/:delivery_id/redeliver`,
    {
      summary: 'Resend a message',
      description: 'Creates a new delivery with the same `webhook-id`.',
      ids: deliveryIds,
      answers: { 202: deliveryShown },
      refusals: ['endpoint_disabled'],
      afterCommit: webhooks.wakeDeliveries,
    },
    async (ctx, { ids: { id, delivery_id: deliveryId } }) => ({
      status: 202,
      body: showDelivery(await webhooks.redeliver(ctx, { id, deliveryId })),
    }),
  )

  routes.post(
    `${base}/test`,
    {
      summary: 'Send a test message to an endpoint',
      description: `Its type is \`webhook_endpoint.tested\`, regardless of the types that the endpoint subscribes to. Read the delivery to see the result. It is attempted up to ${MAX_ATTEMPTS} times.`,
      ids,
      answers: { 202: deliveryShown },
      refusals: ['endpoint_disabled'],
      afterCommit: webhooks.wakeDeliveries,
    },
    async (ctx, input) => ({ status: 202, body: showDelivery(await webhooks.queueTest(ctx, input.ids)) }),
  )

  routes.post(
    `${base}/replay`,
    {
      summary: 'Resend all events since a given time',
      description: `Sends the events that the endpoint subscribes to, with the same \`webhook-id\`s, up to ${MAX_REPLAYED}.`,
      ids,
      body: replayInput,
      answers: { 202: z.object({ queued: z.int().describe('Number of messages that will be sent') }) },
      refusals: ['endpoint_disabled', 'too_many_events'],
      afterCommit: webhooks.wakeDeliveries,
    },
    async (ctx, { ids: { id }, body }) => ({
      status: 202,
      body: { queued: await webhooks.replay(ctx, { id, since: new Date(body.since) }) },
    }),
  )
}

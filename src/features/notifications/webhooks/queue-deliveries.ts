import type { Queryable } from '../../../platform/db/index.ts'
import type { Positions, WriteContext } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { createDeliveriesRepository, type DeliveryId } from './deliveries.repository.ts'
import { createDeliveryQueue } from './delivery-queue.repository.ts'
import type { EndpointId } from './endpoints.repository.ts'
import { lockEndpoint } from './endpoints.ts'
import type { DeliveryRow, EndpointRow } from './webhooks.table.ts'

/** Maximum number of events that one request replays. */
export const MAX_REPLAYED = 50_000

/** Queues the events that have just received these positions for every endpoint that subscribes to them. */
export async function queueNumbered(
  { db, clock }: { db: Queryable; clock: Clock },
  positions: Positions,
): Promise<void> {
  await createDeliveryQueue(db).addNumbered(positions, clock())
}

/** Queues a test message, which is sent like any other. Throws `endpoint_disabled`. */
export async function queueTest(ctx: WriteContext, { id }: { id: EndpointId }): Promise<DeliveryRow> {
  const endpoint = await lockEnabled(ctx, id)
  const now = ctx.clock()
  const message = {
    eventId: newId('event'),
    type: 'webhook_endpoint.tested',
    resourceId: id,
    data: null,
    occurredAt: now,
  }
  return inserted(await createDeliveryQueue(ctx.db).addMessage(endpoint, message, now))
}

/** Queues the message of a delivery again, after the waiting ones. Throws `delivery_not_found` and `endpoint_disabled`. */
export async function redeliver(
  ctx: WriteContext,
  { id, deliveryId }: { id: EndpointId; deliveryId: DeliveryId },
): Promise<DeliveryRow> {
  const endpoint = await lockEnabled(ctx, id)
  const before = await createDeliveriesRepository(ctx.db).find(endpoint.partnerId, id, deliveryId)
  if (!before) throw notFound('delivery')
  return inserted(await createDeliveryQueue(ctx.db).addMessage(endpoint, before, ctx.clock()))
}

/**
 * Queues again all events since a moment to which the endpoint subscribes. Returns how many. Throws `endpoint_disabled`, and
 * `too_many_events` if there are more than one request may replay.
 */
export async function replay(
  ctx: WriteContext,
  { id, since }: { id: EndpointId; since: Date },
): Promise<number> {
  const endpoint = await lockEnabled(ctx, id)
  const queue = createDeliveryQueue(ctx.db)
  const queued = await queue.addSince(endpoint, since, MAX_REPLAYED + 1, ctx.clock())
  if (queued <= MAX_REPLAYED) return queued
  throw new DomainError(
    'too_many_events',
    `More than ${MAX_REPLAYED} events have occurred since then. Choose a later moment or read GET /v1/events.`,
  )
}

async function lockEnabled(ctx: WriteContext, id: EndpointId): Promise<EndpointRow> {
  const endpoint = await lockEndpoint(ctx, { id, precondition: null })
  if (endpoint.status === 'enabled') return endpoint
  throw new DomainError('endpoint_disabled', 'The endpoint is disabled. Set its status to enabled first.')
}

function inserted(row: DeliveryRow | undefined): DeliveryRow {
  if (!row) throw new Error('an inserted delivery was not returned')
  return row
}

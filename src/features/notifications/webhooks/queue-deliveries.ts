import type { Queryable } from '../../../platform/db/index.ts'
import type { Positions, Transaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { createDeliveriesRepository, type DeliveryId } from './deliveries.repository.ts'
import { createDeliveryQueue } from './delivery-queue.repository.ts'
import type { EndpointKey } from './endpoint-in-address.ts'
import { lockEndpoint } from './endpoints.ts'
import type { DeliveryRow, EndpointRow } from './webhooks.table.ts'

/** So many events are replayed at once. */
export const MOST_REPLAYED = 50_000

type Deps = { clock: Clock }

/** For every endpoint that wants them, the events that have just got these positions. */
export async function queueNumbered(deps: Deps, db: Queryable, positions: Positions): Promise<void> {
  await createDeliveryQueue(db).addNumbered(positions, deps.clock())
}

/** A message that tests the endpoint, and goes the way of all others. Throws `endpoint_disabled`. */
export async function queueTest(deps: Deps, { db }: Transaction, key: EndpointKey): Promise<DeliveryRow> {
  const endpoint = await lockEnabled(db, key)
  const now = deps.clock()
  const message = {
    eventId: newId('event'),
    type: 'webhook_endpoint.tested',
    resourceId: key.id,
    data: null,
    occurredAt: now,
  }
  return added(await createDeliveryQueue(db).addMessage(endpoint, message, now))
}

/** The message of a delivery once more, behind what waits. Throws `delivery_not_found` and `endpoint_disabled`. */
export async function redeliver(
  deps: Deps,
  { db }: Transaction,
  key: EndpointKey,
  deliveryId: DeliveryId,
): Promise<DeliveryRow> {
  const endpoint = await lockEnabled(db, key)
  const before = await createDeliveriesRepository(db).find(key.partnerId, key.id, deliveryId)
  if (!before) throw notFound('delivery')
  return added(await createDeliveryQueue(db).addMessage(endpoint, before, deps.clock()))
}

/**
 * The events since a moment that the endpoint wants, once more; how many. Throws `endpoint_disabled`, and
 * `too_many_events` where there are more than can be replayed at once.
 */
export async function replay(
  deps: Deps,
  { db }: Transaction,
  key: EndpointKey,
  since: Date,
): Promise<number> {
  const endpoint = await lockEnabled(db, key)
  const queued = await createDeliveryQueue(db).addSince(endpoint, since, MOST_REPLAYED + 1, deps.clock())
  if (queued <= MOST_REPLAYED) return queued
  throw new DomainError(
    'too_many_events',
    `More than ${MOST_REPLAYED} events came since then: take a later moment, or read GET /v1/events.`,
  )
}

async function lockEnabled(db: Queryable, key: EndpointKey): Promise<EndpointRow> {
  const endpoint = await lockEndpoint(db, key, null)
  if (endpoint.status === 'enabled') return endpoint
  throw new DomainError('endpoint_disabled', 'Set its status to enabled first.')
}

function added(row: DeliveryRow | undefined): DeliveryRow {
  if (!row) throw new Error('a delivery was added that is not there')
  return row
}

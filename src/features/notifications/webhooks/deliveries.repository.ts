import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { type Counted, countListed, type Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import type { EndpointId } from './endpoints.repository.ts'
import { type AttemptRow, type DeliveryRow, webhookAttempts, webhookDeliveries } from './webhooks.table.ts'

export type DeliveryId = Id<'delivery'>

type Status = DeliveryRow['status']

export interface DeliveryFilter {
  /** All statuses if undefined. */
  statuses?: readonly Status[] | undefined
}

export interface DeliveryPage extends DeliveryFilter {
  limit: number
  /** Position of the last delivery on the previous page. */
  after?: number | undefined
  isOldestFirst?: boolean
}

export function createDeliveriesRepository(db: Queryable) {
  const ofEndpoint = (partnerId: PartnerId, endpointId: EndpointId) =>
    and(eq(webhookDeliveries.partnerId, partnerId), eq(webhookDeliveries.endpointId, endpointId))
  return {
    async find(
      partnerId: PartnerId,
      endpointId: EndpointId,
      id: DeliveryId,
    ): Promise<DeliveryRow | undefined> {
      const [row] = await db
        .select()
        .from(webhookDeliveries)
        .where(
          and(
            eq(webhookDeliveries.partnerId, partnerId),
            eq(webhookDeliveries.id, id),
            eq(webhookDeliveries.endpointId, endpointId),
          ),
        )
      return row
    },

    /** Lists deliveries in the order in which they were queued. An index finds each status in this order, even rare ones. */
    async list(
      partnerId: PartnerId,
      endpointId: EndpointId,
      { limit, after, statuses, isOldestFirst = false }: DeliveryPage,
    ): Promise<DeliveryRow[]> {
      const { position } = webhookDeliveries
      const isBehind = after === undefined ? undefined : (isOldestFirst ? gt : lt)(position, after)
      const inOrder = isOldestFirst ? asc(position) : desc(position)
      const firstOf = (status?: Status) =>
        db
          .select()
          .from(webhookDeliveries)
          .where(
            and(ofEndpoint(partnerId, endpointId), status && eq(webhookDeliveries.status, status), isBehind),
          )
          .orderBy(inOrder)
          .limit(limit)
      const [first, second, ...others] = [...new Set(statuses)].map(firstOf)
      if (!first || !second) return first ?? firstOf()
      // One statement, so that a delivery that ends meanwhile appears only once.
      return unionAll(first, second, ...others)
        .orderBy(inOrder)
        .limit(limit)
    },

    /** Counts deliveries, up to `most`. */
    count(
      partnerId: PartnerId,
      endpointId: EndpointId,
      { statuses }: DeliveryFilter,
      most: number,
    ): Promise<Counted> {
      const isWanted = statuses && inArray(webhookDeliveries.status, [...statuses])
      const where = and(ofEndpoint(partnerId, endpointId), isWanted)
      return countListed(db, sql`select 1 from ${webhookDeliveries} where ${where}`, {
        most,
        isSearch: false,
      })
    },

    attemptsOf(partnerId: PartnerId, deliveryId: DeliveryId): Promise<AttemptRow[]> {
      return db
        .select()
        .from(webhookAttempts)
        .where(and(eq(webhookAttempts.partnerId, partnerId), eq(webhookAttempts.deliveryId, deliveryId)))
        .orderBy(asc(webhookAttempts.id))
    },

    /** Removes up to `limit` deliveries that ended before a moment. Returns how many. */
    async removeOlderThan(moment: Date, limit: number): Promise<number> {
      const { rowCount } = await db.execute(sql`
        delete from webhook_deliveries where (partner_id, id) in (
          select partner_id, id from webhook_deliveries where ended_at < ${moment.toISOString()}::timestamptz
          order by ended_at limit ${limit})`)
      return rowCount ?? 0
    },
  }
}

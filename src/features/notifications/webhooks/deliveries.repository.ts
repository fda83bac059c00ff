import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import type { EndpointId } from './endpoints.repository.ts'
import { type AttemptRow, type DeliveryRow, webhookAttempts, webhookDeliveries } from './webhooks.table.ts'

export type DeliveryId = Id<'delivery'>

export interface DeliveryFilter {
  limit: number
  /** Position of the last delivery on the previous page. */
  before?: number | undefined
  status?: DeliveryRow['status'] | undefined
}

export function createDeliveriesRepository(db: Queryable) {
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

    /** Newest first. */
    list(
      partnerId: PartnerId,
      endpointId: EndpointId,
      { limit, before, status }: DeliveryFilter,
    ): Promise<DeliveryRow[]> {
      return db
        .select()
        .from(webhookDeliveries)
        .where(
          and(
            eq(webhookDeliveries.partnerId, partnerId),
            eq(webhookDeliveries.endpointId, endpointId),
            status && eq(webhookDeliveries.status, status),
            before === undefined ? undefined : lt(webhookDeliveries.position, before),
          ),
        )
        .orderBy(desc(webhookDeliveries.position))
        .limit(limit)
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

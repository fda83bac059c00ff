import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { idToUuid, type PartnerId } from '../../shared/ids.ts'
import type { Queryable } from '../db/index.ts'
import { idempotencyKeys } from './idempotency.table.ts'

type IdempotencyRow = typeof idempotencyKeys.$inferSelect

export function createIdempotencyRepository(db: Queryable) {
  const is = (partnerId: PartnerId, keyHash: Buffer) =>
    and(eq(idempotencyKeys.partnerId, partnerId), eq(idempotencyKeys.keyHash, keyHash))

  return {
    /** Locks the key until the transaction ends. Returns false if another transaction holds it. */
    async lock(keyHash: Buffer): Promise<boolean> {
      const lockKey = keyHash.readBigInt64BE(0)
      const { rows } = await db.execute<{ locked: boolean }>(
        sql`select pg_try_advisory_xact_lock(${String(lockKey)}::bigint) as locked`,
      )
      return rows[0]?.locked === true
    },

    async find(partnerId: PartnerId, keyHash: Buffer, since: Date): Promise<IdempotencyRow | undefined> {
      const where = and(is(partnerId, keyHash), gte(idempotencyKeys.createdAt, since))
      return (await db.select().from(idempotencyKeys).where(where))[0]
    },

    async store(row: IdempotencyRow): Promise<void> {
      const { partnerId: _, keyHash: __, ...rest } = row
      await db
        .insert(idempotencyKeys)
        .values(row)
        .onConflictDoUpdate({ target: [idempotencyKeys.partnerId, idempotencyKeys.keyHash], set: rest })
    },

    /** Erases stored responses that contain this resource. */
    async removeOf(partnerId: PartnerId, resourceId: string): Promise<void> {
      const where = and(eq(idempotencyKeys.partnerId, partnerId), eq(idempotencyKeys.resourceId, resourceId))
      await db.delete(idempotencyKeys).where(where)
    },

    async removeOfAll(among: readonly { partnerId: PartnerId; resourceId: string }[]): Promise<void> {
      await db.execute(sql`
        delete from ${idempotencyKeys} using unnest(
          ${sql.param(among.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(among.map(({ resourceId }) => resourceId))}::text[]
        ) as held (partner_id, resource_id)
        where ${idempotencyKeys.partnerId} = held.partner_id and ${idempotencyKeys.resourceId} = held.resource_id`)
    },

    async removeOlderThan(moment: Date): Promise<void> {
      await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, moment))
    },
  }
}

import { and, asc, count, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId } from '../../../shared/ids.ts'
import {
  type EndpointRow,
  type WebhookSecretRow,
  webhookEndpoints,
  webhookSecrets,
} from './webhooks.table.ts'

export type EndpointId = Id<'endpoint'>

export function createEndpointsRepository(db: Queryable) {
  const is = (partnerId: PartnerId, id: EndpointId) =>
    and(eq(webhookEndpoints.partnerId, partnerId), eq(webhookEndpoints.id, id))
  const secretsOf = (partnerId: PartnerId, id: EndpointId) =>
    and(eq(webhookSecrets.partnerId, partnerId), eq(webhookSecrets.endpointId, id))
  return {
    async insert(row: EndpointRow): Promise<void> {
      await db.insert(webhookEndpoints).values(row)
    },

    async insertSecret(row: WebhookSecretRow): Promise<void> {
      await db.insert(webhookSecrets).values(row)
    },

    async find(partnerId: PartnerId, id: EndpointId): Promise<EndpointRow | undefined> {
      return (await db.select().from(webhookEndpoints).where(is(partnerId, id)))[0]
    },

    /** Locks an endpoint and thereby its deliveries until the transaction ends. */
    async lock(partnerId: PartnerId, id: EndpointId): Promise<EndpointRow | undefined> {
      const rows = await db.select().from(webhookEndpoints).where(is(partnerId, id)).for('no key update')
      return rows[0]
    },

    /** Counts a partner's endpoints. Only one transaction per partner counts at a time. */
    async countLocked(partnerId: PartnerId): Promise<number> {
      await db.execute(
        sql`select pg_advisory_xact_lock(hashtextextended(${`webhook_endpoints ${partnerId}`}, 0))`,
      )
      const [row] = await db
        .select({ count: count() })
        .from(webhookEndpoints)
        .where(eq(webhookEndpoints.partnerId, partnerId))
      return row?.count ?? 0
    },

    list(
      partnerId: PartnerId,
      { limit, after }: { limit: number; after: EndpointId | undefined },
    ): Promise<EndpointRow[]> {
      return db
        .select()
        .from(webhookEndpoints)
        .where(and(eq(webhookEndpoints.partnerId, partnerId), after && gt(webhookEndpoints.id, after)))
        .orderBy(asc(webhookEndpoints.id))
        .limit(limit)
    },

    async update(
      { partnerId, id }: Pick<EndpointRow, 'partnerId' | 'id'>,
      change: Partial<EndpointRow>,
    ): Promise<EndpointRow> {
      const [row] = await db.update(webhookEndpoints).set(change).where(is(partnerId, id)).returning()
      if (!row) throw new Error('a locked endpoint is missing')
      return row
    },

    async remove(partnerId: PartnerId, id: EndpointId): Promise<void> {
      await db.delete(webhookEndpoints).where(is(partnerId, id))
    },

    /** Lists secrets that still sign, newest last. */
    liveSecrets(partnerId: PartnerId, id: EndpointId, now: Date): Promise<WebhookSecretRow[]> {
      return db
        .select()
        .from(webhookSecrets)
        .where(
          and(secretsOf(partnerId, id), or(isNull(webhookSecrets.endsAt), gt(webhookSecrets.endsAt, now))),
        )
        .orderBy(asc(webhookSecrets.id))
    },

    /** Lists secrets of all partners whose stored text does not begin with `prefix`. */
    secretsWithout(prefix: string): Promise<WebhookSecretRow[]> {
      return db.select().from(webhookSecrets).where(sql`not starts_with(${webhookSecrets.secret}, ${prefix})`)
    },

    async updateSecrets(
      rows: readonly Pick<WebhookSecretRow, 'partnerId' | 'id' | 'secret'>[],
    ): Promise<void> {
      await db.execute(sql`
        update webhook_secrets set secret = given.secret
        from unnest(${sql.param(rows.map((row) => idToUuid(row.partnerId)))}::uuid[],
          ${sql.param(rows.map((row) => idToUuid(row.id)))}::uuid[],
          ${sql.param(rows.map((row) => row.secret))}::text[]) as given (partner_id, id, secret)
        where webhook_secrets.partner_id = given.partner_id and webhook_secrets.id = given.id`)
    },

    /** Removes secrets that already have an end, and sets the end of the others. */
    async endSecrets(partnerId: PartnerId, id: EndpointId, at: Date): Promise<void> {
      await db
        .delete(webhookSecrets)
        .where(and(secretsOf(partnerId, id), sql`${webhookSecrets.endsAt} is not null`))
      await db.update(webhookSecrets).set({ endsAt: at }).where(secretsOf(partnerId, id))
    },
  }
}

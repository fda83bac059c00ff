import { and, asc, desc, eq, exists, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { clientSecrets, clients, partners, signingKeys } from './partners.table.ts'

export type PartnerRow = typeof partners.$inferSelect
export type ClientRow = typeof clients.$inferSelect
export type ClientSecretRow = typeof clientSecrets.$inferSelect
export type SigningKeyRow = typeof signingKeys.$inferSelect

/** Channel for changed signing keys: running servers reload them. */
export const KEYS_CHANNEL = 'smartsource_keys'

/** Channel for disabled and enabled clients: running servers reload the disabled ones. */
export const CLIENTS_CHANNEL = 'smartsource_clients'

export type PartnersRepository = ReturnType<typeof createPartnersRepository>

export function createPartnersRepository(db: Queryable) {
  const live = (now: Date) =>
    and(
      isNull(clientSecrets.revokedAt),
      or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, now)),
    )

  const notifyKeysChanged = () => db.execute(sql`select pg_notify(${KEYS_CHANNEL}, '')`)

  return {
    async insertPartner(row: typeof partners.$inferInsert) {
      await db.insert(partners).values(row)
    },
    async findPartner(id: PartnerId, lock?: 'no key update'): Promise<PartnerRow | undefined> {
      const query = db.select().from(partners).where(eq(partners.id, id))
      if (!lock) return (await query)[0]
      if (!db.isDistributed) return (await query.for(lock))[0]
      // Citus keeps partners on every node, so a row lock would lock them on all of them.
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${idToUuid(id)}, 0))`)
      return (await query)[0]
    },

    /** Returns the sandbox of a partner, if it has one. */
    async findSandbox(id: PartnerId): Promise<PartnerRow | undefined> {
      return (await db.select().from(partners).where(eq(partners.sandboxOf, id)))[0]
    },

    async setClockAhead(id: PartnerId, clockAheadMs: number): Promise<void> {
      await db.update(partners).set({ clockAheadMs }).where(eq(partners.id, id))
    },

    async setDeskColour(id: PartnerId, deskColour: string | null): Promise<void> {
      await db.update(partners).set({ deskColour }).where(eq(partners.id, id))
    },

    /** Lists sandboxes whose clock was moved, or only the one with this id. */
    async movedClocks(only?: PartnerId): Promise<Pick<PartnerRow, 'id' | 'clockAheadMs'>[]> {
      return db
        .select({ id: partners.id, clockAheadMs: partners.clockAheadMs })
        .from(partners)
        .where(and(gt(partners.clockAheadMs, 0), only && eq(partners.id, only)))
    },

    async updatePartner(row: PartnerRow) {
      await db.update(partners).set(row).where(eq(partners.id, row.id))
    },

    async insertClient(row: ClientRow) {
      await db.insert(clients).values(row)
    },
    async insertSecret(row: ClientSecretRow) {
      await db.insert(clientSecrets).values(row)
    },

    async isPartner(id: PartnerId): Promise<boolean> {
      return (await db.select({ id: partners.id }).from(partners).where(eq(partners.id, id))).length > 0
    },

    /** Lists partners with their clients, except removed ones, and their secrets without hashes, oldest first. */
    async listPartners() {
      return db
        .select({
          partner: partners,
          client: { id: clients.id, scopes: clients.scopes, disabledAt: clients.disabledAt },
          secret: {
            id: clientSecrets.id,
            createdAt: clientSecrets.createdAt,
            expiresAt: clientSecrets.expiresAt,
            revokedAt: clientSecrets.revokedAt,
            lastUsedAt: clientSecrets.lastUsedAt,
          },
        })
        .from(partners)
        .leftJoin(clients, and(eq(clients.partnerId, partners.id), isNull(clients.removedAt)))
        .leftJoin(
          clientSecrets,
          and(eq(clientSecrets.partnerId, clients.partnerId), eq(clientSecrets.clientId, clients.id)),
        )
        .orderBy(asc(partners.id), asc(clients.id), asc(clientSecrets.id))
    },

    async findClient(id: Id<'client'>): Promise<ClientRow | undefined> {
      return (await db.select().from(clients).where(eq(clients.id, id)))[0]
    },

    /** Lists the clients whose tokens are refused. Removed clients count as disabled. */
    async disabledClients(): Promise<Pick<ClientRow, 'id' | 'removedAt'>[]> {
      return db
        .select({ id: clients.id, removedAt: clients.removedAt })
        .from(clients)
        .where(isNotNull(clients.disabledAt))
    },

    /** Lists all secrets of a client, including those that have ended. */
    async secretsOf(client: ClientRow): Promise<ClientSecretRow[]> {
      return db
        .select()
        .from(clientSecrets)
        .where(and(eq(clientSecrets.partnerId, client.partnerId), eq(clientSecrets.clientId, client.id)))
    },

    /** Records the use of a secret, at most once a minute, so that a busy client does not rewrite the row for each token. */
    async touchSecret(secret: ClientSecretRow, now: Date) {
      const stale = sql`${clientSecrets.lastUsedAt} is null or ${clientSecrets.lastUsedAt} < ${new Date(now.getTime() - MINUTE_MS).toISOString()}`
      await db
        .update(clientSecrets)
        .set({ lastUsedAt: now })
        .where(and(eq(clientSecrets.partnerId, secret.partnerId), eq(clientSecrets.id, secret.id), stale))
    },

    /** Ends the live secrets of a client at `at`, unless they end sooner. */
    async expireSecrets(client: ClientRow, now: Date, at: Date) {
      const ofClient = and(
        eq(clientSecrets.partnerId, client.partnerId),
        eq(clientSecrets.clientId, client.id),
      )
      await db
        .update(clientSecrets)
        .set({ expiresAt: sql`least(${clientSecrets.expiresAt}, ${at.toISOString()}::timestamptz)` })
        .where(and(ofClient, live(now)))
    },

    /** Returns the keys that verify, newest first. */
    async signingKeys(): Promise<SigningKeyRow[]> {
      return db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), asc(signingKeys.kid))
    },

    /** Inserts the first key. If two processes start at once, only the first insert counts. */
    async insertFirstSigningKey(row: SigningKeyRow) {
      await db.execute(sql`
        insert into signing_keys (kid, private_key_pem, created_at)
        select ${row.kid}, ${row.privateKeyPem}, ${row.createdAt.toISOString()}::timestamptz
        where not exists (select from signing_keys)
        on conflict do nothing`)
    },

    async updatePrivateKeys(rows: readonly Pick<SigningKeyRow, 'kid' | 'privateKeyPem'>[]) {
      await db.execute(sql`
        update signing_keys set private_key_pem = given.private_key_pem
        from unnest(${sql.param(rows.map((row) => row.kid))}::text[],
          ${sql.param(rows.map((row) => row.privateKeyPem))}::text[]) as given (kid, private_key_pem)
        where signing_keys.kid = given.kid`)
    },

    async insertSigningKey(row: SigningKeyRow) {
      await db.insert(signingKeys).values(row)
      await notifyKeysChanged()
    },

    /** Returns false if there is no such key, or no other one. */
    async removeSigningKey(kid: string): Promise<boolean> {
      const others = db.select().from(signingKeys).where(ne(signingKeys.kid, kid))
      const { rowCount } = await db.delete(signingKeys).where(and(eq(signingKeys.kid, kid), exists(others)))
      await notifyKeysChanged()
      return rowCount === 1
    },
  }
}

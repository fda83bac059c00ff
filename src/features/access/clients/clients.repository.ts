import { and, asc, count, desc, eq, exists, gt, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Scope } from '../../../platform/http/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { CLIENTS_CHANNEL, type ClientRow, type ClientSecretRow } from '../partners.repository.ts'
import { clientSecrets, clients } from '../partners.table.ts'
import { type ClientLogRow, clientLog } from './client-log.table.ts'

export type ClientId = Id<'client'>
/** A live secret without its hash. */
export type LiveSecret = Pick<ClientSecretRow, 'id' | 'createdAt' | 'expiresAt' | 'lastUsedAt'>
export interface ClientWithSecrets {
  client: ClientRow
  secrets: LiveSecret[]
}

/** SQL for a partner's own clients, except removed ones. */
export function createClientsRepository(db: Queryable, partnerId: PartnerId) {
  const isThere = and(eq(clients.partnerId, partnerId), isNull(clients.removedAt))
  const is = (id: ClientId) => and(isThere, eq(clients.id, id))
  const isLive = (now: Date) =>
    and(
      isNull(clientSecrets.revokedAt),
      or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, now)),
    )

  return {
    /** Lists all clients or one of them, oldest first, with their live secrets. */
    async list(now: Date, id?: ClientId): Promise<ClientWithSecrets[]> {
      const rows = await db
        .select({ client: clients, secret: clientSecrets })
        .from(clients)
        .leftJoin(
          clientSecrets,
          and(
            eq(clientSecrets.partnerId, clients.partnerId),
            eq(clientSecrets.clientId, clients.id),
            isLive(now),
          ),
        )
        .where(id ? is(id) : isThere)
        .orderBy(asc(clients.id), asc(clientSecrets.id))
      const found = new Map<ClientId, ClientWithSecrets>()
      for (const { client, secret } of rows) {
        const one = found.get(client.id) ?? { client, secrets: [] }
        found.set(client.id, one)
        if (secret) one.secrets.push(secret)
      }
      return [...found.values()]
    },

    find: async (id: ClientId): Promise<ClientRow | undefined> =>
      (await db.select().from(clients).where(is(id)))[0],

    async count(): Promise<number> {
      const [row] = await db.select({ count: count() }).from(clients).where(isThere)
      return row?.count ?? 0
    },

    /** Tells whether another enabled client has the scope and a live secret. */
    async hasAnotherWith(scope: Scope, id: ClientId, now: Date): Promise<boolean> {
      const holds = sql`${scope} = any(${clients.scopes})`
      const ofClient = and(
        eq(clientSecrets.partnerId, clients.partnerId),
        eq(clientSecrets.clientId, clients.id),
        isLive(now),
      )
      const hasSecret = exists(db.select({ id: clientSecrets.id }).from(clientSecrets).where(ofClient))
      const where = and(isThere, ne(clients.id, id), isNull(clients.disabledAt), holds, hasSecret)
      return (await db.select({ id: clients.id }).from(clients).where(where).limit(1)).length > 0
    },

    /** Changes a client. Running servers reload the disabled clients. */
    async update(
      id: ClientId,
      change: Partial<Pick<ClientRow, 'disabledAt' | 'disabledByPartner' | 'removedAt'>>,
    ): Promise<void> {
      await db.update(clients).set(change).where(is(id))
      await db.execute(sql`select pg_notify(${CLIENTS_CHANNEL}, '')`)
    },

    async revokeSecrets(id: ClientId, now: Date): Promise<void> {
      const ofClient = and(eq(clientSecrets.partnerId, partnerId), eq(clientSecrets.clientId, id))
      await db
        .update(clientSecrets)
        .set({ revokedAt: now })
        .where(and(ofClient, isNull(clientSecrets.revokedAt)))
    },

    /** Revokes a secret that is not revoked yet. Returns its client. */
    async revokeSecret(id: Id<'secret'>, now: Date): Promise<ClientId | undefined> {
      const where = and(
        eq(clientSecrets.partnerId, partnerId),
        eq(clientSecrets.id, id),
        isNull(clientSecrets.revokedAt),
      )
      const revoked = db.update(clientSecrets).set({ revokedAt: now }).where(where)
      return (await revoked.returning({ clientId: clientSecrets.clientId }))[0]?.clientId
    },

    async log(row: Omit<ClientLogRow, 'partnerId'>): Promise<void> {
      await db.insert(clientLog).values({ ...row, partnerId })
    },

    /** Lists log entries, newest first. */
    readLog: ({
      limit,
      before,
    }: {
      limit: number
      before: ClientLogRow['id'] | undefined
    }): Promise<ClientLogRow[]> =>
      db
        .select()
        .from(clientLog)
        .where(and(eq(clientLog.partnerId, partnerId), before && lt(clientLog.id, before)))
        .orderBy(desc(clientLog.id))
        .limit(limit),
  }
}

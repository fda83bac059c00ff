import { and, eq, lt, sql } from 'drizzle-orm'
import { createListReader, type Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { requestsListed } from './requests.list.ts'
import { type RequestRow, requests } from './requests.table.ts'

export function createRequestsRepository(db: Queryable) {
  return {
    ...createListReader(db, requestsListed, requests.partnerId),

    async insertMany(rows: readonly RequestRow[]): Promise<void> {
      const all = <T>(read: (row: RequestRow) => T) => sql.param(rows.map(read))
      await db.execute(sql`
        insert into ${requests}
          (partner_id, id, client_id, created_at, request_id, method, route, error_code, status, duration_ms)
        select * from unnest(
          ${all((row) => idToUuid(row.partnerId))}::uuid[],
          ${all((row) => idToUuid(row.id))}::uuid[],
          ${all((row) => idToUuid(row.clientId))}::uuid[],
          ${all((row) => row.createdAt.toISOString())}::timestamptz[],
          ${all((row) => row.requestId)}::text[],
          ${all((row) => row.method)}::text[],
          ${all((row) => row.route)}::text[],
          ${all((row) => row.errorCode)}::text[],
          ${all((row) => row.status)}::integer[],
          ${all((row) => row.durationMs)}::integer[])`)
    },

    /** Removes all but the newest requests of a partner. */
    async keepNewest(partnerId: PartnerId, most: number): Promise<void> {
      const oldest = sql`(
        select id from ${requests} where partner_id = ${idToUuid(partnerId)} order by id desc offset ${most - 1} limit 1)`
      await db.delete(requests).where(and(eq(requests.partnerId, partnerId), lt(requests.id, oldest)))
    },

    async removeOlderThan(moment: Date): Promise<void> {
      await db.delete(requests).where(lt(requests.createdAt, moment))
    },
  }
}

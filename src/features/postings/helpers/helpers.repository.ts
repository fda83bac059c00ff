import { type SQL, sql } from 'drizzle-orm'
import { countUpTo, type Queryable } from '../../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { createLikeSearch } from '../like-search.repository.ts'
import { createNameSearch } from '../name-search.repository.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { helperList } from './helpers.list.ts'
import { type HelperRow, helpers } from './helpers.table.ts'

/** Selects helpers with a credential that expires within 30 days. */
function expiring(partnerId: PartnerId, today: string): SQL {
  const days = sql`array(select (${today}::date + day)::text from generate_series(0, 30) as day)`
  const held = sql`expiry_days(${helpers.credentials})`
  return sql`array[${helpers.partnerId}] @> array[${idToUuid(partnerId)}]::uuid[]
      and ${held} && ${days} and ${held} <> '{}'`
}

export const createHelpersRepository = (db: Queryable) => ({
  ...createPostingRepository<HelperRow>(db, helperList),
  ...createNameSearch(db, helpers, { prefix: 'helper', only: sql`not ${helpers.isCandidate}` }),
  // Candidates' helpers are found through their candidates.
  ...createLikeSearch(db, helpers, {
    email: sql`lower(${helpers.contact} ->> 'email')`,
    only: sql`not ${helpers.isCandidate}`,
  }),

  /** Returns the time zones of helpers of any partners. */
  async zonesOf(
    named: readonly Pick<HelperRow, 'partnerId' | 'id'>[],
  ): Promise<Map<HelperRow['id'], string>> {
    const { partnerId, id, timeZone } = helpers
    const among = (ids: readonly Id<IdPrefix>[]) => sql`any(${sql.param(ids.map(idToUuid))}::uuid[])`
    const where = sql`${partnerId} = ${among(named.map((one) => one.partnerId))}
      and ${id} = ${among(named.map((one) => one.id))}`
    const rows = await db.select({ id, timeZone }).from(helpers).where(where)
    return new Map(rows.map((row) => [row.id, row.timeZone]))
  },
  /** Counts helpers with a credential that expires within 30 days, up to `most`. */
  countExpiring(partnerId: PartnerId, { today, most }: { today: string; most: number }): Promise<number> {
    return countUpTo(db, sql`select 1 from ${helpers} where ${expiring(partnerId, today)}`, most)
  },
  /** Lists up to `limit` helpers with a credential that expires within 30 days. */
  listExpiring(partnerId: PartnerId, { today, limit }: { today: string; limit: number }) {
    const { id, name, isCandidate } = helpers
    return db.select({ id, name, isCandidate }).from(helpers).where(expiring(partnerId, today)).limit(limit)
  },
})

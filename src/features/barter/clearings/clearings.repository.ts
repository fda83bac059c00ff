import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { countUpTo, createListReader, type Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { clearingsListed } from './clearings.list.ts'
import { type ClearingRow, clearings } from './clearings.table.ts'

export type ClearingId = Id<'clearing'>

/** End of the partner's last clearing, or of the claim of a running one. */
const lastServed = sql`(select max(coalesce(other.claimed_until, other.ended_at)) from clearings other
  where other.partner_id = ${clearings.partnerId})`

export function createClearingsRepository(db: Queryable) {
  const is = (partnerId: PartnerId, id: ClearingId) =>
    and(eq(clearings.partnerId, partnerId), eq(clearings.id, id))
  return {
    async insert(row: ClearingRow): Promise<void> {
      await db.insert(clearings).values(row)
    },

    async find(partnerId: PartnerId, id: ClearingId): Promise<ClearingRow | undefined> {
      return (await db.select().from(clearings).where(is(partnerId, id)))[0]
    },

    ...createListReader(db, clearingsListed, clearings.partnerId),

    async update(row: Pick<ClearingRow, 'partnerId' | 'id'>, change: Partial<ClearingRow>): Promise<void> {
      await db.update(clearings).set(change).where(is(row.partnerId, row.id))
    },

    /** Counts a partner's waiting and running clearings, up to `most`. */
    countPending(partnerId: PartnerId, most: number): Promise<number> {
      const pending = and(
        eq(clearings.partnerId, partnerId),
        inArray(clearings.status, ['queued', 'running']),
      )
      return countUpTo(db, sql`select 1 from ${clearings} where ${pending}`, most)
    },

    /**
     * Claims a clearing that nobody runs, or whose runner did not finish in time: the oldest of the partner who has waited
     * longest since its last clearing.
     */
    async claim(now: Date, until: Date): Promise<ClearingRow | undefined> {
      const due = db
        .select({ id: clearings.id })
        .from(clearings)
        .where(
          and(
            inArray(clearings.status, ['queued', 'running']),
            or(isNull(clearings.claimedUntil), lt(clearings.claimedUntil, now)),
          ),
        )
        .orderBy(sql`${lastServed} nulls first`, asc(clearings.id))
        .limit(1)
        .for('update', { skipLocked: true })
      const [row] = await db
        .update(clearings)
        .set({ status: 'running', claimedUntil: until })
        .where(inArray(clearings.id, due))
        .returning()
      return row
    },
  }
}

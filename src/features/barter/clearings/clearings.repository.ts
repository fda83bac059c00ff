import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { type ClearingRow, clearings } from './clearings.table.ts'

export type ClearingId = Id<'clearing'>

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

    list(
      partnerId: PartnerId,
      { limit, before }: { limit: number; before: ClearingId | undefined },
    ): Promise<ClearingRow[]> {
      return db
        .select()
        .from(clearings)
        .where(and(eq(clearings.partnerId, partnerId), before && lt(clearings.id, before)))
        .orderBy(desc(clearings.id))
        .limit(limit)
    },

    async update(row: Pick<ClearingRow, 'partnerId' | 'id'>, change: Partial<ClearingRow>): Promise<void> {
      await db.update(clearings).set(change).where(is(row.partnerId, row.id))
    },

    /** Claims the oldest clearing that nobody runs, or whose runner did not finish in time. */
    async claim(now: Date, until: Date): Promise<ClearingRow | undefined> {
      const due = db
        .select({ id: clearings.id })
        .from(clearings)
        .where(
          and(
            inArray(clearings.state, ['queued', 'running']),
            or(isNull(clearings.claimedUntil), lt(clearings.claimedUntil, now)),
          ),
        )
        .orderBy(asc(clearings.id))
        .limit(1)
        .for('update', { skipLocked: true })
      const [row] = await db
        .update(clearings)
        .set({ state: 'running', claimedUntil: until })
        .where(inArray(clearings.id, due))
        .returning()
      return row
    },
  }
}

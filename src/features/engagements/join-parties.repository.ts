import { asc, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { isOfJoined, type JoinedParties, joinedColumn } from '../introductions/index.ts'
import { recountEngagements } from './engagement-records.repository.ts'
import { type EngagementRow, engagements } from './engagements.table.ts'

/** SQL that moves the work of one party of a partner to another. */
export function createJoinWorkRepository(db: Queryable, partnerId: PartnerId) {
  return {
    /** Locks the engagements of a party in order of id. */
    async lock(joined: JoinedParties): Promise<void> {
      await db
        .select({ id: engagements.id })
        .from(engagements)
        .where(isOfJoined(engagements, partnerId, joined))
        .orderBy(asc(engagements.id))
        .for('update')
    },

    /** Moves engagements with their hours and retrospectives. Returns the moved ones. */
    async move(joined: JoinedParties, now: Date): Promise<EngagementRow[]> {
      const moved = await db
        .update(engagements)
        .set({ ...joinedColumn(joined), updatedAt: now, version: sql`${engagements.version} + 1` })
        .where(isOfJoined(engagements, partnerId, joined))
        .returning()
      await recountEngagements(db, [{ partnerId, id: joined.into }])
      return moved
    },
  }
}

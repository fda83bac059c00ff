import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { insertAll, upsertAll } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { type PreferencesRow, preferences } from './cohorts.table.ts'

export function createPreferencesRepository(db: Queryable) {
  const ofCohort = (partnerId: PartnerId, cohortId: Id<'cohort'>) =>
    and(eq(preferences.partnerId, partnerId), eq(preferences.cohortId, cohortId))

  return {
    list: (partnerId: PartnerId, cohortId: Id<'cohort'>): Promise<PreferencesRow[]> =>
      db.select().from(preferences).where(ofCohort(partnerId, cohortId)).orderBy(asc(preferences.id)),

    /** Counts the students who sent choices and the organizations that sent a ranking. */
    async count(
      partnerId: PartnerId,
      cohortId: Id<'cohort'>,
    ): Promise<{ candidates: number; organizations: number }> {
      const rows = await db
        .select({
          kind: sql<string>`split_part(${preferences.id}, '_', 1)`,
          count: sql<number>`count(*)::int`,
        })
        .from(preferences)
        .where(ofCohort(partnerId, cohortId))
        .groupBy(sql`1`)
      const countOf = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
      return { candidates: countOf('candidate'), organizations: countOf('org') }
    },

    /** Replaces all choices of a cohort. */
    async replace(
      partnerId: PartnerId,
      cohortId: Id<'cohort'>,
      rows: readonly PreferencesRow[],
    ): Promise<void> {
      await db.delete(preferences).where(ofCohort(partnerId, cohortId))
      await insertAll(db, preferences, rows)
    },

    async removeAll(partnerId: PartnerId, cohortId: Id<'cohort'>, ids: readonly string[]): Promise<void> {
      const isAmong = sql`${preferences.id} = any(${sql.param([...ids])}::text[])`
      await db.delete(preferences).where(and(ofCohort(partnerId, cohortId), isAmong))
    },

    /** Deletes what imports replaced before a time. */
    async forgetReplaced(before: Date): Promise<void> {
      // Times are compared as texts: all have the same form, and Citus can't update rows found by a cast to a time.
      const isOld = sql`(${preferences.imported} ->> 'at') collate "C" < ${before.toISOString()}`
      await db
        .update(preferences)
        .set({ imported: null })
        .where(and(isNotNull(preferences.imported), isOld))
    },

    put: (rows: readonly PreferencesRow[]): Promise<void> => upsertAll(db, preferences, rows),
  }
}

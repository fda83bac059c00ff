import { and, asc, eq } from 'drizzle-orm'
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

    /** Puts these in the place of all that were there. */
    async replace(
      partnerId: PartnerId,
      cohortId: Id<'cohort'>,
      rows: readonly PreferencesRow[],
    ): Promise<void> {
      await db.delete(preferences).where(ofCohort(partnerId, cohortId))
      await insertAll(db, preferences, rows)
    },

    put: (rows: readonly PreferencesRow[]): Promise<void> => upsertAll(db, preferences, rows),
  }
}

import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type CandidateId, type Id, idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { type CohortRow, cohorts, preferences } from './cohorts.table.ts'
import { moveChoices } from './move-choices.repository.ts'

/** A candidate that ends, and the one that replaces it. */
export interface Joined {
  from: CandidateId
  into: CandidateId
}

/** A cohort that names the candidate: as a member, in its rules, or in somebody's choices. */
type NamingCohort = Pick<CohortRow, 'id' | 'programId'> & {
  isMember: boolean
  isRuled: boolean
  isChoosing: boolean
}

/** SQL that joins one candidate of a partner into another, in cohorts and in the choices of both sides. */
export function createJoinChoicesRepository(db: Queryable, partnerId: PartnerId, { from, into }: Joined) {
  const ofPartner = eq(preferences.partnerId, partnerId)
  const isOf = (id: CandidateId) => and(ofPartner, eq(preferences.id, id))
  const isNaming = sql`${from} = any(${preferences.choices})`

  return {
    /** Locks the cohorts that name the candidate or contain choices by or of it, in order of id. */
    async lockCohorts(): Promise<NamingCohort[]> {
      const choosing = db
        .select({ id: preferences.cohortId })
        .from(preferences)
        .where(and(ofPartner, or(eq(preferences.id, from), isNaming)))
      const names = sql`${idToUuid(from)}::uuid = any(${cohorts.candidateIds})`
      const isChoosing = inArray(cohorts.id, choosing)
      const isRuled = sql<boolean>`strpos(${cohorts.rules}::text, ${from}) > 0`
      return db
        .select({
          id: cohorts.id,
          programId: cohorts.programId,
          isMember: sql<boolean>`coalesce(${names}, false)`,
          isRuled,
          isChoosing: sql<boolean>`${isChoosing}`,
        })
        .from(cohorts)
        .where(and(eq(cohorts.partnerId, partnerId), or(names, isRuled, isChoosing)))
        .orderBy(asc(cohorts.id))
        .for('no key update')
    },

    /** Replaces the candidate with the kept one: once as a member, and in all rules. */
    async moveMembership(cohortIds: readonly Id<'cohort'>[], now: Date): Promise<void> {
      const replaced = sql`array_replace(${cohorts.candidateIds}, ${idToUuid(from)}::uuid, ${idToUuid(into)}::uuid)`
      await db
        .update(cohorts)
        .set({
          candidateIds: sql`case when ${cohorts.candidateIds} is not null then ${eachOnce(replaced)} end`,
          rules: sql`replace(${cohorts.rules}::text, ${from}, ${into})::jsonb`,
          version: sql`${cohorts.version} + 1`,
          updatedAt: now,
        })
        .where(and(eq(cohorts.partnerId, partnerId), inArray(cohorts.id, [...cohortIds])))
    },

    /** Moves the candidate's own choices. See `moveChoices`. */
    moveChoices: () => moveChoices(db, { from, into }, isOf),

    /**
     * Replaces the candidate with the kept one in organizations' rankings, at the better of both places. Returns how many
     * changed.
     */
    async moveRankings(): Promise<number> {
      const replaced = sql`array_replace(${preferences.choices}, ${from}::text, ${into}::text)`
      const changed = await db
        .update(preferences)
        .set({
          choices: eachOnce(replaced),
          tied: sql`array_replace(${preferences.tied}, ${from}::text, ${into}::text)`,
        })
        .where(and(ofPartner, isNaming))
        .returning({ id: preferences.id })
      return changed.length
    },
  }
}

/** Removes duplicates from an array, keeping each value at its first place. */
function eachOnce(array: SQL): SQL {
  return sql`array(
    select held from unnest(${array}) with ordinality as list (held, place) group by held order by min(place))`
}

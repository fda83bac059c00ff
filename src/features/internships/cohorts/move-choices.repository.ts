import { and, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { CandidateId, OrganizationId } from '../../../shared/ids.ts'
import { preferences } from './cohorts.table.ts'

/**
 * Moves the choices that one party made in cohorts to another. If the kept party has choices in the same cohort, those take
 * precedence. `isOf` matches the lists of a party. Returns how many lists moved and how many were dropped.
 */
export async function moveChoices<I extends CandidateId | OrganizationId>(
  db: Queryable,
  { from, into }: { from: I; into: I },
  isOf: (id: I) => SQL | undefined,
): Promise<{ moved: number; dropped: number }> {
  const isEmpty = sql`cardinality(${preferences.choices}) = 0`
  const isInCohortsOf = (
    lists: SQL | undefined,
  ) => sql`(${preferences.partnerId}, ${preferences.cohortId}) in (
    select ${preferences.partnerId}, ${preferences.cohortId} from ${preferences} where ${lists})`
  const chosen = and(isOf(from), sql`not ${isEmpty}`)
  await db.delete(preferences).where(and(isOf(into), isEmpty, isInCohortsOf(chosen)))
  const dropped = await db
    .delete(preferences)
    .where(and(isOf(from), isInCohortsOf(isOf(into))))
    .returning({ choices: preferences.choices })
  const moved = await db
    .update(preferences)
    .set({ id: into })
    .where(isOf(from))
    .returning({ id: preferences.id })
  return { moved: moved.length, dropped: dropped.filter(({ choices }) => choices.length > 0).length }
}

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid } from '../../../shared/ids.ts'
import { engagements } from '../../engagements/index.ts'
import { candidates, givenCandidates, givenPrograms, programs } from '../../internships/index.ts'

const candidateColumns = {
  partnerId: candidates.partnerId,
  id: candidates.id,
  programId: candidates.programId,
  externalId: candidates.externalId,
}
const ofStudent = sql`${candidates.partnerId} = ${engagements.offerPartnerId} and ${candidates.id} = ${engagements.helperId}`
const ofCandidate = and(eq(programs.partnerId, candidates.partnerId), eq(programs.id, candidates.programId))

/**
 * Joins the students of some internships and their programs to `engagements`. On Citus those are on other nodes: they are
 * read first and passed to the statement under the names of their tables.
 */
export async function joinedPrograms(db: Queryable, internships: SQL | undefined): Promise<SQL> {
  if (!db.isDistributed) return sql`join ${candidates} on ${ofStudent} join ${programs} on ${ofCandidate}`
  const students = await db
    .selectDistinct({ partnerId: engagements.offerPartnerId, id: engagements.helperId })
    .from(engagements)
    .where(internships)
  const found = await db
    .select(candidateColumns)
    .from(candidates)
    .where(
      sql`(${candidates.partnerId}, ${candidates.id}) in (select * from unnest(
        ${sql.param(students.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
        ${sql.param(students.map(({ id }) => idToUuid(id)))}::uuid[]))`,
    )
  const theirs = await db
    .select({
      partnerId: programs.partnerId,
      id: programs.id,
      endsOn: programs.endsOn,
      evaluations: programs.evaluations,
    })
    .from(programs)
    .where(
      and(
        inArray(programs.partnerId, [...new Set(found.map(({ partnerId }) => partnerId))]),
        inArray(programs.id, [...new Set(found.map(({ programId }) => programId))]),
      ),
    )
  return sql`join ${givenCandidates(found)} on ${ofStudent} join ${givenPrograms(theirs)} on ${ofCandidate}`
}

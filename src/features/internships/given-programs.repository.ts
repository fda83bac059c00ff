import { type SQL, sql } from 'drizzle-orm'
import { idToUuid } from '../../shared/ids.ts'
import type { CandidateRow } from './candidates/candidates.table.ts'
import { type ProgramRow, programs } from './programs/programs.table.ts'

const asked = sql.identifier(programs.evaluations.name)

/*
 * On Citus, candidates and programs are on other nodes than engagements, and one statement can't join the two. So rows that have
 * been read are passed to a second statement, under the names of their tables.
 */

/** Builds a row set to select from instead of the table of candidates. */
export function givenCandidates(
  given: readonly Pick<CandidateRow, 'partnerId' | 'id' | 'programId' | 'externalId'>[],
): SQL {
  const rows = given.map((candidate) => ({
    partner_id: idToUuid(candidate.partnerId),
    id: idToUuid(candidate.id),
    program_id: idToUuid(candidate.programId),
    external_id: candidate.externalId,
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as "candidates"(partner_id uuid, id uuid, program_id uuid, external_id text)`
}

/** Builds a row set to select from instead of the table of programs. */
export function givenPrograms(
  given: readonly Pick<ProgramRow, 'partnerId' | 'id' | 'endsOn' | 'evaluations'>[],
): SQL {
  const rows = given.map((program) => ({
    partner_id: idToUuid(program.partnerId),
    id: idToUuid(program.id),
    ends_on: program.endsOn,
    evaluations: program.evaluations,
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as "programs"(partner_id uuid, id uuid, ends_on date, ${asked} jsonb)`
}

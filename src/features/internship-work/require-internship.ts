import type { Context } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { sameNumber } from '../../shared/ids.ts'
import type { EngagementRow } from '../engagements/index.ts'
import { type CandidateRow, createCandidatesRepository } from '../internships/index.ts'

/** Throws `not_an_internship` for other work. */
export function requireInternship({ kind }: EngagementRow): void {
  if (kind === 'intern') return
  throw new DomainError(
    'not_an_internship',
    `The engagement is ${kind} work, not an internship. Only engagements of intern offers have agreements and evaluations.`,
  )
}

/** Returns the candidate who works, if an office posted them. */
export async function candidateOf(
  { db }: Context,
  { offerPartnerId, helperId }: EngagementRow,
): Promise<CandidateRow | undefined> {
  return createCandidatesRepository(db).find(offerPartnerId, sameNumber('candidate', helperId))
}

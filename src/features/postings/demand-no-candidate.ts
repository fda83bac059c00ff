import { DomainError } from '../../shared/errors.ts'

/** Throws `kept_by_candidate` where a helper or an offer is derived from a candidate. */
export function demandNoCandidate(row: { isCandidate: boolean }): void {
  if (!row.isCandidate) return
  throw new DomainError('kept_by_candidate', 'It follows the candidate of the same number: change that.')
}

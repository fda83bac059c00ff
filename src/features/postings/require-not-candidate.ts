import { DomainError } from '../../shared/errors.ts'

/** Throws `kept_by_candidate` for a helper or an offer that is derived from a candidate. */
export function requireNotCandidate(row: { isCandidate: boolean }): void {
  if (!row.isCandidate) return
  throw new DomainError(
    'kept_by_candidate',
    'This record is managed by a candidate. Change the candidate with the same id suffix instead.',
  )
}

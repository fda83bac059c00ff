import { DomainError } from './errors.ts'
import { message } from './messages/index.ts'

/**
 * The caller's condition on the version of a resource before a write, from If-Match or If-None-Match. The
 * version is null if the resource does not exist yet. A null condition accepts every version.
 */
export type Precondition = ((version: number | null) => boolean) | null

/** Throws `precondition_failed` unless the current version of a resource meets the caller's condition. */
export function requireVersion({ version }: { version: number }, precondition: Precondition): void {
  if (precondition && !precondition(version))
    throw new DomainError('precondition_failed', message('refusal_said', { what: 'changed_since' }))
}

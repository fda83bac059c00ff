import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'

/** Throws `not_ready` until the index is complete, because a partial ranking would mislead. */
export function requireReadyIndex({ feed }: { feed: { readonly ready: boolean } }): void {
  if (feed.ready) return
  throw new DomainError('not_ready', message('refusal_said', { what: 'loading' }))
}

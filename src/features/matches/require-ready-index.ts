import { DomainError } from '../../shared/errors.ts'

/** Throws `not_ready` until the index is complete, because a partial ranking would mislead. */
export function requireReadyIndex({ feed }: { feed: { readonly ready: boolean } }): void {
  if (feed.ready) return
  throw new DomainError('not_ready', 'The market is still loading. Try again shortly.')
}

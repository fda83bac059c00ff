import type { Context } from '../../../platform/events/index.ts'
import { createEventPositionsRepository, EVENT_DAYS } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'

/**
 * Returns a page of the caller's events in order of position, and the position at which to continue. Throws `cursor_expired`
 * if events after the given position were already removed.
 */
export async function readFeed(
  { actor, db }: Context,
  { after, types, limit }: { after: bigint | undefined; types: readonly string[] | undefined; limit: number },
) {
  const repository = createEventPositionsRepository(db)
  const filter = { limit: limit + 1, after, types: types && [...types] }
  const { events, numberedTo, oldestKept } = await repository.ofPartner(actor.partnerId, filter)
  if (after !== undefined && oldestKept !== null && after + 1n < oldestKept) throw cursorExpired()
  const page = events.slice(0, limit)
  const last = events.length > limit ? page.at(-1) : undefined
  return { events: page, continueAt: last?.position ?? numberedTo, hasMore: last !== undefined }
}

function cursorExpired(): DomainError {
  const detail = `Events after this cursor were removed after ${EVENT_DAYS} days. Leave the cursor out to start at the oldest event that is kept.`
  return new DomainError('cursor_expired', detail)
}

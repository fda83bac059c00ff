import type { Counted, ListAsked, Queryable } from '../../../platform/db/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { DAY_MS } from '../../../shared/time.ts'
import { createRequestsRepository } from './requests.repository.ts'
import type { RequestRow } from './requests.table.ts'

export const KEPT_DAYS = 7
/** Most requests kept per partner. */
export const MOST_KEPT = 10_000

interface ReadContext {
  actor: { partnerId: PartnerId }
  db: Queryable
}

/** Returns the requests that the partner's clients sent. */
export async function listRequests({ actor, db }: ReadContext, asked: ListAsked): Promise<RequestRow[]> {
  return createRequestsRepository(db).list(actor.partnerId, asked)
}

/** Counts the result of `listRequests`, up to `most`. */
export async function countRequests(
  { actor, db }: ReadContext,
  { asked, most }: { asked: Pick<ListAsked, 'filters' | 'q'>; most: number },
): Promise<Counted> {
  return createRequestsRepository(db).count(actor.partnerId, asked, most)
}

/** Removes requests of all partners that are older than `KEPT_DAYS`. */
export async function removeOldRequests({ db, clock }: { db: Queryable; clock: Clock }): Promise<void> {
  await createRequestsRepository(db).removeOlderThan(new Date(clock().getTime() - KEPT_DAYS * DAY_MS))
}

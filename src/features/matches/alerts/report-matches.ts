import type { Database } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { isId } from '../../../shared/ids.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import type { MatchingPorts } from '../matching-ports.ts'
import { findMatches } from './find-matches.ts'
import { createMatchAlertsRepository, type FoundMatch, type PlacedEvent } from './match-alerts.repository.ts'

/** Number of events whose matches are reported in one transaction. */
const BATCH_SIZE = 200
/** Far longer than a batch takes. A process that exceeds it has died. */
const CLAIM_MS = MINUTE_MS

export interface ReportMatchesPorts extends MatchingPorts {
  db: Database
  inTransaction: InTransaction
  clock: Clock
  feed: { readonly ready: boolean; catchUp(): Promise<void> }
}

/**
 * Reports new matches to needs and offers that request alerts, as soon as either side is posted or changed: one
 * `match.found` for each posting, and each pair only once. Follows the events in order and stores its position in the
 * transaction that reports, so processes may be killed at any time, and several may run at once.
 */
export async function reportMatches(ports: ReportMatchesPorts, stopping: AbortSignal): Promise<void> {
  while (ports.feed.ready && !stopping.aborted && (await reportNext(ports, stopping)));
}

/** Reports the matches of the next batch of events. Returns false once no unclaimed events are left. */
async function reportNext(ports: ReportMatchesPorts, stopping: AbortSignal): Promise<boolean> {
  const { db, clock } = ports
  const repository = createMatchAlertsRepository(db)
  const now = clock()
  const from = await repository.claim(now, new Date(now.getTime() + CLAIM_MS))
  if (from === null) return false
  const events = await repository.eventsAfter(from, BATCH_SIZE)
  const to = events.at(-1)?.position ?? from
  // The index of this process must contain what other processes have written.
  await ports.feed.catchUp()
  const alerted = { needs: await repository.alertedNeeds(), offers: await repository.alertedOffers() }
  const found = await findMatches({ db, clock }, ports, { events, alerted, stopping }).catch(
    async (error: unknown) => {
      // Lets another process, or the next start, continue at once.
      if (stopping.aborted) await repository.release(from)
      throw error
    },
  )
  await ports.inTransaction(
    async ({ db, append }) => {
      const repository = createMatchAlertsRepository(db)
      if (!(await repository.moveOn(from, to))) return
      await repository.forget(deletedPostings(events))
      for (const matches of byPosting(await repository.addReported(found, now))) {
        const [{ partnerId, postingId }] = matches
        append({
          partnerId,
          type: 'match.found',
          resourceId: postingId,
          data: { matches: matches.map(showFoundMatch) },
        })
      }
    },
    { inBackground: true },
  )
  return events.length > 0
}

function deletedPostings(events: readonly PlacedEvent[]) {
  return events.flatMap(({ partnerId, type, resourceId: id }) =>
    type.endsWith('.deleted') && (isId('need', id) || isId('offer', id)) ? [{ partnerId, id }] : [],
  )
}

function byPosting(found: readonly FoundMatch[]): [FoundMatch, ...FoundMatch[]][] {
  const groups = new Map<string, [FoundMatch, ...FoundMatch[]]>()
  for (const one of found) {
    const group = groups.get(one.postingId)
    if (group) group.push(one)
    else groups.set(one.postingId, [one])
  }
  return [...groups.values()]
}

function showFoundMatch({ needId, offerId, score }: FoundMatch) {
  return { need_id: needId, offer_id: offerId, score }
}

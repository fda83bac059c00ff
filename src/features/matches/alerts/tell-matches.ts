import type { Database } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import { isId } from '../../../shared/ids.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import type { MatchingDeps } from '../rank-matches.ts'
import { findMatches } from './find-matches.ts'
import { createMatchAlertsRepository, type Found, type PlacedEvent } from './match-alerts.repository.ts'

/** Number of events whose matches are found and reported together. */
const AT_ONCE = 200
/** Far longer than that takes: who is silent for so long has died. */
const CLAIM_MS = MINUTE_MS

export interface TellDeps extends Pick<MatchingDeps, 'engine' | 'turns' | 'market' | 'clock'> {
  db: Database
  inTransaction: InTransaction
  feed: { readonly ready: boolean; catchUp(): Promise<void> }
}

/**
 * Tells needs and offers that ask for it of matches from their score on, as soon as either side is posted or changed: a
 * `match.found` for each, with all that is new to it, each pair once. Goes through the events in their order, and notes
 * how far it came in the transaction that tells, whatever is killed when and however many processes do this.
 */
export async function tellMatches(deps: TellDeps, isStopping: () => boolean): Promise<void> {
  while (deps.feed.ready && !isStopping() && (await tellNext(deps)));
}

/** False once nothing is left that another process has not at hand. */
async function tellNext(deps: TellDeps): Promise<boolean> {
  const repository = createMatchAlertsRepository(deps.db)
  const now = deps.clock()
  const from = await repository.claim(now, new Date(now.getTime() + CLAIM_MS))
  if (from === null) return false
  const events = await repository.eventsAfter(from, AT_ONCE)
  const to = events.at(-1)?.position ?? from
  // The index of this process must include the writes of other processes.
  await deps.feed.catchUp()
  const alerted = { needs: await repository.alertedNeeds(), offers: await repository.alertedOffers() }
  const found = await findMatches(deps, events, alerted)
  await deps.inTransaction(
    async ({ db, append }) => {
      const repository = createMatchAlertsRepository(db)
      if (!(await repository.goOn(from, to))) return
      await repository.forget(goneOf(events))
      for (const matches of byPosting(await repository.tell(found, now))) {
        const [{ partnerId, postingId }] = matches
        append({
          partnerId,
          type: 'match.found',
          resourceId: postingId,
          data: { matches: matches.map(show) },
        })
      }
    },
    { inBackground: true },
  )
  return events.length > 0
}

function goneOf(events: readonly PlacedEvent[]) {
  return events.flatMap(({ partnerId, type, resourceId: id }) =>
    type.endsWith('.deleted') && (isId('need', id) || isId('offer', id)) ? [{ partnerId, id }] : [],
  )
}

function byPosting(found: readonly Found[]): [Found, ...Found[]][] {
  const groups = new Map<string, [Found, ...Found[]]>()
  for (const one of found) {
    const group = groups.get(one.postingId)
    if (group) group.push(one)
    else groups.set(one.postingId, [one])
  }
  return [...groups.values()]
}

function show({ needId, offerId, score }: Found) {
  return { need_id: needId, offer_id: offerId, score }
}

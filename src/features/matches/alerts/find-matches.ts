import type { RankOptions } from '../../../engines/matching/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../../shared/ids.ts'
import { inSteps } from '../../../shared/in-steps.ts'
import { keysOfChanges } from '../market-feed.ts'
import type { RankedMatch } from '../market-ids.ts'
import type { MatchingDeps } from '../rank-matches.ts'
import { toMarketNeed, toMarketOffer } from '../to-market.ts'
import type { Alerted, Found, PlacedEvent } from './match-alerts.repository.ts'

/** Maximum number of matches reported for one changed posting, best first. */
export const MOST_MATCHES = 100
/** Maximum number of postings on the other side that are notified of one change. */
const MOST_TOLD = 1000

type Deps = Pick<MatchingDeps, 'engine' | 'turns' | 'market' | 'clock'>
type Match = RankedMatch
type Asked = Pick<RankOptions, 'limit' | 'minScore' | 'among'>

/** Finds the matches to report after these events. The index must already include the events. */
export async function findMatches(
  deps: Deps,
  events: readonly PlacedEvent[],
  alerted: { needs: readonly Alerted[]; offers: readonly Alerted[] },
): Promise<Found[]> {
  if (alerted.needs.length === 0 && alerted.offers.length === 0) return []
  const { engine, market, turns, clock } = deps
  const keys = keysOfChanges(events)
  const needs = await market.needsOf(keys.needs, keys.organizations)
  const offers = await market.offersOf(keys.offers, keys.helpers)
  const found: Found[] = []
  const optionsOf = (asked: Asked) => ({ ...asked, asOfMs: clock().getTime() })
  for (const record of needs) {
    const rank = async (asked: Asked) => {
      const steps = () => engine.rankOffersInSteps(toMarketNeed(record), optionsOf(asked))
      return turns.take(() => inSteps(steps()))
    }
    found.push(...(await matchesOf(record.need, rank, alerted.offers, ({ offerId }) => offerId)))
  }
  for (const record of offers.filter(({ isHeld }) => !isHeld)) {
    const rank = async (asked: Asked) => {
      const steps = () => engine.rankNeedsInSteps(toMarketOffer(record), optionsOf(asked))
      return turns.take(() => inSteps(steps()))
    }
    found.push(...(await matchesOf(record.offer, rank, alerted.needs, ({ needId }) => needId)))
  }
  return found
}

/** Matches reported to the changed posting, and matches reported to postings of the other side. */
async function matchesOf(
  posting: { partnerId: PartnerId; id: NeedId | OfferId; alertMinScore: number | null },
  rank: (asked: Asked) => Promise<Match[]>,
  others: readonly Alerted[],
  otherOf: (match: Match) => NeedId | OfferId,
): Promise<Found[]> {
  const { partnerId, id: postingId, alertMinScore } = posting
  const own = alertMinScore === null ? [] : await rank({ minScore: alertMinScore, limit: MOST_MATCHES })
  const alerted = new Map(others.map((one) => [one.id, one]))
  const minScore = others.reduce((least, one) => Math.min(least, one.minScore), 1)
  const theirs =
    alerted.size === 0 ? [] : await rank({ minScore, limit: MOST_TOLD, among: [...alerted.keys()] })
  return [
    ...own.map((match) => ({ partnerId, postingId, ...match })),
    ...theirs.flatMap((match) => {
      const one = alerted.get(otherOf(match))
      if (!one || match.score < one.minScore) return []
      return [{ partnerId: one.partnerId, postingId: one.id, ...match }]
    }),
  ]
}

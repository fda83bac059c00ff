import type { RankOptions } from '../../../engines/matching/index.ts'
import type { Context } from '../../../platform/events/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../../shared/ids.ts'
import { clockOfPartner } from '../../access/index.ts'
import { createMarketRepository } from '../market.repository.ts'
import { changedKeys } from '../market-feed.ts'
import type { RankedMatch } from '../market-ids.ts'
import type { MatchingPorts } from '../matching-ports.ts'
import { toMarketNeed, toMarketOffer } from '../to-market.ts'
import type { Alerted, FoundMatch, PlacedEvent } from './match-alerts.repository.ts'

/** Maximum number of matches that one change of a posting reports to that posting. */
export const MOST_MATCHES = 100
/** Maximum number of postings of the other side that one change is reported to. */
const MOST_ALERTED = 1000

type Asked = Pick<RankOptions, 'limit' | 'minScore' | 'among'>

/**
 * Finds the matches of everything that these events changed, for each posting that wants them reported. The index must
 * contain the changes. Throws once `stopping` is aborted.
 */
export async function findMatches(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { matcher }: Pick<MatchingPorts, 'matcher'>,
  {
    events,
    alerted,
    stopping,
  }: {
    events: readonly PlacedEvent[]
    alerted: { needs: readonly Alerted[]; offers: readonly Alerted[] }
    stopping: AbortSignal
  },
): Promise<FoundMatch[]> {
  if (alerted.needs.length === 0 && alerted.offers.length === 0) return []
  const market = createMarketRepository(db)
  const keys = changedKeys(events)
  const needs = await market.needsOf(keys.needs, keys.organizations)
  const offers = await market.offersOf(keys.offers, keys.helpers)
  const found: FoundMatch[] = []
  const optionsOf = async (partnerId: PartnerId, asked: Asked): Promise<RankOptions> => {
    const partnerClock = await clockOfPartner({ db, clock }, partnerId)
    return { ...asked, asOfMs: partnerClock().getTime(), leastFit: 'possible' }
  }
  for (const record of needs) {
    const rank = async (asked: Asked) => {
      const options = await optionsOf(record.need.partnerId, asked)
      return matcher.rankOffers({ db }, toMarketNeed(record), options, { stopping })
    }
    found.push(...(await matchesOf(record.need, rank, alerted.offers, ({ offerId }) => offerId)))
  }
  for (const record of offers.filter(({ isHeld }) => !isHeld)) {
    const rank = async (asked: Asked) => {
      const options = await optionsOf(record.offer.partnerId, asked)
      return matcher.rankNeeds({ db }, toMarketOffer(record), options, { stopping })
    }
    found.push(...(await matchesOf(record.offer, rank, alerted.needs, ({ needId }) => needId)))
  }
  return found
}

/** Returns the matches to report to the changed posting, and those to report to postings of the other side. */
async function matchesOf(
  posting: { partnerId: PartnerId; id: NeedId | OfferId; alertMinScore: number | null },
  rank: (asked: Asked) => Promise<readonly RankedMatch[]>,
  others: readonly Alerted[],
  otherOf: (match: RankedMatch) => NeedId | OfferId,
): Promise<FoundMatch[]> {
  const { partnerId, id: postingId, alertMinScore } = posting
  const own = alertMinScore === null ? [] : await rank({ minScore: alertMinScore, limit: MOST_MATCHES })
  const alerted = new Map(others.map((one) => [one.id, one]))
  const minScore = others.reduce((least, one) => Math.min(least, one.minScore), 1)
  const theirs =
    alerted.size === 0 ? [] : await rank({ minScore, limit: MOST_ALERTED, among: [...alerted.keys()] })
  return [
    ...own.map((match) => ({ partnerId, postingId, ...match })),
    ...theirs.flatMap((match) => {
      const one = alerted.get(otherOf(match))
      if (!one || match.score < one.minScore) return []
      return [{ partnerId: one.partnerId, postingId: one.id, ...match }]
    }),
  ]
}

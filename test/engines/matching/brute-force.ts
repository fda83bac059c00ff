import { type Market, MatchContext } from '../../../src/engines/matching/context.ts'
import { createMarket } from '../../../src/engines/matching/create-market.ts'
import type { PairFilters, Ranked, RankOptions } from '../../../src/engines/matching/engine-interface.ts'
import { skillsCovered } from '../../../src/engines/matching/factors/skills.ts'
import { topicOf } from '../../../src/engines/matching/fit.ts'
import { isEligible } from '../../../src/engines/matching/gates/gates.ts'
import { Pair } from '../../../src/engines/matching/pair.ts'
import type { MarketNeed, MarketOffer } from '../../../src/engines/matching/postings.ts'
import {
  type CompiledPosting,
  compileNeed,
  compileOffer,
} from '../../../src/engines/matching/rows/compiled-posting.ts'
import { Row } from '../../../src/engines/matching/rows/row.ts'
import { Rows } from '../../../src/engines/matching/rows/rows.ts'
import { scoreOf } from '../../../src/engines/matching/score.ts'
import { ALWAYS_LISTED } from '../../../src/engines/matching/search/trimmed-list.ts'
import {
  FILLING_SHARE_OF_BEST,
  FITTING_SHARE_OF_BEST,
  LEAST_TOPIC,
  LEAST_TOPIC_OF_FILLING,
} from '../../../src/engines/matching/weights.ts'
import { settings } from '../../support/market-postings.ts'

type ScoredPair = Ranked & {
  topic: number
  covered: number
  need: MarketNeed
  offer: MarketOffer
  km: number
}

/** Every pair of a market, scored one by one: no index, no candidates, no bounds, statistics counted afresh. */
export function allPairs(
  needs: readonly MarketNeed[],
  offers: readonly MarketOffer[],
  asOfMs: number,
  engineSettings = settings,
): ScoredPair[] {
  const market = createMarket(engineSettings)
  const { compiler, statistics } = market
  const needRow = rowsOf(
    needs.map((need) => compileNeed(need, compiler)),
    market,
  )
  const offerRow = rowsOf(
    offers.map((offer) => compileOffer(offer, compiler)),
    market,
  )
  for (const at of needs.keys()) statistics.countNeed(needRow.at(at), 1)
  for (const at of offers.keys()) statistics.countOffer(offerRow.at(at), 1)
  const context = new MatchContext(market, 'need')
  const pair = new Pair(context, needRow, offerRow)
  return needs.flatMap((need, needAt) => {
    context.ask(needRow.at(needAt), asOfMs)
    return offers.flatMap((offer, offerAt) => {
      pair.moveTo(offerAt)
      return isEligible(pair)
        ? [
            {
              ...{ needId: need.id, offerId: offer.id, need, offer },
              ...{
                score: scoreOf(pair),
                topic: topicOf(pair),
                covered: skillsCovered(pair),
                km: pair.distanceKm,
              },
            },
          ]
        : []
    })
  })
}

function rowsOf(postings: readonly CompiledPosting[], market: Market): Row {
  const rows = new Rows(market.vocabulary)
  const row = new Row(rows)
  postings.forEach((posting, at) => {
    rows.write(at, posting)
  })
  return row
}

/** What a ranking must be: one posting's pairs, sorted, cut as the options say. */
export function expectedRanking(
  pairs: readonly ScoredPair[],
  side: { needId: string } | { offerId: string },
  kindOf: ReadonlyMap<string, string>,
  { limit, after, kinds, minScore, leastFit = 'weak', fillTo = 0, among, ...filters }: RankOptions,
): Ranked[] {
  const otherId = (pair: Ranked) => ('needId' in side ? pair.offerId : pair.needId)
  const mine = pairs.filter((pair) =>
    'needId' in side ? pair.needId === side.needId : pair.offerId === side.offerId,
  )
  const eligible = mine
    .filter((pair) => !kinds || kinds.some((kind) => kind === kindOf.get(pair.offerId)))
    .filter((pair) => minScore === undefined || pair.score >= minScore)
    .filter((pair) => !among || among.includes(otherId(pair)))
    .filter((pair) => isAskedFor('needId' in side ? pair.offer : pair.need, pair.km, filters))
    .sort((a, b) => b.score - a.score || (otherId(a) < otherId(b) ? -1 : 1))
  const fits = (pair: ScoredPair) => pair.topic >= LEAST_TOPIC[leastFit]
  const fitting = eligible.filter(fits)
  const missing = fillTo - fitting.length
  const bestTopic = fitting.reduce((best, { topic }) => Math.max(best, topic), 0)
  const leastTopic = Math.max(LEAST_TOPIC_OF_FILLING, FILLING_SHARE_OF_BEST * bestTopic)
  const filling = eligible
    .filter((pair) => !fits(pair) && pair.topic >= leastTopic && pair.covered > 0)
    .slice(0, Math.max(0, missing))
  const isTrimmed = fillTo > 0 && missing <= 0 && LEAST_TOPIC[leastFit] > LEAST_TOPIC_OF_FILLING
  const head = isTrimmed ? fitting.slice(0, ALWAYS_LISTED) : fitting
  const bestOfHead = head.reduce((best, { topic }) => Math.max(best, topic), 0)
  const isBesideBest = (pair: ScoredPair) =>
    head.includes(pair) || pair.topic >= FITTING_SHARE_OF_BEST * bestOfHead
  const sorted = eligible.filter((pair) => (fits(pair) && isBesideBest(pair)) || filling.includes(pair))
  const behind = after
    ? sorted.filter(
        (pair) => pair.score < after.score || (pair.score === after.score && otherId(pair) > after.id),
      )
    : sorted
  return behind.slice(0, limit).map(({ needId, offerId, score }) => ({ needId, offerId, score }))
}

/** Whether a caller asked for a posting of the other side, by what was posted. */
export function isAskedFor(
  { id, modality, skills }: MarketNeed | MarketOffer,
  km: number,
  { modalities, maxDistanceKm, skill, except }: PairFilters,
): boolean {
  if (modalities && !modalities.includes(modality)) return false
  if (maxDistanceKm !== undefined && !(km <= maxDistanceKm)) return false
  if (skill !== undefined && !skills.some((one) => one.skill === skill)) return false
  return !except?.includes(id)
}

import { contextOfNeed } from '../../../src/matching/engine/context.ts'
import { isEligible } from '../../../src/matching/engine/gates/index.ts'
import { Lexicon } from '../../../src/matching/engine/lexicon.ts'
import type { MarketNeed, MarketOffer, Ranked, RankOptions } from '../../../src/matching/engine/market.ts'
import { Pair } from '../../../src/matching/engine/pair.ts'
import { profileOfNeed, profileOfOffer } from '../../../src/matching/engine/profile.ts'
import { Relatedness } from '../../../src/matching/engine/relatedness.ts'
import { scoreOf } from '../../../src/matching/engine/score.ts'
import { stemsOf } from '../../../src/matching/engine/text.ts'
import { inverseDocumentFrequency } from '../../../src/matching/engine/words.ts'
import { relatedSkills, settings } from './postings.ts'

/** Every pair of a market, scored one by one: no index, no candidates, statistics counted afresh. */
export function allPairs(
  needs: readonly MarketNeed[],
  offers: readonly MarketOffer[],
  asOfMs: number,
): Ranked[] {
  const lexicon = new Lexicon()
  const texts = [...needs, ...offers].map(
    (one) =>
      new Set(stemsOf([one.title, one.description, ...one.skills.map(({ label }) => label)].join(' | '))),
  )
  const market = {
    relatedness: new Relatedness(relatedSkills),
    payFloors: settings.payFloors,
    statistics: {
      rarity: (id: number) =>
        inverseDocumentFrequency(texts.length, texts.filter((text) => text.has(lexicon.wordOf(id))).length),
      stem: (id: number) => lexicon.wordOf(id),
      offers: offers.length,
      offersWith: (skill: string) =>
        offers.filter((one) => one.skills.some((held) => held.skill === skill)).length,
    },
  }
  const offerProfiles = offers.map((one) => profileOfOffer(one, lexicon))
  return needs.flatMap((need) => {
    const profile = profileOfNeed(need, lexicon)
    const context = contextOfNeed(market, profile, asOfMs)
    return offerProfiles
      .map((offer) => new Pair(profile, offer, context))
      .filter(isEligible)
      .map((pair) => ({ needId: need.id, offerId: pair.offer.id, score: scoreOf(pair) }))
  })
}

/** What a ranking must be: one posting's pairs, sorted, cut as the options say. */
export function expectedRanking(
  pairs: readonly Ranked[],
  side: { needId: string } | { offerId: string },
  kindOf: ReadonlyMap<string, string>,
  { limit, after, kinds, minScore }: RankOptions,
): Ranked[] {
  const otherId = (pair: Ranked) => ('needId' in side ? pair.offerId : pair.needId)
  const mine = pairs.filter((pair) =>
    'needId' in side ? pair.needId === side.needId : pair.offerId === side.offerId,
  )
  const sorted = mine
    .filter((pair) => !kinds || kinds.some((kind) => kind === kindOf.get(pair.offerId)))
    .filter((pair) => minScore === undefined || pair.score >= minScore)
    .sort((a, b) => b.score - a.score || (otherId(a) < otherId(b) ? -1 : 1))
  const behind = after
    ? sorted.filter(
        (pair) => pair.score < after.score || (pair.score === after.score && otherId(pair) > after.id),
      )
    : sorted
  return behind.slice(0, limit)
}

import { Best, byRank, type Scored } from './best.ts'
import { contextOfNeed, contextOfOffer, type Market } from './context.ts'
import { explanationOf } from './explain.ts'
import { isEligible } from './gates/index.ts'
import { Lexicon } from './lexicon.ts'
import type { Engine, EngineSettings, MarketNeed, MarketOffer, RankOptions, SkillId } from './market.ts'
import { Pair } from './pair.ts'
import { PostingIndex } from './posting-index.ts'
import { type NeedProfile, type OfferProfile, profileOfNeed, profileOfOffer } from './profile.ts'
import { Relatedness } from './relatedness.ts'
import { scoreOf } from './score.ts'
import { createStatistics } from './statistics.ts'

/** Makes an empty engine: see `Engine` for what it does. A posting once put must not be changed from outside. */
export function createEngine(settings: EngineSettings): Engine {
  const lexicon = new Lexicon()
  const needs = new PostingIndex<NeedProfile>(lexicon)
  const offers = new PostingIndex<OfferProfile>(lexicon)
  const relatedness = new Relatedness(settings.relatedSkills)
  const statistics = createStatistics(lexicon, needs, offers)
  const market: Market = { relatedness, payFloors: settings.payFloors, statistics }

  function putNeed(need: MarketNeed): void {
    removeNeed(need.id)
    needs.add(need.id, profileOfNeed(need, lexicon))
    statistics.changed()
  }

  function putOffer(offer: MarketOffer): void {
    removeOffer(offer.id)
    offers.add(offer.id, profileOfOffer(offer, lexicon))
    statistics.changed()
  }

  function removeNeed(id: string): void {
    needs.remove(id)
    statistics.changed()
  }

  function removeOffer(id: string): void {
    offers.remove(id)
    statistics.changed()
  }

  /** Works as if the need were in the market: a preview counts in the statistics like any other. */
  function withNeed<T>(need: MarketNeed, work: (profile: NeedProfile) => T): T {
    const before = needs.get(need.id)
    if (before?.need === need) return work(before)
    putNeed(need)
    try {
      // Just put.
      return work(needs.get(need.id) as NeedProfile)
    } finally {
      if (before) putNeed(before.need)
      else removeNeed(need.id)
    }
  }

  /** Works as if the offer were in the market. */
  function withOffer<T>(offer: MarketOffer, work: (profile: OfferProfile) => T): T {
    const before = offers.get(offer.id)
    if (before?.offer === offer) return work(before)
    putOffer(offer)
    try {
      // Just put.
      return work(offers.get(offer.id) as OfferProfile)
    } finally {
      if (before) putOffer(before.offer)
      else removeOffer(offer.id)
    }
  }

  function withRelated(skills: readonly SkillId[]): Set<SkillId> {
    return new Set(skills.flatMap((skill) => [skill, ...relatedness.relatedTo(skill).keys()]))
  }

  return {
    putNeed,
    putOffer,
    removeNeed,
    removeOffer,
    rankOffers: (need, options) =>
      withNeed(need, (profile) => {
        const context = contextOfNeed(market, profile, options.asOfMs)
        const candidates = offers.having(withRelated(profile.skillIds), profile.words.ids)
        const best = ranked(candidates, options, (offer) => new Pair(profile, offer, context), offerId)
        return best.map(({ id, score }) => ({ needId: need.id, offerId: id, score }))
      }),
    rankNeeds: (offer, options) =>
      withOffer(offer, (profile) => {
        const context = contextOfOffer(market, profile, options.asOfMs)
        const candidates = needs.having(withRelated(profile.skillIds), profile.words.ids)
        const best = ranked(candidates, options, (need) => new Pair(need, profile, context), needId)
        return best.map(({ id, score }) => ({ needId: id, offerId: offer.id, score }))
      }),
    explain: (need, offer, asOfMs) =>
      withNeed(need, (needProfile) =>
        withOffer(offer, (offerProfile) =>
          explanationOf(new Pair(needProfile, offerProfile, contextOfNeed(market, needProfile, asOfMs))),
        ),
      ),
    relationsChanged: () => relatedness.forget(),
    need: (id) => needs.get(id)?.need,
    offer: (id) => offers.get(id)?.offer,
    get size() {
      return { needs: needs.size, offers: offers.size }
    },
  }
}

/** The best eligible pairs of all candidates, best first. */
function ranked<Profile>(
  candidates: Iterable<Profile>,
  { limit, after, kinds, minScore = 0 }: RankOptions,
  pairWith: (candidate: Profile) => Pair,
  idOf: (pair: Pair) => string,
): Scored[] {
  const best = new Best(limit)
  for (const candidate of candidates) {
    const pair = pairWith(candidate)
    if (kinds && !kinds.includes(pair.offer.terms.kind)) continue
    if (!isEligible(pair)) continue
    const scored = { id: idOf(pair), score: scoreOf(pair) }
    if (scored.score < minScore || (after && byRank(scored, after) <= 0)) continue
    best.add(scored)
  }
  return best.sorted()
}

const needId = ({ need }: Pair) => need.id
const offerId = ({ offer }: Pair) => offer.id

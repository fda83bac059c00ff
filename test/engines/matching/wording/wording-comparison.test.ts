import fc from 'fast-check'
import t from 'tap'
import { Nearness } from '../../../../src/engines/matching/wording/nearness.ts'
import { WordStatistics } from '../../../../src/engines/matching/wording/word-statistics.ts'
import type { WordsOfPosting } from '../../../../src/engines/matching/wording/word-weights.ts'
import { WordingComparison } from '../../../../src/engines/matching/wording/wording-comparison.ts'
import { WORDING_OPTIONS } from '../../../../src/engines/matching/wording/wording-options.ts'
import type { WordingTerms } from '../../../../src/engines/matching/wording/wording-terms.ts'
import { wordsOfPosting } from './words-of-posting.ts'

const STEMS = [
  ...[
    'bookkeep',
    'bookkep',
    'bookkeeper',
    'account',
    'accountant',
    'garden',
    'gardener',
    'tidi',
    'ledger',
    'web',
  ],
  ...['skill:bookkeeping', 'skill:accounting', 'skill:gardening'],
]
const ids = (...stems: string[]) => stems.map((stem) => STEMS.indexOf(stem))

function relatedSkills(skill: string) {
  if (skill === 'bookkeeping') return [{ skill: 'accounting', strength: 0.8 }]
  if (skill === 'accounting') return [{ skill: 'bookkeeping', strength: 0.8 }]
  return []
}

interface Collection {
  needs: WordsOfPosting[]
  offers: WordsOfPosting[]
}

function comparisonOver({ needs, offers }: Collection, changes = {}): WordingComparison {
  const options = { ...WORDING_OPTIONS, ...changes }
  const statistics = new WordStatistics()
  for (const need of needs) statistics.countNeed(need, 1)
  for (const offer of offers) statistics.countOffer(offer, 1)
  const idOf = (stem: string) => (STEMS.includes(stem) ? STEMS.indexOf(stem) : undefined)
  const nearness = new Nearness(options, { idOf, stemOf: (id) => STEMS[id] ?? '' }, relatedSkills)
  STEMS.forEach((stem, id) => {
    nearness.add(id, stem)
  })
  return new WordingComparison(options, statistics, nearness)
}

const titled = (...stems: string[]) => wordsOfPosting(ids(...stems).map((id) => [id, 1, 0]))
const described = (...stems: string[]) => wordsOfPosting(ids(...stems).map((id) => [id, 0, 1]))

/** In a collection where every word is rare: of each pair, only these two hold any. */
function wordingOf(need: WordsOfPosting, offer: WordsOfPosting, changes = {}): number {
  const others = Array.from({ length: 100 }, () => wordsOfPosting([]))
  const comparison = comparisonOver({ needs: [need, ...others], offers: [offer] }, changes)
  comparison.anchorNeed(need)
  return comparison.withOffer(offer)
}

const posting = fc
  .uniqueArray(fc.tuple(fc.nat(STEMS.length - 1), fc.nat(7), fc.nat(31)), {
    selector: ([id]) => id,
    maxLength: 9,
  })
  .map((words) => wordsOfPosting(words.filter(([, inTitle, inDescription]) => inTitle + inDescription > 0)))
const collection = fc.record({
  needs: fc.array(posting, { minLength: 1, maxLength: 6 }),
  offers: fc.array(posting, { minLength: 1, maxLength: 6 }),
})

/** The formula of the documentation, word by word. */
function byHand({ needs, offers }: Collection, need: WordsOfPosting, offer: WordsOfPosting): number {
  const { doubt, titleCount, needHalfCount, offerHalfCount, conceptWeight } = WORDING_OPTIONS
  const statistics = new WordStatistics()
  for (const one of needs) statistics.countNeed(one, 1)
  for (const one of offers) statistics.countOffer(one, 1)
  const nearness = new Nearness(
    WORDING_OPTIONS,
    { idOf: (stem) => STEMS.indexOf(stem), stemOf: (id) => STEMS[id] ?? '' },
    relatedSkills,
  )
  STEMS.forEach((stem, id) => {
    nearness.add(id, stem)
  })
  const norm = (b: number, length: number, mean: number) => 1 - b + (b * length) / mean
  let sum = 0
  let mass = 0
  for (let t = 0; t < need.wordCount; t++) {
    const own = need.stem(t)
    const count = titleCount * need.timesInTitle(t) + need.timesInDescription(t)
    const weight = ((STEMS[own]?.includes(':') ? conceptWeight : 1) * count) / (count + needHalfCount)
    mass += weight * statistics.rarity(own)
    const near = new Map([[own, 1]])
    nearness.forEachNear(own, (id, likeness) => near.set(id, likeness))
    for (let s = 0; s < offer.wordCount; s++) {
      const other = offer.stem(s)
      const title = norm(WORDING_OPTIONS.titleLengthNorm, offer.titleLength, statistics.meanTitleLength)
      const text = norm(
        WORDING_OPTIONS.descriptionLengthNorm,
        offer.descriptionLength,
        statistics.meanDescriptionLength,
      )
      const times = (titleCount * offer.timesInTitle(s)) / title + offer.timesInDescription(s) / text
      const rarity = statistics.rarity(own)
      sum += (near.get(other) ?? 0) * rarity * weight * (times / (times + offerHalfCount))
    }
  }
  return Math.min(1, sum / (doubt + mass))
}

t.test('wording is what its formula says, in [0, 1], from either side', async () => {
  fc.assert(
    fc.property(collection, (market) => {
      const comparison = comparisonOver(market)
      return market.needs.every((need) =>
        market.offers.every((offer) => {
          comparison.anchorNeed(need)
          const fromNeed = comparison.withOffer(offer)
          comparison.anchorOffer(offer)
          const fromOffer = comparison.withNeed(need)
          const expected = byHand(market, need, offer)
          const isInRange = fromNeed >= 0 && fromNeed <= 1
          return isInRange && Math.abs(fromNeed - expected) < 1e-7 && Math.abs(fromOffer - fromNeed) < 1e-9
        }),
      )
    }),
  )
})

/** Whether no candidate has more than the bounds of its stems allow, nor more than anybody can have. */
function boundsHold(terms: WordingTerms, candidate: WordsOfPosting, wording: number): boolean {
  let sum = 0
  for (let at = 0; at < candidate.wordCount; at++) {
    const place = terms.ids.indexOf(candidate.stem(at))
    sum += place < 0 ? 0 : (terms.bounds[place] ?? 0)
  }
  return wording <= sum && wording <= terms.most
}

t.test('no posting has more than the bounds of the stems it holds', async () => {
  fc.assert(
    fc.property(collection, (market) => {
      const comparison = comparisonOver(market)
      const offersHold = market.needs.every((need) => {
        const terms = comparison.anchorNeed(need)
        return market.offers.every((offer) => boundsHold(terms, offer, comparison.withOffer(offer)))
      })
      const needsHold = market.offers.every((offer) => {
        const terms = comparison.anchorOffer(offer)
        return market.needs.every((need) => boundsHold(terms, need, comparison.withNeed(need)))
      })
      return offersHold && needsHold
    }),
  )
})

t.test('the same word is worth more than a near one, and that more than none', async (t) => {
  const need = titled('bookkeep')
  const same = wordingOf(need, titled('bookkeep'))
  const near = wordingOf(need, titled('bookkeeper'))
  t.ok(same > near && near > 0)
  t.equal(wordingOf(need, titled('garden')), 0)
  t.equal(wordingOf(need, titled('bookkeeper'), { nearWeight: 0 }), 0)
})

t.test('related skills bind by the strength of their relation', async (t) => {
  const need = titled('ledger', 'skill:bookkeeping')
  const same = wordingOf(need, titled('web', 'skill:bookkeeping'))
  const related = wordingOf(need, titled('web', 'skill:accounting'))
  t.ok(same > related && related > 0)
  t.equal(wordingOf(need, titled('web', 'skill:gardening')), 0)
  t.equal(wordingOf(need, titled('web', 'skill:accounting'), { relatedWeight: 0 }), 0)
})

t.test('a word in the title is worth more than in the description', async (t) => {
  const need = titled('garden')
  t.ok(wordingOf(need, titled('garden')) > wordingOf(need, described('garden')))
})

t.test('a match on one word of one is less sure than on several', async (t) => {
  const several = titled('garden', 'ledger', 'web')
  t.ok(wordingOf(several, several) > wordingOf(titled('garden'), titled('garden')))
})

t.test('postings meet by a word or a near one, unless it is common', async (t) => {
  const need = titled('bookkeep')
  const market = { needs: [need], offers: [titled('bookkeeper'), titled('bookkeep'), titled('garden')] }
  const meets = (changes = {}) => {
    const comparison = comparisonOver(market, changes)
    comparison.anchorNeed(need)
    return market.offers.map((offer) => comparison.meetsOffer(offer))
  }
  t.same(meets(), [true, true, false])
  t.same(meets({ commonCount: 1, commonShare: 0.4 }), [false, false, false])
})

t.test('meeting is the same from either side', async () => {
  fc.assert(
    fc.property(collection, (market) => {
      const comparison = comparisonOver(market, { commonCount: 2, commonShare: 0.3 })
      return market.needs.every((need) =>
        market.offers.every((offer) => {
          comparison.anchorNeed(need)
          const fromNeed = comparison.meetsOffer(offer)
          comparison.anchorOffer(offer)
          return comparison.meetsNeed(need) === fromNeed
        }),
      )
    }),
  )
})

import type { Market } from '../context.ts'
import { createMarket, createMarketBeside } from '../create-market.ts'
import { createEngineOf } from '../engine.ts'
import type { Engine, EngineSettings, Model } from '../engine-interface.ts'
import { FactorWeights } from '../factor-weights.ts'
import type { EngineIds, MarketNeed, MarketOffer } from '../postings.ts'
import { type CompiledPosting, compileNeed, compileOffer } from '../rows/compiled-posting.ts'
import type { Reach } from '../search/search.ts'
import type { MarketTotals } from '../statistics.ts'
import { conceptOfSkill, isConcept, skillOfConcept } from '../wording/concepts.ts'
import { type Asked, type Question, questionOf } from './question.ts'
import { fromStored, type StoredPosting, toStored } from './stored-posting.ts'

/** What a market that lies elsewhere counts. What is not among them has a count of 0. */
export interface MarketCounts {
  totals: MarketTotals
  /** How many postings have a stem. */
  words: ReadonlyMap<string, number>
  /** How many offers have a skill. */
  skills: ReadonlyMap<string, number>
}

/** What has to be learned before postings can be compared. */
export interface Unlearned {
  words: string[]
  /** Words whose near words matter too, and have not been asked for. */
  nearTo: string[]
  skills: string[]
}

type Side = 'need' | 'offer'
type Ranking = 'rankOffersInSteps' | 'rankNeedsInSteps' | 'blockedOffersInSteps' | 'blockedNeedsInSteps'
type Explaining = 'explain' | 'explainOffersInSteps' | 'explainNeedsInSteps'

/**
 * A part of a market that lies elsewhere: some of its postings, compared by the counts of the whole. What is put and asked about has to
 * be learned first: `unlearned` tells what is missing.
 */
export interface MarketPortion<Ids extends EngineIds = EngineIds>
  extends Pick<Engine<Ids>, Ranking | Explaining> {
  put(side: Side, posting: StoredPosting): void
  /** Takes a posting that will be asked about, or explained. `isCompared` with the other side word by word, near ones too. */
  expect(side: Side, posting: MarketNeed<Ids> | MarketOffer<Ids>, isCompared: boolean): void
  unlearned(): Unlearned
  learn(counts: MarketCounts): void
  /** What to look for on the other side. */
  questionFor(side: Side, posting: MarketNeed<Ids> | MarketOffer<Ids>, asked: Asked): Question
  /** Of the last ranking for a side: a posting that reaches none of these would not have changed it. */
  reaches(side: Side): readonly Reach[]
}

export interface MarketPortions<Ids extends EngineIds = EngineIds> {
  /** What to store of a posting. */
  compile(side: Side, posting: MarketNeed<Ids> | MarketOffer<Ids>): StoredPosting
  empty(): MarketPortion<Ids>
  useModel(model: Model): void
  relationsChanged(): void
}

/** Portions of one market. They share what does not depend on postings. */
export function createMarketPortions<Ids extends EngineIds = EngineIds>(
  settings: EngineSettings,
): MarketPortions<Ids> {
  const base = createMarket(settings)
  /** Those of postings that were read. There are a few hundred at most. */
  const zones = new Set<string>()
  const { compiler } = base
  return {
    compile: (side, posting) => toStored(compiledOf(side, posting, base), compiler),
    empty: () => createPortion<Ids>(createMarketBeside(base), zones),
    useModel(model) {
      base.weights = new FactorWeights(model)
    },
    relationsChanged: () => base.relatedness.forget(),
  }
}

function createPortion<Ids extends EngineIds>(market: Market, zones: Set<string>): MarketPortion<Ids> {
  const { compiler, relatedness, statistics, vocabulary } = market
  const { engine, needs, offers, anchors, searches } = createEngineOf<Ids>(market, false)
  const expected = new Set<string>()
  const known = { words: new Set<string>(), near: new Set<string>(), skills: new Set<string>() }
  const missing = { words: new Set<string>(), near: new Set<string>(), skills: new Set<string>() }

  function note(posting: Pick<CompiledPosting, 'skills' | 'words'>, isAsked: boolean): void {
    // How many have a related skill tells how to look for it.
    for (const { skill } of posting.skills)
      for (const one of isAsked ? [skill, ...relatedness.relatedTo(skill).keys()] : [skill])
        if (!known.skills.has(one)) missing.skills.add(one)
    for (const { stem } of posting.words) {
      if (!known.words.has(stem)) missing.words.add(stem)
      if (!isAsked || known.near.has(stem)) continue
      if (!isConcept(stem)) missing.near.add(stem)
      else for (const related of conceptsNear(stem)) if (!known.words.has(related)) missing.words.add(related)
    }
  }

  function conceptsNear(concept: string): string[] {
    return [...relatedness.relatedTo(skillOfConcept(concept)).keys()].map(conceptOfSkill)
  }

  return {
    ...engine,
    put(side, stored) {
      // Needs are read word by word. Of an offer only those words count that the need has, or that are near to its.
      const isRead = side === 'need' || expected.has(stored.id)
      note(isRead ? stored : { skills: stored.skills, words: [] }, false)
      const index = side === 'need' ? needs : offers
      zones.add(stored.timeZone)
      index.put(fromStored(stored, compiler))
    },
    expect(side, posting, isCompared) {
      expected.add(posting.id)
      note(compiledOf(side, posting, market), isCompared)
    },
    unlearned: () => ({
      words: [...missing.words],
      nearTo: [...missing.near],
      skills: [...missing.skills],
    }),
    learn({ totals, words, skills }) {
      statistics.learnTotals(totals)
      for (const word of new Set([...missing.words, ...words.keys()])) {
        const count = words.get(word) ?? 0
        // Held for good, so that its number stays its own. Those that nobody has are no near words of others.
        if (count > 0 && !known.words.has(word)) statistics.words.learn(vocabulary.stems.hold(word), count)
        known.words.add(word)
      }
      for (const skill of missing.skills) {
        statistics.learnSkill(vocabulary.skills.hold(skill), skills.get(skill) ?? 0)
        known.skills.add(skill)
      }
      for (const word of missing.near) known.near.add(word)
      for (const one of Object.values(missing)) one.clear()
    },
    questionFor(side, posting, asked) {
      const anchor = anchors[side]
      return anchor.with(compiledOf(side, posting, market), () => {
        anchor.context.ask(anchor.row, asked.options.asOfMs)
        return questionOf(anchor.context, asked, [...zones])
      })
    },
    reaches: (side) => searches[side].reaches,
  }
}

function compiledOf(side: Side, posting: MarketNeed | MarketOffer, { compiler }: Market): CompiledPosting {
  // The caller names the side that the posting is of.
  return side === 'need'
    ? compileNeed(posting as MarketNeed, compiler)
    : compileOffer(posting as MarketOffer, compiler)
}

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

/**
 * Statistics of a market whose postings are stored elsewhere. Words and skills that are not listed have a count of 0.
 */
export interface MarketCounts {
  totals: MarketTotals
  /** Number of postings that have a stem. */
  words: ReadonlyMap<string, number>
  /** Number of offers that have a skill. */
  skills: ReadonlyMap<string, number>
}

/** Statistics that must be loaded before postings can be compared. */
export interface Unlearned {
  words: string[]
  /** Words whose near words must be loaded too. */
  nearTo: string[]
  skills: string[]
}

type Side = 'need' | 'offer'
type Ranking = 'rankOffersInSteps' | 'rankNeedsInSteps' | 'blockedOffersInSteps' | 'blockedNeedsInSteps'
type Explaining = 'explain' | 'explainOffersInSteps' | 'explainNeedsInSteps'

/**
 * Some of the postings of a market that is stored elsewhere, compared by the statistics of the whole market. The
 * statistics of all postings that are put or expected must be loaded first: `unlearned` returns what is missing.
 */
export interface MarketPortion<Ids extends EngineIds = EngineIds>
  extends Pick<Engine<Ids>, Ranking | Explaining> {
  put(side: Side, posting: StoredPosting): void
  /**
   * Announces a posting that will be queried or explained. `isCompared` says that it is compared word by word, with
   * near words too.
   */
  expect(side: Side, posting: MarketNeed<Ids> | MarketOffer<Ids>, isCompared: boolean): void
  unlearned(): Unlearned
  learn(counts: MarketCounts): void
  /** Returns what to look for on the other side. */
  questionFor(side: Side, posting: MarketNeed<Ids> | MarketOffer<Ids>, asked: Asked): Question
  /**
   * Returns the topics and scores of the last ranking for a side: a posting that reaches none of them would not have
   * changed it.
   */
  reaches(side: Side): readonly Reach[]
}

export interface MarketPortions<Ids extends EngineIds = EngineIds> {
  /** Returns what to store of a posting. */
  compile(side: Side, posting: MarketNeed<Ids> | MarketOffer<Ids>): StoredPosting
  empty(): MarketPortion<Ids>
  useModel(model: Model): void
  relationsChanged(): void
}

/** Creates portions of one market. They share everything that does not depend on postings. */
export function createMarketPortions<Ids extends EngineIds = EngineIds>(
  settings: EngineSettings,
): MarketPortions<Ids> {
  const base = createMarket(settings)
  /** Time zones of all postings read so far. There are a few hundred at most. */
  const zones = new Set<string>()
  const { compiler } = base
  return {
    compile: (side, posting) => toStored(compiledOf(side, posting, base), compiler),
    empty: () => createPortion<Ids>(createMarketBeside(base), zones),
    useModel(model) {
      base.weights = new FactorWeights(model)
    },
    relationsChanged: () => base.relatedness.clear(),
  }
}

function createPortion<Ids extends EngineIds>(market: Market, zones: Set<string>): MarketPortion<Ids> {
  const { compiler, relatedness, statistics, vocabulary } = market
  const { engine, needs, offers, anchors, searches } = createEngineOf<Ids>(market, false)
  const expected = new Set<string>()
  const known = { words: new Set<string>(), near: new Set<string>(), skills: new Set<string>() }
  const missing = { words: new Set<string>(), near: new Set<string>(), skills: new Set<string>() }

  function collectMissing(posting: Pick<CompiledPosting, 'skills' | 'words'>, isAsked: boolean): void {
    // The counts of related skills are needed to decide how to look for them.
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
      // Needs are read word by word. Of an offer only the words that the need has, or words near them, count.
      const isRead = side === 'need' || expected.has(stored.id)
      collectMissing(isRead ? stored : { skills: stored.skills, words: [] }, false)
      const index = side === 'need' ? needs : offers
      zones.add(stored.timeZone)
      index.put(fromStored(stored, compiler))
    },
    expect(side, posting, isCompared) {
      expected.add(posting.id)
      collectMissing(compiledOf(side, posting, market), isCompared)
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
        // Held for good, so that no other word gets its number. Words that no posting has are not near any other word.
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
  // Cast: the caller says which side the posting is on.
  return side === 'need'
    ? compileNeed(posting as MarketNeed, compiler)
    : compileOffer(posting as MarketOffer, compiler)
}

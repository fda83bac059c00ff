import type { Explanation } from './explanation.ts'
import type { FactorName } from './factors/factor-names.ts'
import type { EngineIds, MarketNeed, MarketOffer, Money, OfferKind, SkillId } from './postings.ts'
import type { NamedSkill } from './wording/concepts.ts'
import type { Language } from './wording/languages.ts'
import type { WordingOptions } from './wording/wording-options.ts'

/** The lowest fair hourly pay of a country. */
export interface PayFloor extends Money {
  country: string
  year: number
  source: string
}

/** What the engine is told once, at its making. */
export interface EngineSettings {
  /** Related skills with a strength in (0, 1), without the skill itself; symmetric. */
  relatedSkills: (skill: SkillId) => readonly { skill: SkillId; strength: number }[]
  payFloors: ReadonlyMap<string, PayFloor>
  /** Skills as texts name them: two texts that name one skill by different words have it in common. */
  namedSkills?: () => Iterable<NamedSkill>
  /** Whose stems and stop words count. */
  language: Language
  /** Where it differs from `WORDING_OPTIONS`. */
  wording?: Partial<WordingOptions>
}

/** Weights of the factors on each side, from 0; only their proportions count. */
export interface Model {
  version: string
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

export interface RankOptions {
  limit: number
  /** Instant (ms) that freshness, dates and time-zone offsets are read at. */
  asOfMs: number
  /** Continue behind this pair: strictly after (score descending, then id ascending). */
  after?: { score: number; id: string }
  kinds?: readonly OfferKind[]
  minScore?: number
  /** Only these of the other side; those that are not in the index are passed by. */
  among?: readonly string[]
}

export interface Ranked<Ids extends EngineIds = EngineIds> {
  needId: Ids['need']
  offerId: Ids['offer']
  score: number
}

/** The engine: an index over the whole market. Everything is synchronous, in memory and without I/O. */
export interface Engine<Ids extends EngineIds = EngineIds> {
  putNeed(need: MarketNeed<Ids>): void
  putOffer(offer: MarketOffer<Ids>): void
  removeNeed(id: string): void
  removeOffer(id: string): void
  /** Offers for a need, best first, ties by offer id. The need may be one that was never put (a preview). */
  rankOffers(need: MarketNeed<Ids>, options: RankOptions): Ranked<Ids>[]
  /** Needs for an offer, best first, ties by need id. The offer may be one that was never put. */
  rankNeeds(offer: MarketOffer<Ids>, options: RankOptions): Ranked<Ids>[]
  /**
   * The same a little at a time, for an event loop that others wait for too: between two steps nothing else may be asked
   * of the engine or put into it.
   */
  rankOffersInSteps(need: MarketNeed<Ids>, options: RankOptions): Generator<void, Ranked<Ids>[]>
  rankNeedsInSteps(offer: MarketOffer<Ids>, options: RankOptions): Generator<void, Ranked<Ids>[]>
  explain(need: MarketNeed<Ids>, offer: MarketOffer<Ids>, asOfMs: number): Explanation<Ids>
  /** A need beside each of these offers, in their order; any of them may be one that was never put. */
  explainOffers(
    need: MarketNeed<Ids>,
    offers: readonly MarketOffer<Ids>[],
    asOfMs: number,
  ): Explanation<Ids>[]
  /** The same of an offer. */
  explainNeeds(offer: MarketOffer<Ids>, needs: readonly MarketNeed<Ids>[], asOfMs: number): Explanation<Ids>[]
  /** Ranks with these weights from now on. Throws a RangeError for weights below 0 or without a sum. */
  useModel(model: Model): void
  /** Tells the engine that `relatedSkills` answers differently from now on. */
  relationsChanged(): void
  /** The partner that a posting in the index came from; undefined where it is not there. */
  partnerOfNeed(id: string): Ids['partner'] | undefined
  partnerOfOffer(id: string): Ids['partner'] | undefined
  readonly size: { needs: number; offers: number }
}

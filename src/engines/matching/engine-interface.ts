import type { Explanation, GateCode } from './explanation.ts'
import type { FactorName } from './factors/factor-names.ts'
import type { Fit } from './fits.ts'
import type {
  EngineIds,
  InferredSkill,
  MarketNeed,
  MarketOffer,
  Meaning,
  Modality,
  Money,
  OfferKind,
  SkillId,
} from './postings.ts'
import type { SavedPart } from './saved-part.ts'
import type { NamedSkill } from './wording/concepts.ts'
import type { WordingOptions } from './wording/wording-options.ts'

/** The lowest fair hourly pay of a country. */
export interface PayFloor extends Money {
  country: string
  year: number
  source: string
}

/** What is read to find the skills that a posting expresses. */
export interface PostedText {
  title: string
  description: string
  /** What its writer is or does is part of the work of an offer, and not of a need. */
  side: 'need' | 'offer'
  /** Names of what a need gives and a barter offer wants in return: words for it do not tell of the work itself. */
  returns: readonly string[]
  /** Whether skills were posted. */
  isTagged: boolean
  /** What the whole text means, where it is known. */
  meaning: Meaning | null
}

/** Options given once, when the engine is created. */
export interface EngineSettings {
  /** Related skills with a strength in (0, 1), without the skill itself; symmetric. */
  relatedSkills: (skill: SkillId) => readonly { skill: SkillId; strength: number }[]
  payFloors: ReadonlyMap<string, PayFloor>
  /** Names of skills. Two texts that name the same skill by different names then share it. */
  namedSkills?: () => Iterable<NamedSkill>
  /** Skills that a text expresses. They count beside the posted ones, each by its confidence. Must be a pure function. */
  skillsOfText?: (text: PostedText) => readonly InferredSkill[]
  /** Whether the meanings of a model are compared, each with others of the same model. Without it, none are. */
  comparesMeaningsOf?: (model: string) => boolean
  /** Overrides of `WORDING_OPTIONS`. */
  wording?: Partial<WordingOptions>
}

/** Weights of the factors on each side, 0 or more. Only their proportions matter. */
export interface Model {
  version: string
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

/** What a ranking is narrowed to beyond its gates. It holds for postings of the other side. */
export interface PairFilters {
  kinds?: readonly OfferKind[]
  modalities?: readonly Modality[]
  /** Places must be known and at most so far apart. */
  maxDistanceKm?: number
  /** Posted, or expressed by the words of the posting. */
  skill?: SkillId
  /** Leave these out. */
  except?: readonly string[]
}

export interface RankOptions extends PairFilters {
  limit: number
  /** Instant (ms) at which freshness, dates and time-zone offsets are computed. */
  asOfMs: number
  /** Continue after this pair (score descending, then id ascending). */
  after?: { score: number; id: string }
  minScore?: number
  /** Leave out pairs whose work fits less. Default: `weak`, which leaves out nothing. */
  leastFit?: Fit
  /**
   * If fewer than so many pairs fit, the best of those that fit less fill the list: those that share a skill and are not far below
   * the best.
   */
  fillTo?: number
  /** Consider only these postings of the other side. Ids that are not in the index are skipped. */
  among?: readonly string[]
}

export interface Ranked<Ids extends EngineIds = EngineIds> {
  needId: Ids['need']
  offerId: Ids['offer']
  score: number
}

/** What a ranking of offers for a need came to, and what it depends on. */
export interface Standing<Ids extends EngineIds = EngineIds> {
  readonly ranked: readonly Ranked<Ids>[]
  /** The engine that ranked, and how many changes it had seen. */
  readonly engine: object
  readonly revision: number
  /** The same up to the last change of an offer. */
  readonly offersRevision: number
  /**
   * Stands for the statistics that count in the scores of this need. While it and the model are the same, a pair's score and its
   * explanation change only with one of its two postings.
   */
  readonly statistics: string
}

/** What pairs to look for that only gates keep apart. */
export interface BlockedOptions extends PairFilters, Pick<RankOptions, 'asOfMs' | 'minScore'> {
  /** Number of near misses. */
  limit: number
  /** Only pairs whose work fits at least so well. */
  leastFit: Fit
  /** Counting ends after so many pairs. */
  mostCounted: number
  /** Pairs that one of these gates keeps apart are left out. */
  leaveOut: readonly GateCode[]
  /** The same for pairs of two partners. */
  leaveOutOfOthers: readonly GateCode[]
}

/** Pairs that one gate keeps apart. */
export interface BlockedCount {
  code: GateCode
  count: number
  /** Of these, pairs that no other gate keeps apart. */
  alone: number
  /** Of these, pairs by their offer's kind. */
  kinds: Record<OfferKind, number>
}

/** Why pairs that would fit are not ranked. */
export interface Blocked<Id extends string> {
  /** The other side of the nearest misses, the nearest first. */
  nearMisses: Id[]
  counts: BlockedCount[]
  /** False if there are more pairs than were counted. */
  isComplete: boolean
}

/** The engine: an index over the whole market. Everything is synchronous, in memory and without I/O. */
export interface Engine<Ids extends EngineIds = EngineIds> {
  putNeed(need: MarketNeed<Ids>): void
  putOffer(offer: MarketOffer<Ids>): void
  removeNeed(id: string): void
  removeOffer(id: string): void
  /** Offers for a need, best first, ties by offer id. The need may be a preview that was never put. */
  rankOffers(need: MarketNeed<Ids>, options: RankOptions): Ranked<Ids>[]
  /** Needs for an offer, best first, ties by need id. The offer may be a preview that was never put. */
  rankNeeds(offer: MarketOffer<Ids>, options: RankOptions): Ranked<Ids>[]
  /** The same for a need or an offer that was put, by its id: nobody has to keep the posting. None if it is not there. */
  rankOffersFor(needId: Ids['need'], options: RankOptions): Ranked<Ids>[]
  rankNeedsFor(offerId: Ids['offer'], options: RankOptions): Ranked<Ids>[]
  /**
   * The same in small steps, so that the event loop can do other work between them. Do not query or change the engine
   * between two steps.
   */
  rankOffersInSteps(need: MarketNeed<Ids>, options: RankOptions): Generator<void, Ranked<Ids>[]>
  rankNeedsInSteps(offer: MarketOffer<Ids>, options: RankOptions): Generator<void, Ranked<Ids>[]>
  /**
   * The same as `rankOffersInSteps`, from what the same posting and the same options came to before, of which only the instant may
   * differ, as far as `rankingHoldsUntil` allows. Where few offers have changed since and the statistics have not, only these
   * are looked at. `ranked` is the very array of before if no row is another.
   */
  rankOffersAgainInSteps(
    need: MarketNeed<Ids>,
    options: RankOptions,
    before?: Standing<Ids>,
  ): Generator<void, Standing<Ids>>
  /**
   * Offers that would fit a need but for its gates: what counts as a candidate is the same as in a ranking, and only what the
   * partner of the need may see is looked at.
   */
  blockedOffersInSteps(need: MarketNeed<Ids>, options: BlockedOptions): Generator<void, Blocked<Ids['offer']>>
  blockedNeedsInSteps(offer: MarketOffer<Ids>, options: BlockedOptions): Generator<void, Blocked<Ids['need']>>
  /** Whether the market is as it was when a need was ranked. */
  isCurrent(need: MarketNeed<Ids>, standing: Standing<Ids>): boolean
  /** The same as `statistics` of a ranking for the need at this moment. */
  statisticsOf(need: MarketNeed<Ids>, asOfMs: number): string
  explain(need: MarketNeed<Ids>, offer: MarketOffer<Ids>, asOfMs: number): Explanation<Ids>
  /**
   * Explains a need with each of these offers, in their order, one a step. Any of them may be a preview. `isPut` tells by id
   * which of them equal the offers that were put last: those are not compiled again. It is asked at each step.
   */
  explainOffersInSteps(
    need: MarketNeed<Ids>,
    offers: readonly MarketOffer<Ids>[],
    asOfMs: number,
    isPut?: (id: string) => boolean,
  ): Generator<void, Explanation<Ids>[]>
  /** Explains an offer with each of these needs, one a step. */
  explainNeedsInSteps(
    offer: MarketOffer<Ids>,
    needs: readonly MarketNeed<Ids>[],
    asOfMs: number,
    isPut?: (id: string) => boolean,
  ): Generator<void, Explanation<Ids>[]>
  /** Ranks with these weights from now on. Throws a RangeError for weights below 0 or without a sum. */
  useModel(model: Model): void
  /** Call this when the results of `relatedSkills` have changed. */
  relationsChanged(): void
  /** The partner of a posting in the index; undefined if it is not there. */
  partnerOfNeed(id: string): Ids['partner'] | undefined
  partnerOfOffer(id: string): Ids['partner'] | undefined
  readonly size: { needs: number; offers: number }
}

/** An engine whose contents can be saved. */
export interface SavableEngine<Ids extends EngineIds = EngineIds> extends Engine<Ids> {
  /**
   * What the engine holds, in parts that may be read one at a time while it changes: what is put or removed meanwhile may be
   * missing in them or still there. A part has about so many words of 32 bits, or fewer. End the generator in any case, and run only
   * one at a time.
   */
  save(partWords?: number): Generator<SavedPart, void>
  /** Loads a part of a saved engine into an empty one, in the order of `PART_KINDS`. Calls back with the id of each posting. */
  loadInSteps(part: SavedPart, visit?: (id: string) => void): Generator<void, void>
  /** To be called behind the last part. */
  endLoading(): void
}

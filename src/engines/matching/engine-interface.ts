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
import type { DirectionOf } from './skill-direction.ts'
import type { NamedSkill } from './wording/concepts.ts'
import type { WordingOptions } from './wording/wording-options.ts'

/** The lowest fair hourly pay of a country. */
export interface PayFloor extends Money {
  country: string
  year: number
  source: string
}

/** The text of a posting, from which its skills are inferred. */
export interface PostedText {
  title: string
  description: string
  /** What the writer is or does is part of the work on an offer, but not on a need. */
  side: 'need' | 'offer'
  /** Names of what a need gives, or a barter offer wants, in return. Their words do not describe the work itself. */
  returns: readonly string[]
  /** Whether skills were posted. */
  isTagged: boolean
  /** The meaning of the whole text, if known. */
  meaning: Meaning | null
}

/** Options given once, when the engine is created. */
export interface EngineSettings {
  /** Related skills with a strength in (0, 1), without the skill itself; symmetric. */
  relatedSkills: (skill: SkillId) => readonly { skill: SkillId; strength: number }[]
  payFloors: ReadonlyMap<string, PayFloor>
  /** Names of skills. Two texts that name the same skill by different names then share it. */
  namedSkills?: () => Iterable<NamedSkill>
  /**
   * Returns the skills that a text expresses. They count besides the posted ones, each by its confidence. Must be a
   * pure function.
   */
  skillsOfText?: (text: PostedText) => readonly InferredSkill[]
  /**
   * Returns whether meanings of a model are compared, always with others of the same model. Without this option none
   * are compared.
   */
  comparesMeaningsOf?: (model: string) => boolean
  /** Returns the direction of a skill. Must be a pure function. Without this option none is known. */
  directionOf?: DirectionOf
  /** Overrides of `WORDING_OPTIONS`. */
  wording?: Partial<WordingOptions>
}

/** Weights of the factors on each side, 0 or more. Only their proportions matter. */
export interface Model {
  version: string
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

/** Filters of a ranking besides the gates. They apply to postings of the other side. */
export interface PairFilters {
  kinds?: readonly OfferKind[]
  modalities?: readonly Modality[]
  /** Both places must be known and at most this far apart. */
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
  /** Minimum fit of the work. Default: `weak`, which leaves out nothing. */
  leastFit?: Fit
  /**
   * If fewer pairs than this reach the minimum fit, the best of the others fill the list: those that share a skill and
   * score not far below the best.
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

/** A ranking of offers for a need, with the state of the engine that it depends on. */
export interface Standing<Ids extends EngineIds = EngineIds> {
  readonly ranked: readonly Ranked<Ids>[]
  /** The engine that ranked, and its revision at that time. */
  readonly engine: object
  readonly revision: number
  /** Revision of the last change of an offer. */
  readonly offersRevision: number
  /**
   * Digest of the statistics that count in the scores of this need. While it and the model are unchanged, a pair's
   * score and explanation change only with one of its two postings.
   */
  readonly statistics: string
}

/** Options of a search for pairs that only gates keep apart. */
export interface BlockedOptions extends PairFilters, Pick<RankOptions, 'asOfMs' | 'minScore'> {
  /** Number of near misses. */
  limit: number
  /** Minimum fit of the work. */
  leastFit: Fit
  /** Maximum number of pairs to count. */
  mostCounted: number
  /** Leaves out pairs that one of these gates blocks. */
  leaveOut: readonly GateCode[]
  /** Gates that leave out only pairs of two partners. */
  leaveOutOfOthers: readonly GateCode[]
}

/** Number of pairs that one gate blocks. */
export interface BlockedCount {
  code: GateCode
  count: number
  /** How many of them no other gate blocks. */
  alone: number
  /** The same pairs by kind of offer. */
  kinds: Record<OfferKind, number>
}

/** The nearest misses of a posting, and how many pairs each gate blocks. */
export interface Blocked<Id extends string> {
  /** Ids of the nearest misses on the other side, nearest first. */
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
  /**
   * The same for a posting in the index, by its id, so that callers need not keep the posting. Empty if the id is
   * unknown.
   */
  rankOffersFor(needId: Ids['need'], options: RankOptions): Ranked<Ids>[]
  rankNeedsFor(offerId: Ids['offer'], options: RankOptions): Ranked<Ids>[]
  /**
   * The same as a generator of small steps, so that the event loop can do other work between them. Do not query or
   * change the engine between two steps.
   */
  rankOffersInSteps(need: MarketNeed<Ids>, options: RankOptions): Generator<void, Ranked<Ids>[]>
  rankNeedsInSteps(offer: MarketOffer<Ids>, options: RankOptions): Generator<void, Ranked<Ids>[]>
  /**
   * Ranks like `rankOffersInSteps` but starts from the previous result for the same posting and options. Only the
   * instant may differ, as far as `rankingHoldsUntil` allows. If few offers have changed and the statistics have not,
   * only the changed offers are scored. `ranked` is the previous array itself if no row differs.
   */
  rankOffersAgainInSteps(
    need: MarketNeed<Ids>,
    options: RankOptions,
    before?: Standing<Ids>,
  ): Generator<void, Standing<Ids>>
  /**
   * Finds offers that would fit a need if gates did not block them. Candidates are the same as in a ranking, limited to
   * those that the need's partner may see.
   */
  blockedOffersInSteps(need: MarketNeed<Ids>, options: BlockedOptions): Generator<void, Blocked<Ids['offer']>>
  blockedNeedsInSteps(offer: MarketOffer<Ids>, options: BlockedOptions): Generator<void, Blocked<Ids['need']>>
  /** Returns whether the engine is unchanged since a need was ranked. */
  isCurrent(need: MarketNeed<Ids>, standing: Standing<Ids>): boolean
  /** Returns the current `statistics` of a ranking for the need. */
  statisticsOf(need: MarketNeed<Ids>, asOfMs: number): string
  explain(need: MarketNeed<Ids>, offer: MarketOffer<Ids>, asOfMs: number): Explanation<Ids>
  /**
   * Explains a need with each of these offers, in their order, one a step. Any of them may be a preview. `isPut` is
   * called at each step and returns whether an offer equals the one that was last put with its id: such offers are not
   * compiled again.
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
  /**
   * Uses these weights for all later rankings. Throws a RangeError if a weight is negative or if all weights of a side
   * are 0.
   */
  useModel(model: Model): void
  /** Call this when the results of `relatedSkills` have changed. */
  relationsChanged(): void
  /** Returns the partner of a posting, or undefined if it is not in the index. */
  partnerOfNeed(id: string): Ids['partner'] | undefined
  partnerOfOffer(id: string): Ids['partner'] | undefined
  readonly size: { needs: number; offers: number }
}

/** An engine whose contents can be saved. */
export interface SavableEngine<Ids extends EngineIds = EngineIds> extends Engine<Ids> {
  /**
   * Yields the contents of the engine in parts of about `partWords` 32-bit words or fewer. The engine may change between two
   * parts: postings that are put or removed meanwhile may be missing or still included. Run only one such generator at a time,
   * and always end it.
   */
  save(partWords?: number): Generator<SavedPart, void>
  /**
   * Loads a part of a saved engine into an empty one. Parts must come in the order of `PART_KINDS`. Calls `visit` with
   * the id of each posting.
   */
  loadInSteps(part: SavedPart, visit?: (id: string) => void): Generator<void, void>
  /** Must be called after the last part. */
  endLoading(): void
}

/**
 * What the engine knows of the market: one plain record for a need and one for an offer, already
 * joined with what counts of their organization and helper. No personal data: ids, skills, words,
 * places to about two kilometres, times and terms.
 */

import type { NamedSkill } from './wording/concepts.ts'
import type { Language } from './wording/languages.ts'
import type { WordingOptions } from './wording/wording-options.ts'

export type OrganizationKind = 'solopreneur' | 'small_business' | 'nonprofit'
export type OfferKind = 'volunteer' | 'intern' | 'barter' | 'paid'
export type Modality = 'remote' | 'onsite' | 'hybrid'
export type Visibility = 'network' | 'partner'
export type Importance = 'must' | 'should' | 'nice'
/** 1 beginner, 2 intermediate, 3 advanced, 4 expert. */
export type Level = 1 | 2 | 3 | 4

/** A taxonomy id (`bookkeeping`), an imported one (`esco:…`, `onet:…`), or `~label` for a label nobody knows yet. */
export type SkillId = string

export interface WantedSkill {
  skill: SkillId
  label: string
  importance: Importance
  level: Level | null
}

export interface OfferedSkill {
  skill: SkillId
  label: string
  level: Level | null
}

/** A skill given or wanted in return, as in barter. */
export interface ReturnSkill {
  skill: SkillId
  label: string
  hoursPerWeek: number | null
  /** True where the organization does this anyway, at no extra work; false on the wanting side. */
  alreadyDoing: boolean
}

export interface Place {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  region: string | null
  city: string | null
  postalCode: string | null
  lat: number | null
  lon: number | null
}

/** Local wall-clock windows in an IANA zone; `start` < `end`, minutes since local midnight, `end` ≤ 1440. */
export interface WeeklyWindows {
  timeZone: string
  windows: { weekday: Weekday; startMinute: number; endMinute: number }[]
}
/** ISO: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface Money {
  /** Minor units of the currency: cents of USD, yen of JPY. */
  amountMinor: number
  /** ISO 4217, upper case. */
  currency: string
}

/** What a need demands, or a helper holds: `age_over_18`, `background_check`, `licence:<name, lower case>`. */
export type Requirement = string

export interface Credential {
  requirement: Requirement
  /** Last day it counts, ISO date; null where it does not run out. */
  validUntil: string | null
}

/** Outcomes that trust and responsiveness are computed from; zeros where nothing is known yet. */
export interface TrackRecord {
  completed: number
  broken: number
  introductionsAnswered: number
  introductionsIgnored: number
  /** Hours that all answers together took. */
  answerHours: number
}

export interface MarketNeed {
  id: string
  partnerId: string
  organizationId: string
  organizationKind: OrganizationKind
  title: string
  description: string
  skills: WantedSkill[]
  accepts: OfferKind[]
  modality: Modality
  place: Place | null
  maxDistanceKm: number | null
  /** BCP 47 primary subtags, lower case. */
  languages: string[]
  timeZone: string
  hoursPerWeek: number | null
  startsOn: string | null
  endsOn: string | null
  /** Until when help may be found, in milliseconds since the epoch. */
  deadlineAtMs: number | null
  availability: WeeklyWindows | null
  requires: Requirement[]
  gives: ReturnSkill[]
  budget: (Money & { unit: 'hour' | 'project' }) | null
  causes: string[]
  visibility: Visibility
  /** Helper ids that this organization does not want to meet. */
  blockedHelperIds: string[]
  /** Offers that were introduced to this need and declined, by either side. */
  declinedOfferIds: string[]
  track: TrackRecord
  /** Milliseconds since the epoch. */
  postedAtMs: number
}

export type Terms =
  | { kind: 'volunteer'; causes: string[] }
  | {
      kind: 'intern'
      creditRequired: boolean
      /** Only for needs with a budget. */
      paidOnly: boolean
      hoursRequired: number | null
      learningGoals: { skill: SkillId; label: string }[]
      stipend: Money | null
    }
  | { kind: 'barter'; wants: ReturnSkill[] }
  | { kind: 'paid'; rate: Money; unit: 'hour' | 'project' }

export interface MarketOffer {
  id: string
  partnerId: string
  helperId: string
  title: string
  description: string
  skills: OfferedSkill[]
  terms: Terms
  modality: Modality
  place: Place | null
  maxDistanceKm: number | null
  languages: string[]
  timeZone: string
  hoursPerWeek: number | null
  startsOn: string | null
  endsOn: string | null
  availability: WeeklyWindows | null
  credentials: Credential[]
  /** Kinds of organization that this helper is open to; volunteers name for-profit kinds here to opt in. */
  openTo: OrganizationKind[]
  /** Organizations that know this helper already. */
  connectedOrganizationIds: string[]
  blockedOrganizationIds: string[]
  visibility: Visibility
  track: TrackRecord
  postedAtMs: number
}

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

export type GateCode =
  | 'kind_not_accepted'
  | 'place_out_of_reach'
  | 'place_unknown'
  | 'modality_differs'
  | 'no_shared_language'
  | 'dates_do_not_overlap'
  | 'deadline_passed'
  | 'too_few_hours'
  | 'must_skill_missing'
  | 'requirement_not_held'
  | 'over_budget'
  | 'below_pay_floor'
  | 'paid_only'
  | 'volunteer_for_profit'
  | 'not_open_to_organization'
  | 'not_visible'
  | 'blocked'
  | 'declined'
  | 'nothing_in_common'

export interface Blocker {
  code: GateCode
  detail: string
  /** The smallest change to one side that would open this gate, as a sentence. */
  smallestChange: string
}

export type FactorName =
  | 'skills'
  | 'wording'
  | 'time'
  | 'place'
  | 'return'
  | 'trust'
  | 'responsiveness'
  | 'connection'
  | 'freshness'

export interface Factor {
  name: FactorName
  /** [0, 1]. */
  value: number
  /** As each side feels it. */
  forNeed: number
  forOffer: number
  /** This factor's share in this pair's score: the score is the sum of value × weight over all factors. */
  weight: number
  /** value × weight. */
  contribution: number
  reason: string
}

export type NoticeCode =
  | 'volunteer_for_profit'
  | 'unpaid_intern_for_profit'
  | 'credit_required'
  | 'nothing_to_give'
  | 'budget_missing'
  | 'budget_not_compared'
  | 'currency_differs'
  | 'pay_floor_unknown'
  | 'pay_floor_not_compared'
  | 'credential_expires'
  | 'time_zones_far_apart'
  | 'skill_not_in_taxonomy'

export interface Cost {
  /** Null where no money changes hands. */
  money: (Money & { unit: 'hour' | 'project' | 'total'; perWeek: Money | null }) | null
  /** Estimated hours to close the gaps in skills; null where there are none. */
  hoursToTrain: number | null
  /** What the organization gives in return: barter. Empty otherwise. */
  inKind: { label: string; hoursPerWeek: number | null; alreadyDoing: boolean }[]
}

/** Weights of the factors on each side, from 0; only their proportions count. */
export interface Model {
  version: string
  need: Readonly<Record<FactorName, number>>
  offer: Readonly<Record<FactorName, number>>
}

export interface Explanation {
  /** Version of the weights. */
  model: string
  needId: string
  offerId: string
  /** Score of an eligible pair; of a blocked one, what it would be without its blockers. */
  score: number
  eligible: boolean
  blockers: Blocker[]
  factors: Factor[]
  matchedSkills: { wanted: string; offered: string; relatedness: number }[]
  missingSkills: { label: string; importance: Importance }[]
  cost: Cost
  notices: { code: NoticeCode; detail: string }[]
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

export interface Ranked {
  needId: string
  offerId: string
  score: number
}

/** The engine: an index over the whole market. Everything is synchronous, in memory and without I/O. */
export interface Engine {
  putNeed(need: MarketNeed): void
  putOffer(offer: MarketOffer): void
  removeNeed(id: string): void
  removeOffer(id: string): void
  /** Offers for a need, best first, ties by offer id. The need may be one that was never put (a preview). */
  rankOffers(need: MarketNeed, options: RankOptions): Ranked[]
  /** Needs for an offer, best first, ties by need id. The offer may be one that was never put. */
  rankNeeds(offer: MarketOffer, options: RankOptions): Ranked[]
  /**
   * The same a little at a time, for an event loop that others wait for too: between two steps nothing else may be asked
   * of the engine or put into it.
   */
  rankOffersInSteps(need: MarketNeed, options: RankOptions): Generator<void, Ranked[]>
  rankNeedsInSteps(offer: MarketOffer, options: RankOptions): Generator<void, Ranked[]>
  explain(need: MarketNeed, offer: MarketOffer, asOfMs: number): Explanation
  /** A need beside each of these offers, in their order; any of them may be one that was never put. */
  explainOffers(need: MarketNeed, offers: readonly MarketOffer[], asOfMs: number): Explanation[]
  /** The same of an offer. */
  explainNeeds(offer: MarketOffer, needs: readonly MarketNeed[], asOfMs: number): Explanation[]
  /** Ranks with these weights from now on. Throws a RangeError for weights below 0 or without a sum. */
  useModel(model: Model): void
  /** Tells the engine that `relatedSkills` answers differently from now on. */
  relationsChanged(): void
  /** The partner that a posting in the index came from; undefined where it is not there. */
  partnerOfNeed(id: string): string | undefined
  partnerOfOffer(id: string): string | undefined
  readonly size: { needs: number; offers: number }
}

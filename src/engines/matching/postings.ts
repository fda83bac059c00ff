/**
 * The engine's view of the market: one plain record per need and per offer, with the relevant facts about its
 * organization or helper. No names and no contacts. Places are exact, but between partners only the centres of cities
 * or of cells of about five kilometres are compared.
 */

/** The types of the caller's ids. The engine only compares and returns them. */
export interface EngineIds {
  need: string
  offer: string
  partner: string
  organization: string
  helper: string
}

export type OrganizationKind = 'solopreneur' | 'small_business' | 'nonprofit'
export type OfferKind = 'volunteer' | 'intern' | 'barter' | 'paid'
export type Modality = 'remote' | 'onsite' | 'hybrid'
export type Visibility = 'network' | 'partner'
export type Importance = 'must' | 'should' | 'nice'
/** 1 beginner, 2 intermediate, 3 advanced, 4 expert. */
export type Level = 1 | 2 | 3 | 4

/** A taxonomy id (`bookkeeping`), an imported one (`esco:…`, `onet:…`), or `~label` for a label that is not in the taxonomy. */
export type SkillId = string

export interface WantedSkill {
  skill: SkillId
  label: string
  /** The words in which it was posted, if they differ from its label. */
  posted?: string
  importance: Importance
  level: Level | null
}

export interface OfferedSkill {
  skill: SkillId
  label: string
  /** The words in which it was posted, if they differ from its label. */
  posted?: string
  level: Level | null
}

/** A skill that the words of a posting express but that was not posted. */
export interface InferredSkill {
  skill: SkillId
  label: string
  /** In (0, 1). */
  confidence: number
  /** The words that express it. */
  because: readonly string[]
  /**
   * False for a hint: it counts in part, but it is never displayed, no search finds the posting by it, and it is not
   * enough for a match.
   */
  isSure: boolean
}

/** A skill given or wanted in return, as in barter. */
export interface ReturnSkill {
  skill: SkillId
  label: string
  /** The words in which it was posted, if they differ from its label. */
  posted?: string
  hoursPerWeek: number | null
  /** True if the organization does this anyway, without extra work. Always false on the wanting side. */
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
  /** Null if the city is unknown. */
  cityCentre: { lat: number; lon: number } | null
}

/** Local wall-clock windows in an IANA zone; `start` < `end`, minutes since local midnight, `end` ≤ 1440. */
export interface WeeklyWindows {
  timeZone: string
  windows: { weekday: Weekday; startMinute: number; endMinute: number }[]
}
/** ISO: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** One dated piece of work between two instants in whole minutes. */
export interface Session {
  /** The caller's id. The engine only returns it. */
  id: string
  startsAtMs: number
  endsAtMs: number
  /** Time zone of the session's place, for sentences. */
  timeZone: string
  positionsLeft: number
}

/** A range of calendar days as ISO dates, both included. */
export interface DayRange {
  first: string
  last: string
}

/** A period of time, without its end. */
export interface Stretch {
  startsAtMs: number
  endsAtMs: number
}

export interface Money {
  /** Minor units of the currency: cents of USD, yen of JPY. */
  amountMinor: number
  /** ISO 4217, upper case. */
  currency: string
}

/**
 * A requirement of a need or credential of a helper: `age_over_18` (or 16, 21), `background_check`, `licence:<name,
 * lower case>`.
 */
export type Requirement = string

export interface Credential {
  requirement: Requirement
  /** Last valid day, ISO date. Null if it does not expire. */
  validUntil: string | null
}

/** Outcomes from which trust and responsiveness are computed. All zero if nothing is known. */
export interface TrackRecord {
  completed: number
  broken: number
  introductionsAnswered: number
  introductionsIgnored: number
  /** Total hours of all answers. */
  answerHours: number
}

/**
 * The meaning of a text as a direction: the first `MEANING_DIMENSIONS` numbers of its embedding, in steps of one 127th
 * of the largest. Texts are near if the angle between their directions is small.
 */
export interface Meaning {
  /** Name and version of the model. Only meanings of one model are compared. */
  model: string
  numbers: Int8Array
}

export interface MarketNeed<Ids extends EngineIds = EngineIds> {
  id: Ids['need']
  partnerId: Ids['partner']
  organizationId: Ids['organization']
  organizationKind: OrganizationKind
  title: string
  description: string
  skills: WantedSkill[]
  /** Whether the skills that its words express count too. */
  infersSkills: boolean
  /** The result of `skillsOfText`, if already known. Reading the text takes far longer than everything else. */
  readSkills?: readonly InferredSkill[]
  /** Null while unknown. */
  meaning: Meaning | null
  accepts: OfferKind[]
  modality: Modality
  place: Place | null
  maxDistanceKm: number | null
  /** BCP 47 primary subtags, lower case. */
  languages: string[]
  timeZone: string
  hoursPerWeek: number | null
  /** Positions that are not taken by work under way or done. At least one if missing. */
  positionsLeft?: number
  startsOn: string | null
  endsOn: string | null
  /** Time by which help must be found, in milliseconds since the epoch. */
  deadlineAtMs: number | null
  availability: WeeklyWindows | null
  /** The dated sessions of the work. If missing, the work is done week by week. */
  sessions?: readonly Session[]
  requires: Requirement[]
  gives: ReturnSkill[]
  budget: (Money & { unit: 'hour' | 'project' }) | null
  causes: string[]
  visibility: Visibility
  /** Ids of helpers that must not be matched with this organization. */
  blockedHelperIds: Ids['helper'][]
  /** Offers that were introduced to this need and declined, by either side. */
  declinedOfferIds: Ids['offer'][]
  /** Helpers that the organization says it knows. */
  connectedHelperIds: Ids['helper'][]
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
      learningGoals: { skill: SkillId; label: string; posted?: string }[]
      stipend: Money | null
    }
  | { kind: 'barter'; wants: ReturnSkill[] }
  | { kind: 'paid'; rate: Money; unit: 'hour' | 'project' }

export interface MarketOffer<Ids extends EngineIds = EngineIds> {
  id: Ids['offer']
  partnerId: Ids['partner']
  helperId: Ids['helper']
  title: string
  description: string
  skills: OfferedSkill[]
  /** Whether the skills that its words express count too. */
  infersSkills: boolean
  /** The result of `skillsOfText`, if already known. Reading the text takes far longer than everything else. */
  readSkills?: readonly InferredSkill[]
  /** Null while unknown. */
  meaning: Meaning | null
  terms: Terms
  modality: Modality
  place: Place | null
  maxDistanceKm: number | null
  languages: string[]
  timeZone: string
  /** As offered, limited to the total hours that the helper gives. */
  hoursPerWeek: number | null
  /** What work under way leaves of `hoursPerWeek`, below 0 if more is promised. All of it if missing. */
  hoursLeft?: number | null
  startsOn: string | null
  endsOn: string | null
  availability: WeeklyWindows | null
  /** Available only on these days of the helper's calendar. On any day if missing or empty. */
  dates?: readonly DayRange[]
  /** Not available on these days. */
  notAvailable?: readonly DayRange[]
  /** Sessions of work under way. */
  busy?: readonly Stretch[]
  credentials: Credential[]
  /** Whether the helper is a minor for whom no guardian has consented. */
  lacksGuardianConsent?: boolean
  /** Kinds of organization that this helper is open to. Volunteers list for-profit kinds here to opt in. */
  openTo: OrganizationKind[]
  /** Organizations that know this helper already. */
  connectedOrganizationIds: Ids['organization'][]
  blockedOrganizationIds: Ids['organization'][]
  visibility: Visibility
  track: TrackRecord
  postedAtMs: number
}

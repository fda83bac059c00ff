import { DAY_MS } from '../../../shared/time.ts'
import { hasNoHoursLeft, hasNoPositionLeft, hoursLeftOf } from '../capacity.ts'
import { dateMs } from '../dates.ts'
import { type Point, placeNames, pointOf, sharedPointOf } from '../distance.ts'
import type { EngineSettings } from '../engine-interface.ts'
import { effectiveOpenTo, ORGANIZATION_KINDS } from '../open-to.ts'
import { compareWithFloor } from '../pay.ts'
import type {
  Importance,
  InferredSkill,
  MarketNeed,
  MarketOffer,
  Modality,
  ReturnSkill,
  SkillId,
} from '../postings.ts'

import { type RecurringWeek, recurringWeek } from '../recurring-week.ts'
import { openSessions, type Stretches, stretchesOfOffer } from '../stretches.ts'
import { trackKey } from '../track.ts'
import { MOST_HINT_CONFIDENCE } from '../weights.ts'
import type { CountedWord, CountedWords } from '../wording/counted-words.ts'
import { FLAGS, kindBits, modalityBits, organizationBits, unpaidBits } from './flags.ts'
import { HINT, INFERRED } from './importances.ts'
import { CONFIDENCE_STEP } from './layout.ts'
import type { CompiledMeaning } from './meanings.ts'

/**
 * A need or an offer reduced to what is compared: plain values in one form for both sides, ready to be written as a
 * row.
 */
export interface CompiledPosting {
  id: string
  partner: string
  /** The organization of a need, the helper of an offer. */
  person: string
  /** See `FLAGS`. */
  flags: number
  /** Sorted and separated by spaces. */
  languages: string
  timeZone: string
  /** See `trackKey`. */
  track: string
  /** Days since the epoch, like all days here; null if open. */
  postedDay: number
  startDay: number | null
  endDay: number | null
  /** See `placeNames`. */
  city: string | null
  region: string | null
  /** Compared only within a partner. */
  postalCode: string | null
  point: Point | null
  /** The point that other partners' queries use (see `sharedPointOf`). */
  sharedPoint: Point | null
  maxDistanceKm: number | null
  /** For an offer, the hours that it has left. */
  hoursPerWeek: number | null
  /** Budget, rate or stipend. */
  amountMinor: number | null
  currency: string
  /** For a need, the deadline in ms since the epoch. For an intern, the hours that the credit requires. */
  extra: number | null
  /** For an inferred skill, `level` is the step of its confidence (see `LEVEL_BITS`). */
  skills: { skill: SkillId; importance: number; level: number }[]
  /** What a need gives, what a barter partner wants, what an intern wants to learn. */
  returns: { skill: SkillId; hoursPerWeek: number | null }[]
  causes: string[]
  /** `untilDay` is null for a need. */
  credentials: { requirement: string; untilDay: number | null }[]
  /**
   * For an offer, organizations that the helper knows. For a need, helpers that the organization knows, and declined
   * offers.
   */
  known: string[]
  /** People that this side must not be matched with. */
  blocked: string[]
  week: RecurringWeek | null
  /** For a need its sessions, for an offer the times at which it can attend sessions. Null if unrestricted. */
  stretches: Stretches | null
  /** See `Meaning`. */
  meaning: CompiledMeaning | null
  words: CountedWord[]
  /** Words in title and labels, and in the description: see `CountedWords`. */
  titleLength: number
  descriptionLength: number
}

/** The market data and functions that compiling needs besides the posting. */
export interface Compiler {
  countWords(posting: MarketNeed | MarketOffer): CountedWords
  /** Returns each stem of a posting's texts with the first word that has it. */
  wordsByStem(posting: MarketNeed | MarketOffer): ReadonlyMap<string, string>
  payFloors: EngineSettings['payFloors']
  /** Returns null if neither the meaning of the text nor a skill is known. */
  meaningOf(posting: MarketNeed | MarketOffer): CompiledMeaning | null
  /** Returns the number of a model, from 1 on. */
  kindOf(model: string): number
  /** Returns the names of the models of all meanings so far, by number. */
  models(): string[]
  /** Adopts the model numbers of saved rows. Throws a RangeError if different numbers are in use. */
  loadModels(names: readonly string[]): void
  /** Returns the skills that a posting's words express but that it does not list. */
  inferredSkills(posting: MarketNeed | MarketOffer): readonly InferredSkill[]
}

const IMPORTANCE_CODES: Readonly<Record<Importance, number>> = { must: 0, should: 1, nice: 2 }

/** Modalities of offers that fit a need (see the gate `modality`). */
export const FITTING_MODALITIES: Readonly<Record<Modality, readonly Modality[]>> = {
  remote: ['remote', 'hybrid'],
  hybrid: ['remote', 'hybrid', 'onsite'],
  onsite: ['hybrid', 'onsite'],
}

export function compileNeed(need: MarketNeed, compiler: Compiler): CompiledPosting {
  const { budget } = need
  const organization = [need.organizationKind]
  const stretches = openSessions(need)
  return {
    ...compileCommon(need, compiler),
    stretches,
    person: need.organizationId,
    flags:
      kindBits(need.accepts) |
      modalityBits(FITTING_MODALITIES[need.modality]) |
      organizationBits(organization) |
      unpaidBits(organization) |
      FLAGS.fairPay |
      networkBit(need) |
      meaningBit(need, compiler) |
      (hasNoPositionLeft(need) ? FLAGS.filled : 0) |
      (stretches ? FLAGS.timed : 0) |
      (budget?.unit === 'hour' ? FLAGS.byHour : 0),
    amountMinor: budget?.amountMinor ?? null,
    currency: budget?.currency ?? '',
    extra: need.deadlineAtMs,
    skills: [
      ...need.skills.map(({ skill, importance, level }) => ({
        skill,
        importance: IMPORTANCE_CODES[importance],
        level: level ?? 0,
      })),
      ...compiler.inferredSkills(need).map(inferred),
    ],
    returns: need.gives.map(returned),
    causes: need.causes,
    credentials: need.requires.map((requirement) => ({ requirement, untilDay: null })),
    known: [...need.connectedHelperIds, ...need.declinedOfferIds],
    blocked: need.blockedHelperIds,
  }
}

export function compileOffer(offer: MarketOffer, compiler: Compiler): CompiledPosting {
  const { openTo, terms } = offer
  const open = effectiveOpenTo(terms.kind, openTo)
  const unpaid = ORGANIZATION_KINDS.filter((kind) => kind === 'nonprofit' || openTo.includes(kind))
  const isVolunteer = terms.kind === 'volunteer'
  const stretches = stretchesOfOffer(offer)
  return {
    ...compileCommon(offer, compiler),
    stretches,
    ...compileTerms(offer),
    hoursPerWeek: hoursLeftOf(offer),
    person: offer.helperId,
    flags:
      kindBits([terms.kind]) |
      modalityBits([offer.modality]) |
      // Volunteering for a business has a separate gate.
      organizationBits(isVolunteer ? [...open, 'small_business', 'solopreneur'] : open) |
      unpaidBits(isVolunteer ? unpaid : ORGANIZATION_KINDS) |
      networkBit(offer) |
      meaningBit(offer, compiler) |
      (hasNoHoursLeft(offer) ? FLAGS.committed : 0) |
      (stretches ? FLAGS.timed : 0) |
      (offer.lacksGuardianConsent ? FLAGS.unconsented : 0) |
      (compareWithFloor(offer, compiler.payFloors).status === 'below' ? 0 : FLAGS.fairPay) |
      (terms.kind === 'paid' && terms.unit === 'hour' ? FLAGS.byHour : 0) |
      (terms.kind === 'intern' && terms.creditRequired ? FLAGS.creditRequired : 0) |
      (terms.kind === 'intern' && terms.paidOnly ? FLAGS.paidOnly : 0),
    skills: [
      ...offer.skills.map(({ skill, level }) => ({ skill, importance: 0, level: level ?? 0 })),
      ...compiler.inferredSkills(offer).map(inferred),
    ],
    credentials: offer.credentials.map(({ requirement, validUntil }) => ({
      requirement,
      untilDay: dayOf(validUntil),
    })),
    known: offer.connectedOrganizationIds,
    blocked: offer.blockedOrganizationIds,
  }
}

function compileTerms({
  terms,
}: MarketOffer): Pick<CompiledPosting, 'amountMinor' | 'currency' | 'extra' | 'returns' | 'causes'> {
  const none = { amountMinor: null, currency: '', extra: null, returns: [], causes: [] }
  switch (terms.kind) {
    case 'volunteer':
      return { ...none, causes: terms.causes }
    case 'intern':
      return {
        ...none,
        amountMinor: terms.stipend?.amountMinor ?? null,
        currency: terms.stipend?.currency ?? '',
        extra: terms.hoursRequired,
        returns: terms.learningGoals.map(({ skill }) => ({ skill, hoursPerWeek: null })),
      }
    case 'barter':
      return { ...none, returns: terms.wants.map(returned) }
    case 'paid':
      return { ...none, amountMinor: terms.rate.amountMinor, currency: terms.rate.currency }
  }
}

function compileCommon(posting: MarketNeed | MarketOffer, compiler: Compiler) {
  return {
    id: posting.id,
    partner: posting.partnerId,
    languages: [...posting.languages].sort().join(' '),
    timeZone: posting.timeZone,
    track: trackKey(posting.track),
    postedDay: Math.floor(posting.postedAtMs / DAY_MS),
    startDay: dayOf(posting.startsOn),
    endDay: dayOf(posting.endsOn),
    ...placeNames(posting.place),
    point: pointOf(posting.place),
    sharedPoint: sharedPointOf(posting.place),
    maxDistanceKm: posting.maxDistanceKm,
    hoursPerWeek: posting.hoursPerWeek,
    meaning: compiler.meaningOf(posting),
    week: posting.availability?.windows.length ? recurringWeek(posting.availability) : null,
    ...compiler.countWords(posting),
  }
}

/** Returns an inferred skill in the form of a row. */
function inferred({ skill, confidence, isSure }: InferredSkill) {
  return isSure
    ? { skill, importance: INFERRED, level: confidenceStep(confidence) }
    : { skill, importance: HINT, level: confidenceStep(Math.min(MOST_HINT_CONFIDENCE, confidence)) }
}

/**
 * Returns the step below a confidence, at least the lowest, so that an inferred skill never counts more than it should.
 */
export function confidenceStep(confidence: number): number {
  return Math.max(0, Math.floor(confidence / CONFIDENCE_STEP) - 1)
}

function networkBit({ visibility }: MarketNeed | MarketOffer): number {
  return visibility === 'network' ? FLAGS.network : 0
}

function meaningBit(posting: MarketNeed | MarketOffer, compiler: Compiler): number {
  return compiler.meaningOf(posting) === null ? 0 : FLAGS.meaning
}

function returned({ skill, hoursPerWeek }: ReturnSkill) {
  return { skill, hoursPerWeek }
}

function dayOf(date: string | null): number | null {
  return date === null ? null : dateMs(date) / DAY_MS
}

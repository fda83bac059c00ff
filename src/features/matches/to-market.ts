import type { z } from 'zod'
import type {
  Meaning,
  Place,
  ReturnSkill,
  Session,
  Terms,
  TrackRecord,
  WeeklyWindows,
} from '../../engines/matching/index.ts'
import { postedTextOf } from '../../engines/matching/index.ts'
import { isMisspelled, unknownSkillId } from '../../engines/skills/index.ts'
import { cities } from '../../platform/places/index.ts'
import type { HelperId, OrganizationId } from '../../shared/ids.ts'
import type * as wire from '../../shared/wire.ts'
import {
  allRequirements,
  hoursOffered,
  lacksGuardianConsent,
  licenceRequirement,
  positionsLeft,
  requirementsMet,
  sessionsLeft,
  type TakenOfNeed,
} from '../postings/index.ts'
import type { ShownSkill } from '../skills/index.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { MatchNeed, MatchOffer } from './market-ids.ts'
import { readingOf, type StoredReading } from './readings/stored-reading.ts'

const levels = { beginner: 1, intermediate: 2, advanced: 3, expert: 4 } as const
const importances = ['must', 'should', 'nice'] as const
export type PartyId = OrganizationId | HelperId

/** The party behind a posting in barter. An organization and the helper linked to it are one party. */
export interface PostingParty {
  partyId: PartyId
  /** Its id as an organization and its id as a helper, if it has both. */
  partyIds: PartyId[]
  /** Parties that it blocks. */
  partyBlocks: PartyId[]
}

/**
 * Converts a need, with the relevant data of its organization, to the engine's form. A held need accepts no other
 * barter.
 */
export function toMarketNeed({
  need,
  organization,
  track,
  meaning,
  reading,
  declinedOfferIds,
  isHeld,
  ...taken
}: NeedRecord): MatchNeed & PostingParty {
  const skills = [...need.skills].sort(
    (a, b) => importances.indexOf(a.importance) - importances.indexOf(b.importance),
  )
  const posting: MatchNeed & PostingParty = {
    id: need.id,
    partnerId: need.partnerId,
    organizationId: need.organizationId,
    organizationKind: organization.kind,
    title: need.title,
    description: need.description,
    skills: distinct(skills).map((one) => ({
      ...skillOf(one),
      importance: one.importance,
      level: one.level && levels[one.level],
    })),
    infersSkills: need.inferSkills,
    meaning: toMeaning(meaning),
    accepts: isHeld ? need.accepts.filter((kind) => kind !== 'barter') : need.accepts,
    partyId: need.organizationId,
    partyIds: [need.organizationId, ...(organization.helperId ? [organization.helperId] : [])],
    partyBlocks: organization.blockedHelperIds,
    modality: need.modality,
    place: toPlace(need.location ?? organization.location),
    maxDistanceKm: need.maxDistanceKm,
    languages: primaryLanguages(organization.languages),
    timeZone: organization.timeZone,
    hoursPerWeek: need.hoursPerWeek,
    positionsLeft: positionsLeft({ need, ...taken }),
    startsOn: need.startsOn,
    endsOn: need.endsOn,
    deadlineAtMs: need.deadlineAt?.getTime() ?? null,
    availability: toWindows(need.availability),
    sessions: toSessions({ need, ...taken }),
    requires: allRequirements(need),
    gives: distinct(need.gives).map((one) => ({ ...toReturn(one), alreadyDoing: one.already_doing })),
    budget: need.budget && { ...toMoney(need.budget), unit: need.budget.unit },
    causes: organization.causes.map(fold),
    visibility: need.visibility,
    blockedHelperIds: organization.blockedHelperIds,
    declinedOfferIds,
    connectedHelperIds: organization.connections,
    track: toTrack(track),
    postedAtMs: need.createdAt.getTime(),
  }
  return withReading(posting, reading)
}

/** Converts an offer, with the relevant data of its helper, to the engine's form. */
export function toMarketOffer({
  offer,
  helper,
  track,
  meaning,
  reading,
  hoursLeft,
  promisedSessions,
  organizationId,
}: OfferRecord): MatchOffer & PostingParty {
  const posting: MatchOffer & PostingParty = {
    partyId: organizationId ?? offer.helperId,
    partyIds: [offer.helperId, ...(organizationId ? [organizationId] : [])],
    partyBlocks: helper.blockedOrganizationIds,
    id: offer.id,
    partnerId: offer.partnerId,
    helperId: offer.helperId,
    title: offer.title,
    description: offer.description,
    skills: distinct(offer.skills).map((one) => ({ ...skillOf(one), level: one.level && levels[one.level] })),
    infersSkills: offer.inferSkills,
    meaning: toMeaning(meaning),
    terms: toTerms(offer.terms),
    modality: offer.modality,
    place: toPlace(offer.location ?? helper.location),
    maxDistanceKm: offer.maxDistanceKm,
    languages: primaryLanguages(helper.languages),
    timeZone: helper.timeZone,
    hoursPerWeek: hoursOffered({ offer: offer.hoursPerWeek, helper: helper.maxHoursPerWeek }),
    hoursLeft,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    availability: toWindows(offer.availability),
    dates: offer.dates.map(toDays),
    notAvailable: offer.notAvailable.map(toDays),
    busy: promisedSessions.map(toStretch),
    credentials: toCredentials(helper.credentials),
    lacksGuardianConsent: lacksGuardianConsent(helper.credentials),
    openTo: offer.openTo,
    connectedOrganizationIds: helper.connections,
    blockedOrganizationIds: helper.blockedOrganizationIds,
    visibility: offer.visibility,
    track: toTrack(track),
    postedAtMs: offer.createdAt.getTime(),
  }
  return withReading(posting, reading)
}

/** Adds the stored skills of the text. */
function withReading<P extends MatchNeed | MatchOffer>(posting: P, reading: StoredReading): P {
  if (!posting.infersSkills || !reading) return posting
  const readSkills = readingOf(postedTextOf(posting), reading)
  return readSkills ? { ...posting, readSkills } : posting
}

/**
 * Converts a stored meaning. One of an earlier text is left out: it would rank the posting by what it says no more. Copies the
 * vector, because the bytes of a row are part of a larger buffer.
 */
function toMeaning(meaning: NeedRecord['meaning']): Meaning | null {
  return meaning?.isCurrent && meaning.vector
    ? { model: meaning.model, numbers: Int8Array.from(meaning.vector) }
    : null
}

/** Converts a track record. A party without one starts with the prior. */
function toTrack(track: NeedRecord['track']): TrackRecord {
  return {
    completed: track?.completed ?? 0,
    broken: track?.broken ?? 0,
    introductionsAnswered: track?.introductionsAnswered ?? 0,
    introductionsIgnored: track?.introductionsIgnored ?? 0,
    answerHours: track?.answerHours ?? 0,
  }
}

/** Returns the skill of a label. An unknown skill is identified by its label. */
function skillOf(one: ShownSkill) {
  const known = one.resolved.skill
  if (!known) return { skill: unknownSkillId(one.skill), label: one.skill }
  const { id: skill, label } = known
  // Ids are not names, and misspelled names should not be repeated.
  const isNamed = one.resolved.method !== 'id' && !isMisspelled(one.resolved) && one.skill !== label
  return { skill, label, ...(isNamed && { posted: one.skill }) }
}

/** Removes duplicates. If two labels mean one skill, the first counts. */
function distinct<T extends ShownSkill>(skills: readonly T[]): T[] {
  return [...new Map(skills.map((one) => [skillOf(one).skill, one] as const).reverse()).values()].reverse()
}

function toReturn(one: ShownSkill & { hours_per_week: number | null }): ReturnSkill {
  return { ...skillOf(one), hoursPerWeek: one.hours_per_week, alreadyDoing: false }
}

function toTerms(terms: OfferRecord['offer']['terms']): Terms {
  switch (terms.kind) {
    case 'volunteer':
      return { kind: 'volunteer', causes: terms.causes.map(fold) }
    case 'intern':
      return {
        kind: 'intern',
        creditRequired: terms.credit_required,
        paidOnly: terms.paid_only ?? false,
        hoursRequired: terms.hours_required,
        learningGoals: distinct(terms.learning_goals).map(skillOf),
        stipend: terms.stipend && toMoney(terms.stipend),
      }
    case 'barter':
      return { kind: 'barter', wants: distinct(terms.wants).map(toReturn) }
    case 'paid':
      return { kind: 'paid', rate: toMoney(terms.rate), unit: terms.unit }
  }
}

function toMoney(money: z.output<typeof wire.money>) {
  return { amountMinor: money.amount_minor, currency: money.currency }
}

function toPlace(location: z.output<typeof wire.location> | null): Place | null {
  if (!location) return null
  const { country, region = null, city = null, lat = null, lon = null } = location
  const near = lat === null || lon === null ? null : { lat, lon }
  const cityCentre = cities().centreOf({ country, region, city }, near)
  return { country, region, city, postalCode: location.postal_code ?? null, lat, lon, cityCentre }
}

function toWindows(availability: z.output<typeof wire.availability> | null): WeeklyWindows | null {
  if (!availability) return null
  return {
    timeZone: availability.time_zone,
    windows: availability.windows.map((window) => ({
      // Cast: the schema has checked that it is 1 to 7.
      weekday: window.weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7,
      startMinute: minuteOf(window.start),
      endMinute: minuteOf(window.end),
    })),
  }
}

function toSessions(record: { need: NeedRecord['need'] } & TakenOfNeed): Session[] {
  return sessionsLeft(record).map((session) => ({
    id: session.id,
    ...toStretch(session),
    timeZone: session.time_zone,
    positionsLeft: session.positions_left,
  }))
}

function toStretch({ starts_at, ends_at }: { starts_at: string; ends_at: string }) {
  return { startsAtMs: Date.parse(starts_at), endsAtMs: Date.parse(ends_at) }
}

function toDays({ starts_on: first, ends_on: last }: OfferRecord['offer']['dates'][number]) {
  return { first, last }
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function toCredentials(credentials: OfferRecord['helper']['credentials']): MatchOffer['credentials'] {
  const { background_check, licences } = credentials
  return [
    ...requirementsMet(credentials).map((requirement) => ({ requirement, validUntil: null })),
    ...(background_check
      ? [{ requirement: 'background_check', validUntil: background_check.expires_on ?? null }]
      : []),
    ...licences.map((licence) => ({
      requirement: licenceRequirement(licence.name),
      validUntil: licence.expires_on ?? null,
    })),
  ]
}

/**
 * Returns the primary subtags of languages in their shortest form (`deu` is `de`), because speakers of `pt-BR` and
 * `pt-PT` understand each other.
 */
function primaryLanguages(tags: string[]): string[] {
  return [...new Set(tags.map(primaryLanguage))]
}

function primaryLanguage(tag: string): string {
  const known = primaryByTag.get(tag)
  if (known !== undefined) return known
  const { language } = new Intl.Locale(tag)
  if (primaryByTag.size >= MAX_CACHED_TAGS) primaryByTag.clear()
  primaryByTag.set(tag, language)
  return language
}

/** Cached, because parsing a language tag is slow and a market has few distinct ones. */
const primaryByTag = new Map<string, string>()
const MAX_CACHED_TAGS = 1000

function fold(text: string): string {
  return text.trim().toLowerCase()
}

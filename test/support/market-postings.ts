import type { EngineSettings } from '../../src/engines/matching/engine-interface.ts'
import type {
  MarketNeed,
  MarketOffer,
  Meaning,
  OfferedSkill,
  Place,
  ReturnSkill,
  SkillId,
  WantedSkill,
} from '../../src/engines/matching/postings.ts'
import { MEANING_DIMENSIONS } from '../../src/engines/matching/rows/layout.ts'

export const AS_OF_MS = Date.parse('2026-03-11T10:00:00Z')

const relations: [SkillId, SkillId, number][] = [
  ['bookkeeping', 'accounts-payable', 0.7],
  ['bookkeeping', 'payroll', 0.4],
  ['payroll', 'accounts-payable', 0.5],
  ['web-design', 'wordpress', 0.6],
  ['web-design', 'illustration', 0.3],
]

/** Symmetric relations of a few skills. */
export function relatedSkills(skill: SkillId): { skill: SkillId; strength: number }[] {
  return relations.flatMap(([a, b, strength]) => {
    if (a === skill) return [{ skill: b, strength }]
    return b === skill ? [{ skill: a, strength }] : []
  })
}

const MEANING_MODEL = 'test'

export const settings: EngineSettings = {
  comparesMeaningsOf: () => true,
  relatedSkills,
  payFloors: new Map([
    ['US', { country: 'US', year: 2026, source: 'a test', amountMinor: 1500, currency: 'USD' }],
    ['KE', { country: 'KE', year: 2026, source: 'a test', amountMinor: 30000, currency: 'KES' }],
  ]),
}

export const noHistory = {
  completed: 0,
  broken: 0,
  introductionsAnswered: 0,
  introductionsIgnored: 0,
  answerHours: 0,
}

export const austin: Place = {
  country: 'US',
  region: 'TX',
  city: 'Austin',
  postalCode: '78701',
  lat: 30.2672,
  lon: -97.7431,
  cityCentre: null,
}
/** 27.5 km from Austin. */
export const roundRock: Place = {
  ...austin,
  city: 'Round Rock',
  postalCode: '78664',
  lat: 30.5083,
  lon: -97.6789,
}
export const nairobi: Place = {
  country: 'KE',
  region: null,
  city: 'Nairobi',
  postalCode: null,
  lat: -1.2921,
  lon: 36.8219,
  cityCentre: null,
}

/** A nonprofit in Austin that accepts everything; it and `offer` make an eligible pair. */
export function need(changes: Partial<MarketNeed> = {}): MarketNeed {
  return {
    id: 'need_1',
    partnerId: 'partner_1',
    organizationId: 'org_1',
    organizationKind: 'nonprofit',
    title: 'Keep our donation books',
    description: 'Monthly reconciliation of donations for a food bank',
    skills: [wanted('bookkeeping')],
    infersSkills: true,
    meaning: null,
    accepts: ['volunteer', 'intern', 'barter', 'paid'],
    modality: 'onsite',
    place: austin,
    maxDistanceKm: null,
    languages: ['en'],
    timeZone: 'America/Chicago',
    hoursPerWeek: null,
    startsOn: null,
    endsOn: null,
    deadlineAtMs: null,
    availability: null,
    requires: [],
    gives: [],
    budget: null,
    causes: [],
    visibility: 'network',
    blockedHelperIds: [],
    declinedOfferIds: [],
    connectedHelperIds: [],
    track: noHistory,
    postedAtMs: AS_OF_MS,
    ...changes,
  }
}

/** A volunteer in Austin. */
export function offer(changes: Partial<MarketOffer> = {}): MarketOffer {
  return {
    id: 'offer_1',
    partnerId: 'partner_2',
    helperId: 'helper_1',
    title: 'Retired accountant',
    description: 'Happy to help with donation records',
    skills: [offered('bookkeeping')],
    infersSkills: true,
    meaning: null,
    terms: { kind: 'volunteer', causes: [] },
    modality: 'onsite',
    place: austin,
    maxDistanceKm: null,
    languages: ['en'],
    timeZone: 'America/Chicago',
    hoursPerWeek: null,
    startsOn: null,
    endsOn: null,
    availability: null,
    credentials: [],
    openTo: [],
    connectedOrganizationIds: [],
    blockedOrganizationIds: [],
    visibility: 'network',
    track: noHistory,
    postedAtMs: AS_OF_MS,
    ...changes,
  }
}

export function wanted(skill: SkillId, changes: Partial<WantedSkill> = {}): WantedSkill {
  return { skill, label: skill.replaceAll('-', ' '), importance: 'should', level: null, ...changes }
}

export function offered(skill: SkillId, changes: Partial<OfferedSkill> = {}): OfferedSkill {
  return { skill, label: skill.replaceAll('-', ' '), level: null, ...changes }
}

export function inReturn(skill: SkillId, changes: Partial<ReturnSkill> = {}): ReturnSkill {
  return { skill, label: skill.replaceAll('-', ' '), hoursPerWeek: null, alreadyDoing: false, ...changes }
}

export function paid(amountMinor: number, currency = 'USD', unit: 'hour' | 'project' = 'hour') {
  return { kind: 'paid', rate: { amountMinor, currency }, unit } as const
}

/** A meaning near one of several topics, which are at right angles. More noise, up to 127, takes it farther away. */
export function meaningNear(topic: number, noise = 0): Meaning {
  const numbers = Int8Array.from({ length: MEANING_DIMENSIONS }, (_, at) => {
    const isOfTopic = at % 8 === topic
    const sign = Math.imul(at + 1, noise + 0x9e3779b1) < 0 ? -1 : 1
    return isOfTopic ? 100 : (sign * noise) / 2
  })
  return { model: MEANING_MODEL, numbers }
}

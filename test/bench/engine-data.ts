import type { EngineSettings } from '../../src/engines/matching/engine-interface.ts'
import type {
  MarketNeed,
  MarketOffer,
  Meaning,
  OfferKind,
  ReturnSkill,
  Terms,
} from '../../src/engines/matching/postings.ts'
import { MEANING_DIMENSIONS } from '../../src/engines/matching/rows/layout.ts'
import { createTaxonomy } from '../../src/engines/skills/taxonomy.ts'
import { payFloors } from '../../src/features/matches/pay-floors.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/taxonomy-files.ts'
import {
  between,
  createRandom,
  createZipf,
  many,
  pick,
  type Random,
  shuffled,
  sometimes,
} from '../support/random.ts'
import {
  AS_OF_MS,
  causesOf,
  credentialsOf,
  DAY_MS,
  datesOf,
  dollars,
  idOf,
  kindOf,
  placeNear,
  requirementsOf,
  someId,
  trackRecord,
  windowsIn,
} from './engine-parts.ts'
import { createCities, createWords } from './engine-world.ts'

/** A market without end: the posting of a number is the same whenever it is asked for, in whatever order. */
export interface MarketData {
  settings: EngineSettings
  /** The instant of all rankings, in milliseconds since the epoch. */
  asOfMs: number
  /** Skill ids of the taxonomy, the most popular first. */
  skillIds: string[]
  timeZones: string[]
  marketOffer(number: number): MarketOffer
  marketNeed(number: number): MarketNeed
}

/** With these offsets the top skill is held by about a sixth of all offers. */
const SKILL_OFFSET = 2
/** Mandelbrot's own for English. */
const WORD_OFFSET = 2.7
const CITY_OFFSET = 1
const PARTNERS = 30
const POSTED_DAYS = 90
const MEANING_MODEL = 'bench'
const MEANING_TOPICS = 50
const OPEN_KINDS = ['nonprofit', 'small_business', 'solopreneur'] as const
const ACCEPTED: readonly OfferKind[][] = [
  ['volunteer'],
  ['volunteer', 'intern'],
  ['volunteer', 'intern', 'barter', 'paid'],
  ['volunteer', 'intern', 'barter', 'paid'],
  ['barter', 'paid'],
  ['paid'],
]

/** A direction near one of many topics: pairs of one topic have a cosine of about 0.5, others of about 0. */
function meaningOf(random: Random): Meaning {
  const ofTopic = createRandom(MEANING_TOPICS, between(random, 0, MEANING_TOPICS - 1))
  const numbers = Int8Array.from({ length: MEANING_DIMENSIONS }, () => 63 * (ofTopic() + random() - 1))
  return { model: MEANING_MODEL, numbers }
}

/** A country's marketplace by a seed: Zipf's law over skills, words and cities, every field in use. */
export function createMarketData(seed: number): MarketData {
  const entries = [...readCuratedTaxonomy()]
  const taxonomy = createTaxonomy(entries)
  const skills = shuffled(createRandom(seed, 3), entries)
  const cities = createCities(seed)
  const words = createWords(seed, entries)
  const drawSkill = createZipf(skills.length, SKILL_OFFSET)
  const drawWord = createZipf(words.length, WORD_OFFSET)
  const drawCity = createZipf(cities.length, CITY_OFFSET)
  const drawPartner = createZipf(PARTNERS, 0)

  const skill = (random: Random) => {
    const { id, label } = skills[drawSkill(random)] ?? pick(random, skills)
    return { skill: id, label }
  }
  const distinctSkills = (random: Random, least: number, most: number) => {
    const drawn = many(between(random, least, most), () => skill(random))
    return [...new Map(drawn.map((one) => [one.skill, one])).values()]
  }
  const text = (random: Random, least: number, most: number) =>
    many(between(random, least, most), () => words[drawWord(random)]).join(' ')

  const common = (random: Random) => {
    const city = cities[drawCity(random)] ?? pick(random, cities)
    return {
      partnerId: idOf('partner', drawPartner(random)),
      modality: pick(random, ['remote', 'remote', 'hybrid', 'onsite'] as const),
      place: placeNear(random, city),
      maxDistanceKm: sometimes(random, 0.3, () => pick(random, [10, 25, 40, 80])),
      languages: random() < 0.85 ? ['en'] : pick(random, [['es'], ['en', 'es'], ['en', 'fr'], ['zh'], []]),
      timeZone: city.timeZone,
      hoursPerWeek: sometimes(random, 0.85, () => pick(random, [1, 2, 3, 4, 5, 8, 10, 15, 20, 40])),
      availability: sometimes(random, 0.5, () => windowsIn(random, city.timeZone)),
      infersSkills: true,
      meaning: meaningOf(random),
      visibility: random() < 0.9 ? ('network' as const) : ('partner' as const),
      track: trackRecord(random),
      postedAtMs: AS_OF_MS - Math.floor(random() * POSTED_DAYS * DAY_MS),
      ...datesOf(random),
    }
  }
  const level = (random: Random) => sometimes(random, 0.65, () => pick(random, [1, 2, 2, 3, 3, 4] as const))
  const inReturn = (random: Random, alreadyDoing: boolean): ReturnSkill[] =>
    distinctSkills(random, 1, 2).map((one) => ({
      ...one,
      hoursPerWeek: sometimes(random, 0.5, () => between(random, 1, 6)),
      alreadyDoing: alreadyDoing && random() < 0.5,
    }))
  const termsOf = (random: Random): Terms => {
    switch (kindOf(random)) {
      case 'volunteer':
        return { kind: 'volunteer', causes: sometimes(random, 0.6, () => causesOf(random)) ?? [] }
      case 'intern':
        return {
          kind: 'intern',
          creditRequired: random() < 0.4,
          paidOnly: false,
          hoursRequired: sometimes(random, 0.6, () => pick(random, [60, 120, 160])),
          learningGoals: distinctSkills(random, 1, 2),
          stipend: sometimes(random, 0.3, () => dollars(between(random, 2, 20) * 100)),
        }
      case 'barter':
        return { kind: 'barter', wants: inReturn(random, false) }
      case 'paid':
        return random() < 0.85
          ? { kind: 'paid', rate: dollars(between(random, 10, 70)), unit: 'hour' }
          : { kind: 'paid', rate: dollars(between(random, 2, 40) * 100), unit: 'project' }
    }
  }

  // Some helpers and the organizations of the same number know each other, and say so on both sides.
  const acquaintanceOf = (other: 'org' | 'helper', number: number) =>
    sometimes(createRandom(seed, 6, number), 0.1, () => [idOf(other, number)]) ?? []

  return {
    settings: {
      relatedSkills: taxonomy.relatedSkills,
      namedSkills: taxonomy.skills,
      payFloors,
      comparesMeaningsOf: () => true,
    },
    asOfMs: AS_OF_MS,
    skillIds: skills.map(({ id }) => id),
    timeZones: [...new Set(cities.map(({ timeZone }) => timeZone))],

    marketOffer(number) {
      const random = createRandom(seed, 4, number)
      const offered = distinctSkills(random, 1, 5)
      return {
        id: idOf('offer', number),
        helperId: idOf('helper', Math.floor(number / 2)),
        title: `${offered[0]?.label} ${text(random, 2, 4)}`,
        description: text(random, 12, 20),
        skills: offered.map((one) => ({ ...one, level: level(random) })),
        terms: termsOf(random),
        ...common(random),
        credentials: credentialsOf(random),
        openTo: pick(random, [[], [], [...OPEN_KINDS], ['nonprofit'], ['nonprofit', 'small_business']]),
        connectedOrganizationIds: [
          ...acquaintanceOf('org', Math.floor(number / 2)),
          ...(sometimes(random, 0.05, () => [someId(random, 'org')]) ?? []),
        ],
        blockedOrganizationIds: sometimes(random, 0.02, () => [someId(random, 'org')]) ?? [],
      }
    },

    marketNeed(number) {
      const random = createRandom(seed, 5, number)
      const wanted = random() < 0.1 ? [] : distinctSkills(random, 1, 4)
      const { label } = wanted[0] ?? skill(random)
      return {
        id: idOf('need', number),
        organizationId: idOf('org', Math.floor(number / 3)),
        organizationKind: pick(random, ['nonprofit', 'nonprofit', 'small_business', 'solopreneur']),
        title: `${label} ${text(random, 2, 4)}`,
        description: text(random, 12, 20),
        skills: wanted.map((one) => ({
          ...one,
          importance: pick(random, ['must', 'should', 'should', 'nice']),
          level: level(random),
        })),
        accepts: pick(random, ACCEPTED),
        ...common(random),
        deadlineAtMs: sometimes(random, 0.3, () => AS_OF_MS + between(random, -5, 60) * DAY_MS),
        requires: requirementsOf(random),
        gives: sometimes(random, 0.6, () => inReturn(random, true)) ?? [],
        budget: sometimes(random, 0.5, () =>
          random() < 0.8
            ? { ...dollars(between(random, 15, 60)), unit: 'hour' as const }
            : { ...dollars(between(random, 5, 50) * 100), unit: 'project' as const },
        ),
        causes: sometimes(random, 0.6, () => causesOf(random)) ?? [],
        connectedHelperIds: acquaintanceOf('helper', Math.floor(number / 3)),
        declinedOfferIds: [],
        blockedHelperIds: sometimes(random, 0.05, () => [someId(random, 'helper')]) ?? [],
      }
    },
  }
}

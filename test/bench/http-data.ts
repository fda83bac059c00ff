import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { readMarketplace } from '../../src/cli/demo/marketplace-files.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/index.ts'

/** How many of each there are to be, and whose they are: a `uuid`. */
export interface HttpDataSize {
  partner: string
  offers: number
  needs: number
}

type Row = Record<string, unknown>

const OFFERS_PER_HELPER = 2
const NEEDS_PER_ORGANIZATION = 4
const ROWS_PER_INSERT = 2000
const DAY_MS = 86_400_000

/** City, region, country, latitude, longitude, time zone, languages and the currency of pay. */
const CITIES = [
  ['Oakland', 'CA', 'US', 37.8044, -122.2712, 'America/Los_Angeles', ['en', 'es'], 'USD'],
  ['Portland', 'OR', 'US', 45.5152, -122.6784, 'America/Los_Angeles', ['en'], 'USD'],
  ['Austin', 'TX', 'US', 30.2672, -97.7431, 'America/Chicago', ['en', 'es'], 'USD'],
  ['Chicago', 'IL', 'US', 41.8781, -87.6298, 'America/Chicago', ['en'], 'USD'],
  ['New York', 'NY', 'US', 40.7128, -74.006, 'America/New_York', ['en', 'es'], 'USD'],
  ['Atlanta', 'GA', 'US', 33.749, -84.388, 'America/New_York', ['en'], 'USD'],
  ['Toronto', 'ON', 'CA', 43.6532, -79.3832, 'America/Toronto', ['en', 'fr'], 'CAD'],
  ['London', 'England', 'GB', 51.5074, -0.1278, 'Europe/London', ['en'], 'GBP'],
  ['Berlin', 'Berlin', 'DE', 52.52, 13.405, 'Europe/Berlin', ['en', 'de'], 'EUR'],
  ['Nairobi', 'Nairobi', 'KE', -1.2921, 36.8219, 'Africa/Nairobi', ['en', 'sw'], 'USD'],
] as const

/**
 * Fills an empty database with open offers and needs of many sorts: skills, words and cities of a Zipf-like
 * popularity, all kinds of help, half of it remote. The same numbers give the same market. Returns the ids of the
 * needs, as `uuid`.
 */
export async function insertMarket(client: pg.Client, size: HttpDataSize): Promise<string[]> {
  const market = createRandomMarket(size.partner)
  const helpers = many(Math.ceil(size.offers / OFFERS_PER_HELPER), market.helper)
  await insert(client, 'helpers', helpers.length, (i) => helpers[i] ?? {})
  const ofHelper = (i: number) => helpers[i % helpers.length] ?? {}
  await insert(client, 'offers', size.offers, (i) => market.offer(ofHelper(i)))

  const organizations = many(Math.ceil(size.needs / NEEDS_PER_ORGANIZATION), market.organization)
  await insert(client, 'organizations', organizations.length, (i) => organizations[i] ?? {})
  const needs = many(size.needs, (i) => market.need(organizations[i % organizations.length] ?? {}))
  await insert(client, 'needs', needs.length, (i) => needs[i] ?? {})
  await client.query('vacuum analyze')
  return needs.map((need) => String(need.id))
}

async function insert(client: pg.Client, table: string, count: number, row: (i: number) => Row) {
  for (let from = 0; from < count; from += ROWS_PER_INSERT) {
    const rows = many(Math.min(ROWS_PER_INSERT, count - from), (i) => row(from + i))
    // Columns that the rows leave out keep their defaults.
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    const statement = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`
    await client.query(statement, [JSON.stringify(rows)])
  }
}

function createRandomMarket(partner: string) {
  const random = createRandom(20_261_123)
  const popular = <T>(list: readonly T[]): T => at(list, Math.floor(list.length ** random()) - 1)
  const any = <T>(list: readonly T[]): T => at(list, Math.floor(random() * list.length))
  const sometimes = <T>(share: number, value: () => T): T | null => (random() < share ? value() : null)
  const words = readWords()
  const skills = shuffled(readCuratedTaxonomy(), random)
  const now = Date.now()

  const posted = () => {
    const at = new Date(now - Math.floor(random() * 120 * DAY_MS)).toISOString()
    return { partner_id: partner, id: uuidv7(), version: 1, created_at: at, updated_at: at }
  }
  const skill = () => {
    const { id, label } = popular(skills)
    return { skill: label, resolved: { skill: { id, label }, confidence: 1, method: 'id' } }
  }
  const distinctSkills = (least: number, most: number) => {
    const found = many(least + Math.floor(random() * (most - least + 1)), skill)
    return [...new Map(found.map((one) => [one.skill, one])).values()]
  }
  const level = () => sometimes(0.6, () => any(['beginner', 'intermediate', 'advanced', 'expert']))
  const hours = () => sometimes(0.8, () => 2 + Math.floor(random() * 20))
  const availability = (timeZone: unknown) =>
    sometimes(0.6, () => ({
      time_zone: timeZone,
      windows: many(2 + Math.floor(random() * 4), (i) =>
        any([
          { weekday: i + 1, start: '09:00', end: '13:00' },
          { weekday: i + 1, start: '13:00', end: '17:30' },
          { weekday: i + 1, start: '18:00', end: '21:00' },
        ]),
      ),
    }))
  const party = () => {
    const [city, region, country, lat, lon, timeZone, languages] = popular(CITIES)
    const near = () => (random() - 0.5) / 2
    return {
      ...posted(),
      name: 'A name that no ranking reads',
      contact: { name: 'A Person', email: 'person@example.org' },
      location: { country, region, city, lat: lat + near(), lon: lon + near() },
      time_zone: timeZone,
      languages,
    }
  }
  const work = (owner: Row) => ({
    ...posted(),
    status: 'open',
    modality: any(['remote', 'remote', 'hybrid', 'onsite']),
    hours_per_week: hours(),
    availability: availability(owner.time_zone),
    visibility: 'network',
  })
  const money = (owner: Row, amount_minor: number) => {
    const city = CITIES.find(([, , , , , timeZone]) => timeZone === owner.time_zone)
    return { amount_minor, currency: city?.[7] ?? 'USD' }
  }
  const termsOf = (kind: string, owner: Row) => {
    switch (kind) {
      case 'volunteer':
        return { causes: many(2, () => any(words.causes)) }
      case 'intern':
        return {
          credit_required: random() < 0.3,
          hours_required: sometimes(0.3, () => 120),
          learning_goals: distinctSkills(1, 2),
          stipend: null,
        }
      case 'barter':
        return { wants: distinctSkills(1, 2).map((one) => ({ ...one, hours_per_week: hours() })) }
      default:
        return { rate: money(owner, 1500 + Math.floor(random() * 90) * 50), unit: 'hour' }
    }
  }

  return {
    helper: (): Row => ({
      ...party(),
      kind: 'person',
      credentials: { age_over_18: { confirmed_on: '2026-01-10' }, licences: [] },
      connections: [],
      blocked_organization_ids: [],
      is_candidate: false,
    }),

    organization: (): Row => ({
      ...party(),
      kind: any(['nonprofit', 'nonprofit', 'small_business', 'solopreneur']),
      causes: many(2, () => any(words.causes)),
      connections: [],
      blocked_helper_ids: [],
    }),

    offer(owner: Row): Row {
      const kind = any(['volunteer', 'volunteer', 'intern', 'barter', 'paid', 'paid'])
      const offered = distinctSkills(2, 5)
      return {
        ...work(owner),
        helper_id: owner.id,
        kind,
        title: `${any(words.openings)} ${offered[0]?.skill}`,
        description: `${any(words.offerSentences)} ${any(words.offerSentences)}`,
        skills: offered.map((one) => ({ ...one, level: level() })),
        is_candidate: false,
        open_to: sometimes(0.4, () => ['nonprofit', 'small_business', 'solopreneur']) ?? [],
        terms: { kind, ...termsOf(kind, owner) },
      }
    },

    need(owner: Row): Row {
      const wanted = distinctSkills(2, 4)
      return {
        ...work(owner),
        organization_id: owner.id,
        title: `${any(words.openings)} ${wanted[0]?.skill}`,
        description: `${any(words.needSentences)} ${any(words.needSentences)}`,
        skills: wanted.map((one, i) => ({ ...one, level: level(), importance: i === 0 ? 'should' : 'nice' })),
        accepts: ['volunteer', 'intern', 'barter', 'paid'],
        requires: [],
        gives: distinctSkills(1, 2).map((one) => ({ ...one, hours_per_week: hours(), already_doing: true })),
        budget: sometimes(0.5, () => ({ ...money(owner, 6000), unit: 'hour' })),
        positions: 1,
      }
    },
  }
}

/** Sentences that people could have written: those of the example marketplace. */
function readWords() {
  const { needs, offers } = readMarketplace(new Date())
  const sentencesOf = (bodies: Row[]) =>
    bodies.flatMap(({ description }) => String(description ?? '').match(/[^.!?]+[.!?]/g) ?? [])
  return {
    needSentences: sentencesOf(needs).map((one) => one.trim()),
    offerSentences: sentencesOf(offers).map((one) => one.trim()),
    openings: ['Help with', 'Some hours of', 'A season of', 'Careful', 'Weekly', 'A teammate for'],
    causes: ['hunger', 'housing', 'education', 'animals', 'health', 'environment', 'arts', 'youth'],
  }
}

function many<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[Math.max(0, index)]
  if (found === undefined) throw new Error('an empty list has nothing to choose from')
  return found
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** Numbers in [0, 1) that are the same at every run: a linear congruential generator (Numerical Recipes, 7.1). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { mondayMs } from '../../src/engines/matching/dates.ts'
import type { MarketOffer } from '../../src/engines/matching/postings.ts'
import { type RecurringWeek, slotsAhead } from '../../src/engines/matching/recurring-week.ts'
import { type Compiler, compileOffer } from '../../src/engines/matching/rows/compiled-posting.ts'
import { latitudeOf, longitudeOf } from '../../src/engines/matching/search/traits.ts'
import { posteriorResponsiveness, posteriorTrust } from '../../src/engines/matching/track.ts'
import { earlier, hoursOf } from '../../src/engines/matching/week.ts'
import type { MarketData } from './engine-data.ts'

/** A skill with a level is one number, so that one look into an array of the query's tells what it is worth. */
export const LEVELS = 5
/** What the market's offers have at most; the statement looks at each. */
export const MOST_SKILLS = 5
export const MOST_RETURNS = 2

/** Columns and the types of a flat table of offers; nothing that a ranking asks for is in another one. */
const COLUMNS = {
  id: 'text not null',
  partner: 'text not null',
  helper: 'text not null',
  /** As `FLAGS` of the engine's rows. */
  flags: 'int not null',
  languages: 'text[] not null',
  zone: 'smallint not null',
  hours: 'float8',
  start_day: 'int',
  end_day: 'int',
  posted_day: 'int not null',
  location: 'point',
  x: 'float8',
  y: 'float8',
  z: 'float8',
  city: 'text',
  region: 'text',
  postal_code: 'text',
  shared_x: 'float8',
  shared_y: 'float8',
  shared_z: 'float8',
  max_km: 'float8',
  amount: 'float8',
  currency: 'text not null',
  credit_hours: 'float8',
  skills: 'int[] not null',
  skill_levels: 'int[] not null',
  returns: 'int[] not null',
  return_hours: 'float8[] not null',
  causes: 'text[] not null',
  held: 'text[] not null',
  held_until: 'int[] not null',
  known: 'text[] not null',
  blocked: 'text[] not null',
  trust: 'float8 not null',
  responsiveness: 'float8 not null',
  week: 'bit(336)',
  week_hours: 'float8',
  title: 'text not null',
  description: 'text not null',
}

/** What a table of offers is made with. */
export type TableData = Pick<MarketData, 'settings' | 'asOfMs' | 'skillIds' | 'timeZones'>

const INDEXES = [
  'create index on offers using gin (skills) with (fastupdate = off)',
  'create index on offers using gin (title_words) with (fastupdate = off)',
  'create index on offers using gist (location)',
  'create index on offers (city) where location is null',
  'create index on offers (postal_code) where location is null',
]

/** Compiles without words: Postgres has its own. */
export function wordlessCompiler({ settings }: Pick<TableData, 'settings'>): Compiler {
  return {
    payFloors: settings.payFloors,
    meaningOf: () => null,
    kindOf: () => 1,
    models: () => [],
    loadModels: () => {},
    countWords: () => ({ words: [], titleLength: 0, descriptionLength: 0 }),
    wordsByStem: () => new Map(),
    inferredSkills: () => [],
  }
}

/** Creates, fills, indexes and analyzes the table `offers`. */
export async function loadOffers(client: pg.Client, data: TableData, offers: Iterable<MarketOffer>) {
  const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`)
  await client.query(`create unlogged table offers (
    ${columns.join(', ')},
    title_words tsvector generated always as (to_tsvector('english', title)) stored,
    words tsvector generated always as (
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'D')
    ) stored
  )`)
  const copy = client.query(copyFrom(`copy offers (${Object.keys(COLUMNS).join(', ')}) from stdin`))
  await pipeline(Readable.from(linesOf(offers, data)), copy)
  for (const index of INDEXES) await client.query(index)
  await client.query('vacuum analyze offers')
}

function* linesOf(offers: Iterable<MarketOffer>, data: TableData): Generator<string> {
  const rowOf = createRowReader(data)
  for (const offer of offers) {
    const row = rowOf(offer)
    const fields = Object.keys(COLUMNS).map((name) => copyText(row[name as keyof typeof COLUMNS]))
    yield `${fields.join('\t')}\n`
  }
}

type Value = string | number | null | readonly (string | number | null)[]

function createRowReader(data: TableData): (offer: MarketOffer) => Record<keyof typeof COLUMNS, Value> {
  const compiler = wordlessCompiler(data)
  const skillNumber = createNumbers(data.skillIds)
  const zoneNumber = createNumbers(data.timeZones)
  return (offer) => {
    const compiled = compileOffer(offer, compiler)
    const { point, sharedPoint, week } = compiled
    return {
      id: compiled.id,
      partner: compiled.partner,
      helper: compiled.person,
      flags: compiled.flags,
      languages: offer.languages,
      zone: zoneNumber(offer.timeZone),
      hours: compiled.hoursPerWeek,
      start_day: compiled.startDay,
      end_day: compiled.endDay,
      posted_day: compiled.postedDay,
      location: sharedPoint && `(${longitudeOf(sharedPoint)},${latitudeOf(sharedPoint)})`,
      x: point?.x ?? null,
      y: point?.y ?? null,
      z: point?.z ?? null,
      city: compiled.city,
      region: compiled.region,
      postal_code: compiled.postalCode,
      shared_x: sharedPoint?.x ?? null,
      shared_y: sharedPoint?.y ?? null,
      shared_z: sharedPoint?.z ?? null,
      max_km: compiled.maxDistanceKm,
      amount: compiled.amountMinor,
      currency: compiled.currency,
      credit_hours: offer.terms.kind === 'intern' && offer.terms.creditRequired ? compiled.extra : null,
      skills: compiled.skills.map(({ skill }) => skillNumber(skill)),
      skill_levels: compiled.skills.map(({ skill, level }) => skillLevel(skillNumber(skill), level)),
      returns: compiled.returns.map(({ skill }) => skillNumber(skill)),
      return_hours: compiled.returns.map(({ hoursPerWeek }) => hoursPerWeek),
      causes: compiled.causes,
      held: compiled.credentials.map(({ requirement }) => requirement),
      held_until: compiled.credentials.map(({ untilDay }) => untilDay),
      known: compiled.known,
      blocked: compiled.blocked,
      trust: posteriorTrust(offer.track),
      responsiveness: posteriorResponsiveness(offer.track),
      week: week && weekBits(week, data.asOfMs),
      week_hours: week && hoursOf(week.slots),
      title: [offer.title, ...offer.skills.map(({ label }) => label)].join(' '),
      description: offer.description,
    }
  }
}

/** Numbers from 1, as SQL counts the places of an array. Throws for a text that is not in the list. */
export function createNumbers(texts: readonly string[]): (text: string) => number {
  const numbers = new Map(texts.map((text, at) => [text, at + 1]))
  return (text) => {
    const number = numbers.get(text)
    if (number === undefined) throw new RangeError(`${text} has no number`)
    return number
  }
}

export function skillLevel(skill: number, level: number): number {
  return (skill - 1) * LEVELS + level + 1
}

/** Half hours of the UTC week of an instant as Postgres writes bits. */
export function weekBits({ timeZone, slots }: RecurringWeek, asOfMs: number): string {
  const week = earlier(slots, slotsAhead(timeZone, mondayMs(asOfMs)))
  return Array.from({ length: 336 }, (_, slot) => ((week[slot >> 5] ?? 0) >>> (slot & 31)) & 1).join('')
}

/** A field in the text format of COPY. The market's texts have no character that needs an escape. */
function copyText(value: Value): string {
  if (value === null) return '\\N'
  return typeof value === 'object' ? arrayText(value) : String(value)
}

export function arrayText(values: readonly (string | number | null)[]): string {
  return `{${values.map((one) => (typeof one === 'string' ? `"${one}"` : String(one ?? 'null'))).join(',')}}`
}

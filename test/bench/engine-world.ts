import type { SkillEntry } from '../../src/engines/skills/skill.ts'
import { between, createRandom, many, pick, type Random, shuffled } from '../support/random.ts'

/** A city of the market's country, or of one where people work remotely from. */
export interface City {
  name: string
  country: string
  lat: number
  lon: number
  timeZone: string
}

const WORDS = 30_000
const CITIES = 300
const CITIES_ABROAD = 24
const ABROAD = [
  ['IN', 19, 77, 'Asia/Kolkata'],
  ['PH', 14.5, 121, 'Asia/Manila'],
  ['GB', 52, -1, 'Europe/London'],
] as const

const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w z'.split(' ')
const VOWELS = 'a e i o u ai ea ee ou oa'.split(' ')
const CODAS = 'b ck d ft g l lt m mp n nd nt p r rd rn s ss st t tch x'.split(' ')
const ENDINGS = ['', '', '', 's', 'ing', 'er', 'ed', 'ment', 'ly', 'ion']

/**
 * Distinct words by rank, the commonest first: those of the taxonomy's labels and aliases, mixed evenly among the first
 * ranks with as many made of English-like syllables, which fill the rest.
 */
export function createWords(seed: number, taxonomy: readonly SkillEntry[]): string[] {
  const random = createRandom(seed, 1)
  const texts = taxonomy.flatMap(({ label, aliases }) => [label, ...aliases])
  const found = texts.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
  const real = shuffled(random, [...new Set(found)])
  const words = new Set<string>()
  while (words.size < WORDS) {
    const next = random() < 0.5 ? real.pop() : undefined
    words.add(next ?? madeUpWord(random))
  }
  return [...words]
}

function madeUpWord(random: Random): string {
  const syllables = many(between(random, 1, 3), () => pick(random, ONSETS) + pick(random, VOWELS))
  return syllables.join('') + pick(random, CODAS) + pick(random, ENDINGS)
}

/** Cities by rank of size, spread over a country as wide as the United States, a few of them abroad. */
export function createCities(seed: number): City[] {
  const random = createRandom(seed, 2)
  const names = new Set<string>()
  while (names.size < CITIES) names.add(madeUpWord(random).replace(/^./, (first) => first.toUpperCase()))
  const cities = [...names].map((name, at) => {
    if (at >= CITIES - CITIES_ABROAD) {
      const [country, lat, lon, timeZone] = pick(random, ABROAD)
      return { name, country, lat: lat + random(), lon: lon + random(), timeZone }
    }
    const lon = -122 + 50 * random()
    return { name, country: 'US', lat: 26 + 22 * random(), lon, timeZone: zoneAt(lon) }
  })
  return shuffled(random, cities)
}

function zoneAt(lon: number): string {
  if (lon < -114) return 'America/Los_Angeles'
  if (lon < -102) return 'America/Denver'
  return lon < -87 ? 'America/Chicago' : 'America/New_York'
}

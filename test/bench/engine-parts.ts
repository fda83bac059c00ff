import type { Money, OfferKind, Place, WeeklyWindows } from '../../src/engines/matching/postings.ts'
import { ID_DIGITS } from '../../src/shared/ids.ts'
import { between, createRandom, many, pick, type Random, sometimes } from '../support/random.ts'

/** The instant of all rankings, in milliseconds since the epoch. */
export const AS_OF_MS = Date.parse('2026-03-11T10:00:00Z')
export const DAY_MS = 86_400_000
const CAUSES =
  'animals arts children climate education food health housing refugees seniors sports youth'.split(' ')
/** Local hours that people have time in. */
const PARTS_OF_DAY = [
  [540, 720],
  [540, 1020],
  [780, 1050],
  [1080, 1260],
  [1110, 1320],
] as const

/** As the service writes ids: the first characters come without order, and the last make each number's its own. */
export function idOf(prefix: string, number: number): string {
  const random = createRandom(prefix.length, number)
  const order = many(19, () => ID_DIGITS[Math.floor(random() * ID_DIGITS.length)]).join('')
  const own = many(6, (at) => ID_DIGITS[(number >>> (5 * (5 - at))) & 31])
  return `${prefix}_0${order}${own.join('')}`
}

/** Of a small number, so that large and small markets alike know it. */
export function someId(random: Random, prefix: string): string {
  return idOf(prefix, between(random, 0, 999))
}

export function kindOf(random: Random): OfferKind {
  const drawn = random()
  if (drawn < 0.4) return 'volunteer'
  if (drawn < 0.65) return 'intern'
  return drawn < 0.8 ? 'barter' : 'paid'
}

export function dollars(amount: number): Money {
  return { amountMinor: amount * 100, currency: 'USD' }
}

export function causesOf(random: Random): string[] {
  return [...new Set([pick(random, CAUSES), pick(random, CAUSES)])]
}

/** To a fiftieth of a degree; a few are known by name only. */
export function placeNear(
  random: Random,
  city: { name: string; country: string; lat: number; lon: number },
): Place {
  const near = (degrees: number) => Math.round((degrees + (random() + random() - 1) * 0.3) * 50) / 50
  const cityCentre = { lat: city.lat, lon: city.lon }
  const place = { country: city.country, region: null, city: city.name, postalCode: null, cityCentre }
  return random() < 0.03
    ? { ...place, lat: null, lon: null }
    : { ...place, lat: near(city.lat), lon: near(city.lon) }
}

export function windowsIn(random: Random, timeZone: string): WeeklyWindows {
  const windows = many(between(random, 1, 5), () => {
    const [startMinute, endMinute] = pick(random, PARTS_OF_DAY)
    return { weekday: pick(random, [1, 2, 3, 4, 5, 6, 7] as const), startMinute, endMinute }
  })
  return { timeZone, windows }
}

export function datesOf(random: Random): { startsOn: string | null; endsOn: string | null } {
  const start = between(random, -30, 60)
  return {
    startsOn: sometimes(random, 0.4, () => isoDay(start)),
    endsOn: sometimes(random, 0.3, () => isoDay(start + between(random, 14, 180))),
  }
}

export function isoDay(daysFromNow: number): string {
  return new Date(AS_OF_MS + daysFromNow * DAY_MS).toISOString().slice(0, 10)
}

export function trackRecord(random: Random) {
  const none = { completed: 0, broken: 0, introductionsAnswered: 0, introductionsIgnored: 0, answerHours: 0 }
  if (random() < 0.5) return none
  const introductionsAnswered = between(random, 0, 6)
  return {
    completed: between(random, 0, 6),
    broken: between(random, 0, 9) === 0 ? 1 : 0,
    introductionsAnswered,
    answerHours: introductionsAnswered * between(random, 0, 60),
    introductionsIgnored: between(random, 0, 2),
  }
}

export function credentialsOf(random: Random) {
  const held = [
    sometimes(random, 0.5, () => ({ requirement: 'age_over_18', validUntil: null })),
    sometimes(random, 0.2, () => ({
      requirement: 'background_check',
      validUntil: isoDay(between(random, -60, 700)),
    })),
    sometimes(random, 0.1, () => ({ requirement: 'licence:driving', validUntil: isoDay(900) })),
  ]
  return held.filter((one) => one !== null)
}

export function requirementsOf(random: Random): string[] {
  const required = [
    sometimes(random, 0.12, () => 'age_over_18'),
    sometimes(random, 0.06, () => 'background_check'),
    sometimes(random, 0.02, () => 'licence:driving'),
  ]
  return required.filter((one) => one !== null)
}

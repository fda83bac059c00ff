import { type RawTimeZone, rawTimeZones } from '@vvo/tzdb'
import { findIana } from 'windows-iana'
import { foldPlace } from './places/index.ts'

/** Zones that abbreviations, in lower case, most often mean, in standard time and in summer time. */
const OFTEN_MEANT = [
  ['America/New_York', 'est edt et eastern east'],
  ['America/Chicago', 'cst cdt ct central'],
  ['America/Denver', 'mst mdt mt mountain'],
  ['America/Los_Angeles', 'pst pdt pt pacific'],
  ['America/Halifax', 'ast adt atlantic'],
  ['America/St_Johns', 'nst ndt'],
  ['America/Anchorage', 'akst akdt'],
  ['Pacific/Honolulu', 'hst hast'],
  ['America/Adak', 'hdt hadt'],
  ['America/Manaus', 'amt'],
  ['America/Sao_Paulo', 'brt brst'],
  ['America/Santiago', 'clt clst'],
  ['America/Asuncion', 'pyt pyst'],
  ['Asia/Dubai', 'gst'],
  ['Asia/Jerusalem', 'idt'],
  ['Asia/Kolkata', 'ist'],
  ['Asia/Bangkok', 'ict'],
  ['Asia/Manila', 'pht phst'],
  ['Asia/Seoul', 'kst'],
  ['Asia/Tashkent', 'uzt'],
  ['Asia/Tokyo', 'jst'],
  ['Asia/Tehran', 'irst irdt'],
  ['Australia/Adelaide', 'acst acdt'],
  ['Australia/Perth', 'awst awdt'],
  ['Australia/Sydney', 'aest aedt aet'],
  ['Pacific/Auckland', 'nzst nzdt nzt'],
  ['Europe/London', 'bst gmt'],
  ['Europe/Berlin', 'cet cest mez mesz'],
  ['Europe/Athens', 'eet eest'],
  ['Europe/Moscow', 'msk msd'],
  ['Europe/Lisbon', 'wet west'],
  ['Africa/Harare', 'cat'],
  ['Africa/Lagos', 'wat'],
  ['Africa/Nairobi', 'eat'],
] as const

const preferred: ReadonlySet<string> = new Set(OFTEN_MEANT.map(([zone]) => zone))

/**
 * Zones by their abbreviations, in lower case: one of those above, or the only zone of the database with that
 * abbreviation.
 */
export const ZONE_OF_ABBREVIATION: ReadonlyMap<string, string> = new Map([
  ...[...Map.groupBy(rawTimeZones, ({ abbreviation }) => abbreviation.toLowerCase())]
    .filter(([name]) => /^[a-z]{3,5}$/.test(name))
    .map(([name, zones]) => [name, likeliestFirst(zones)[0]?.name ?? ''] as const),
  ...OFTEN_MEANT.flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone] as const)),
])

/** Further names of zones that neither Windows nor the database has, folded. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'eastern time us canada': 'America/New_York',
    'central time us canada': 'America/Chicago',
    'mountain time us canada': 'America/Denver',
    'pacific time us canada': 'America/Los_Angeles',
    'atlantic time canada': 'America/Halifax',
    'indiana east': 'America/Indiana/Indianapolis',
    arizona: 'America/Phoenix',
    alaska: 'America/Anchorage',
    hawaii: 'Pacific/Honolulu',
    newfoundland: 'America/St_Johns',
    'greenwich mean time': 'Europe/London',
    'british summer time': 'Europe/London',
    'british time': 'Europe/London',
    'uk time': 'Europe/London',
  }),
)

const LEADING_OFFSET = /^\((?:UTC|GMT)[^()]{0,8}\) ?/i

/** Removes the offset before a name: `(UTC-08:00) Pacific Time (US & Canada)`. */
export function withoutOffset(name: string): string {
  return name.replace(LEADING_OFFSET, '')
}

/**
 * Returns the zone with this name in Windows or its programs, such as `Pacific Standard Time`; undefined for
 * other names.
 */
export function zoneInWindows(name: string): string | undefined {
  const plain = withoutOffset(name.trim())
  return (
    findIana(plain)[0] ??
    findIana(plain.replace(/\bdaylight\b/i, 'Standard'))[0] ??
    OTHER_NAMES.get(foldPlace(plain))
  )
}

/**
 * Returns the zones of an English name such as `Pacific Time` or `Central European Summer Time`, most likely
 * first.
 */
export function zonesOfTime(name: string): readonly RawTimeZone[] {
  const words = foldPlace(withoutOffset(name)).replace(/\b(?:standard|daylight|summer) /, '')
  zonesByTime ??= Map.groupBy(rawTimeZones, ({ alternativeName }) => foldPlace(alternativeName))
  return likeliestFirst(zonesByTime.get(words) ?? [])
}

let zonesByTime: ReadonlyMap<string, readonly RawTimeZone[]> | undefined

/** Returns whether an abbreviation most often means this zone. */
export function isMostMeant({ name }: RawTimeZone): boolean {
  return preferred.has(name)
}

/** Sorts zones: first those that abbreviations mean, then those with many large cities. */
export function likeliestFirst(zones: readonly RawTimeZone[]): RawTimeZone[] {
  const weight = (zone: RawTimeZone) => (isMostMeant(zone) ? 100 : zone.mainCities.length)
  return zones.toSorted((a, b) => weight(b) - weight(a))
}

let byCity: ReadonlyMap<string, ReadonlySet<string>> | undefined

function zonesByCity(): ReadonlyMap<string, ReadonlySet<string>> {
  if (byCity) return byCity
  const known = new Map<string, Set<string>>()
  const add = (city: string, zone: string) => {
    const key = foldPlace(city)
    known.set(key, (known.get(key) ?? new Set()).add(zone))
  }
  for (const { name, group, mainCities } of rawTimeZones) {
    for (const city of mainCities) for (const part of [city, city.replace(/ City$/, '')]) add(part, name)
    for (const alias of group)
      if (alias.includes('/')) add(alias.split('/').at(-1)?.replaceAll('_', ' ') ?? '', name)
  }
  byCity = known
  return known
}

/** Spanish, French, German and Portuguese names of cities whose zones have English names. */
const ENGLISH_CITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lisbon: 'lisboa|lisbonne|lissabon',
    vienna: 'wien|viena|vienne',
    london: 'londres',
    rome: 'roma|rom',
    brussels: 'bruselas|bruxelles|brussel|bruxelas',
    athens: 'atenas|athenes|athen',
    warsaw: 'varsovia|varsovie|warschau|warszawa',
    prague: 'praga|prag|praha',
    copenhagen: 'copenhague|kopenhagen|kobenhavn',
    moscow: 'moscu|moscou|moskau',
    shanghai: 'pekin|peking|pequim',
    'new york': 'nueva york|nova york|nova iorque',
    'mexico city': 'ciudad de mexico|mexiko stadt|cidade do mexico',
    bucharest: 'bucarest|bukarest|bucareste',
    zurich: 'zuerich',
    berlin: 'berlim',
    stockholm: 'estocolmo',
    cairo: 'el cairo|le caire|kairo',
    tokyo: 'tokio|toquio',
    singapore: 'singapur|singapour|singapura',
  }).flatMap(([english, others]) => others.split('|').map((other) => [other, english] as const)),
)

/**
 * Returns the zone of the first city that is unambiguous in `Berlin` or `Amsterdam, Berlin, Bern, Rome,
 * Stockholm, Vienna`.
 */
export function zoneOfCities(text: string): string | undefined {
  for (const city of withoutOffset(text).split(',')) {
    const folded = foldPlace(city.replaceAll('_', ' ').replace(/ time$/i, ''))
    const name = ENGLISH_CITIES.get(folded) ?? folded
    const [zone, ...others] = zonesByCity().get(name) ?? []
    // Central, Eastern and Pacific are ends of old names such as US/Central.
    if (zone !== undefined && others.length === 0 && ZONE_OF_ABBREVIATION.get(name) === undefined) return zone
  }
  return undefined
}

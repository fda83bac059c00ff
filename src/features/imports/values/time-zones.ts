import { getTimeZones, type RawTimeZone, rawTimeZones } from '@vvo/tzdb'
import { findIana } from 'windows-iana'
import { message } from '../../../shared/messages/index.ts'
import { countryByName } from '../../../shared/places/index.ts'
import { isNamedZone } from '../../../shared/time-zones.ts'
import {
  isMostMeant,
  likeliestFirst,
  withoutOffset,
  ZONE_OF_ABBREVIATION,
  zoneInWindows,
  zoneOfCities,
  zonesOfTime,
} from '../../../shared/zone-names.ts'
import { foldedWords, plainSigns, trimUnseen } from './cell-text.ts'
import {
  type Reading,
  type ReadingContext,
  read,
  readAsValue,
  shortened,
  unreadable,
  unreadableAs,
} from './reading.ts'

const OFFSET = /^(?:\(?(?:utc|gmt) ?)?([+-])(\d{1,2})(?::?(\d{2}))?\)?$/i

/** Reads a time zone by its IANA name, its Windows name, its city or its name in five languages. `EST` is ambiguous. */
export function readTimeZone(cell: string, { country }: ReadingContext): Reading<string> {
  const text = trimUnseen(cell)
  if (text.length > 120) return unreadableAs('time_zone', text)
  const iana = text.replaceAll(' ', '_')
  if (isNamedZone(iana)) return read(canonical(iana))
  const offset = OFFSET.exec(plainSigns(text))
  if (offset) return atOffset(text, offset, country)
  const [windows] = findIana(text)
  if (windows !== undefined) return read(windows)
  const plain = withoutOffset(plainSigns(text))
  const name = foldedWords(plain)
  const named = zoneInWindows(plain) ?? zoneOfCities(plain)
  if (named !== undefined) return read(named, readAsValue(text, named))
  const suggested = ZONE_OF_ABBREVIATION.get(name)
  if (suggested !== undefined) return byAbbreviation(text, suggested, country)
  return byZoneName(text, name, country) ?? zoneOfCountry(text) ?? noZone(text)
}

function noZone(text: string): Reading<string> {
  return unreadableAs('time_zone', text)
}

function ambiguousZone(text: string, zones: readonly string[]): Reading<string> {
  return unreadable(message('import_zone_unclear', { cell: shortened(text), zones: zones.slice(0, 3) }))
}

/** Reads an abbreviation. It is ambiguous, since it may mean several times, unless the country has only one time. */
function byAbbreviation(text: string, suggested: string, country: string | undefined): Reading<string> {
  const meant = rawTimeZones.find(({ group }) => group.includes(suggested))
  const [zone, ...others] = rawTimeZones.filter(({ countryCode }) => countryCode === country)
  if (!zone || others.length > 0 || zone.rawOffsetInMinutes !== meant?.rawOffsetInMinutes)
    return ambiguousZone(text, [suggested])
  return read(zone.name, readAsValue(text, zone.name, zone.countryCode))
}

/** Returns the spelling of the IANA database: `america/new_york` is `America/New_York`. */
function canonical(name: string): string {
  const lower = name.toLowerCase()
  return zonesByLowerName().get(lower) ?? name
}

let byLowerName: ReadonlyMap<string, string> | undefined

function zonesByLowerName(): ReadonlyMap<string, string> {
  byLowerName ??= new Map(
    [...Intl.supportedValuesOf('timeZone'), ...rawTimeZones.flatMap(({ group }) => group)].map(
      (name) => [name.toLowerCase(), name] as const,
    ),
  )
  return byLowerName
}

/** Reads `GMT+1` as the zone of the country, if only one of its zones has this offset in winter. */
function atOffset(
  text: string,
  [, sign, hours, minutes = '0']: RegExpExecArray,
  country: string | undefined,
): Reading<string> {
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  if (offset === 0) return read('UTC', readAsValue(text, 'UTC'))
  const zones = rawTimeZones.filter(({ rawOffsetInMinutes }) => rawOffsetInMinutes === offset)
  const own = zones.filter(({ countryCode }) => countryCode === country)
  const [zone, ...others] = own
  if (zone && others.length === 0 && country !== undefined)
    return read(zone.name, readAsValue(text, zone.name, country))
  if (zones.length === 0) return noZone(text)
  return ambiguousZone(
    text,
    likeliestFirst(own.length > 0 ? own : zones).map(({ name }) => name),
  )
}

/** Language of a name such as Mitteleuropäische Zeit, by its word for time. */
const LANGUAGE_OF_TIME: readonly (readonly [RegExp, string])[] = [
  [/zeit\b/, 'de'],
  [/\bheure\b/, 'fr'],
  [/\bhora\b/, 'es'],
  [/\bhorario\b/, 'pt'],
]
const zonesInLanguage = new Map<string, ReadonlyMap<string, readonly RawTimeZone[]>>()

/** Finds zones by the name of their time. Translating a language is slow, so only the language needed is translated. */
function zonesNamed(text: string, name: string): readonly RawTimeZone[] {
  const locale = LANGUAGE_OF_TIME.find(([word]) => word.test(name))?.[1]
  if (locale === undefined) return zonesOfTime(text)
  let zones = zonesInLanguage.get(locale)
  if (!zones) {
    zones = Map.groupBy(getTimeZones({ locale }), ({ alternativeName }) => foldedWords(alternativeName))
    zonesInLanguage.set(locale, zones)
  }
  return likeliestFirst(zones.get(name) ?? [])
}

/** Reads a name such as Eastern Time as the country's zone with the largest cities. */
function byZoneName(text: string, name: string, country: string | undefined): Reading<string> | null {
  const zones = zonesNamed(text, name)
  const [first, ...others] = zones
  if (!first) return null
  if (others.length === 0) return read(first.name, readAsValue(text, first.name))
  const own = zones.find(({ countryCode }) => countryCode === country)
  if (own && country !== undefined) return read(own.name, readAsValue(text, own.name, country))
  return ambiguousZone(text, isMostMeant(first) ? [first.name] : zones.map((zone) => zone.name))
}

/** Reads a country as its zone. `Germany` has one; for the United States one must be chosen. */
function zoneOfCountry(text: string): Reading<string> | null {
  const country = text.length > 3 ? countryByName(text.replace(/ time$/i, '')) : undefined
  const zones = rawTimeZones.filter(({ countryCode }) => countryCode === country)
  const [zone, ...others] = zones
  if (country === undefined || !zone) return null
  if (others.length > 0)
    return ambiguousZone(
      text,
      likeliestFirst(zones).map(({ name }) => name),
    )
  return read(zone.name, readAsValue(text, zone.name))
}

let countryByZone: ReadonlyMap<string, string> | undefined

/** Returns the ISO 3166-1 alpha-2 code of the country of an IANA zone. */
export function countryOfZone(zone: string | undefined): string | undefined {
  countryByZone ??= new Map(
    rawTimeZones.flatMap(({ name, group, countryCode }) =>
      [name, ...group].map((one) => [one, countryCode] as const),
    ),
  )
  return zone === undefined ? undefined : countryByZone.get(zone)
}

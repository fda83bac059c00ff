import { isTimeZone } from './time.ts'
import { ZONE_OF_ABBREVIATION, zoneInWindows, zoneOfCities, zonesOfTime } from './zone-names.ts'

/**
 * Names in the IANA database with one offset all year, which hardly anybody means: New York is not on EST in
 * summer. `Temporal` knows only the first three.
 */
const FIXED = new Set(['EST', 'MST', 'HST', 'PST', 'CST', 'AST', 'EDT', 'PDT', 'MDT', 'CDT', 'IST', 'BST'])

/**
 * Returns whether a name identifies the time of a place: a zone of the IANA database, in any case, and not
 * only an abbreviation.
 */
export function isNamedZone(name: string): boolean {
  return !FIXED.has(name.toUpperCase()) && isTimeZone(name)
}

/** `+01:00`, `UTC+1` and `GMT-05:00`. */
const OFFSET = /^(?:utc|gmt)? ?[+-]\d{1,2}(?::?\d{2})?$/i

/** Says why a name is not accepted as a time zone, with a suggestion if there is one. */
export function timeZoneFault(name: string): string {
  const text = name.trim()
  const spelled = text.replaceAll(' ', '_')
  const plain = isNamedZone(spelled) ? spelled : (zoneInWindows(text) ?? zoneOfCities(text))
  if (plain !== undefined) return `Write the name of the IANA database: ${plain}.`
  if (OFFSET.test(text))
    return 'An offset does not say when clocks change. Write the zone of a city, such as Europe/Berlin.'
  const abbreviated = abbreviatedZone(text)
  if (abbreviated !== undefined)
    return `An abbreviation does not say which place’s time it is. Write the zone of a city, such as ${abbreviated}.`
  const [zone, ...others] = zonesOfTime(text.replace(/ \([^()]{1,40}\)$/, ''))
  if (zone === undefined) return 'Must be the name of a time zone, such as Europe/Berlin.'
  return others.length === 0
    ? `Write the name of the IANA database: ${zone.name}.`
    : `Several places have this time. Write the zone of a city, such as ${zone.name}.`
}

/** `PST`, `P.S.T.` and `PST/PDT`. */
function abbreviatedZone(text: string): string | undefined {
  return ZONE_OF_ABBREVIATION.get(text.split('/')[0]?.replaceAll('.', '').toLowerCase() ?? '')
}

import { type Message, message } from './messages/index.ts'
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
export function timeZoneFault(name: string): Message {
  const text = name.trim()
  const spelled = text.replaceAll(' ', '_')
  const plain = isNamedZone(spelled) ? spelled : (zoneInWindows(text) ?? zoneOfCities(text))
  if (plain !== undefined) return message('fault_zone', { zone: plain, because: 'name' })
  if (OFFSET.test(text)) return message('fault_zone', { zone: 'Europe/Berlin', because: 'offset' })
  const abbreviated = abbreviatedZone(text)
  if (abbreviated !== undefined) return message('fault_zone', { zone: abbreviated, because: 'abbreviation' })
  const [zone, ...others] = zonesOfTime(text.replace(/ \([^()]{1,40}\)$/, ''))
  if (zone === undefined) return message('fault_said', { what: 'zone' })
  return message('fault_zone', { zone: zone.name, because: others.length === 0 ? 'name' : 'several' })
}

/** `PST`, `P.S.T.` and `PST/PDT`. */
function abbreviatedZone(text: string): string | undefined {
  return ZONE_OF_ABBREVIATION.get(text.split('/')[0]?.replaceAll('.', '').toLowerCase() ?? '')
}

import { findIana } from 'windows-iana'
import { isTimeZone } from './time.ts'

/**
 * Names of the IANA database that keep one offset all year, which hardly anybody means who writes them: New York is not on
 * EST in summer. `Temporal` knows the first three only.
 */
const FIXED = new Set(['EST', 'MST', 'HST', 'PST', 'CST', 'AST', 'EDT', 'PDT', 'MDT', 'CDT', 'IST', 'BST'])

/** Zones by the abbreviations, in lower case, that most often mean them. */
export const ZONE_OF_ABBREVIATION: ReadonlyMap<string, string> = new Map(
  [
    ['America/New_York', 'est edt et eastern'],
    ['America/Chicago', 'cst cdt ct central'],
    ['America/Denver', 'mst mdt mt mountain'],
    ['America/Los_Angeles', 'pst pdt pt pacific'],
    ['America/Halifax', 'ast atlantic'],
    ['America/Anchorage', 'akst'],
    ['Pacific/Honolulu', 'hst'],
    ['America/Sao_Paulo', 'brt'],
    ['Asia/Kolkata', 'ist'],
    ['Asia/Tokyo', 'jst'],
    ['Australia/Sydney', 'aest'],
    ['Europe/London', 'bst'],
    ['Europe/Berlin', 'cest mez mesz'],
    ['Europe/Lisbon', 'wet west'],
  ].flatMap(([zone = '', names = '']) => names.split(' ').map((name) => [name, zone] as const)),
)

/** Names of Windows that name their country instead of a city. */
const OF_WINDOWS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'eastern time us canada': 'America/New_York',
    'central time us canada': 'America/Chicago',
    'mountain time us canada': 'America/Denver',
    'pacific time us canada': 'America/Los_Angeles',
    'atlantic time canada': 'America/Halifax',
    'indiana east': 'America/Indiana/Indianapolis',
  }),
)

/** Whether a name says which place's time it is: a zone of the IANA database, in any case, and no bare abbreviation. */
export function isNamedZone(name: string): boolean {
  return !FIXED.has(name.toUpperCase()) && isTimeZone(name)
}

/** The zone that Windows or its programs call so, such as `Pacific Standard Time`; undefined for other names. */
export function zoneInWindows(name: string): string | undefined {
  return findIana(name)[0] ?? OF_WINDOWS.get(name.toLowerCase())
}

/** Says why a name is not taken as a time zone, with the zone that is meant where that can be told. */
export function timeZoneFault(name: string): string {
  const windows = zoneInWindows(name.trim())
  if (windows !== undefined) return `Write the name of the IANA database: ${windows}.`
  const meant = ZONE_OF_ABBREVIATION.get(name.trim().toLowerCase())
  if (meant !== undefined)
    return `An abbreviation does not say which place’s time it is. Write the zone of a city, such as ${meant}.`
  return 'Must be the name of a time zone, such as Europe/Berlin.'
}

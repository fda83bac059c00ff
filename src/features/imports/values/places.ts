import { message } from '../../../shared/messages/index.ts'
import { countryByName, knownRegion } from '../../../shared/places/index.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { splitPostalCode, UNMISTAKABLE } from './postal-forms.ts'
import { isRead, type Reading, type ReadingContext, read, shortened, unreadableAs } from './reading.ts'
import { MODALITIES, readWord } from './words.ts'

/** The parts of a place that a text names. */
export interface PlaceParts {
  country?: string
  region?: string
  city?: string
  postal_code?: string
}

const MAX_CHARS = 200
/** Names of countries that are also cities, or regions of another country. */
const NOT_ONLY_COUNTRIES = new Set(
  'singapore luxembourg luxemburg luxemburgo monaco mexico panama guatemala djibouti kuwait georgia san marino'.split(
    ' ',
  ),
)
/** Countries whose states or provinces follow a city as codes. */
const WITH_REGION_CODES = ['US', 'CA'] as const

/**
 * Reads a city, or a whole place in one cell: `Portland, OR 97201`, `10115 Berlin, Germany`. An ambiguous text is a city as
 * written.
 */
export function readPlace(cell: string, { country: known }: ReadingContext): Reading<string | PlaceParts> {
  const text = trimUnseen(cell).replace(/\s+/g, ' ')
  if (isRead(readWord(text, MODALITIES))) return unreadableAs('place', text)
  if (text.length > MAX_CHARS) return read(text)
  const segments = text
    .split(',')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
  const found = takeApart(segments, known)
  if (!found) return read(text)
  const { place, isDerived, rest } = found
  const city = rest.at(-1)
  const before = rest.slice(0, -1)
  return read(
    { ...place, ...(city !== undefined && { city }) },
    isDerived && place.country !== undefined
      ? message('import_read_as_place', { cell: shortened(text), country: place.country })
      : null,
    before.length > 0
      ? message('import_place_left_out', { cell: shortened(text), left: before.map(shortened) })
      : null,
  )
}

interface TakenApart {
  place: PlaceParts
  /** Whether the country follows from its region, or from the form of its postal code. */
  isDerived: boolean
  rest: string[]
}

/** Splits a place into its parts. Null if the text is only a city, or ambiguous. */
function takeApart(segments: readonly string[], known: string | undefined): TakenApart | null {
  const named = countryIn(segments, known)
  const rest = named === undefined ? [...segments] : segments.slice(0, -1)
  const candidates = named === undefined ? countriesToTry(known) : [named]
  for (const country of candidates) {
    const found = partsIn(country, rest, { isNamed: named !== undefined, known })
    if (found)
      return {
        place: { country, ...found.place },
        isDerived: named === undefined,
        rest: found.rest,
      }
  }
  return named === undefined ? null : { place: { country: named }, isDerived: false, rest }
}

function countriesToTry(known: string | undefined): string[] {
  return [...new Set([...(known === undefined ? [] : [known]), ...WITH_REGION_CODES, ...UNMISTAKABLE])]
}

/** Returns the country that the last part names: `Germany`, but not `CA` after a city, which is also a state. */
function countryIn(segments: readonly string[], known: string | undefined): string | undefined {
  const last = segments.at(-1) ?? ''
  const country = countryByName(last)
  if (country === undefined) return undefined
  const isAlone = segments.length === 1
  if (NOT_ONLY_COUNTRIES.has(foldedWords(last))) return isAlone || known !== country ? undefined : country
  if (isAlone) return last.length > 3 ? country : undefined
  const isRegion = [known, ...WITH_REGION_CODES].some(
    (one) => one !== undefined && one !== country && knownRegion(one, last) !== null,
  )
  // `1012 AB Amsterdam, NL` is not in Newfoundland.
  const isShown = known === country || splitPostalCode(country, segments.at(-2) ?? '') !== null
  return isRegion && !isShown ? undefined : country
}

interface Certainty {
  isNamed: boolean
  known: string | undefined
}

/** Returns the region and postal code at the end of a place in this country. */
function partsIn(
  country: string,
  segments: readonly string[],
  certainty: Certainty,
): Pick<TakenApart, 'place' | 'rest'> | null {
  const last = segments.at(-1) ?? ''
  const before = segments.slice(0, -1)
  const postal = splitPostalCode(country, last)
  const words = postal?.rest ?? last
  const isRegion = words !== '' && !postal?.isBefore && knownRegion(country, words) !== null
  const isPlain = certainty.isNamed || certainty.known === country
  // Only a state may be a city (New York), and only a code may be a country.
  if (isRegion && before.length > 0 && (postal || isPlain || countryByName(words) === undefined))
    return { place: { region: words, ...(postal && { postal_code: postal.code }) }, rest: before }
  if (!postal || isRegion) return null
  const { region, city } = splitRegion(country, words)
  const isUnmistakable = region !== '' || UNMISTAKABLE.some((one) => one === country)
  if (!isPlain && !isUnmistakable) return null
  const rest = [...before, ...(city === '' ? [] : [city])]
  return { place: { postal_code: postal.code, ...(region !== '' && { region }) }, rest }
}

/** Splits `Toronto ON`, where the region follows the city without a comma. */
function splitRegion(country: string, words: string): { region: string; city: string } {
  const space = words.lastIndexOf(' ')
  const region = words.slice(space + 1)
  const isWritten = WITH_REGION_CODES.some((one) => one === country) && space > 0 && region.length <= 3
  return isWritten && knownRegion(country, region) !== null
    ? { region, city: words.slice(0, space) }
    : { region: '', city: words }
}

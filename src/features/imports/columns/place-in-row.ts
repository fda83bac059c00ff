import { message } from '../../../shared/messages/index.ts'
import { foldPostalCode, foldRegion, knownRegion } from '../../../shared/places/index.ts'
import type { RowRemark } from '../imports.table.ts'
import { isPostalCodeOf } from '../values/postal-forms.ts'
import { shortened } from '../values/reading.ts'
import { put, valueAt } from './read-value.ts'

const PLACE = ['location'] as const
/** Countries whose states and provinces are written with postal codes. */
const BY_REGION = ['US', 'CA'] as const

type Patch = Record<string, unknown>

/** Returns the parts that a whole place in one cell has filled. Call it before the columns of the parts are read. */
export function partsOfWholePlace(patch: Patch): Readonly<Record<string, string>> {
  const location = valueAt(patch, PLACE)
  if (typeof location !== 'object' || location === null) return {}
  return Object.fromEntries(Object.entries(location).filter(([, part]) => typeof part === 'string'))
}

/** Reports where a whole place differs from the columns of its parts, which take precedence. */
export function noticesOfOtherParts(patch: Patch, whole: Readonly<Record<string, string>>): RowRemark[] {
  const country = String(valueAt(patch, [...PLACE, 'country']) ?? '')
  return Object.entries(whole).flatMap(([part, text]) => {
    const own = valueAt(patch, [...PLACE, part])
    if (typeof own !== 'string' || folded(part, own, country) === folded(part, text, country)) return []
    const details = [message('import_place_unused', { cell: shortened(text), own: shortened(own) })]
    return [{ column: part, code: 'other_value_left_out', details, value: text }]
  })
}

function folded(part: string, text: string, country: string): string {
  if (part === 'region') return foldRegion(country, text)
  return part === 'postal_code' ? foldPostalCode(country, text) : text.toLowerCase()
}

/**
 * Adds the country of a row that has a region or postal code without one, if only one country fits: that of the row's time
 * zone or of the office, or the one to which both the region and the code belong. Reports it in a notice.
 */
export function addCountry(patch: Patch, known: string | undefined): RowRemark[] {
  const given = partsOfWholePlace(patch)
  const { region, postal_code: code } = given
  if ('country' in given || (region === undefined && code === undefined)) return []
  const fits = (country: string) =>
    (region === undefined || knownRegion(country, region) !== null) &&
    (code === undefined || isPostalCodeOf(country, code))
  const country =
    known !== undefined && fits(known)
      ? known
      : BY_REGION.find((one) => region !== undefined && code !== undefined && fits(one))
  if (country === undefined) return []
  put(patch, [...PLACE, 'country'], country)
  const cells = [region, code].flatMap((text) => (text === undefined ? [] : [shortened(text)]))
  const details = [message('import_country_from', { country, cells })]
  return [{ column: 'country', code: 'value_read_as', details, value: null }]
}

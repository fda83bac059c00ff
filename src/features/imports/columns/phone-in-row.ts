import { cellMessage, LEFT_OUT } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'

type CellsOf = (column: string) => readonly string[]

/** A number with more digits includes its area code. */
const MOST_LOCAL_DIGITS = 8

/** Parts of a phone number that some systems keep in separate columns. */
export const PHONE_PARTS = ['phone_country_code', 'phone_area_code', 'phone_extension'] as const

/** Joins the phone number of a row with its parts in other columns, as a person would write it. */
export function wholePhone(number: string, cellsOf: CellsOf): string {
  const [country, area, extension] = PHONE_PARTS.map((part) => cellsOf(part)[0])
  const isLocal = digitsOf(number).length <= MOST_LOCAL_DIGITS
  const withArea = area !== undefined && isLocal ? `${area} ${number}` : number
  const isForeign = country !== undefined && !withArea.startsWith('+') && !withArea.startsWith('00')
  const withCountry = isForeign ? `+${digitsOf(country)} ${withArea}` : withArea
  return extension === undefined ? withCountry : `${withCountry} ext. ${extension}`
}

/** Reports parts of a phone number that were not used. */
export function noticesOfPhoneParts(cellsOf: CellsOf): RowRemark[] {
  const number = cellsOf('phone')[0]
  return PHONE_PARTS.flatMap((column) => {
    const [value] = cellsOf(column)
    if (value === undefined) return []
    const digits = digitsOf(number ?? '')
    const isUnused = column === 'phone_area_code' && digits.length > MOST_LOCAL_DIGITS
    if (number !== undefined && !(isUnused && !digits.includes(digitsOf(value)))) return []
    const what = number === undefined ? 'phone_part_alone' : 'phone_area_of_its_own'
    return [{ column, code: 'value_left_out', details: [cellMessage(what), LEFT_OUT], value }]
  })
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Text that a spreadsheet would run as a formula, or change when it opens the file. */
const CHANGED = [
  /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/,
  /^0\d/,
  // Twelve digits are shown, and saved, as 1.23457E+11.
  /^\d{12,}$/,
  /^\d{1,20}e[+-]?\d{1,3}$/i,
  // Days: 3-4, 10/15, Mar 4, May 2028, 4. Mai.
  /^\d{1,2}[-/]\d{1,4}$/,
  /^(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)[-. /]{0,2}\d{1,4}$/i,
  /^\d{1,2}[-. ]{0,2}(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)$/i,
]
const APOSTROPHES = /^'*/

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula or change: leading zeros, long
 * numbers, and text that looks like a date. `unmarkCell` returns the original text.
 */
export function markCell(text: string): string {
  return isChanged(text) ? `'${text}` : text
}

/** Removes the apostrophe that `markCell` puts before a text. */
export function unmarkCell(cell: string): string {
  return cell.startsWith("'") && isChanged(cell) ? cell.slice(1) : cell
}

/** Text that already begins with apostrophes is marked too, so that they can be distinguished. */
function isChanged(text: string): boolean {
  const plain = text.startsWith("'") ? text.replace(APOSTROPHES, '') : text
  if (isLongWord(plain)) return false
  return CHANGED.some((pattern) => pattern.test(plain))
}

const LONGEST_DAY_CHARS = 20
const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)

/** Most cells are longer than any day, such as ids and titles, and begin with a letter, so no pattern matches them. */
function isLongWord(text: string): boolean {
  return text.length > LONGEST_DAY_CHARS && isLetter(text.charCodeAt(0))
}

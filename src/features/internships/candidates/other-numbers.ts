const YEAR_FIRST = /\b(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:[12]\d|3[01]|0?[1-9])\b/g
const YEAR_LAST = /\b(?:[12]\d|3[01]|0?[1-9])[-./](?:[12]\d|3[01]|0?[1-9])[-./](?:19|20)\d\d\b/g
const MONTHS =
  /\b(?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d(?:\s{0,2}[-–]\s{0,2}(?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d)?\b/g
const YEARS = /\b(?:19|20)\d\d\s{0,2}[-–]\s{0,2}(?:(?:19|20)\d\d|\d\d)\b/g
const ISBN_13 = /\b97[89](?:[ -]?\d){10}\b/g
const ISBN_10 = /\bisbn(?:-?10)?[: ]{0,3}\d(?:[ -]?\d){8}[ -]?[\dx]\b/gi
const ORCID = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dx]\b/gi

/** Neither a digit nor a sign that may occur inside a phone number. */
const GAP = ' , '

/**
 * Removes long numbers that are not phone numbers: dates, ranges of years, and ISBN and ORCID numbers with a valid check
 * digit.
 */
export function withoutOtherNumbers(text: string): string {
  return text
    .replace(ORCID, (number) => (isOrcid(number) ? GAP : number))
    .replace(ISBN_13, (number) => (isIsbn13(number) ? GAP : number))
    .replace(ISBN_10, (number) => (isIsbn10(number.replace(/^isbn(?:-?10)?/i, '')) ? GAP : number))
    .replace(YEAR_FIRST, GAP)
    .replace(YEAR_LAST, GAP)
    .replace(MONTHS, unlessInsideNumber)
    .replace(YEARS, unlessInsideNumber)
}

/** Keeps a match inside a longer number: 11-2034 in 11-2034-5678 is not a month. */
function unlessInsideNumber(found: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + found.length, at + found.length + 2)
  return /\d[-.]$/.test(before) || /^[-.]\d/.test(after) ? found : GAP
}

/** Returns the digits of a number. x means ten. */
function digitsOf(number: string): number[] {
  return [...number.toLowerCase()].flatMap((sign) =>
    sign === 'x' ? 10 : /\d/.test(sign) ? Number(sign) : [],
  )
}

function isIsbn13(number: string): boolean {
  const sum = digitsOf(number).reduce((all, digit, at) => all + digit * (at % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

function isIsbn10(number: string): boolean {
  return digitsOf(number).reduce((all, digit, at) => all + digit * (10 - at), 0) % 11 === 0
}

/** Checks ISO 7064, MOD 11-2. */
function isOrcid(number: string): boolean {
  const digits = digitsOf(number)
  const total = digits.slice(0, -1).reduce((all, digit) => (all + digit) * 2, 0)
  return (12 - (total % 11)) % 11 === digits.at(-1)
}

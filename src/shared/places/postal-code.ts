import { normalizeText } from '../normalize-text.ts'

/**
 * Countries whose postal codes have a fixed number of digits, and how many leading zeros spreadsheets may
 * have dropped.
 */
const DIGITS: Readonly<Record<string, { digits: number; zeros: number }>> = {
  AU: { digits: 4, zeros: 1 },
  BR: { digits: 8, zeros: 1 },
  DE: { digits: 5, zeros: 1 },
  ES: { digits: 5, zeros: 1 },
  FI: { digits: 5, zeros: 2 },
  FR: { digits: 5, zeros: 1 },
  IT: { digits: 5, zeros: 2 },
  JP: { digits: 7, zeros: 1 },
  MX: { digits: 5, zeros: 1 },
  NO: { digits: 4, zeros: 1 },
  NZ: { digits: 4, zeros: 1 },
  PR: { digits: 5, zeros: 2 },
  US: { digits: 5, zeros: 2 },
}

/** The letter that postal codes of some countries used to begin with, besides the country's code. */
const LETTERS: Readonly<Record<string, string>> = {
  AT: 'A',
  BE: 'B',
  DE: 'D',
  ES: 'E',
  FI: 'FIN',
  FR: 'F',
  IT: 'I',
  LU: 'L',
  NO: 'N',
  SE: 'S',
}

/**
 * Returns the form in which a postal code is compared within its country: without spaces, hyphens, the
 * country and the last four digits of a ZIP+4 code.
 */
export function foldPostalCode(country: string, code: string): string {
  const plain = normalizeText(code, 'NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    // Letters that are adjacent only now may combine.
    .normalize('NFC')
  return withZeros(country, withoutAddition(country, withoutCountry(country, plain)))
}

/** `D-10115` and `DE-10115` are 10115. */
function withoutCountry(country: string, code: string): string {
  const prefixes = [country, LETTERS[country] ?? country]
  const prefix = prefixes.find(
    (letters) => code.startsWith(letters) && /^\d+$/.test(code.slice(letters.length)),
  )
  return prefix === undefined ? code : code.slice(prefix.length)
}

/** `02138-1234` becomes 02138. No ZIP code has seven or more digits, even if it lost its zeros. */
function withoutAddition(country: string, code: string): string {
  return (country === 'US' || country === 'PR') && /^\d{7,9}$/.test(code) ? code.slice(0, -4) : code
}

function withZeros(country: string, code: string): string {
  const known = DIGITS[country]
  if (!known || !/^\d+$/.test(code) || code.length < known.digits - known.zeros) return code
  return code.padStart(known.digits, '0')
}

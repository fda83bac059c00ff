import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { countryName } from '../../../shared/names.ts'
import { plainSigns } from './cell-text.ts'
import { quoted, type Reading, type ReadingContext, read, unreadable } from './reading.ts'

const EXAMPLE = 'Write it like +1 503 555 0142.'
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i
const ONE_NUMBER_ENDS = /[;|\n]|\/|,| or | and /
const DECIMAL_ZEROS = /^(\d{7,15})\.0+$/
const MAX_CHARS = 200
/** `503-555-0142 (text only)`: what stands in brackets behind a number and has no digits. */
const REMARK = /^([^()]*(?:\([^()]*\)[^()]*)?)\(([^()\d]+)\)$/

/** Reads a phone number as E.164. A number without a country code is one of the office's country. */
export function readPhone(cell: string, { country }: ReadingContext): Reading<string> {
  const text = plainSigns(cell.slice(0, MAX_CHARS))
  if (SCIENTIFIC.test(text))
    return unreadable(
      `The spreadsheet shortened this phone number to ${text}, and its digits are lost. ${EXAMPLE}`,
    )
  const [, bare = text, remark] = REMARK.exec(text) ?? []
  const whole = numberIn(text, country) ?? (remark === undefined ? null : numberIn(bare, country))
  const isRemarked = remark !== undefined && whole !== null && numberIn(text, country) === null
  const [first = '', ...others] = plainSigns(cell.slice(0, MAX_CHARS).replace(/\r?\n/g, ';')).split(
    ONE_NUMBER_ENDS,
  )
  const found = whole ?? (others.length > 0 ? numberIn(first, country) : null)
  if (!found) return unreadable(reasonFor(text, country))
  const { number, ext } = found
  return read(
    number.number,
    whole || others.length === 0
      ? null
      : `${number.number} was kept as the phone number. Left out: ${quoted(others.map((one) => one.trim()).join(' '))}.`,
    isRemarked ? `${whole.number.number} was kept as the phone number. Left out: ${quoted(remark)}.` : null,
    ext === undefined
      ? null
      : `${number.number} was kept as the phone number. Left out: the extension ${ext}.`,
    number.isValid() ? null : `${quoted(text)} is not a number that is in use today. Check it.`,
  )
}

interface Found {
  number: PhoneNumber
  ext: string | undefined
}

function numberIn(text: string, country: string | undefined): Found | null {
  const digits = withoutLabels(text)
  // 00 begins a foreign number nearly everywhere; where it does not, as in the United States, no number begins so.
  const forms = digits.startsWith('00') ? [digits, `+${digits.slice(2)}`] : [digits]
  for (const form of [...forms, ...vanityForms(digits)]) {
    const number = parsePhoneNumberFromString(form, { ...countryOption(country), extract: false })
    if (number?.isValid()) return { number, ext: number.ext }
    // New ranges of numbers come into use; only with a country code is it plain that this is a number.
    if (form.startsWith('+') && number?.isPossible()) return { number, ext: number.ext }
  }
  return null
}

function countryOption(country: string | undefined): { defaultCountry?: CountryCode } {
  return country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {}
}

/** `tel:`, `Cell: 503…`, `503… (mobile)`, `'503…`, `5035550142.0`. */
function withoutLabels(text: string): string {
  const bare = text
    .replace(/^(?:tel|phone|cell|mobile|mob|handy|telefon|telefono|tél|home|work|ph|m|t|p)\b\.?:? ?/i, '')
    .replace(/ ?\(?(?:cell|mobile|home|work|mobil|handy|privat|office|c|m|h)\)?$/i, '')
    .replace(/^'/, '')
    .trim()
  return DECIMAL_ZEROS.exec(bare)?.[1] ?? bare
}

const KEYPAD = 'abc2def3ghi4jkl5mno6pqrs7tuv8wxyz9'
const VANITY = /^(?:\+?1[ -]?)?\(?8\d\d\)?[ -]?([a-z0-9-]{7,12})$/i

/** 1-800-FLOWERS as it is dialed. */
function vanityForms(text: string): string[] {
  const word = VANITY.exec(text)?.[1]
  if (word === undefined || !/[a-z]{3}/i.test(word)) return []
  const dialed = [...text.toLowerCase()].map((sign) => (/[a-z]/.test(sign) ? keyOf(sign) : sign)).join('')
  return [dialed]
}

function keyOf(letter: string): string {
  const at = KEYPAD.indexOf(letter)
  return KEYPAD.slice(at).match(/\d/)?.[0] ?? ''
}

function reasonFor(text: string, country: string | undefined): string {
  const digits = text.replace(/\D/g, '').length
  if (digits < 5) return `${quoted(text)} is not a phone number. ${EXAMPLE}`
  if (text.startsWith('+')) return `${quoted(text)} is not a phone number of any country. ${EXAMPLE}`
  const where =
    country === undefined
      ? 'lacks the code of its country'
      : `is not a phone number (country: ${countryName(country)})`
  return `${quoted(text)} ${where}. Write numbers of other countries with their code, like +33 6 88 23 43 20.`
}

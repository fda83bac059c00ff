import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { message } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'
import { plainSigns } from './cell-text.ts'
import {
  type Reading,
  type ReadingContext,
  read,
  shortened,
  type Unreadable,
  unreadable,
  unreadableAs,
} from './reading.ts'

const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i
const ONE_NUMBER_ENDS = /[;|\n]|\/|,| or | and /
const DECIMAL_ZEROS = /^(\d{7,15})\.0+$/
const MAX_CHARS = 200
/** A remark without digits in brackets after a number: `503-555-0142 (text only)`. */
const REMARK = /^([^()]*(?:\([^()]*\)[^()]*)?)\(([^()\d]+)\)$/

/** Reads a phone number as E.164. A number without a country code belongs to the office's country. */
export function readPhone(cell: string, { country }: ReadingContext): Reading<string> {
  const text = plainSigns(cell.slice(0, MAX_CHARS))
  if (SCIENTIFIC.test(text)) return unreadable(message('import_number_shortened', { what: 'phone', text }))
  const [, bare = text, remark] = REMARK.exec(text) ?? []
  const whole = numberIn(text, country) ?? (remark === undefined ? null : numberIn(bare, country))
  const isRemarked = remark !== undefined && whole !== null && numberIn(text, country) === null
  const [first = '', ...others] = plainSigns(cell.slice(0, MAX_CHARS).replace(/\r?\n/g, ';')).split(
    ONE_NUMBER_ENDS,
  )
  const found = whole ?? (others.length > 0 ? numberIn(first, country) : null)
  if (!found) return unreadablePhone(text, country)
  const { number, ext } = found
  return read(
    number.number,
    whole || others.length === 0 ? null : kept(number.number, others.map((one) => one.trim()).join(' ')),
    isRemarked ? kept(whole.number.number, remark) : null,
    ext === undefined
      ? null
      : message('import_phone_without_extension', { phone: number.number, extension: ext }),
    number.isValid() ? null : message('import_phone_not_in_use', { cell: shortened(text) }),
  )
}

interface FoundNumber {
  number: PhoneNumber
  ext: string | undefined
}

function numberIn(text: string, country: string | undefined): FoundNumber | null {
  const digits = withoutLabels(text)
  // 00 begins a foreign number nearly everywhere. Elsewhere, as in the United States, no number begins with it.
  const forms = digits.startsWith('00') ? [digits, `+${digits.slice(2)}`] : [digits]
  for (const form of [...forms, ...vanityForms(digits)]) {
    const number = parsePhoneNumberFromString(form, { ...countryOption(country), extract: false })
    if (number?.isValid()) return { number, ext: number.ext }
    // New number ranges come into use, so with a country code a possible number is enough.
    if (form.startsWith('+') && number?.isPossible()) return { number, ext: number.ext }
  }
  return null
}

function countryOption(country: string | undefined): { defaultCountry?: CountryCode } {
  return country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {}
}

/** Removes labels: `tel:`, `Cell: 503…`, `503… (mobile)`, `'503…`, `5035550142.0`. */
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

/** Returns the digits that 1-800-FLOWERS dials. */
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

function kept(phone: string, left: string): Detail {
  return message('import_phone_kept', { phone, left: shortened(left) })
}

function unreadablePhone(text: string, country: string | undefined): Unreadable {
  const digits = text.replace(/\D/g, '').length
  if (digits < 5) return unreadableAs('phone', text)
  if (text.startsWith('+')) return unreadableAs('phone_of_no_country', text)
  return country === undefined
    ? unreadableAs('phone_without_country', text)
    : unreadable(message('import_phone_unread_in', { cell: shortened(text), country }))
}

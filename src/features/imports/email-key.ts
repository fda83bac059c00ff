import { saidOfRow } from './details.ts'
import type { ImportType } from './imports.table.ts'

const WITH_EMAIL: readonly ImportType[] = ['candidates', 'helpers', 'organizations']

export function hasEmail(type: ImportType): boolean {
  return WITH_EMAIL.includes(type)
}

/** Without vowels, so that no word results, and without signs that look alike. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789'
const LENGTH = 10

/** An id for a record whose office has none. It begins with letters and a dash, so that no spreadsheet changes it. */
export function newExternalId(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(LENGTH))
  return `auto-${[...bytes].map((number) => LETTERS.charAt(number % LETTERS.length)).join('')}`
}

/** What to tell an office whose file has e-mails and no ids. */
export const EMAIL_AS_KEY = saidOfRow('email_can_be_key')

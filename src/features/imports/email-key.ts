import { rowMessage } from './details.ts'
import type { ImportType } from './imports.table.ts'

const WITH_EMAIL: readonly ImportType[] = ['candidates', 'helpers', 'organizations']

export function hasEmail(type: ImportType): boolean {
  return WITH_EMAIL.includes(type)
}

/** No vowels, so that no words result, and no characters that look alike. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789'
const LENGTH = 10

/**
 * Creates an external id for a record without one. It begins with letters and a dash, so that spreadsheets leave it alone.
 */
export function newExternalId(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(LENGTH))
  return `auto-${[...bytes].map((number) => LETTERS.charAt(number % LETTERS.length)).join('')}`
}

/** Advice for a file that has e-mail addresses but no ids. */
export const EMAIL_AS_KEY = rowMessage('email_can_be_key')

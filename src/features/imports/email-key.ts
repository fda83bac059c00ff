import type { ImportType } from './imports.table.ts'

/** What a record of each type is called, of the types whose records have an e-mail. */
const named: Readonly<Partial<Record<ImportType, { one: string; many: string }>>> = {
  candidates: { one: 'candidate', many: 'candidates' },
  helpers: { one: 'helper', many: 'helpers' },
  organizations: { one: 'organization', many: 'organizations' },
}

export function hasEmail(type: ImportType): boolean {
  return type in named
}

/** The words for records that an import finds by e-mail. */
export function namesOf(type: ImportType): { one: string; many: string } {
  return named[type] ?? { one: 'record', many: 'records' }
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
export const EMAIL_AS_KEY =
  'If you have no ids, import with key=email: then the e-mail finds each record, and new records are given an id.'

import { message } from '../../shared/messages/index.ts'
import { externalId as externalIdSchema } from '../../shared/wire.ts'
import { externalField } from '../postings/index.ts'
import { type Detail, rowMessage } from './details.ts'
import { EMAIL_AS_KEY, hasEmail } from './email-key.ts'
import type { FileOptions } from './file-options.ts'
import { createTwinSearch, emailIn } from './find-twins.ts'
import type { ImportRun } from './imports.table.ts'
import { isIdentifiedByTitle } from './keyless-types.ts'
import { NumberList, TextNumbers } from './rows/text-numbers.ts'
import type { SourceRow } from './source-row.ts'
import { isShortenedNumber } from './values/identity.ts'

type File = Pick<ImportRun, 'type' | 'format'> &
  Pick<FileOptions, 'key'> & {
    /** Whether the file is a table without an id column. */
    lacksIds?: boolean
  }

/**
 * Creates a check for the rows of one file, to be called in order. It requires storable text and a key that no earlier row
 * has, and returns the row, with a fault if it is refused.
 */
export function createRowCheck(file: File): (row: SourceRow) => SourceRow {
  const checkId = file.key === 'email' ? createEmailCheck(file) : createIdCheck(file)
  const checkTitle =
    isIdentifiedByTitle(file.type) && (file.lacksIds || file.format === 'ndjson')
      ? createTitleCheck(file)
      : null
  const checkKey = (row: SourceRow) => (checkTitle && !row.externalId ? checkTitle(row) : checkId(row))
  return (row) => {
    if (!row.isRead) return row
    if (holdsNul(row, file.format))
      return { ...refuse(row, 'nul_character', rowMessage('nul_character')), isRead: false }
    // The id is present but can't be read.
    return row.faults.some(({ column }) => column === idColumnOf(row, file)) ? row : checkKey(row)
  }
}

/** Requires an external id that no earlier row has. */
function createIdCheck(file: File): (row: SourceRow) => SourceRow {
  const firstLineOf = createLineSearch()
  const findTwins = createTwinSearch()
  return (row) => {
    const { externalId } = row
    const refuseId = (code: string, ...details: Detail[]) =>
      refuse(row, code, details, { column: idColumnOf(row, file), value: externalId })
    if (externalId === null || externalId === '') {
      if (file.type === 'hours') return row
      return refuseId(
        'required',
        rowMessage('id_required'),
        ...(canHaveEmailKey(row, file) ? [EMAIL_AS_KEY] : []),
      )
    }
    if (!externalIdSchema.safeParse(externalId).success)
      return refuseId('invalid_value', rowMessage('id_too_long'))
    // Two students may share a shortened id, in this file or the next: one would overwrite the other.
    if (isShortenedNumber(externalId))
      return {
        ...refuseId('id_shortened', message('import_number_shortened', { what: 'id', text: externalId })),
        twins: findTwins(row, externalId),
      }
    const first = firstLineOf(row, externalId)
    if (first !== undefined)
      return refuseId(
        'duplicate_key',
        message('import_line_has_key', { line: first, key: 'id', isOnlyThat: true }),
      )
    return row.faults.length > 0 ? row : { ...row, twins: findTwins(row, externalId) }
  }
}

/** Requires an e-mail address that no earlier row has. External ids are used only for new records. */
function createEmailCheck(file: File): (row: SourceRow) => SourceRow {
  const firstLineOf = createLineSearch()
  const firstLineOfId = createLineSearch()
  const findTwins = createTwinSearch()
  return (given) => {
    const row = withoutUnusableId(given, file)
    const email = emailIn(row.patch)
    const column = emailColumnOf(row, file)
    if (!email || email.key === '')
      return refuse(row, 'required', rowMessage('email_required'), {
        column,
        value: null,
      })
    const idColumn = idColumnOf(row, file)
    const known = { ...row, emailKey: { email: email.key, column, idColumn } }
    const first = firstLineOf(row, email.key)
    if (first !== undefined)
      return refuse(
        known,
        'duplicate_key',
        message('import_line_has_key', { line: first, key: 'email', isOnlyThat: true }),
        { column, value: email.key },
      )
    const { externalId } = row
    if (!externalId) return known
    const firstWithId = firstLineOfId(row, externalId)
    if (firstWithId !== undefined)
      return refuse(
        known,
        'duplicate_key',
        message('import_line_has_key', { line: firstWithId, key: 'id', isOnlyThat: false }),
        {
          column: idColumn,
          value: externalId,
        },
      )
    return row.faults.length > 0 ? known : { ...known, twins: findTwins(row, externalId) }
  }
}

/** Requires a title that no earlier row of the same organization or helper has. */
function createTitleCheck(file: File): (row: SourceRow) => SourceRow {
  const firstLineOf = createLineSearch()
  return (row) => {
    const { title } = row.patch
    const at = { column: placeOf(row, file, 'title'), value: typeof title === 'string' ? title : null }
    if (typeof title !== 'string' || title.trim() === '')
      return refuse(row, 'required', rowMessage('title_required'), at)
    const first = firstLineOf(row, `${parentIn(row.patch)}\n${title.trim()}`.toLowerCase())
    if (first === undefined) return { ...row, titleKey: title.trim() }
    const of = file.type === 'needs' ? 'organization' : 'helper'
    return refuse(row, 'duplicate_key', message('import_line_has_title', { line: first, of }), at)
  }
}

/** Returns the text with which a row names its organization or helper, or an empty text. */
function parentIn(patch: SourceRow['patch']): string {
  const fields = ['organization_id', 'helper_id'].flatMap((field) => [field, externalField(field)])
  const named = fields.map((field) => patch[field]).find((text) => typeof text === 'string')
  return typeof named === 'string' ? named.trim() : ''
}

/** Removes an external id that a new record can't have and adds a notice. */
function withoutUnusableId(row: SourceRow, file: File): SourceRow {
  const { externalId } = row
  if (!externalId) return row
  const isShortened = isShortenedNumber(externalId)
  if (!isShortened && externalIdSchema.safeParse(externalId).success) return row
  const column = idColumnOf(row, file)
  const notice = {
    column,
    code: 'id_left_out',
    details: [message('import_id_unusable', { id: externalId, isShortened })],
    value: externalId,
  }
  return {
    ...row,
    externalId: null,
    notices: [...row.notices.filter((one) => one.column !== column), notice],
  }
}

/**
 * Creates a search for the line where a key first occurred. Refused rows don't count, since a later row may correct them.
 */
function createLineSearch(): (row: SourceRow, key: string) => number | undefined {
  const keys = new TextNumbers()
  const lines = new NumberList()
  return ({ line, faults }, key) => {
    const number = keys.numberOf(key)
    const first = lines.get(number)
    if (first === 0 && faults.length === 0) lines.set(number, line)
    return first === 0 ? undefined : first
  }
}

function canHaveEmailKey({ patch }: SourceRow, { type }: File): boolean {
  return hasEmail(type) && emailIn(patch) !== undefined
}

/** Returns the column, or the place in the JSON, of a row's external id. */
function idColumnOf(row: SourceRow, file: File): string {
  return placeOf(row, file, 'external_id')
}

/** Returns the column, or the place in the JSON, of a field. */
function placeOf({ document }: SourceRow, { format }: File, field: string): string {
  return format !== 'ndjson' ? field : (document?.origins.get(`/${field}`) ?? `/${field}`)
}

function emailColumnOf({ document }: SourceRow, { format, type }: File): string {
  if (format !== 'ndjson') return 'email'
  const pointer = type === 'candidates' ? '/email' : '/contact/email'
  return document?.origins.get(pointer) ?? pointer
}

function holdsNul({ cells }: SourceRow, format: ImportRun['format']): boolean {
  return cells.some((cell) => cell.includes('\0') || (format === 'ndjson' && /\\u0000/.test(cell)))
}

function refuse(
  row: SourceRow,
  code: string,
  details: Detail | readonly Detail[],
  at: { column: string | null; value: string | null } = { column: null, value: null },
): SourceRow {
  return { ...row, faults: [...row.faults, { ...at, code, details: [details].flat() }] }
}

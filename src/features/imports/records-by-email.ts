import type { WriteContext } from '../../platform/events/index.ts'
import { message, recordNouns } from '../../shared/messages/index.ts'
import type { FoundByEmail, LikeRecord } from '../postings/index.ts'
import { newExternalId } from './email-key.ts'
import type { ImportType, RowRemark } from './imports.table.ts'
import { isIdentifiedByTitle } from './keyless-types.ts'
import { withRecordsByTitle } from './records-by-title.ts'
import type { SourceRow } from './source-row.ts'
import { findByEmail } from './stored-twins.ts'
import { shortened } from './values/reading.ts'

const MOST_NAMED = 4

interface Ports {
  type: ImportType
  dryRun: boolean
}

/**
 * Finds the record of each row by its e-mail address (also one that a merged record had) or by its title, and claims the
 * addresses. A row that matches no record creates one.
 */
export async function withRecords(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  { type, dryRun }: Ports,
): Promise<readonly SourceRow[]> {
  if (isIdentifiedByTitle(type)) return withRecordsByTitle(ctx, rows, { type, dryRun })
  const emails = rows.flatMap(({ emailKey }) => (emailKey ? [emailKey.email] : []))
  if (emails.length === 0) return rows
  const find = await findByEmail(ctx, type, emails)
  return rows.map((row) => (row.emailKey ? withRecord(row, find(row.emailKey.email), { type, dryRun }) : row))
}

function withRecord(
  row: SourceRow,
  { records: found, isFormer }: FoundByEmail,
  { type, dryRun }: Ports,
): SourceRow {
  const [record, ...others] = found
  if (!record) {
    if (row.externalId)
      return { ...row, record: { key: row.externalId, externalId: row.externalId, isNew: true } }
    const key = newExternalId()
    // A dry run assigns no ids.
    return { ...row, record: { key, externalId: dryRun ? null : key, isNew: true } }
  }
  const { id, externalId } = record
  // The record itself looks like the row, so look-alikes are not reported.
  const known = { ...row, twins: undefined, record: { key: id, externalId, isNew: false } }
  if (others.length > 0) return { ...known, faults: [...row.faults, severalRecords(type, row, found)] }
  const isOther = row.externalId && row.externalId !== externalId && row.externalId !== id
  const notices = [
    ...row.notices,
    ...(isOther ? [idLeftOut(row, record)] : []),
    ...(isFormer ? [emailLeftOut(row, record)] : []),
  ]
  return { ...known, notices, patch: isFormer ? withoutEmail(row.patch) : row.patch }
}

/**
 * Returns the notice that the row's e-mail address was not used, because a merge chose the address that the record has now.
 */
function emailLeftOut({ emailKey }: SourceRow, { id, externalId }: LikeRecord): RowRemark {
  return {
    column: emailKey?.column ?? null,
    code: 'email_left_out',
    details: [message('import_email_of_merged', { record: externalId ?? id })],
    value: emailKey?.email ?? null,
  }
}

function withoutEmail({ email: _, contact, ...patch }: SourceRow['patch']): SourceRow['patch'] {
  if (typeof contact !== 'object' || contact === null) return patch
  return {
    ...patch,
    contact: Object.fromEntries(Object.entries(contact).filter(([name]) => name !== 'email')),
  }
}

function severalRecords(type: ImportType, row: SourceRow, found: readonly LikeRecord[]): RowRemark {
  const names = found.slice(0, MOST_NAMED).map(({ id, externalId }) => externalId ?? id)
  const areMore = found.length > MOST_NAMED
  const noun = recordNouns.find((one) => one === type) ?? 'records'
  return {
    column: row.emailKey?.column ?? null,
    code: 'several_records',
    details: [message('import_several_with_email', { noun, names, areMore })],
    value: row.emailKey?.email ?? null,
  }
}

function idLeftOut({ externalId, emailKey }: SourceRow, record: LikeRecord): RowRemark {
  const hasId = record.externalId !== null
  return {
    column: emailKey?.idColumn ?? null,
    code: 'id_left_out',
    details: [
      message('import_id_of_other', {
        record: record.externalId ?? record.id,
        id: shortened(externalId ?? ''),
        hasId,
      }),
    ],
    value: externalId,
  }
}

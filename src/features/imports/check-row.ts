import { externalId as externalIdSchema } from '../../shared/wire.ts'
import { createTwinSearch } from './find-twins.ts'
import type { ImportRun } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'
import { isShortenedNumber } from './values/identity.ts'

/**
 * Checks the rows of one file in their order: text that can be stored, and an external id that no earlier row has. Returns
 * the row, with a fault if it is refused.
 */
export function createRowCheck(format: ImportRun['format']): (row: SourceRow) => SourceRow {
  const lineByExternalId = new Map<string, number>()
  const findTwins = createTwinSearch()
  return (row) => {
    if (!row.isRead) return row
    if (holdsNul(row, format))
      return { ...refuse(row, 'nul_character', 'The row contains a NUL character.'), isRead: false }
    const { externalId, line } = row
    const refuseId = (code: string, message: string) =>
      refuse(row, code, message, { column: keyOf(row, format), value: externalId })
    // Its id was there, but could not be read.
    if (row.faults.some(({ column }) => column === keyOf(row, format))) return row
    if (externalId === null || externalId === '')
      return refuseId('required', 'Each row needs an external_id.')
    if (!externalIdSchema.safeParse(externalId).success)
      return refuseId('invalid_value', 'Must have at most 200 characters.')
    // Two students may have the same shortened id, now or in the next file: one would take the other's place.
    if (isShortenedNumber(externalId))
      return {
        ...refuseId(
          'id_shortened',
          `The spreadsheet shortened this id to ${externalId}, and its digits are lost. Format the column as text, and write the id in full.`,
        ),
        twins: findTwins(row, externalId),
      }
    const first = lineByExternalId.get(externalId)
    if (first !== undefined)
      return refuseId(
        'duplicate_key',
        `Line ${first} already has this external_id. Only that line is imported.`,
      )
    // Of a row that is refused, a later row may be the corrected form.
    if (row.faults.length > 0) return row
    lineByExternalId.set(externalId, line)
    return { ...row, twins: findTwins(row, externalId) }
  }
}

/** The column, or the place in the JSON, that holds the key of a row. */
function keyOf({ document }: SourceRow, format: ImportRun['format']): string {
  return format !== 'ndjson' ? 'external_id' : (document?.origins.get('/external_id') ?? '/external_id')
}

function holdsNul({ cells }: SourceRow, format: ImportRun['format']): boolean {
  return cells.some((cell) => cell.includes('\0') || (format === 'ndjson' && /\\u0000/.test(cell)))
}

function refuse(
  row: SourceRow,
  code: string,
  message: string,
  at: { column: string | null; value: string | null } = { column: null, value: null },
): SourceRow {
  return { ...row, faults: [...row.faults, { ...at, code, message }] }
}

import type { Fault } from '../../shared/errors.ts'
import type { Merged } from '../postings/index.ts'
import { cellAt, columnAt, type PlacedColumns } from './columns/read-cells.ts'
import type { ImportRow, ImportRun, RowFault } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

const MAX_VALUE_CHARS = 200

type RowResult = Pick<ImportRow, 'line' | 'externalId' | 'outcome' | 'resourceId' | 'faults' | 'cells'>

/** What the report says of a row. `merged` is undefined for a row that was refused before it was merged. */
export function rowResult(
  { format, mode }: Pick<ImportRun, 'format' | 'mode'>,
  row: SourceRow,
  merged: Merged | undefined,
  placed: PlacedColumns,
): RowResult {
  const named = { line: row.line, externalId: storableText(row.externalId) }
  if (merged && merged.outcome !== 'rejected') {
    // A dry run creates nothing that could be looked up.
    const exists = merged.outcome !== 'created' || mode === 'apply'
    return {
      ...named,
      outcome: merged.outcome,
      resourceId: exists ? merged.id : null,
      faults: null,
      cells: null,
    }
  }
  const toRowFault = format === 'csv' ? (fault: Fault) => faultInColumn(row, fault, placed) : faultInJson
  const faults = row.fault ? [row.fault] : (merged?.faults ?? []).map(toRowFault)
  return {
    ...named,
    outcome: 'rejected',
    resourceId: null,
    faults: faults.map((fault) => ({ ...fault, value: storableText(fault.value) })),
    cells: row.cells.map((cell) => cell.replaceAll('\0', '\u{fffd}').toWellFormed()),
  }
}

function faultInJson({ pointer, code, detail }: Fault): RowFault {
  return { column: pointer || null, code, message: detail, value: null }
}

function faultInColumn(row: SourceRow, { pointer, code, detail }: Fault, placed: PlacedColumns): RowFault {
  const found = columnAt(placed, pointer)
  const column = found?.column.name ?? (pointer.replace(/^\//, '') || null)
  return { column, code, message: detail, value: found ? cellAt(row.cells, found.at) : null }
}

/** Shortened, and without NUL, which Postgres cannot store. */
function storableText(text: string | null): string | null {
  return text?.slice(0, MAX_VALUE_CHARS).replaceAll('\0', '\u{fffd}').toWellFormed() ?? null
}

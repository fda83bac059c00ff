import type { Queryable } from '../../platform/db/index.ts'
import { type CsvCell, type CsvFile, pagesOf } from '../../platform/http/index.ts'
import { unmarkCell } from '../../shared/spreadsheet-cells.ts'
import { REPORT_COLUMNS } from './columns/headers.ts'
import { createImportRowsRepository } from './import-rows.repository.ts'
import type { ImportRow, ImportRun } from './imports.table.ts'

/**
 * Returns the rejected rows and the rows with notices as CSV: the remarks on each row, then its cells as in the file, to be
 * corrected and uploaded again.
 */
export function readReport(db: Queryable, run: ImportRun): CsvFile {
  const headers = run.format !== 'ndjson' ? (run.headers ?? []).map(({ header }) => header) : ['json']
  // The file may be a report itself: its remarks are not repeated, and its marks are not doubled.
  const isKept = headers.map((header) => !REPORT_COLUMNS.some((column) => column === header))
  const kept = (cells: readonly string[]) => cells.filter((_, at) => isKept[at] ?? true).map(unmarkCell)
  const cellsOf = (row: ImportRow): CsvCell[] => {
    const cells = row.cells ?? []
    const missing = headers.slice(cells.length).map(() => '')
    return [...remarksOf(row), ...kept([...cells, ...missing])]
  }
  async function* pages() {
    const repository = createImportRowsRepository(db)
    const read = (limit: number, last: ImportRow | undefined) =>
      repository.list(run.partnerId, run.id, { limit, after: last?.number ?? 0, isReported: true })
    for await (const rows of pagesOf(read)) yield rows.map(cellsOf)
  }
  return { name: 'report', columns: [...REPORT_COLUMNS, ...kept(headers)], pages: pages() }
}

function remarksOf({ line, outcome, faults, notices }: ImportRow): CsvCell[] {
  const remarks = [...(faults ?? []), ...(notices ?? [])]
  const joined = (key: 'column' | 'code' | 'message') => remarks.map((remark) => remark[key] ?? '').join('; ')
  return [line, joined('column'), joined('code'), joined('message'), outcome]
}

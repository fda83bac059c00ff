import { stringify } from 'csv-stringify/sync'
import type { Queryable } from '../../platform/db/index.ts'
import { REPORT_COLUMNS } from './columns/read-cells.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRow, ImportRun } from './imports.table.ts'

const PAGE_ROWS = 500

/**
 * Yields the rejected rows and those with notices as CSV: what is said of each, then the cells as they were in the file, to
 * correct and upload again. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which imports remove.
 */
export async function* readReport(db: Queryable, run: ImportRun): AsyncGenerator<string> {
  const headers = run.format === 'csv' ? (run.headers ?? []).map(({ header }) => header) : ['json']
  // The file may be a report itself. Its own remarks are not repeated.
  const isKept = headers.map((header) => !REPORT_COLUMNS.some((column) => column === header))
  const kept = (cells: readonly string[]) => cells.filter((_, at) => isKept[at] ?? true)
  yield csvOf([[...REPORT_COLUMNS, ...kept(headers)]])
  const repository = createImportsRepository(db)
  for (let after = 0; ; ) {
    const page = { limit: PAGE_ROWS, after, isReported: true }
    const rows = await repository.rows(run.partnerId, run.id, page)
    yield csvOf(rows.map((row) => [...remarksOf(row), ...kept(row.cells ?? [])]))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE_ROWS) return
    after = last.number
  }
}

function remarksOf({ line, outcome, faults, notices }: ImportRow): string[] {
  const remarks = [...(faults ?? []), ...(notices ?? [])]
  const joined = (key: 'column' | 'code' | 'message') => remarks.map((remark) => remark[key] ?? '').join('; ')
  return [String(line), joined('column'), joined('code'), joined('message'), outcome]
}

function csvOf(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true })
}

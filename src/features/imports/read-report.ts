import { stringify } from 'csv-stringify/sync'
import type { Queryable } from '../../platform/db/index.ts'
import { REPORT_COLUMNS } from './columns/read-cells.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRow, ImportRun } from './imports.table.ts'

const PAGE_ROWS = 500

/**
 * Yields the rejected rows as CSV: the reasons, then the cells as they were in the file, to correct and upload again. A
 * cell that a spreadsheet would run as a formula gets an apostrophe in front, which imports remove.
 */
export async function* readReport(db: Queryable, run: ImportRun): AsyncGenerator<string> {
  const headers = run.format === 'csv' ? (run.headers ?? []).map(({ header }) => header) : ['json']
  yield csvOf([[...REPORT_COLUMNS, ...headers]])
  const repository = createImportsRepository(db)
  for (let after = 0; ; ) {
    const page = { limit: PAGE_ROWS, after, outcome: 'rejected' as const }
    const rows = await repository.rows(run.partnerId, run.id, page)
    yield csvOf(rows.map(reportLine))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE_ROWS) return
    after = last.number
  }
}

function reportLine({ line, faults, cells }: ImportRow): string[] {
  const joined = (key: 'column' | 'code' | 'message') =>
    (faults ?? []).map((fault) => fault[key] ?? '').join('; ')
  return [String(line), joined('column'), joined('code'), joined('message'), ...(cells ?? [])]
}

function csvOf(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true })
}

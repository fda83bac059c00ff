import { stringify } from 'csv-stringify/sync'
import type { Queryable } from '../../platform/db/index.ts'
import { REPORT_COLUMNS } from './columns/read-cells.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRow, ImportRun } from './imports.table.ts'

const PAGE_ROWS = 500

/**
 * The rejected rows as they stood in the file, each with why: to be corrected and uploaded again as it is. What a
 * spreadsheet would run as a formula gets an apostrophe before it, which reading takes away.
 */
export async function* reportOf(db: Queryable, run: ImportRun): AsyncGenerator<string> {
  const headers = run.format === 'csv' ? (run.headers ?? []).map(({ header }) => header) : ['json']
  yield csvOf([[...REPORT_COLUMNS, ...headers]])
  const repository = createImportsRepository(db)
  for (let after = 0; ; ) {
    const rows = await repository.rows(run.partnerId, run.id, {
      limit: PAGE_ROWS,
      after,
      outcome: 'rejected',
    })
    yield csvOf(rows.map(reported))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE_ROWS) return
    after = last.number
  }
}

function reported({ line, faults, cells }: ImportRow): string[] {
  const told = (key: 'column' | 'code' | 'message') =>
    (faults ?? []).map((fault) => fault[key] ?? '').join('; ')
  return [String(line), told('column'), told('code'), told('message'), ...(cells ?? [])]
}

function csvOf(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true })
}

import { message } from '../../shared/messages/index.ts'
import { lettersOf } from './files/workbook/cell-references.ts'
import type { FileNotice, Headers } from './imports.table.ts'
import type { CsvRecord } from './rows/records.ts'

const MOST_NAMED = 30

/** Counts the filled cells of columns without a header, so that they are reported instead of silently lost. */
export class ColumnsWithoutHeader {
  /** Position of each column -> its filled cells so far. */
  readonly #found: ReadonlyMap<number, { count: number; firstLine: number }>

  constructor(headers: Headers) {
    const isBare = ({ header, column }: Headers[number]) => column === null && header.trim() === ''
    this.#found = new Map(
      headers.flatMap((one, at) => (isBare(one) ? [[at, { count: 0, firstLine: 0 }] as const] : [])),
    )
  }

  add({ cells, line }: CsvRecord): void {
    for (const [at, found] of this.#found) {
      if ((cells[at] ?? '').trim() === '') continue
      if (found.count === 0) found.firstLine = line
      found.count++
    }
  }

  /** Returns a notice that names the columns with filled cells, once all rows are read. */
  notices(): FileNotice[] {
    const filled = [...this.#found].filter(([, { count }]) => count > 0)
    if (filled.length === 0) return []
    const columns = filled
      .slice(0, MOST_NAMED)
      .map(([at, { count, firstLine }]) => ({ letters: lettersOf(at), count, line: firstLine }))
    const more = Math.max(0, filled.length - MOST_NAMED)
    const details = [message('import_cells_without_header', { columns, more })]
    return [{ code: 'cells_without_header', details }]
  }
}

import { message } from '../../../shared/messages/index.ts'
import { UnreadableFile } from '../source-row.ts'
import type { CsvRecord } from './records.ts'

/** More than any real list has. Each header is compared with all names of columns. */
export const MAX_COLUMNS = 1000

/** Returns the header without surplus blank cells at its end. Throws UnreadableFile if it has too many columns. */
export function requireFewColumns(header: CsvRecord): CsvRecord {
  if (header.cells.length <= MAX_COLUMNS) return header
  const last = header.cells.findLastIndex((cell) => cell.trim() !== '')
  if (last < MAX_COLUMNS) return { ...header, cells: header.cells.slice(0, MAX_COLUMNS) }
  throw new UnreadableFile(
    'too_many_columns',
    message('import_too_many_columns', { line: header.line, columns: last + 1, most: MAX_COLUMNS }),
  )
}

import { UnreadableFile } from '../source-row.ts'
import type { CsvRecord } from './records.ts'

/** More than any list of students or postings has. Each of them is compared with all that columns are called. */
export const MAX_COLUMNS = 1000

/** The header without blank cells at its end beyond the most columns. Throws UnreadableFile if it has too many. */
export function requireFewColumns(header: CsvRecord): CsvRecord {
  if (header.cells.length <= MAX_COLUMNS) return header
  const last = header.cells.findLastIndex((cell) => cell.trim() !== '')
  if (last < MAX_COLUMNS) return { ...header, cells: header.cells.slice(0, MAX_COLUMNS) }
  throw new UnreadableFile(
    'too_many_columns',
    `The header in line ${header.line} has ${last + 1} columns. A file may have up to ${MAX_COLUMNS}: delete those that you do not need.`,
  )
}

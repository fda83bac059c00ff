import type { CsvRecord } from './records.ts'
import { MAX_COLUMNS } from './require-few-columns.ts'

/** Returns how many columns these cells name as a header. */
export type CountColumns = (cells: readonly string[]) => number

/** A header, and whether it includes the row below it. */
export interface JoinedHeader {
  record: CsvRecord
  takesBelow: boolean
}

/**
 * Joins a header of two rows: group titles above (`Name` over `First` and `Last`), headers that are in only one of the two
 * rows, or questions above their answers as surveys write them. A neighbouring row is joined if this names more columns, if
 * a title shows that a column is about somebody else (`Emergency contact` over `Phone`), or if it tells two equal headers
 * apart.
 */
export function joinedHeader(
  record: CsvRecord,
  { above, below }: { above: CsvRecord | null; below: CsvRecord | null },
  countColumns: CountColumns,
): JoinedHeader {
  if (above && isTitles(above)) {
    const cells = joinHeaders(above, record.cells)
    if (countColumns(cells) !== countColumns(record.cells) || hasTwins(record.cells))
      return { record: { ...record, cells }, takesBelow: false }
  }
  if (below && !below.fault && isNarrow(below) && isOfAnswers(below.cells))
    return { record: { ...below, cells: joinHeaders(record, below.cells) }, takesBelow: true }
  if (below && !below.fault && isNarrow(below) && countColumns(below.cells) > 1) {
    const cells = joinHeaders(record, below.cells)
    if (countColumns(cells) > countColumns(record.cells))
      return { record: { ...below, cells }, takesBelow: true }
  }
  return { record, takesBelow: false }
}

/** What a survey writes below a question with one answer. Below others are the options. */
const ANSWER = /^(?:open-ended )?response$/i

function isOfAnswers(cells: readonly string[]): boolean {
  return cells.some((cell) => ANSWER.test(cell.trim()))
}

/** Tells whether a row may be part of a header. Much wider rows are not. */
function isNarrow({ cells }: CsvRecord): boolean {
  return cells.length <= MAX_COLUMNS
}

function isTitles(record: CsvRecord): boolean {
  const { cells, fault } = record
  return !fault && isNarrow(record) && cells.filter((cell) => cell.trim() !== '').length > 1
}

function hasTwins(cells: readonly string[]): boolean {
  const named = cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '')
  return new Set(named).size < named.length
}

/** Puts titles before the headers below them. Without merged cells, a title reaches up to the next one. */
function joinHeaders({ cells: titles, across }: CsvRecord, below: readonly string[]): string[] {
  let title = ''
  return Array.from({ length: Math.max(titles.length, below.length) }, (_, at) => {
    const own = (titles[at] ?? '').trim()
    title = across ? (across[at] ?? own).trim() : own || title
    const said = (below[at] ?? '').trim()
    const header = ANSWER.test(said) ? '' : said
    if (header === '') return own
    return title === '' || title === header ? header : `${title}: ${header}`
  })
}

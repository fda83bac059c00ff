import { runSliced } from '../../../shared/sliced-work.ts'
import { type CountColumns, joinedHeader } from './double-header.ts'
import type { Line } from './lines.ts'
import { type CsvRecord, recordAt } from './records.ts'
import { MAX_COLUMNS, requireFewColumns } from './require-few-columns.ts'

/** The header is searched for within this many lines. */
export const HEADER_LINES = 20
/** The last ones are full-width forms, which East Asian keyboards write. */
const SEPARATORS = [',', ';', '\t', '|', '\uff0c', '\uff1b', '\uff5c']
/** A first line for spreadsheet programs: `sep=;`, also within quotation marks. */
const SEPARATOR_LINE = /^\s*"?sep=(.?)"?[\s,;|]*$/i

/** A header, its separator, and the position of the line after it. */
export interface FoundHeader {
  record: CsvRecord
  separator: string
  next: number
}

interface Candidate {
  record: CsvRecord
  known: number
  filled: number
}

/**
 * Finds the header of a text within its first lines: the row and separator that name the most columns. If no row names any,
 * the row with the most cells. Null if all lines are blank. Throws UnreadableFile if the header has too many columns.
 */
export function findHeader(lines: readonly Line[], countColumns: CountColumns): Promise<FoundHeader | null> {
  return runSliced(headerSteps(lines, countColumns))
}

/** Enough of a line to tell whether it is the header. */
const MAX_TRIED_CHARS = 64 * 1024
/** Cells that are compared with the names of columns in one step. */
const CELLS_A_STEP = 50

/** Searches in steps of a few milliseconds, because some lines are long. */
function* headerSteps(
  lines: readonly Line[],
  countColumns: CountColumns,
): Generator<void, FoundHeader | null> {
  const first = lines.slice(0, HEADER_LINES)
  const declared = declaredSeparator(first)
  const separators =
    declared === null ? SEPARATORS : [declared, ...SEPARATORS.filter((one) => one !== declared)]
  const tried = lines.map((line) =>
    line.text.length > MAX_TRIED_CHARS ? { ...line, text: line.text.slice(0, MAX_TRIED_CHARS) } : line,
  )
  const candidates: (FoundHeader & Candidate & { at: number })[] = []
  for (const [at, { text }] of first.entries()) {
    if (text.trim() === '' || SEPARATOR_LINE.test(text)) continue
    for (const separator of separators) {
      const found = recordAt(tried, at, separator)
      yield
      if (!found) continue
      const candidate = yield* candidateSteps(found.record, countColumns, separator)
      candidates.push({ ...found, at, separator, ...candidate })
    }
  }
  const chosen = bestCandidate(candidates)
  const read = chosen && recordAt(lines, chosen.at, chosen.separator)
  const found = chosen && read ? { ...chosen, ...read } : chosen
  if (!found || found.record.fault) return found
  const { separator, at } = found
  const record = requireFewColumns(found.record)
  const above = candidates.find((one) => one.separator === separator && one.next === at)?.record ?? null
  const below = recordAt(lines, found.next, separator)
  const whole = joinedHeader(record, { above, below: below?.record ?? null }, countColumns)
  return { record: whole.record, separator, next: whole.takesBelow && below ? below.next : found.next }
}

/**
 * Finds the header among the first rows of a sheet, and the rows after it. A hidden row is the header only if it names at
 * least twice as many columns as any other. Throws UnreadableFile if it has too many columns.
 */
export function findHeaderRow(
  records: readonly CsvRecord[],
  countColumns: CountColumns,
): Promise<HeaderOfRows | null> {
  return runSliced(headerRowSteps(records, countColumns))
}

interface HeaderOfRows {
  header: CsvRecord
  rest: CsvRecord[]
}

function* headerRowSteps(
  records: readonly CsvRecord[],
  countColumns: CountColumns,
): Generator<void, HeaderOfRows | null> {
  const candidates: Candidate[] = []
  for (const record of records) {
    if (record.line <= HEADER_LINES) candidates.push(yield* candidateSteps(record, countColumns, null))
    yield
  }
  const shown = bestCandidate(candidates.filter(({ record }) => !record.isHidden))
  const all = bestCandidate(candidates)
  const chosen = (shown && shown.known * 2 > (all?.known ?? 0) ? shown : all)?.record
  if (!chosen) return null
  const at = records.indexOf(chosen)
  const found = requireFewColumns(chosen)
  const beside = (line: number) => records.find((one) => one.line === line && !one.isHidden) ?? null
  const [above, below] = [beside(found.line - 1), beside(found.line + 1)]
  const { record: header, takesBelow } = joinedHeader(found, { above, below }, countColumns)
  return { header, rest: records.slice(at + 1).filter((one) => !(takesBelow && one === below)) }
}

function declaredSeparator(lines: readonly Line[]): string | null {
  const text = lines.find((line) => line.text.trim() !== '')?.text ?? ''
  return SEPARATOR_LINE.exec(text)?.[1] || null
}

/**
 * Counts the columns of a header, also of one that can't be read, so that the reason can be reported: such a text is split
 * without regard to quotation marks.
 */
function* candidateSteps(
  record: CsvRecord,
  countColumns: CountColumns,
  separator: string | null,
): Generator<void, Candidate> {
  const { cells: read, fault } = record
  const cells = fault && separator !== null ? (read[0] ?? '').split(separator) : read
  const first = cells.slice(0, MAX_COLUMNS)
  let known = 0
  for (let at = 0; at < first.length; at += CELLS_A_STEP) {
    known += countColumns(first.slice(at, at + CELLS_A_STEP))
    yield
  }
  return { record, known, filled: cells.filter((cell) => cell.trim() !== '').length }
}

/** Returns the best candidate. Of equal ones, the first row wins, and within it the first separator. */
function bestCandidate<T extends Candidate>(candidates: readonly T[]): T | null {
  const possible = candidates.filter((one) => one.filled > 0 && (one.known > 1 || !isComment(one)))
  return possible.reduce<T | null>((most, one) => (most && !isBetter(one, most) ? most : one), null)
}

function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.known !== other.known) return one.known > other.known
  return one.filled > other.filled
}

/** Tells whether a row is a comment: `# exported on …`, but not a header `#` of a column of numbers. */
function isComment({ record: { cells } }: Candidate): boolean {
  return /^\s*#\s*[^\s#]/.test(cells[0] ?? '')
}

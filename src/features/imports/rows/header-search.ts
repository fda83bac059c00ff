import type { Line } from './lines.ts'
import { type CsvRecord, recordAt } from './records.ts'

/** The header is looked for within so many lines. */
export const HEADER_LINES = 20
const SEPARATORS = [',', ';', '\t', '|']
/** A first line for spreadsheet programs: `sep=;`, also within quotation marks. */
const SEPARATOR_LINE = /^\s*"?sep=(.?)"?[\s,;|]*$/i

/** Judges cells as a header: how many columns they name. */
export type CountColumns = (cells: readonly string[]) => number

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
 * Finds the header of a text within its first lines: the row that names the most columns, with the separator that lets it.
 * If no row names any, it is the one with the most cells. Null if all lines are blank.
 */
export function findHeader(lines: readonly Line[], countColumns: CountColumns): FoundHeader | null {
  const first = lines.slice(0, HEADER_LINES)
  const declared = declaredSeparator(first)
  const separators =
    declared === null ? SEPARATORS : [declared, ...SEPARATORS.filter((one) => one !== declared)]
  const candidates = first.flatMap(({ text }, at) => {
    if (text.trim() === '' || SEPARATOR_LINE.test(text)) return []
    return separators.flatMap((separator) => {
      const found = recordAt(lines, at, separator)
      return found ? [{ ...found, separator, ...candidateOf(found.record, countColumns, separator) }] : []
    })
  })
  return best(candidates)
}

/** Finds the header among the first rows of a sheet. */
export function findHeaderRow(records: readonly CsvRecord[], countColumns: CountColumns): CsvRecord | null {
  const first = records.filter(({ line }) => line <= HEADER_LINES)
  return best(first.map((record) => candidateOf(record, countColumns, null)))?.record ?? null
}

function declaredSeparator(lines: readonly Line[]): string | null {
  const text = lines.find((line) => line.text.trim() !== '')?.text ?? ''
  return SEPARATOR_LINE.exec(text)?.[1] || null
}

/** A header that can't be read is still found, to say why: its text is taken apart without regard to quotation marks. */
function candidateOf(record: CsvRecord, countColumns: CountColumns, separator: string | null): Candidate {
  const { cells: read, fault } = record
  const cells = fault && separator !== null ? (read[0] ?? '').split(separator) : read
  return { record, known: countColumns(cells), filled: cells.filter((cell) => cell.trim() !== '').length }
}

/** Of equals, the first row wins, and in it the first separator. */
function best<T extends Candidate>(candidates: readonly T[]): T | null {
  const possible = candidates.filter((one) => one.filled > 0 && (one.known > 1 || !isComment(one)))
  return possible.reduce<T | null>((most, one) => (most && !isBetter(one, most) ? most : one), null)
}

function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.known !== other.known) return one.known > other.known
  return one.filled > other.filled
}

/** `# exported on …`, but not `#` as the header of a column of numbers. */
function isComment({ record: { cells } }: Candidate): boolean {
  return /^\s*#\s*[^\s#]/.test(cells[0] ?? '')
}

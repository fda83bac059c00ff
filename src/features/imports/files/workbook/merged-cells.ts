import { message } from '../../../../shared/messages/index.ts'
import { UnreadableFile } from '../../source-row.ts'
import { columnOf } from './cell-references.ts'
import { damaged, isUnpackingFault } from './zip.ts'

/** Cells shown as one. Columns are counted from 0, rows from 1. */
export interface MergedRange {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

/** Real sheets have some hundred. */
const MAX_RANGES = 100_000
const MARK = Buffer.from('mergeCell')
const RANGE =
  /<(?:\w{1,20}:)?mergeCell\s{1,9}[^<>]{0,99}\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"[^<>]{0,99}>/g
const MAX_TAG_BYTES = 1000

/**
 * Finds the merged cells of a sheet. They come after its rows, so this searches all bytes of the sheet without parsing the
 * XML.
 */
export async function findMergedRanges(source: AsyncIterable<Buffer>): Promise<MergedRange[]> {
  try {
    return await rangesIn(source)
  } catch (error) {
    throw isUnpackingFault(error) ? damaged() : error
  }
}

async function rangesIn(source: AsyncIterable<Buffer>): Promise<MergedRange[]> {
  const ranges: MergedRange[] = []
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const open = bytes.lastIndexOf('<')
    const isOpen = open >= 0 && bytes.lastIndexOf('>') < open && bytes.length - open < MAX_TAG_BYTES
    rest = isOpen ? bytes.subarray(open) : Buffer.alloc(0)
    if (!bytes.includes(MARK)) continue
    for (const [, from = '', top, to = '', bottom] of bytes.toString('latin1').matchAll(RANGE))
      ranges.push({
        firstRow: Number(top),
        lastRow: Number(bottom),
        firstColumn: columnOf(from),
        lastColumn: columnOf(to),
      })
    if (ranges.length > MAX_RANGES)
      throw new UnreadableFile('workbook_too_large', message('import_too_many_merged', { most: MAX_RANGES }))
  }
  return ranges.sort((a, b) => a.firstRow - b.firstRow)
}

/** Copies the value of merged cells to all of their rows. Call `fill` with the rows in order. */
export class MergedValues {
  readonly #ranges: readonly MergedRange[]
  #next = 0
  /** By first column. Ranges that overlap in a column are an error of the file. */
  readonly #open = new Map<number, { lastRow: number; value: string }>()

  constructor(ranges: readonly MergedRange[]) {
    this.#ranges = ranges
  }

  /**
   * Fills the cells of a row that belong to a range begun above. Returns the filled ranges of several columns that begin in
   * this row.
   */
  fill(row: number, cells: string[]): MergedRange[] {
    const isBlank = cells.every((cell) => cell.trim() === '')
    for (const [column, { lastRow, value }] of this.#open) {
      if (lastRow < row) this.#open.delete(column)
      else if (!isBlank && (cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('')
        cells[column] = value
      }
    }
    return this.#begin(row, cells)
  }

  #begin(row: number, cells: readonly string[]): MergedRange[] {
    const begun: MergedRange[] = []
    for (; this.#next < this.#ranges.length; this.#next++) {
      const range = this.#ranges[this.#next]
      if (!range || range.firstRow > row) break
      const value = cells[range.firstColumn] ?? ''
      if (range.firstRow < row || value.trim() === '') continue
      if (range.lastColumn > range.firstColumn) begun.push(range)
      if (range.lastRow > row) this.#open.set(range.firstColumn, { lastRow: range.lastRow, value })
    }
    return begun
  }
}

import type { Readable } from 'node:stream'
import { message } from '../../../../shared/messages/index.ts'
import type { CellNotice, CsvRecord } from '../../rows/records.ts'
import { MAX_COLUMNS } from '../../rows/require-few-columns.ts'
import { UnreadableFile } from '../../source-row.ts'
import { columnOf, lettersOf } from './cell-references.ts'
import { HiddenColumns, isTrue } from './hidden-parts.ts'
import { type MergedRange, MergedValues } from './merged-cells.ts'
import type { ShowNumber } from './number-formats.ts'
import { RichText, type TextStore } from './shared-strings.ts'
import { parseXml } from './xml.ts'

/** Rows are yielded in batches of this size; the last may be smaller. */
const ROWS_AT_ONCE = 200

export interface CellReaders {
  strings: TextStore
  showNumber: ShowNumber
  merged: readonly MergedRange[]
}

/** Rows of a sheet and its hidden columns, which are complete once the first row is read. */
export interface SheetRows {
  rows: AsyncGenerator<CsvRecord[]>
  hiddenColumns: HiddenColumns
}

interface Cell {
  at: number
  type: string
  style: number
  value: string
  hasFormula: boolean
}

/** Reads the rows of a sheet that have content, formatted as in the sheet and with merged values. Throws UnreadableFile. */
export function sheetRows(source: Readable, readers: CellReaders): SheetRows {
  const sheet = new SheetReader(readers)
  return { rows: rowsOf(source, sheet), hiddenColumns: sheet.hiddenColumns }
}

async function* rowsOf(source: Readable, sheet: SheetReader): AsyncGenerator<CsvRecord[]> {
  try {
    for await (const _ of parseXml(source, sheet)) if (sheet.rows.length >= ROWS_AT_ONCE) yield sheet.take()
    yield sheet.take()
  } finally {
    source.destroy()
  }
}

/** Tells whether a sheet has any value. Reads only up to the first. */
export async function hasCells(source: AsyncIterable<Buffer>): Promise<boolean> {
  let isFound = false
  const open = (name: string) => {
    if (name === 'v' || name === 'is') isFound = true
  }
  for await (const _ of parseXml(source, { open, close: () => {} })) if (isFound) return true
  return isFound
}

class SheetReader {
  rows: CsvRecord[] = []
  readonly hiddenColumns = new HiddenColumns()
  readonly #readers: CellReaders
  readonly #merged: MergedValues
  #row = 0
  #isHidden = false
  /** Position of a cell without a reference. */
  #next = 0
  #cells: string[] = []
  #tooWide = false
  #cell: Cell | null = null
  #isValue = false
  readonly #inline = new RichText()

  constructor(readers: CellReaders) {
    this.#readers = readers
    this.#merged = new MergedValues(readers.merged)
  }

  take(): CsvRecord[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#beginRow(attributes)
    else if (name === 'col') this.hiddenColumns.add(attributes)
    else if (name === 'c') this.#beginCell(attributes)
    else if (!this.#cell) return
    else if (name === 'v') this.#isValue = true
    else if (name === 'f') this.#cell.hasFormula = true
    else this.#inline.open(name)
  }

  close(name: string): void {
    if (name === 'row') this.#endRow()
    else if (name === 'c') this.#endCell()
    else if (name === 'v') this.#isValue = false
    else this.#inline.close(name)
  }

  text(text: string): void {
    if (!this.#cell) return
    if (this.#isValue) this.#cell.value += text
    else this.#inline.add(text)
  }

  #beginRow({ r, hidden }: Readonly<Record<string, string>>): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r)
    this.#isHidden = isTrue(hidden)
    this.#cells = []
    this.#next = 0
    this.#tooWide = false
  }

  #beginCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? this.#next : columnOf(r)
    this.#next = at + 1
    this.#cell = { at, type: t, style: Number(s), value: '', hasFormula: false }
    this.#inline.begin()
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell) return
    const text = this.#shown(cell)
    if (text === '') return
    if (cell.at >= MAX_COLUMNS || cell.at < 0) {
      this.#tooWide = true
      return
    }
    while (this.#cells.length < cell.at) this.#cells.push('')
    this.#cells[cell.at] = text
  }

  #endRow(): void {
    const row = { line: this.#row, cells: this.#cells, isHidden: this.#isHidden }
    const across = this.#merged.fill(this.#row, this.#cells)
    if (this.#tooWide) {
      const details = [message('import_cells_beyond', { most: MAX_COLUMNS })]
      this.rows.push({ ...row, fault: { code: 'too_many_cells', details } })
    } else if (this.#cells.some((cell) => cell.trim() !== ''))
      this.rows.push({
        ...row,
        fault: null,
        ...(across.length > 0 && {
          notices: across.map((range) => noticeOf(range, this.#row)),
          across: filledAcross(this.#cells, across),
        }),
      })
  }

  #shown({ type, style, value, hasFormula }: Cell): string {
    if (hasFormula && value === '' && type !== 'str') return NOT_CALCULATED
    if (type === 's') return this.#shared(value)
    if (type === 'inlineStr') return this.#inline.text
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    return type === 'n' ? this.#readers.showNumber(value, style) : value
  }

  #shared(index: string): string {
    const text = this.#readers.strings.get(Number(index))
    if (text === undefined)
      throw new UnreadableFile('workbook_damaged', message('import_text_unknown', { row: this.#row }))
    return text
  }
}

/** What a spreadsheet shows for a cell that it can't calculate. Imports refuse it by name. */
const NOT_CALCULATED = '#VALUE!'

function noticeOf({ firstColumn, lastColumn, lastRow }: MergedRange, row: number): CellNotice {
  const cells = `${lettersOf(firstColumn)}${row}:${lettersOf(lastColumn)}${lastRow}`
  return {
    at: firstColumn,
    code: 'cells_merged',
    details: [message('import_cells_merged', { cells, column: lettersOf(firstColumn) })],
  }
}

function filledAcross(cells: readonly string[], ranges: readonly MergedRange[]): string[] {
  const filled = [...cells]
  for (const { firstColumn, lastColumn } of ranges)
    for (let at = firstColumn + 1; at <= Math.min(lastColumn, MAX_COLUMNS); at++)
      filled[at] = cells[firstColumn] ?? ''
  return Array.from(filled, (cell) => cell ?? '')
}

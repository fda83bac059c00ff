import type { Readable } from 'node:stream'
import type { CsvRecord } from '../../rows/records.ts'
import { UnreadableFile } from '../../source-row.ts'
import type { ShowNumber } from './number-formats.ts'
import { RichText, type TextStore } from './shared-strings.ts'
import { parseXml } from './xml.ts'

/** A sheet of an office has fewer columns. */
const MAX_COLUMNS = 1000
/** Rows are handed on when this much was parsed since the last, or fewer at the end. */
const ROWS_AT_ONCE = 200

export interface CellReaders {
  strings: TextStore
  showNumber: ShowNumber
}

interface Cell {
  at: number
  type: string
  style: number
  value: string
  hasFormula: boolean
}

/** Yields the rows of a sheet that have any content, as they are shown. Hidden rows are read too. Throws UnreadableFile. */
export async function* sheetRows(source: Readable, readers: CellReaders): AsyncGenerator<CsvRecord[]> {
  const sheet = new SheetReader(readers)
  try {
    for await (const _ of parseXml(source, sheet)) if (sheet.rows.length >= ROWS_AT_ONCE) yield sheet.take()
    yield sheet.take()
  } finally {
    source.destroy()
  }
}

class SheetReader {
  rows: CsvRecord[] = []
  readonly #readers: CellReaders
  #row = 0
  /** Where a cell without a reference is. */
  #next = 0
  #cells: string[] = []
  #tooWide = false
  #cell: Cell | null = null
  #isValue = false
  readonly #inline = new RichText()

  constructor(readers: CellReaders) {
    this.#readers = readers
  }

  take(): CsvRecord[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#beginRow(attributes.r)
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

  #beginRow(number: string | undefined): void {
    this.#row = number === undefined ? this.#row + 1 : Number(number)
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
    if (this.#tooWide) {
      const message = `The row has cells beyond column ${MAX_COLUMNS}.`
      this.rows.push({ line: this.#row, cells: this.#cells, fault: { code: 'too_many_cells', message } })
    } else if (this.#cells.some((cell) => cell.trim() !== ''))
      this.rows.push({ line: this.#row, cells: this.#cells, fault: null })
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
      throw new UnreadableFile(
        'workbook_damaged',
        `Row ${this.#row} of the sheet names a text that the workbook lacks. Open the workbook in a spreadsheet program, save it again and try again.`,
      )
    return text
  }
}

/** What a spreadsheet shows of a cell that it can't calculate. Imports refuse it by name. */
const NOT_CALCULATED = '#VALUE!'

/** Position of a column from 0: `A1` is 0, `AA1` is 26. -1 if the reference can't be read. */
function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    if (char >= 'A' && char <= 'Z') column = column * 26 + char.charCodeAt(0) - 64
    else break
    if (column > 1_000_000) return -1
  }
  return column - 1
}

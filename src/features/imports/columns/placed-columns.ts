import { unmarkCell } from '../../../shared/spreadsheet-cells.ts'
import type { Headers } from '../imports.table.ts'
import { isBlank } from '../values/blank.ts'
import type { Column } from './column.ts'
import { levelOf } from './header-levels.ts'
import { metadataColumnsIn } from './metadata-columns.ts'
import { cellOfOption, optionIn } from './option-headers.ts'
import { hoursOfWeekday, weekdayOfHeader, weekdayOfOption } from './weekday-headers.ts'

/** A column of a file. */
export interface PlacedColumn {
  column: Column
  /** Positions of its cells in a row. None if the file does not have the column, only a default for it. */
  at: readonly number[]
  /** What the file calls it, for each position. */
  headers: readonly string[]
  /** For each position, which of several is read first where they are filled: those with the lowest level. */
  levels: readonly number[]
  /** For each position, the answer that its header stands for, if the file has a column for each answer. */
  options?: readonly (string | null)[]
  /** Stands for a blank cell. Empty if there is no default. */
  fallback: string
}
export type PlacedColumns = readonly PlacedColumn[]

/** The columns that a file has, or has a default for, in their own order. */
export function placeColumns(
  columns: readonly Column[],
  headers: Headers,
  defaults: Readonly<Record<string, string>> = {},
): PlacedColumns {
  return [...columns, ...metadataColumnsIn(headers)].flatMap((column) => {
    const at = headers.flatMap((header, position) => (header.column === column.name ? [position] : []))
    const fallback = defaults[column.name]?.trim() ?? ''
    if (at.length === 0 && fallback === '') return []
    const names = at.map((position) => headers[position]?.header.trim() ?? '')
    const options = names.map((name) => (column.isList ? optionOf(name, headers, column) : null))
    const hasOptions = options.some((option) => option !== null)
    const levels = names.map((name) => levelOf(name, column))
    return [{ column, at, headers: names, levels, ...(hasOptions && { options }), fallback }]
  })
}

/** The answer that a header stands for. `Skills: Excel` alone may as well be one question. */
function optionOf(header: string, all: Headers, { name }: Column): string | null {
  const weekday = name === 'availability' ? weekdayOfHeader(header) : null
  if (weekday !== null) return weekday
  const found = optionIn(header)
  if (!found) return null
  const isAlone = !all.some((one) => one.header.trim() !== header && isOfQuestion(one.header, found.question))
  return isAlone && !header.endsWith(']') ? null : found.option
}

function isOfQuestion(header: string, question: string): boolean {
  return header.trim() === question || optionIn(header)?.question === question
}

const CONSENTS = ['share_all', 'share_profile', 'share_contact']
/** Columns that say something of others: their default is read only if one of these has a value. */
const SAYS_OF: Readonly<Record<string, readonly string[]>> = {
  consent_recorded_at: CONSENTS,
  consent_source: CONSENTS,
  budget_unit: ['budget'],
  rate_unit: ['rate'],
  availability_time_zone: ['availability'],
}

/** The cells of a column in a row that are read: those that come first of the filled ones, or its default if all are blank. */
export function cellsOf(placed: PlacedColumn, cells: readonly string[], all: PlacedColumns): string[] {
  const filled = placed.at.length > 1 ? textsOf(filledLevels(placed, cells)[0]) : onlyCell(placed, cells)
  if (filled.length > 0) return filled
  return placed.fallback !== '' && takesDefault(placed.column.name, cells, all) ? [placed.fallback] : []
}

/** Most columns stand once in a file. */
function onlyCell(placed: PlacedColumn, cells: readonly string[]): string[] {
  const { column } = placed
  const text = textAt(placed, cells, 0)
  return isBlank(text, column.kind) ? [] : [text]
}

function textAt({ column, at, options }: PlacedColumn, cells: readonly string[], index: number): string {
  const position = at[index]
  const text = position === undefined ? '' : cellAt(cells, position)
  const option = options?.[index] ?? null
  if (option === null || isBlank(text, column.kind)) return text
  const day = column.name === 'availability' ? weekdayOfOption(option) : null
  return day === null ? cellOfOption(option, text) : hoursOfWeekday(day, text)
}

function textsOf(filled: readonly FilledCell[] = []): string[] {
  return filled.map(({ text }) => text)
}

export interface FilledCell {
  text: string
  header: string
}

/** The filled cells of a column in a row, those of one level together, the lowest level first. */
export function filledLevels(placed: PlacedColumn, cells: readonly string[]): FilledCell[][] {
  const { column, at, headers, levels } = placed
  const filled = at.flatMap((_, index) => {
    const text = textAt(placed, cells, index)
    return isBlank(text, column.kind)
      ? []
      : [{ text, header: headers[index] ?? '', level: levels[index] ?? 0 }]
  })
  if (filled.length < 2) return filled.length === 0 ? [] : [filled]
  const distinct = [...new Set(filled.map(({ level }) => level))].toSorted((a, b) => a - b)
  return distinct.map((level) => filled.filter((one) => one.level === level))
}

function takesDefault(name: string, cells: readonly string[], all: PlacedColumns): boolean {
  const isFilled = (one: PlacedColumn) => cellsOf(one, cells, all).length > 0
  const others = SAYS_OF[name]
  if (others && !all.some((one) => others.includes(one.column.name) && isFilled(one))) return false
  // A row that names its program by one id is not given another by the other id.
  const sibling = siblingOf(name)
  return !all.some((one) => one.column.name === sibling && isFilled({ ...one, fallback: '' }))
}

/** What the report shows of a column. */
export function shownCell(placed: PlacedColumn, cells: readonly string[], all: PlacedColumns): string {
  return cellsOf(placed, cells, all).join('; ')
}

/** Whether a table has no column for the ids. */
export function lacksIds(placed: PlacedColumns): boolean {
  return !placed.some(({ column }) => column.name === 'external_id')
}

/** The column that names the same record by its other id. */
export function siblingOf(name: string): string | undefined {
  if (name.endsWith('_external_id')) return name.replace(/_external_id$/, '_id')
  return name.endsWith('_id') ? name.replace(/_id$/, '_external_id') : undefined
}

export function cellAt(cells: readonly string[], at: number): string {
  return unmarkCell(cells[at] ?? '').trim()
}

/** The column that a fault concerns: the one with the longest path that the pointer begins with. */
export function columnAt(placed: PlacedColumns, pointer: string): PlacedColumn | undefined {
  const isAbout = ({ column }: { column: Column }) => {
    const path = `/${column.path.join('/')}`
    return pointer === path || pointer.startsWith(`${path}/`)
  }
  return placed.filter(isAbout).sort((a, b) => b.column.path.length - a.column.path.length)[0]
}

/** The column of the field at a pointer, or of the field that holds it. */
export function columnOfPointer(columns: readonly Column[], pointer: string): Column | undefined {
  const pathOf = ({ path }: Column) => `/${path.join('/')}`
  return columns
    .filter((column) => !column.isPart && `${pointer}/`.startsWith(`${pathOf(column)}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

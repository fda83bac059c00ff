import { unmarkCell } from '../../../shared/spreadsheet-cells.ts'
import type { Headers } from '../imports.table.ts'
import { isBlank } from '../values/blank.ts'
import type { Column } from './column.ts'
import { levelOf } from './header-levels.ts'
import { metadataColumnsIn } from './metadata-columns.ts'
import { cellOfOption, optionIn } from './option-headers.ts'
import { hoursOfWeekday, weekdayOfHeader, weekdayOfOption } from './weekday-headers.ts'

/** A column and its positions in a file. */
export interface PlacedColumn {
  column: Column
  /** Positions of its cells in a row. Empty if the file has only a default for it. */
  at: readonly number[]
  /** Header at each position. */
  headers: readonly string[]
  /** Level of each position: of several filled cells, those with the lowest level are read. */
  levels: readonly number[]
  /** Answer that the header at each position stands for, if the file has one column per answer. */
  options?: readonly (string | null)[]
  /** Value for blank cells. Empty if there is no default. */
  fallback: string
}
export type PlacedColumns = readonly PlacedColumn[]

/** Returns the columns that a file has, or has a default for, in their own order. */
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

/** Returns the answer that a header stands for. A lone `Skills: Excel` may as well be one question. */
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
/** Columns that only describe others: their default is used only if one of these has a value. */
const DEFAULT_ONLY_WITH: Readonly<Record<string, readonly string[]>> = {
  consent_recorded_at: CONSENTS,
  consent_source: CONSENTS,
  budget_unit: ['budget'],
  rate_unit: ['rate'],
  availability_time_zone: ['availability'],
}

/** Returns the cells of a column that are read: the filled ones of the lowest level, or the default if all are blank. */
export function cellsOf(placed: PlacedColumn, cells: readonly string[], all: PlacedColumns): string[] {
  const filled = placed.at.length > 1 ? textsOf(filledLevels(placed, cells)[0]) : onlyCell(placed, cells)
  if (filled.length > 0) return filled
  return placed.fallback !== '' && takesDefault(placed.column.name, cells, all) ? [placed.fallback] : []
}

/** Returns the cell of a column that occurs once in the file, as most do, if it is not blank. */
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

/** Returns the filled cells of a column, grouped by level, the lowest level first. */
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
  const others = DEFAULT_ONLY_WITH[name]
  if (others && !all.some((one) => others.includes(one.column.name) && isFilled(one))) return false
  // A row that names its program by one id does not get another by the other id.
  const sibling = siblingOf(name)
  return !all.some((one) => one.column.name === sibling && isFilled({ ...one, fallback: '' }))
}

/** Returns what the report shows of a column. */
export function shownCell(placed: PlacedColumn, cells: readonly string[], all: PlacedColumns): string {
  return cellsOf(placed, cells, all).join('; ')
}

/** Tells whether a table has no id column. */
export function lacksIds(placed: PlacedColumns): boolean {
  return !placed.some(({ column }) => column.name === 'external_id')
}

/** Returns the column that names the same record by its other id. */
export function siblingOf(name: string): string | undefined {
  if (name.endsWith('_external_id')) return name.replace(/_external_id$/, '_id')
  return name.endsWith('_id') ? name.replace(/_id$/, '_external_id') : undefined
}

export function cellAt(cells: readonly string[], at: number): string {
  return unmarkCell(cells[at] ?? '').trim()
}

/** Returns the column that a fault is about: the one with the longest path that begins the pointer. */
export function columnAt(placed: PlacedColumns, pointer: string): PlacedColumn | undefined {
  const isAbout = ({ column }: { column: Column }) => {
    const path = `/${column.path.join('/')}`
    return pointer === path || pointer.startsWith(`${path}/`)
  }
  return placed.filter(isAbout).sort((a, b) => b.column.path.length - a.column.path.length)[0]
}

/** Returns the column of the field at a pointer, or of the field that contains it. */
export function columnOfPointer(columns: readonly Column[], pointer: string): Column | undefined {
  const pathOf = ({ path }: Column) => `/${path.join('/')}`
  return columns
    .filter((column) => !column.isPart && `${pointer}/`.startsWith(`${pathOf(column)}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

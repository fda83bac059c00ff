import { unmarkCell } from '../../../shared/spreadsheet-cells.ts'
import type { Headers } from '../imports.table.ts'
import type { Column, RowCells } from './column.ts'
import { isExactCell, valueOfExactCell } from './exact-cells.ts'

const CLEAR = '**CLEAR**'
/** Columns that the report adds. They may stay in a corrected report that is uploaded again. */
export const REPORT_COLUMNS = [
  'report_line',
  'report_column',
  'report_code',
  'report_message',
  'report_outcome',
] as const

/** Finds the column of each header by its name or a synonym, in any case, spacing and punctuation. */
export function readHeaders(columns: readonly Column[], cells: readonly string[]): Headers {
  const byName = new Map(
    columns.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [normalized(synonym), name] as const)),
  )
  // A column's name beats a synonym of another column.
  for (const { name } of columns) byName.set(normalized(name), name)
  return cells.map((header) => ({ header, column: byName.get(normalized(header)) ?? null }))
}

/** Headers that name no column, so that their cells are left out. Those of a report are not meant to be read. */
export function ignoredHeaders(headers: Headers): string[] {
  return headers.flatMap(({ header, column }) => {
    const isOurs = REPORT_COLUMNS.some((name) => name === header)
    return column === null && header.trim() !== '' && !isOurs ? [header.trim()] : []
  })
}

function normalized(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The columns of a file, each with the position of its cells in a row. */
export type PlacedColumns = readonly { column: Column; at: number }[]

/** If a header is repeated, only the first column is used. */
export function placeColumns(columns: readonly Column[], headers: Headers): PlacedColumns {
  return columns.flatMap((column) => {
    const at = headers.findIndex((header) => header.column === column.name)
    return at < 0 ? [] : [{ column, at }]
  })
}

/** The merge patch for a row. A blank cell changes nothing, `**CLEAR**` removes the value. */
export function readCells(placed: PlacedColumns, cells: readonly string[]): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  const cellOf = (name: string) => {
    const found = placed.find(({ column }) => column.name === name)
    return found ? cellAt(cells, found.at) : ''
  }
  for (const { column, at } of placed) {
    const cell = cellAt(cells, at)
    if (cell === '') continue
    const value = valueIn(cell, column, cellOf)
    if (value !== undefined) put(patch, column.path, value)
  }
  return patch
}

function valueIn(cell: string, column: Column, cellOf: RowCells): unknown {
  if (cell === CLEAR) return null
  return isExactCell(cell) ? valueOfExactCell(cell)?.value : column.read(cell, cellOf)
}

/** The columns whose cells begin like an exact cell and hold no JSON. */
export function brokenCells(placed: PlacedColumns, cells: readonly string[]): PlacedColumns {
  return placed.filter(({ at }) => {
    const cell = cellAt(cells, at)
    return isExactCell(cell) && valueOfExactCell(cell) === null
  })
}

/** The fields (JSON pointers) of the columns whose cells are blank. */
export function blankFields(placed: PlacedColumns, cells: readonly string[]): string[] {
  return placed.flatMap(({ column, at }) => (cellAt(cells, at) === '' ? [`/${column.path.join('/')}`] : []))
}

export function cellAt(cells: readonly string[], at: number): string {
  return unmarkCell(cells[at] ?? '').trim()
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  const before = target[key]
  if (rest.length > 0) {
    const inner = isObject(before) ? before : {}
    target[key] = inner
    put(inner, rest, value)
  } else target[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The column that a fault concerns: the one with the longest path that the pointer begins with. */
export function columnAt(placed: PlacedColumns, pointer: string): { column: Column; at: number } | undefined {
  const isAbout = ({ column }: { column: Column }) => {
    const path = `/${column.path.join('/')}`
    return pointer === path || pointer.startsWith(`${path}/`)
  }
  return placed.filter(isAbout).sort((a, b) => b.column.path.length - a.column.path.length)[0]
}

import type { Headers } from '../imports.table.ts'
import type { Column } from './column.ts'

/** Put before what a spreadsheet would take for a formula: the report writes it, and reading takes it away. */
const FORMULA_MARK = /^'(?=[=+\-@\t\r])/
const CLEAR = '**CLEAR**'
/** Columns that the report adds; a corrected report is uploaded as it is. */
export const REPORT_COLUMNS = ['report_line', 'report_column', 'report_code', 'report_message'] as const

/** Tells each header's column, by its name or a synonym, whatever its case, spaces and signs. */
export function readHeaders(columns: readonly Column[], cells: readonly string[]): Headers {
  const byName = new Map(
    columns.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [plain(synonym), name] as const)),
  )
  // A name goes before a synonym of another column.
  for (const { name } of columns) byName.set(plain(name), name)
  return cells.map((header) => ({ header, column: byName.get(plain(header)) ?? null }))
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The columns of a file, each with the place of its cells in a row. */
export type PlacedColumns = readonly { column: Column; at: number }[]

/** A header that comes twice counts once: the first. */
export function placeColumns(columns: readonly Column[], headers: Headers): PlacedColumns {
  return columns.flatMap((column) => {
    const at = headers.findIndex((header) => header.column === column.name)
    return at < 0 ? [] : [{ column, at }]
  })
}

/** What a row says: a merge patch of the body. A blank cell says nothing, `**CLEAR**` takes the value out. */
export function readCells(placed: PlacedColumns, cells: readonly string[]): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  const cellOf = (name: string) => {
    const found = placed.find(({ column }) => column.name === name)
    return found ? cellAt(cells, found.at) : ''
  }
  for (const { column, at } of placed) {
    const cell = cellAt(cells, at)
    if (cell === '') continue
    const value = cell === CLEAR ? null : column.read(cell, cellOf)
    if (value !== undefined) put(patch, column.path, value)
  }
  return patch
}

export function cellAt(cells: readonly string[], at: number): string {
  return (cells[at] ?? '').replace(FORMULA_MARK, '').trim()
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

/** The column that a fault is about: that of the longest path that the pointer begins with. */
export function columnAt(placed: PlacedColumns, pointer: string): { column: Column; at: number } | undefined {
  const isAbout = ({ column }: { column: Column }) => {
    const path = `/${column.path.join('/')}`
    return pointer === path || pointer.startsWith(`${path}/`)
  }
  return placed.filter(isAbout).sort((a, b) => b.column.path.length - a.column.path.length)[0]
}

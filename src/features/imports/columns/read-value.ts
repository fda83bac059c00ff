import { cellMessage } from '../details.ts'
import { spreadsheetError } from '../values/blank.ts'
import { type Reading, read, unreadable } from '../values/reading.ts'
import type { Column, RowContext } from './column.ts'
import { isExactCell, valueOfExactCell } from './exact-cells.ts'

export const CLEAR = '**CLEAR**'

/** Reads a cell that is not blank. `**CLEAR**` is null, which removes the value. */
export function readValue(column: Column, cell: string, row: RowContext): Reading<unknown> {
  if (cell === CLEAR) return read(null)
  if (isExactCell(cell)) {
    const exact = valueOfExactCell(cell)
    return exact ? read(exact.value) : unreadable(cellMessage('exact_cell'))
  }
  const error = spreadsheetError(cell)
  return error === null ? column.read(cell, row) : unreadable(error)
}

/** Longer cells are rarely repeated. */
const MAX_KEPT_CHARS = 100
const MAX_KEPT_CELLS = 1000

/** Creates a reader like `readValue` with a cache, because most columns repeat the same few cells. */
export function createValueReader(): typeof readValue {
  const kept = new Map<Column, KeptCells>()
  return (column, cell, row) => {
    if (cell.length > MAX_KEPT_CHARS) return readValue(column, cell, row)
    const known = kept.get(column) ?? { hits: 0, lookups: 0, byRow: [] }
    kept.set(column, known)
    if (known.lookups >= MIN_LOOKUPS && known.hits * MAX_LOOKUPS_PER_HIT < known.lookups)
      return readValue(column, cell, row)
    const readings = readingsOf(known, row)
    known.lookups += 1
    const before = readings.get(cell)
    if (before) {
      known.hits += 1
      return before
    }
    const reading = readValue(column, cell, row)
    if (readings.size >= MAX_KEPT_CELLS) readings.clear()
    readings.set(cell, reading)
    return reading
  }
}

/** A column whose cells are rarely repeated, such as e-mail addresses, is read without the cache. */
const MIN_LOOKUPS = 500
const MAX_LOOKUPS_PER_HIT = 10
/** Most combinations of time zone, country and number format that are cached per column. */
const MAX_KEPT_ROWS = 8

interface KeptCells {
  hits: number
  lookups: number
  /** Cached readings of cells, one map for each context in which they are read alike. */
  byRow: { row: RowContext; readings: Map<string, Reading<unknown>> }[]
}

function readingsOf({ byRow }: KeptCells, row: RowContext): Map<string, Reading<unknown>> {
  const known = byRow.find((one) => isReadAlike(one.row, row))
  if (known) return known.readings
  const readings = new Map<string, Reading<unknown>>()
  if (byRow.length >= MAX_KEPT_ROWS) byRow.length = 0
  byRow.push({ row, readings })
  return readings
}

/** Tells whether cells mean the same in both rows. */
function isReadAlike(one: RowContext, other: RowContext): boolean {
  return (
    one.country === other.country &&
    one.timeZone === other.timeZone &&
    one.zoneOfHours === other.zoneOfHours &&
    one.consentTimeZone === other.consentTimeZone &&
    one.dateFormat === other.dateFormat &&
    one.decimal === other.decimal
  )
}

/** Sets a value at a path. Copies the objects that it changes, because readings are cached. */
export function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  const before = target[key]
  if (rest.length > 0) {
    const inner = isObject(before) ? { ...before } : {}
    target[key] = inner
    put(inner, rest, value)
  } else target[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value
}

/** Sets the fields that a column's value fills. Null removes the column's own field. */
export function putValue(target: Record<string, unknown>, column: Column, value: unknown): void {
  const parts = value !== null && column.parts ? column.parts(value) : [[column.path, value] as const]
  for (const [path, part] of parts) put(target, path, part)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns the value at a path, or undefined. */
export function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce((value: unknown, key) => (isObject(value) ? value[key] : undefined), body)
}

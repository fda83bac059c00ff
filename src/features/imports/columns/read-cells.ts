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

/**
 * Finds the column of each header by its name or a synonym, in any case, spacing and punctuation. `chosen` are columns of
 * headers that the partner has chosen: no other header then stands for such a column.
 */
export function readHeaders(
  columns: readonly Column[],
  cells: readonly string[],
  chosen: Readonly<Record<string, string | null>> = {},
): Headers {
  const byName = new Map(
    columns.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [normalized(synonym), name] as const)),
  )
  // A column's name beats a synonym of another column.
  for (const { name } of columns) byName.set(normalized(name), name)
  const choiceFor = chosenColumns(chosen)
  const taken = new Set(cells.flatMap((header) => choiceFor(header) ?? []))
  return cells.map((header) => {
    const choice = choiceFor(header)
    if (choice !== undefined) return { header, column: choice }
    const found = byName.get(normalized(header)) ?? null
    return { header, column: found !== null && taken.has(found) ? null : found }
  })
}

/** The chosen column of a header: as it was written, else in any case, spacing and punctuation. */
function chosenColumns(
  chosen: Readonly<Record<string, string | null>>,
): (header: string) => string | null | undefined {
  const entries = Object.entries(chosen)
  const exact = new Map(entries.map(([header, column]) => [header.trim(), column]))
  const similar = new Map(entries.map(([header, column]) => [normalized(header), column]))
  return (header) => {
    const written = exact.get(header.trim())
    const name = normalized(header)
    return written !== undefined || name === '' ? written : similar.get(name)
  }
}

/** Chosen headers that the file does not have. */
export function missingHeaders(headers: Headers, chosen: Readonly<Record<string, string | null>>): string[] {
  return Object.keys(chosen).filter((header) => {
    const choiceFor = chosenColumns({ [header]: null })
    return !headers.some((one) => choiceFor(one.header) !== undefined)
  })
}

/** Headers that name no column, so that their cells are left out. Those of a report are not meant to be read. */
export function ignoredHeaders(
  headers: Headers,
  chosen: Readonly<Record<string, string | null>> = {},
): string[] {
  const choiceFor = chosenColumns(chosen)
  return headers.flatMap(({ header, column }) => {
    const isOurs = REPORT_COLUMNS.some((name) => name === header)
    const isMeant = isOurs || choiceFor(header) === null
    return column === null && header.trim() !== '' && !isMeant ? [header.trim()] : []
  })
}

function normalized(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** A column of a file. */
export interface PlacedColumn {
  column: Column
  /** Position of its cells in a row. -1 if the file does not have the column, only a default for it. */
  at: number
  /** Stands for a blank cell. Empty if there is no default. */
  fallback: string
}
export type PlacedColumns = readonly PlacedColumn[]

/** If a header is repeated, only the first column is used. */
export function placeColumns(
  columns: readonly Column[],
  headers: Headers,
  defaults: Readonly<Record<string, string>> = {},
): PlacedColumns {
  return columns.flatMap((column) => {
    const at = headers.findIndex((header) => header.column === column.name)
    const fallback = defaults[column.name]?.trim() ?? ''
    return at < 0 && fallback === '' ? [] : [{ column, at, fallback }]
  })
}

/** The merge patch for a row. A blank cell changes nothing, `**CLEAR**` removes the value. */
export function readCells(placed: PlacedColumns, cells: readonly string[]): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  const cellOf = (name: string) => {
    const found = placed.find(({ column }) => column.name === name)
    return found ? cellIn(found, cells, placed) : ''
  }
  for (const one of placed) {
    const { column } = one
    const cell = cellIn(one, cells, placed)
    if (cell === '') continue
    const value = valueIn(cell, column, cellOf)
    if (value !== undefined) put(patch, column.path, value)
  }
  return patch
}

export function valueIn(cell: string, column: Column, cellOf: RowCells): unknown {
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
  return placed.flatMap((one) => (cellIn(one, cells, placed) === '' ? [`/${one.column.path.join('/')}`] : []))
}

const CONSENTS = ['share_profile', 'share_contact']
/** Columns that say something of others: their default is read only if one of these has a value. */
const SAYS_OF: Readonly<Record<string, readonly string[]>> = {
  consent_recorded_at: CONSENTS,
  consent_source: CONSENTS,
  budget_unit: ['budget'],
  rate_unit: ['rate'],
}

/** The cell of a column in a row, or the column's default if the cell is blank. */
export function cellIn(
  { column: { name }, at, fallback }: PlacedColumn,
  cells: readonly string[],
  all: PlacedColumns,
): string {
  const cell = cellAt(cells, at)
  if (cell !== '' || fallback === '') return cell
  const others = SAYS_OF[name]
  const isFilled = (one: PlacedColumn) => cellIn(one, cells, all) !== ''
  if (others && !all.some((one) => others.includes(one.column.name) && isFilled(one))) return ''
  // A row that names its program by one id is not given another by the other id.
  const sibling = siblingOf(name)
  const isNamed = all.some((one) => one.column.name === sibling && cellAt(cells, one.at) !== '')
  return isNamed ? '' : fallback
}

/** The column that names the same record by its other id. */
export function siblingOf(name: string): string | undefined {
  if (name.endsWith('_external_id')) return name.replace(/_external_id$/, '_id')
  return name.endsWith('_id') ? name.replace(/_id$/, '_external_id') : undefined
}

export function cellAt(cells: readonly string[], at: number): string {
  return unmarkCell(cells[at] ?? '').trim()
}

export function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
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
export function columnAt(placed: PlacedColumns, pointer: string): PlacedColumn | undefined {
  const isAbout = ({ column }: { column: Column }) => {
    const path = `/${column.path.join('/')}`
    return pointer === path || pointer.startsWith(`${path}/`)
  }
  return placed.filter(isAbout).sort((a, b) => b.column.path.length - a.column.path.length)[0]
}

import { parseOrFaults } from '../../../shared/faults.ts'
import { message } from '../../../shared/messages/index.ts'
import { bodyOf } from '../check-file-options.ts'
import type { Column } from '../columns/column.ts'
import { columnsOf } from '../columns/columns.ts'
import { readHeaders } from '../columns/headers.ts'
import { columnOfPointer, placeColumns } from '../columns/placed-columns.ts'
import { type CellsRead, createCellReader } from '../columns/read-cells.ts'
import { put, valueAt } from '../columns/read-value.ts'
import { LEFT_OUT } from '../details.ts'
import type { ImportType, RowRemark } from '../imports.table.ts'
import { isBlank } from '../values/blank.ts'
import { type ReadingContext, shortened } from '../values/reading.ts'

type Body = Readonly<Record<string, unknown>>

/** A record after reading the values that it writes as a spreadsheet does. */
export interface WordsRead {
  body: Record<string, unknown>
  /** The key that holds the external id. */
  idKey: string
  /** Origins of the fields of the body. */
  origins: ReadonlyMap<string, string>
  notices: RowRemark[]
  faults: RowRemark[]
}

/** A value read as the cell of a spreadsheet. */
interface Cell {
  header: string
  text: string
  pointer: string
  /** Column of a field of the body; null for any other key. */
  column: Column | null
  /** Key of the body. */
  key: string
}

/** Kinds of columns whose cells are kept as written. */
const KEPT_KINDS = ['text', 'name', 'identity']
const REFUSED_FORMS = ['invalid_type', 'invalid_format', 'invalid_value']
const MAX_TEXT_CHARS = 10_000
const MAX_READERS = 50

/**
 * Creates a reader for JSON records whose values are written as in a spreadsheet: `"hours_per_week": "10 hours"`, `"Student
 * ID": 1001`. A value that the body accepts is kept. A value that can't be read either way is kept too, and refused later.
 */
export function createWordsReader(type: ImportType, context: ReadingContext): (body: Body) => WordsRead {
  const columns = columnsOf[type]
  const readerOf = createReaders(columns)
  return (body) => {
    const plain = { body, idKey: 'external_id', origins: new Map(), notices: [], faults: [] }
    const found = cellsIn(type, body)
    if (found.length === 0) return plain
    const { cells, unknown } = withColumns(columns, body, found)
    if (cells.length === 0) return plain
    const read = readerOf(cells, body, context)(cells.map(({ text }) => text))
    return withCells(body, read, { cells, unknown, columns })
  }
}

/** Returns the values that the body refuses and that could be cells. */
function cellsIn(type: ImportType, body: Body): Cell[] {
  const schema = bodyOf[type]
  const { external_id: _, ...fields } = body
  const result = schema ? parseOrFaults(schema, fields) : null
  if (!result) return cellsOfWords(columnsOf[type], fields)
  if (!('faults' in result)) return []
  const byPointer = new Map<string, Cell>()
  for (const { pointer, code } of result.faults) {
    const cell =
      code === 'unknown_field'
        ? cellOfKey(body, pointer)
        : REFUSED_FORMS.includes(code)
          ? cellOfField(columnsOf[type], body, pointer)
          : null
    if (cell) byPointer.set(cell.pointer, cell)
  }
  return [...byPointer.values()]
}

/** Returns all texts as possible cells, for a type whose bodies are checked later. */
function cellsOfWords(columns: readonly Column[], body: Body): Cell[] {
  return Object.entries(body).flatMap(([key, value]) => {
    const pointer = `/${escaped(key)}`
    const column = columnOfPointer(columns, pointer)
    const cell = column
      ? typeof value === 'string'
        ? cellOfField(columns, body, pointer)
        : null
      : cellOfKey(body, pointer)
    return cell ?? []
  })
}

function cellOfKey(body: Body, pointer: string): Cell | null {
  const [, key = '', ...rest] = pointer.split('/')
  const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
  const text = rest.length > 0 ? null : textOf(body[name])
  return text === null ? null : { header: name, text, pointer, column: null, key: name }
}

function cellOfField(columns: readonly Column[], body: Body, pointer: string): Cell | null {
  const column = columnOfPointer(columns, pointer)
  if (!column || KEPT_KINDS.includes(column.kind)) return null
  const value = valueAt(body, column.path)
  if (Array.isArray(value) && !column.isList) return null
  const text = textOf(value)
  const [key] = column.path
  return text === null
    ? null
    : { header: column.name, text, pointer: `/${column.path.join('/')}`, column, key }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.length > MAX_TEXT_CHARS ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  const texts = value.map((one) => (typeof one === 'string' && !one.includes(';') ? one : null))
  return texts.includes(null) ? null : texts.join('; ')
}

interface Sorted {
  /** Cells of fields, and of keys that are headers of columns. */
  cells: (Cell & { name: string })[]
  /** Keys that name nothing. */
  unknown: Cell[]
}

/**
 * Finds the columns of keys, read as headers next to the record's other keys. Fields that the body already has keep their
 * values.
 */
function withColumns(columns: readonly Column[], body: Body, found: readonly Cell[]): Sorted {
  const others = Object.keys(body).filter((key) => !found.some((cell) => cell.key === key))
  const headers = readHeaders(columns, [...found.map(({ header }) => header), ...others])
  const cells = found.flatMap((cell, at) => {
    const name = cell.column?.name ?? headers[at]?.column ?? null
    const path = columns.find((column) => column.name === name)?.path
    const isTaken = path !== undefined && cell.column === null && hasValue(valueAt(body, path))
    return name === null || path === undefined || isTaken ? [] : [{ ...cell, name }]
  })
  const unknown = found.filter(
    ({ column, pointer }) => column === null && !cells.some((one) => one.pointer === pointer),
  )
  return { cells, unknown }
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** Creates readers and caches them by keys, country and time zone. */
function createReaders(columns: readonly Column[]) {
  const readers = new Map<string, ReturnType<typeof createCellReader>>()
  return (cells: Sorted['cells'], body: Body, context: ReadingContext) => {
    const known = {
      ...context,
      country: textIn(valueAt(body, ['location', 'country']), isCountry) ?? context.country,
      timeZone: textIn(body.time_zone, isZone) ?? context.timeZone,
    }
    const key = JSON.stringify([
      cells.map(({ name, header }) => [name, header]),
      known.country,
      known.timeZone,
    ])
    const kept = readers.get(key)
    if (kept) return kept
    const headers = cells.map(({ header, name }) => ({ header, column: name }))
    const reader = createCellReader(placeColumns(columns, headers), known)
    if (readers.size >= MAX_READERS) readers.clear()
    readers.set(key, reader)
    return reader
  }
}

function textIn(value: unknown, isRight: (text: string) => boolean): string | undefined {
  return typeof value === 'string' && isRight(value) ? value : undefined
}

const isCountry = (text: string) => /^[A-Z]{2}$/.test(text)
const isZone = (text: string) => text.includes('/')

/** Puts the values of cells into the body. A field whose cell can't be read keeps its value. */
function withCells(
  body: Body,
  read: CellsRead,
  { cells, unknown, columns }: Sorted & { columns: readonly Column[] },
): WordsRead {
  const isOfField = (name: string | null) => cells.some((cell) => cell.column !== null && cell.name === name)
  const isLost = ({ column, code }: RowRemark) => isOfField(column) && code !== 'value_read_as'
  const lost = new Set([...read.faults, ...read.notices.filter(isLost)].map(({ column }) => column))
  const used = cells.filter((cell) => !(cell.column && lost.has(cell.name)))
  const result = structuredClone({ ...body })
  for (const cell of used) remove(result, cell.column?.path ?? [cell.key])
  merge(result, read.patch)
  const pointerOf = new Map(cells.map(({ name, pointer }) => [name, pointer]))
  // Several keys may fill one field, such as the place of work.
  const pointerOfField = (name: string) => {
    const isOfIt = (cell: Sorted['cells'][number]) =>
      columns.find((column) => column.name === cell.name)?.path.join('_') === name
    return cells.find(isOfIt)?.pointer
  }
  const inDocument = (remark: RowRemark): RowRemark => ({
    ...remark,
    column: pointerOf.get(remark.column ?? '') ?? pointerOfField(remark.column ?? '') ?? remark.column,
  })
  const ofKeys = (remarks: readonly RowRemark[]) =>
    remarks.filter(({ column }) => !(isOfField(column) && lost.has(column))).map(inDocument)
  const hasHeaders = cells.some(({ column }) => column === null)
  const leftOut = hasHeaders ? unknown : []
  for (const { key } of leftOut) delete result[key]
  const origins = new Map(
    used.flatMap(({ name, pointer }) => {
      const path = columns.find((column) => column.name === name)?.path
      return path ? [[`/${path.join('/')}`, pointer] as const] : []
    }),
  )
  return {
    body: result,
    idKey: cells.find(({ name }) => name === 'external_id')?.key ?? 'external_id',
    origins,
    notices: [...ofKeys(read.notices), ...leftOut.filter(({ text }) => !isBlank(text)).map(keyLeftOut)],
    faults: ofKeys(read.faults),
  }
}

function keyLeftOut({ header, text, pointer }: Cell): RowRemark {
  const details = [message('import_key_of_no_column', { key: shortened(header) }), LEFT_OUT]
  return { column: pointer, code: 'left_out', details, value: text }
}

function remove(target: Record<string, unknown>, [key = '', ...rest]: readonly string[]): void {
  const inner = target[key]
  if (rest.length === 0) delete target[key]
  else if (isObject(inner)) remove(inner, rest)
}

function merge(target: Record<string, unknown>, patch: Body): void {
  for (const [key, value] of Object.entries(patch)) put(target, [key], value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

import type { Fault } from '../../shared/errors.ts'
import type { Merged } from '../postings/index.ts'
import { columnsOf } from './columns/columns.ts'
import { LEFT_OUT } from './columns/left-out.ts'
import { columnAt, type PlacedColumns, shownCell } from './columns/placed-columns.ts'
import type { ImportRow, ImportRun, ImportType, RowRemark } from './imports.table.ts'
import { neededColumnsOf } from './needed-columns.ts'
import { noOrigins, remarkInDocument } from './rows/source-document.ts'
import type { SourceRow } from './source-row.ts'
import { howToGive, howToGiveAll } from './suggest-default.ts'
import { joined } from './values/reading.ts'

const MAX_VALUE_CHARS = 200

type RowResult = Pick<
  ImportRow,
  'line' | 'externalId' | 'outcome' | 'resourceId' | 'faults' | 'notices' | 'cells'
>

/** What the report says of a row. `merged` is undefined for a row that was refused before it was merged. */
export function rowResult(
  run: Pick<ImportRun, 'format' | 'mode' | 'type'>,
  row: SourceRow,
  merged: Merged | undefined,
  placed: PlacedColumns,
): RowResult {
  const { mode } = run
  const storable = (remarks: readonly RowRemark[]) =>
    remarks.map((remark) => ({
      ...remark,
      message: withoutNul(remark.message),
      value: storableText(remark.value),
    }))
  const notices = row.notices.length > 0 ? storable(row.notices) : null
  const named = { line: row.line, externalId: storableText(row.externalId) || null, notices }
  if (merged && merged.outcome !== 'rejected') {
    // A dry run creates nothing that could be looked up.
    const exists = merged.outcome !== 'created' || mode === 'apply'
    return {
      ...named,
      ...(row.record && { externalId: row.record.externalId }),
      outcome: merged.outcome,
      resourceId: exists ? merged.id : null,
      faults: null,
      cells: notices && row.cells.map(withoutNul),
    }
  }
  const found = [...row.faults, ...(merged?.faults ?? []).map(remarksOn(run, row, placed))]
  const faults = found.map((fault) => withCause(fault, row.notices)).filter(isNotOfHours)
  const others = row.notices.filter(({ column }) => !faults.some((fault) => fault.column === column))
  return {
    ...named,
    notices: others.length > 0 ? storable(others) : null,
    outcome: 'rejected',
    resourceId: null,
    faults: storable(faults),
    cells: row.cells.map(withoutNul),
  }
}

/** That hours lack a zone follows from a missing time zone of the row. */
function isNotOfHours({ column, code }: RowRemark, _at: number, all: readonly RowRemark[]): boolean {
  return !(column === 'availability' && code === 'required' && all.some((one) => one.column === 'time_zone'))
}

/** A field that is missing because its cell can't be read: the reason is in the cell. */
function withCause(fault: RowRemark, notices: readonly RowRemark[]): RowRemark {
  const cause = notices.find(({ column, code }) => column === fault.column && code === 'value_left_out')
  if (!cause || fault.code !== 'required') return fault
  return { ...fault, code: 'invalid_value', message: cause.message.replace(LEFT_OUT, ''), value: cause.value }
}

/** Turns a fault of the body into a remark on the row: at its column, or at its place in the JSON. */
export function remarksOn(
  { format, type }: Pick<ImportRun, 'format' | 'type'>,
  row: SourceRow,
  placed: PlacedColumns,
): (fault: Fault) => RowRemark {
  const { document = null } = row
  if (format !== 'ndjson') return (fault) => atColumn(type, row, fault, placed)
  return (fault) => remarkInDocument(document ?? { value: row.patch, origins: noOrigins }, fault)
}

function atColumn(
  type: ImportType,
  row: SourceRow,
  { pointer, code, detail }: Fault,
  placed: PlacedColumns,
): RowRemark {
  const found = columnAt(placed, pointer)
  const missing = columnsOf[type].find(({ path, isPart }) => !isPart && `/${path.join('/')}` === pointer)
  if (missing && pointer === '/location/country' && code === 'required') {
    const isBlank = found?.column === missing
    const advice = isBlank ? 'Its cell is blank: write one like US.' : howToGive(type, missing)
    return { column: missing.name, code, message: `A place needs its country. ${advice}`, value: null }
  }
  if (missing && code === 'required' && found?.column !== missing) {
    const who = found ? `A row with ${found.column.name}` : 'Each new record'
    const message = `${who} needs ${missing.name}. ${howToGive(type, missing)}`
    return { column: missing.name, code, message, value: null }
  }
  if (pointer === '/availability/time_zone' && code === 'required' && found) {
    const message =
      'The hours need a time zone. Add a column time_zone, or give one for all rows with defaults.'
    return { column: found.column.name, code, message, value: shownCell(found, row.cells, placed) }
  }
  const within = code === 'required' && !found ? neededColumnsOf(type, pointer) : []
  const [firstWithin] = within
  if (firstWithin) {
    const lacking = within.filter(({ name }) => !placed.some((one) => one.column.name === name))
    const named = joined(within.map(({ name }) => name))
    const advice = lacking.length > 0 ? howToGiveAll(type, lacking) : 'Their cells are blank.'
    const message = `Each new record needs ${named}. ${advice}`
    return { column: firstWithin.name, code, message, value: null }
  }
  const column = found?.column.name ?? missing?.name ?? (pointer.replace(/^\//, '') || null)
  return { column, code, message: detail, value: found ? shownCell(found, row.cells, placed) : null }
}

function storableText(text: string | null): string | null {
  return text === null ? null : withoutNul(text.slice(0, MAX_VALUE_CHARS))
}

/** Postgres can store neither NUL nor half of a character. A message may quote a cell. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\u{fffd}').toWellFormed()
}

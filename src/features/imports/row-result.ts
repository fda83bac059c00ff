import type { Fault } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import type { Merged } from '../postings/index.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns.ts'
import { namesInParts } from './columns/join-names.ts'
import { columnAt, type PlacedColumns, shownCell } from './columns/placed-columns.ts'
import {
  cellMessage,
  detailsOfFault,
  isLeftOutDetail,
  rowMessage,
  storableText,
  storedRemark,
} from './details.ts'
import type { ImportRow, ImportRun, ImportType, RowRemark } from './imports.table.ts'
import { neededColumnsOf } from './needed-columns.ts'
import { noOrigins, remarkInDocument } from './rows/source-document.ts'
import type { SourceRow } from './source-row.ts'
import { howToGive, howToGiveAll } from './suggest-default.ts'

const MAX_VALUE_CHARS = 200

type RowResult = Pick<
  ImportRow,
  'line' | 'externalId' | 'outcome' | 'resourceId' | 'faults' | 'notices' | 'cells'
>

/** Returns what the report says about a row. `merged` is undefined for a row refused before it was merged. */
export function rowResult(
  run: Pick<ImportRun, 'format' | 'mode' | 'type'>,
  row: SourceRow,
  merged: Merged | undefined,
  placed: PlacedColumns,
): RowResult {
  const { mode } = run
  const storable = (remarks: readonly RowRemark[]) =>
    remarks.map((remark) => ({ ...storedRemark(remark), value: shortText(remark.value) }))
  const notices = row.notices.length > 0 ? storable(row.notices) : null
  const named = { line: row.line, externalId: shortText(row.externalId) || null, notices }
  if (merged && merged.outcome !== 'rejected') {
    // A dry run creates nothing that could be looked up.
    const exists = merged.outcome !== 'created' || mode === 'apply'
    return {
      ...named,
      ...(row.record && { externalId: row.record.externalId }),
      outcome: merged.outcome,
      resourceId: exists ? merged.id : null,
      faults: null,
      cells: notices && row.cells.map(storableText),
    }
  }
  const found = [...row.faults, ...(merged?.faults ?? []).map(remarksOn(run, row, placed))]
  const faults = found.map((fault) => withCause(fault, row.notices)).filter(isIndependentFault)
  const others = row.notices.filter(({ column }) => !faults.some((fault) => fault.column === column))
  return {
    ...named,
    notices: others.length > 0 ? storable(others) : null,
    outcome: 'rejected',
    resourceId: null,
    faults: storable(faults),
    cells: row.cells.map(storableText),
  }
}

/** Drops the fault that hours lack a zone if the row's time zone has a fault itself. */
function isIndependentFault({ column, code }: RowRemark, _at: number, all: readonly RowRemark[]): boolean {
  return !(column === 'availability' && code === 'required' && all.some((one) => one.column === 'time_zone'))
}

/** Replaces the fault of a missing field with the reason why its cell can't be read. */
function withCause(fault: RowRemark, notices: readonly RowRemark[]): RowRemark {
  const cause = notices.find(({ column, code }) => column === fault.column && code === 'value_left_out')
  if (!cause || fault.code !== 'required') return fault
  return {
    ...fault,
    code: 'invalid_value',
    details: cause.details.filter((one) => !isLeftOutDetail(one)),
    value: cause.value,
  }
}

/** Creates a function that converts faults of the body to remarks on the row, at their column or place in the JSON. */
export function remarksOn(
  { format, type }: Pick<ImportRun, 'format' | 'type'>,
  row: SourceRow,
  placed: PlacedColumns,
): (fault: Fault) => RowRemark {
  const { document = null } = row
  if (format !== 'ndjson') return (fault) => atColumn(type, row, fault, placed)
  return (fault) => remarkInDocument(document ?? { value: row.patch, origins: noOrigins }, fault)
}

function atColumn(type: ImportType, row: SourceRow, fault: Fault, placed: PlacedColumns): RowRemark {
  const { pointer, code } = fault
  const found = columnAt(placed, pointer)
  const missing = columnsOf[type].find(({ path, isPart }) => !isPart && `/${path.join('/')}` === pointer)
  if (missing && pointer === '/location/country' && code === 'required') {
    const isBlank = found?.column === missing
    const advice = isBlank ? rowMessage('country_cell_blank') : howToGive(type, missing)
    const details = [rowMessage('place_without_country'), advice]
    return { column: missing.name, code, details, value: null }
  }
  if (missing && found?.column.isPart && code === 'required' && isNameInParts(missing))
    return { column: found.column.name, code, details: [cellMessage('name_parts_empty')], value: null }
  if (missing && code === 'required' && found?.column !== missing) {
    const beside = found?.column.name ?? null
    const needed = message('import_needs_columns', { columns: [missing.name], beside })
    return { column: missing.name, code, details: [needed, howToGive(type, missing)], value: null }
  }
  if (pointer === '/availability/time_zone' && code === 'required' && found) {
    const details = [rowMessage('hours_without_zone')]
    return { column: found.column.name, code, details, value: shownCell(found, row.cells, placed) }
  }
  const within = code === 'required' && !found ? neededColumnsOf(type, pointer) : []
  const [firstWithin] = within
  if (firstWithin) {
    const lacking = within.filter(({ name }) => !placed.some((one) => one.column.name === name))
    const columns = within.map(({ name }) => name)
    const advice = lacking.length > 0 ? howToGiveAll(type, lacking) : rowMessage('cells_blank')
    const details = [message('import_needs_columns', { columns, beside: null }), advice]
    return { column: firstWithin.name, code, details, value: null }
  }
  const column = found?.column.name ?? missing?.name ?? (pointer.replace(/^\//, '') || null)
  return {
    column,
    code,
    details: detailsOfFault(fault),
    value: found ? shownCell(found, row.cells, placed) : null,
  }
}

/** Tells whether other columns may contain the parts of the field, which are joined once the row is read. */
function isNameInParts({ path }: Column): boolean {
  return namesInParts.some((one) => one.path.join('.') === path.join('.'))
}

function shortText(text: string | null): string | null {
  return text === null ? null : storableText(text.slice(0, MAX_VALUE_CHARS))
}

import type { WriteContext } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import type { Merge, MergeMany } from '../postings/index.ts'
import { columnsOf } from './columns/columns.ts'
import { GROSS_HOURS, SHIFT_TIMES } from './columns/hours-in-row.ts'
import { siblingOf } from './columns/placed-columns.ts'
import type { ImportType, RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

/** How rows of one type are merged. */
export interface RowPorts {
  type: ImportType
  merge: MergeMany
  toMerge(row: SourceRow): Merge
  /** Creates a function that converts faults of a body to remarks on its row. */
  remarksOn(row: SourceRow): (fault: Fault) => RowRemark
}

/** Completes the faults of rows that are already refused, by checking their other values in a dry run. Writes nothing. */
export async function withFurtherFaults(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  { type, merge, toMerge, remarksOn }: RowPorts,
): Promise<readonly SourceRow[]> {
  const refused = rows.filter(({ faults, isRead }) => isRead && faults.length > 0)
  if (refused.length === 0) return rows
  const results = await merge(ctx, { merges: refused.map(toMerge), dryRun: true })
  const full = new Map(
    refused.map((row, at) => {
      const result = results[at]
      const isNew = isNewFault(type, row)
      const further = result?.outcome === 'rejected' ? result.faults.filter(isNew) : []
      return [row, { ...row, faults: [...row.faults, ...further.map(remarksOn(row))] }]
    }),
  )
  return rows.map((row) => full.get(row) ?? row)
}

/** Columns that give the hours instead of their own. */
const OTHER_HOURS = [GROSS_HOURS, SHIFT_TIMES]

/** Creates a test for faults that don't merely follow from a value that could not be read. */
function isNewFault(type: ImportType, { faults }: SourceRow): (fault: Fault) => boolean {
  const known = faults.flatMap(({ column }) => (column === null ? [] : [column, siblingOf(column)]))
  if (OTHER_HOURS.some((column) => known.includes(column))) known.push('hours')
  const pointers = columnsOf[type].flatMap(({ name, path }) =>
    name === 'external_id' || known.includes(name) ? [`/${path.join('/')}/`] : [],
  )
  return ({ pointer }) =>
    !pointers.some((one) => one.startsWith(`${pointer}/`) || `${pointer}/`.startsWith(one))
}

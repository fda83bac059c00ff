import type { WriteContext } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import type { Merge, MergeMany } from '../postings/index.ts'
import { columnsOf } from './columns/columns.ts'
import { siblingOf } from './columns/placed-columns.ts'
import type { SaidFault } from './details.ts'
import type { ImportType, RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

/** How the rows of one type are merged. */
export interface RowPorts {
  type: ImportType
  merge: MergeMany
  toMerge(row: SourceRow): Merge
  /** Turns what is said of a body into what is said of its row. */
  remarksOn(row: SourceRow): (fault: SaidFault) => RowRemark
}

/** The rows, of which those that are refused already have the faults of their other values too. Writes nothing. */
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

/** Tells the faults of other fields from those that only follow from a value that could not be read. */
function isNewFault(type: ImportType, { faults }: SourceRow): (fault: Fault) => boolean {
  const known = faults.flatMap(({ column }) => (column === null ? [] : [column, siblingOf(column)]))
  const pointers = columnsOf[type].flatMap(({ name, path }) =>
    name === 'external_id' || known.includes(name) ? [`/${path.join('/')}/`] : [],
  )
  return ({ pointer }) =>
    !pointers.some((one) => one.startsWith(`${pointer}/`) || `${pointer}/`.startsWith(one))
}

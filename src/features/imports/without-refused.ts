import type { Fault } from '../../shared/errors.ts'
import { IN_THE_PAST } from '../postings/index.ts'
import { isNeeded } from './columns/needed-fields.ts'
import { cellMessage, LEFT_OUT } from './details.ts'
import type { RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

/**
 * Removes the values that these faults refuse, with a notice for each: from a list only the refused items, otherwise the
 * whole field. Null if a refused value is required.
 */
export function withoutRefused(
  row: SourceRow,
  faults: readonly Fault[],
  { remarksOn }: { remarksOn(row: SourceRow): (fault: Fault) => RowRemark },
): SourceRow | null {
  const toRemark = remarksOn(row)
  const notices = new Map<string, RowRemark>()
  const dropped = new Map<string, Set<number> | 'all'>()
  for (const fault of faults) {
    const [, field = '', item] = fault.pointer.split('/')
    const value = row.patch[field]
    // Without the past deadline, the posting would be open forever.
    if (fault.code === IN_THE_PAST) return null
    if (isNeeded(field) || value === undefined) return null
    const remark = toRemark(fault)
    // Its cell could not be read, and the notice about that gives the better reason.
    const isKnown = row.notices.some(
      ({ column, code }) => column === remark.column && code === 'value_left_out',
    )
    if (!isKnown)
      notices.set(`${remark.column} ${fault.pointer}`, {
        ...remark,
        details: [...remark.details, LEFT_OUT],
      })
    const before = dropped.get(field)
    if (Array.isArray(value) && /^\d+$/.test(item ?? '') && before !== 'all')
      dropped.set(field, new Set([...(before ?? []), Number(item)]))
    else {
      dropped.set(field, 'all')
      for (const beside of remarksOnOtherParts(field, value, toRemark))
        if (![...notices.values()].some(({ column }) => column === beside.column))
          notices.set(`${beside.column}`, beside)
    }
  }
  const patch = Object.fromEntries(
    Object.entries(row.patch).flatMap(([field, value]) => {
      const items = dropped.get(field)
      if (items === 'all') return []
      if (!items || !Array.isArray(value)) return [[field, value]]
      return [[field, value.filter((_, at) => !items.has(at))]]
    }),
  )
  return { ...row, patch, notices: [...row.notices, ...notices.values()] }
}

/** Returns remarks on the other parts of a dropped field, such as the city of an unknown country. */
function remarksOnOtherParts(
  field: string,
  value: unknown,
  toRemark: (fault: Fault) => RowRemark,
): RowRemark[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.keys(value).map((part) =>
    toRemark({
      pointer: `/${field}/${part}`,
      code: 'left_out',
      messages: [cellMessage('part_refused')],
    }),
  )
}

import type { Fault } from '../../shared/errors.ts'
import type { RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

/**
 * Fields whose value decides whom a row belongs to, who may see it or who is kept away. A row with such a value that is
 * refused is rejected: a default in its place could do harm.
 */
const NEEDED = new Set([
  'external_id',
  'program_id',
  'program_external_id',
  'organization_id',
  'organization_external_id',
  'helper_id',
  'helper_external_id',
  'kind',
  'status',
  'consent',
  'visibility',
  'open_to',
  'accepts',
  'requires',
  'terms',
  'blocked_organization_ids',
  'credentials',
  'choices',
])

/**
 * The row without the values that these faults refuse, with a notice for each: of a list only the refused items, of any
 * other field all of it. Null if a refused value is needed.
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
    if (NEEDED.has(field) || value === undefined) return null
    const remark = toRemark(fault)
    notices.set(`${remark.column} ${fault.pointer}`, {
      ...remark,
      message: `${remark.message} It was left out.`,
    })
    const before = dropped.get(field)
    if (Array.isArray(value) && /^\d+$/.test(item ?? '') && before !== 'all')
      dropped.set(field, new Set([...(before ?? []), Number(item)]))
    else {
      dropped.set(field, 'all')
      for (const beside of besideIt(field, value, toRemark))
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

/** What else is left out with a field of several parts, such as the city with a country that is not known. */
function besideIt(field: string, value: unknown, toRemark: (fault: Fault) => RowRemark): RowRemark[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.keys(value).map((part) =>
    toRemark({
      pointer: `/${field}/${part}`,
      code: 'left_out',
      detail: 'Left out, because another part of the same field was refused.',
    }),
  )
}

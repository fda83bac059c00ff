import { message } from '../../shared/messages/index.ts'
import { cellsOf, type PlacedColumns } from './columns/placed-columns.ts'
import type { FileOptions } from './file-options.ts'
import type { FileNotice } from './imports.table.ts'
import type { CsvRecord } from './rows/records.ts'
import { numericOrderOf, numericSeparatorIn } from './values/numeric-dates.ts'
import { shortened } from './values/reading.ts'

/** The order of numeric dates in a column, and the cell that shows it. */
interface DateOrder {
  order: 'dmy' | 'mdy'
  /** It says nothing of dates with another sign between the numbers. */
  separator: string
  cell: string
  line: number
}
/** By the name of the column. */
export type DateOrders = ReadonlyMap<string, DateOrder>

/**
 * Finds the order of the dates in each column from cells that can only be read in one way: 13/11/2026 shows that the day
 * stands first. A column whose cells show both orders has none. One whose cells show none takes that of the other columns with
 * the same sign between the numbers, if they all show one. What the partner says takes precedence.
 */
export function findDateOrders(
  placed: PlacedColumns,
  records: readonly CsvRecord[],
  { dateFormat }: Pick<FileOptions, 'dateFormat'>,
): DateOrders {
  if (dateFormat !== null) return new Map()
  const shownIn = placed
    .filter(({ column }) => column.holdsDates)
    .map((one) => {
      const shown = records.flatMap(({ cells, line }) =>
        cellsOf({ ...one, fallback: '' }, cells, placed).flatMap((cell) => {
          const dates = one.column.datesIn?.(cell) ?? [cell]
          return dates.flatMap((date) => {
            const found = numericOrderOf(date)
            return found === null ? [] : [{ ...found, cell, line }]
          })
        }),
      )
      const separators = new Set(
        shown.length > 0
          ? []
          : records.flatMap(({ cells }) =>
              cellsOf({ ...one, fallback: '' }, cells, placed).flatMap(
                (cell) => numericSeparatorIn(cell) ?? [],
              ),
            ),
      )
      return { name: one.column.name, shown, separators }
    })
  const all = shownIn.flatMap(({ shown }) => shown)
  const ofOthers = new Map(
    [...Map.groupBy(all, ({ separator }) => separator)].map(([separator, some]) => [
      separator,
      onlyOrderOf(some),
    ]),
  )
  return new Map(
    shownIn.flatMap(({ name, shown, separators }) => {
      const [separator, ...more] = separators
      const ofFile = separator === undefined || more.length > 0 ? null : ofOthers.get(separator)
      const order = shown.length === 0 ? ofFile : onlyOrderOf(shown)
      return order ? [[name, order] as const] : []
    }),
  )
}

/** Null if dates show both orders. */
function onlyOrderOf(shown: readonly DateOrder[]): DateOrder | null {
  const [first] = shown
  return first && shown.every(({ order }) => order === first.order) ? first : null
}

/** Says how dates were read that could mean two days. */
export function noticesOfDateOrders(orders: DateOrders): FileNotice[] {
  if (orders.size === 0) return []
  const shown = [...orders].map(([column, { order, cell, line }]) => ({
    ...{ column, order, line },
    cell: shortened(cell),
  }))
  return [{ code: 'date_order_found', details: [message('import_date_orders_found', { shown })] }]
}

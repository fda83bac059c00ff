import { message } from '../../shared/messages/index.ts'
import { cellsOf, type PlacedColumns } from './columns/placed-columns.ts'
import type { FileOptions } from './file-options.ts'
import type { FileNotice } from './imports.table.ts'
import type { CsvRecord } from './rows/records.ts'
import { numericOrderOf, numericSeparatorIn } from './values/numeric-dates.ts'
import { shortened } from './values/reading.ts'

/** Order of the numeric dates in a column, and the cell that shows it. */
interface DateOrder {
  order: 'dmy' | 'mdy'
  /** Separator between the numbers. Dates with another separator may have another order. */
  separator: string
  cell: string
  line: number
}
/** Order of dates by column name. */
export type DateOrders = ReadonlyMap<string, DateOrder>

/**
 * Finds the order of dates in each column from cells that have only one reading: 13/11/2026 shows day first. A column with
 * both orders has none. A column without evidence takes the order of the other columns with the same separator, if these
 * agree. The partner's `dateFormat` takes precedence.
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

/** Returns the order of the dates, or null if both orders occur. */
function onlyOrderOf(shown: readonly DateOrder[]): DateOrder | null {
  const [first] = shown
  return first && shown.every(({ order }) => order === first.order) ? first : null
}

/** Reports how ambiguous dates were read. */
export function noticesOfDateOrders(orders: DateOrders): FileNotice[] {
  if (orders.size === 0) return []
  const shown = [...orders].map(([column, { order, cell, line }]) => ({
    ...{ column, order, line },
    cell: shortened(cell),
  }))
  return [{ code: 'date_order_found', details: [message('import_date_orders_found', { shown })] }]
}

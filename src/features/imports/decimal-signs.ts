import { message } from '../../shared/messages/index.ts'
import { cellsOf, type PlacedColumns } from './columns/placed-columns.ts'
import type { FileOptions } from './file-options.ts'
import type { FileNotice } from './imports.table.ts'
import type { CsvRecord } from './rows/records.ts'
import { signsIn } from './values/number-text.ts'
import { type DecimalSign, shortened } from './values/reading.ts'

/** Decimal sign of a column, and the cell that shows it. */
interface ShownSign {
  sign: DecimalSign
  cell: string
  line: number
}
/** Decimal sign by column name. */
export type DecimalSigns = ReadonlyMap<string, ShownSign>

/**
 * Finds the decimal sign of each column with ambiguous numbers (`1.500`) from cells that have only one reading: `12,5` and
 * `1.500,00` show a comma. A column with both signs has none. The partner's `decimal` takes precedence.
 */
export function findDecimalSigns(
  placed: PlacedColumns,
  records: readonly CsvRecord[],
  { decimal }: Pick<FileOptions, 'decimal'>,
): DecimalSigns {
  if (decimal !== null) return new Map()
  return new Map(
    placed
      .filter(({ column }) => column.holdsNumbers)
      .flatMap((one) => {
        const found = records.flatMap(({ cells, line }) =>
          cellsOf({ ...one, fallback: '' }, cells, placed).flatMap((cell) =>
            signsIn(cell).map((sign) => ({ sign, cell, line })),
          ),
        )
        const shown = found.filter(isShown)
        const [first] = shown
        const isNeeded = shown.length < found.length
        return first && isNeeded && shown.every(({ sign }) => sign === first.sign)
          ? [[one.column.name, first] as const]
          : []
      }),
  )
}

function isShown(found: { sign: DecimalSign | 'either'; cell: string; line: number }): found is ShownSign {
  return found.sign !== 'either'
}

/** Reports how ambiguous numbers were read. */
export function noticesOfDecimalSigns(signs: DecimalSigns): FileNotice[] {
  if (signs.size === 0) return []
  const shown = [...signs].map(([column, { sign, cell, line }]) => ({
    ...{ column, sign, line },
    cell: shortened(cell),
  }))
  return [{ code: 'decimal_found', details: [message('import_decimals_found', { shown })] }]
}

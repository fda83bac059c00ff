import type { Correction } from './imports.table.ts'
import type { CsvRecord } from './rows/records.ts'

/** Replaces cells of a table's records with their corrections. Records are numbered from 1. */
export async function* correctCells(
  records: AsyncIterable<CsvRecord[]>,
  corrections: readonly Correction[],
): AsyncGenerator<CsvRecord[]> {
  const ofRecord = Map.groupBy(corrections, ({ number }) => number)
  let number = 0
  for await (const some of records)
    yield some.map((record) => {
      const own = ofRecord.get(++number)
      return own ? corrected(record, own) : record
    })
}

/** Returns the record with corrected cells. Remarks on a replaced cell are dropped. */
function corrected(record: CsvRecord, corrections: readonly Correction[]): CsvRecord {
  const cells = [...record.cells]
  for (const { position, cell } of corrections) {
    while (cells.length < position) cells.push('')
    cells[position] = cell
  }
  const isCorrected = (at: number) => corrections.some(({ position }) => position === at)
  const { across, notices, ...rest } = record
  return {
    ...rest,
    cells,
    ...(notices && { notices: notices.filter(({ at }) => !isCorrected(at)) }),
    ...(across && { across: across.map((cell, at) => (isCorrected(at) ? (cells[at] ?? cell) : cell)) }),
  }
}

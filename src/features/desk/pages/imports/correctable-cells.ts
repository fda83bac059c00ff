import type { ImportRow, ImportRun } from '../../../imports/index.ts'

/** A cell of a row that can be corrected. */
export interface CorrectableCell {
  position: number
  header: string
  column: string | null
  cell: string
}

/** Returns the cells of a reported row that its remarks are about, or all recognized ones if none. JSON has none. */
export function correctableCells(
  { format, headers, mode, keptUntil }: Pick<ImportRun, 'format' | 'headers' | 'mode' | 'keptUntil'>,
  { cells, faults, notices }: Pick<ImportRow, 'cells' | 'faults' | 'notices'>,
): CorrectableCell[] {
  // A row that could not be split into cells contains its whole line as one cell.
  const isWhole = headers !== null && headers.length > 1 && cells?.length === 1
  if (format === 'ndjson' || mode !== 'dry_run' || !keptUntil || !headers || !cells || isWhole) return []
  const remarks = [...(faults ?? []), ...(notices ?? [])]
  const shown = headers.map(({ header, column }, position) => ({
    ...{ position, header, column, cell: cells[position] ?? '' },
  }))
  const named = shown.filter(({ header, column }) =>
    remarks.some((remark) => remark.column !== null && [column, header].includes(remark.column)),
  )
  return named.length > 0 ? named : shown.filter(({ column }) => column !== null)
}

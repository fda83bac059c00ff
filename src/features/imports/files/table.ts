import type { CsvRecord } from '../rows/records.ts'
import type { FileFacts } from './file-facts.ts'

/** A text or a sheet: what its head says, its header, and the rows after it. */
export interface Table {
  facts: FileFacts
  header: CsvRecord
  records: AsyncGenerator<CsvRecord[]>
  /** Null for a text. */
  sheet: OpenSheet | null
}

/** What an office may not see in the sheet that is read, or in its workbook. */
export interface OpenSheet {
  hiddenColumns: { has(at: number): boolean }
  /** Rows that were passed over so far. */
  hiddenRows: { count: number; ranges: readonly { first: number; last: number }[]; areAllNamed: boolean }
  /** Sheets that hold something too. None if the office has named the sheet to read. */
  others: readonly { name: string; isVisible: boolean }[]
}

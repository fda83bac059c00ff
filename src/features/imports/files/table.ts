import type { CsvRecord } from '../rows/records.ts'
import type { FileFacts } from './file-facts.ts'

/** A text or a sheet: facts about the file, its header, and the rows after it. */
export interface Table {
  facts: FileFacts
  header: CsvRecord
  records: AsyncGenerator<CsvRecord[]>
  /** Null for a text. */
  sheet: OpenSheet | null
}

/** What the office may not see in the sheet that is read, or in its workbook. */
export interface OpenSheet {
  hiddenColumns: { has(at: number): boolean }
  /** Hidden rows skipped so far. */
  hiddenRows: { count: number; ranges: readonly { first: number; last: number }[]; areAllNamed: boolean }
  /** Other sheets with content. Empty if the office has named the sheet to read. */
  others: readonly { name: string; isVisible: boolean }[]
}

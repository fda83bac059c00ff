import type { CsvRecord } from '../rows/records.ts'
import type { FileFacts } from './file-facts.ts'

/** A text or a sheet: what its head says, its header, and the rows after it. */
export interface Table {
  facts: FileFacts
  header: CsvRecord
  records: AsyncGenerator<CsvRecord[]>
}

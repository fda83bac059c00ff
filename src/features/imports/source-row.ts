import type { RowFault } from './imports.table.ts'

/** A row of a file: what it says of which posting, or why it says nothing. */
export interface SourceRow {
  line: number
  /** As they stand in the file; a JSON line is one. */
  cells: string[]
  externalId: string | null
  patch: Record<string, unknown>
  fault: RowFault | null
}

/** The file as a whole can't be read on: what was read before counts. */
export class UnreadableFile extends Error {
  readonly code: string

  constructor(code: string, detail: string) {
    super(detail)
    this.code = code
  }
}

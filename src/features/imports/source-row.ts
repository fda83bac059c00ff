import type { RowRemark } from './imports.table.ts'

/** A row of a file: the posting that it names and what it changes, or why it can't be read. */
export interface SourceRow {
  line: number
  /** As in the file. A JSON line is one cell. */
  cells: string[]
  externalId: string | null
  patch: Record<string, unknown>
  /** Fields (JSON pointers) that the file has a column for and that are blank in this row. */
  blank: string[]
  fault: RowRemark | null
  /** What was changed or left out in reading it. */
  notices: RowRemark[]
}

/** The rest of the file can't be read. The rows before still count. */
export class UnreadableFile extends Error {
  readonly code: string

  constructor(code: string, detail: string) {
    super(detail)
    this.code = code
  }
}

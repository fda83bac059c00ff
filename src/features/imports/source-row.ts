import { type Detail, englishOf } from './details.ts'
import type { RowRemark } from './imports.table.ts'
import type { SourceDocument } from './rows/source-document.ts'

/** A row of a file: the posting that it names and what it changes, or why it can't be read. */
export interface SourceRow {
  line: number
  /** As in the file. A JSON record is one cell. */
  cells: string[]
  /** What a JSON record holds. Null for a row of cells, and for a record that can't be read. */
  document?: SourceDocument | null
  externalId: string | null
  patch: Record<string, unknown>
  /** Fields (JSON pointers) that the file has a column for and that are blank in this row. */
  blank: string[]
  /** Why it is refused, before it is compared with what is stored. */
  faults: readonly RowRemark[]
  /** Whether its values could be read, so that the rest of a refused row can be checked too. */
  isRead: boolean
  /** What was changed or left out in reading it. */
  notices: RowRemark[]
  /** Earlier rows of the file that look like the same person or thing. */
  twins?: Twins | undefined
  /** The e-mail that finds its record, if the import goes by e-mail. */
  emailKey?: EmailKey
  /** Finds its record with whom it belongs to, if it has no external id. */
  titleKey?: string
  /** Fields that its record takes if it is new and the row does not say them. */
  forNew?: Readonly<Record<string, unknown>>
  /** The record that its e-mail stands for. */
  record?: RowRecord
}

export interface EmailKey {
  /** In the form in which equal ones are equal. */
  email: string
  /** The columns, or the places in the JSON, that hold the e-mail and the external id. */
  column: string
  idColumn: string
}

export interface RowRecord {
  /** The id of a stored record, or the external id of a new one. */
  key: string
  /** As reports show it. */
  externalId: string | null
  isNew: boolean
}

/** Another record that looks like the same person or thing. */
export interface Twin {
  /** Its external id, or its own id if it has none. */
  name: string
  /** Its line, if it is a row of the same file. */
  line: number | null
}

export interface Twins {
  sameEmail: readonly Twin[]
  similarId: readonly Twin[]
}

/** The rest of the file can't be read. The rows before still count. */
export class UnreadableFile extends Error {
  readonly code: string

  readonly details: Detail[]

  constructor(code: string, ...details: Detail[]) {
    super(englishOf(details))
    this.code = code
    this.details = details
  }
}

import { type Detail, englishOf } from './details.ts'
import type { RowRemark } from './imports.table.ts'
import type { SourceDocument } from './rows/source-document.ts'

/** A row of a file: the record that it names and its changes, or why it can't be read. */
export interface SourceRow {
  line: number
  /** Cells as in the file. A JSON record is one cell. */
  cells: string[]
  /** Content of a JSON record. Null for a table row, and for a record that can't be read. */
  document?: SourceDocument | null
  externalId: string | null
  patch: Record<string, unknown>
  /** JSON pointers of fields whose column is blank in this row. */
  blank: string[]
  /** Why the row is refused, found before it is compared with stored records. */
  faults: readonly RowRemark[]
  /** Whether its values could be read, so that the rest of a refused row can be checked too. */
  isRead: boolean
  /** What was changed or left out while reading the row. */
  notices: RowRemark[]
  /** Earlier rows of the file that look like the same person or thing. */
  twins?: Twins | undefined
  /** E-mail address that identifies the record, if it is the key of the import. */
  emailKey?: EmailKey
  /** Title that identifies the record together with its parent, if the row has no external id. */
  titleKey?: string
  /** Values for a new record, for fields that the row does not set. */
  forNew?: Readonly<Record<string, unknown>>
  /** The record that the e-mail address or title identifies. */
  record?: RowRecord
}

export interface EmailKey {
  /** Normalized e-mail address. */
  email: string
  /** Columns, or places in the JSON, of the e-mail address and the external id. */
  column: string
  idColumn: string
}

export interface RowRecord {
  /** Id of a stored record, or the external id of a new one. */
  key: string
  /** External id that reports show. */
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

/** Thrown when the rest of the file can't be read. The rows before still count. */
export class UnreadableFile extends Error {
  readonly code: string

  readonly details: Detail[]

  constructor(code: string, ...details: Detail[]) {
    super(englishOf(details))
    this.code = code
    this.details = details
  }
}

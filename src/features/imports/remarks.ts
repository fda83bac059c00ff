import type { ImportCellMessages, ImportRowMessages, Message } from '../../shared/messages/index.ts'

/** A sentence about a file, a row or a cell, in no language yet. The API says it in English, the desk in the reader's language. */
export type Detail = Message<keyof ImportCellMessages | keyof ImportRowMessages>

/** What is said of a row, either why it was rejected or what was changed or left out: the column and the value in it. */
export interface RowRemark {
  column: string | null
  code: string
  details: readonly Detail[]
  value: string | null
}

/** A remark as it is stored: `message` is the details in English. Remarks of earlier versions have only that. */
export interface StoredRemark extends Omit<RowRemark, 'details'> {
  message: string
  details?: readonly Detail[]
}

/** What is said of a file as a whole. */
export interface FileNotice {
  code: string
  details: readonly Detail[]
}

/** A notice as it is stored, as `StoredRemark` is. */
export interface StoredNotice {
  code: string
  message: string
  details?: readonly Detail[]
}

/** Why the rest of a file was not read: `detail` is the details in English. */
export interface Failure {
  code: string
  detail: string
  details?: readonly Detail[]
}

import type { Message } from '../../shared/messages/index.ts'

/** An untranslated sentence about a file, row or cell. The API sends it in English, the desk in the reader's language. */
export type Detail = Message

/** A remark on a row: why it was rejected, or what was changed or left out, with the column and its value. */
export interface RowRemark {
  column: string | null
  code: string
  details: readonly Detail[]
  value: string | null
}

/** A stored remark. `message` is the details in English; remarks of earlier versions have no details. */
export interface StoredRemark extends Omit<RowRemark, 'details'> {
  message: string
  details?: readonly Detail[]
}

/** A notice about a file as a whole. */
export interface FileNotice {
  code: string
  details: readonly Detail[]
}

/** A stored notice, in the form of `StoredRemark`. */
export interface StoredNotice {
  code: string
  message: string
  details?: readonly Detail[]
}

/** Why the rest of a file was not read. `detail` is the details in English. */
export interface Failure {
  code: string
  detail: string
  details?: readonly Detail[]
}

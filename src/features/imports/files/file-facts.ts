/** Encoding in which the bytes of a file are text. */
export interface Encoding {
  name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252' | 'macintosh'
  /** From 0 to 1. 1 if nothing else is possible. */
  confidence: number
}

/** What the head of a table shows about the file. */
export interface FileFacts {
  /** Line of the header, or its row in a sheet, from 1. */
  headerLine: number
  /** Null for a workbook. */
  separator: string | null
  /** Null for a workbook. */
  encoding: Encoding | null
  /** Names of the visible sheets of a workbook. Null for a text. */
  sheets: string[] | null
  /** Name of the sheet that is read. Null for a text. */
  sheet: string | null
}

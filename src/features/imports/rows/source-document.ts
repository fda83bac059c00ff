import { detailsOfFault, type SaidFault } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'

/** The JSON that a row was read from, to say of a fault where it is in the file. */
export interface SourceDocument {
  value: unknown
  /** Where the fields of the body come from: pointers into the body, each with its pointer into the document. */
  origins: ReadonlyMap<string, string>
}

/** Of a body that stands in the file as it is. */
export const noOrigins: ReadonlyMap<string, string> = new Map()

/** Turns what is said of a body into a remark on the row that it was read from. */
export function remarkInDocument({ value, origins }: SourceDocument, fault: SaidFault): RowRemark {
  const column = originOf(fault.pointer, origins)
  return {
    column: column || null,
    code: fault.code,
    details: detailsOfFault(fault),
    value: textAt(value, column),
  }
}

/** The pointer of the longest part that has an origin, with the rest behind it. */
function originOf(pointer: string, origins: ReadonlyMap<string, string>): string {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const origin = origins.get(pointer.slice(0, end))
    if (origin !== undefined) return origin + pointer.slice(end)
  }
  return pointer
}

/** What stands at a JSON pointer, as text; null for an object or a list. */
export function textAt(document: unknown, pointer: string): string | null {
  let value: unknown = document
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return null
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    value = Object.entries(value).find(([one]) => one === name)?.[1]
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null
}

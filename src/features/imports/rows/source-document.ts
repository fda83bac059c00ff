import type { Fault } from '../../../shared/errors.ts'
import { detailsOfFault } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'

/** The JSON that a row was read from, to report where in the file a fault is. */
export interface SourceDocument {
  value: unknown
  /** Origin of each field: pointer into the body -> pointer into the document. */
  origins: ReadonlyMap<string, string>
}

/** Origins of a body that is in the file unchanged. */
export const noOrigins: ReadonlyMap<string, string> = new Map()

/** Converts a fault of a body to a remark on the row that it was read from. */
export function remarkInDocument({ value, origins }: SourceDocument, fault: Fault): RowRemark {
  const column = originOf(fault.pointer, origins)
  return {
    column: column || null,
    code: fault.code,
    details: detailsOfFault(fault),
    value: textAt(value, column),
  }
}

/** Replaces the longest part of a pointer that has an origin. */
function originOf(pointer: string, origins: ReadonlyMap<string, string>): string {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const origin = origins.get(pointer.slice(0, end))
    if (origin !== undefined) return origin + pointer.slice(end)
  }
  return pointer
}

/** Returns the value at a JSON pointer as text; null for an object or a list. */
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

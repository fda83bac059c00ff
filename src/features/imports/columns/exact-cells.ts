import { cellMessage } from '../details.ts'

const PREFIX = '**JSON** '
/** Characters that JSON does not escape but readers of files drop or take for line breaks. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff]/g

/**
 * Writes a cell with its value as the API takes it: `**JSON** ["research; writing"]`. Exports use this when a plain cell
 * would be read back as another value.
 */
export function exactCell(value: unknown): string {
  return PREFIX + JSON.stringify(value).replace(UNSEEN, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

export function isExactCell(cell: string): boolean {
  return cell.startsWith(PREFIX)
}

/** Returns the value of an exact cell, or null if the text after the prefix is not JSON. */
export function valueOfExactCell(cell: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(cell.slice(PREFIX.length)) }
  } catch {
    return null
  }
}

export const EXACT_CELL_FAULT = {
  code: 'invalid_value',
  details: [cellMessage('exact_cell')],
}

import { saidOfCell } from '../details.ts'

const PREFIX = '**JSON** '
/** Not escaped by JSON, but taken for line breaks or dropped by readers of files. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff]/g

/**
 * A cell that holds its field's value as the API takes it: `**JSON** ["research; writing"]`. Exports write one where no plain
 * cell would be read back as the same value.
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

/** The value of an exact cell. Null if the text after the prefix is not JSON. */
export function valueOfExactCell(cell: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(cell.slice(PREFIX.length)) }
  } catch {
    return null
  }
}

export const EXACT_CELL_FAULT = {
  code: 'invalid_value',
  details: [saidOfCell('exact_cell')],
}

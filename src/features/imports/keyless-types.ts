import { rowMessage } from './details.ts'
import type { FileNotice, ImportType } from './imports.table.ts'

/** Tells whether rows of a table may lack a key column: records are then found by other values of the row. */
export function mayLackKey(type: ImportType): boolean {
  return type === 'hours' || isIdentifiedByTitle(type)
}

/** Tells whether a row without a key is identified by its title and its organization or helper. */
export function isIdentifiedByTitle(type: ImportType): type is 'needs' | 'offers' {
  return type === 'needs' || type === 'offers'
}

/** Notice for a file that has titles but no ids. */
export const TITLE_IS_KEY: FileNotice = {
  code: 'title_is_key',
  details: [rowMessage('title_is_key')],
}

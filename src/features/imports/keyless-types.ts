import { saidOfRow } from './details.ts'
import type { FileNotice, ImportType } from './imports.table.ts'

/** Whether the rows of a table may lack a column for the key: then what they say tells whether they are known already. */
export function mayLackKey(type: ImportType): boolean {
  return type === 'hours' || goesByTitle(type)
}

/** Whether a row without a key is known by its title and by whom it belongs to. */
export function goesByTitle(type: ImportType): type is 'needs' | 'offers' {
  return type === 'needs' || type === 'offers'
}

/** What to tell an office whose file has titles and no ids. */
export const TITLE_IS_KEY: FileNotice = {
  code: 'title_is_key',
  details: [saidOfRow('title_is_key')],
}

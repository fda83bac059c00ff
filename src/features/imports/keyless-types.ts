import type { ImportType } from './imports.table.ts'

/** Whether rows of a type may lack a key: then what they say tells whether it is known already. */
export function mayLackKey(type: ImportType): boolean {
  return type === 'hours'
}

import { stringify } from 'csv-stringify/sync'
import { columnsOf } from './columns/columns.ts'
import type { ImportType } from './imports.table.ts'

/** Returns a CSV template for a type: its header and an example row. */
export function templateOf(type: ImportType): string {
  const columns = columnsOf[type].filter(({ isPart }) => !isPart)
  return stringify([columns.map(({ name }) => name), columns.map(({ example }) => example)])
}

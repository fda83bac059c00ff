import { isMetadataKey } from '../../../shared/metadata.ts'
import type { Headers } from '../imports.table.ts'
import { type Column, textColumn } from './column.ts'
import { metadata } from './shared-columns.ts'

const PREFIX = `${metadata.name}.`

/** Returns the column name of a header such as `metadata.crm_id`. The key is kept as written. */
export function metadataColumnNamed(columns: readonly Column[], header: string): string | null {
  const name = header.trim()
  const isOne = name.startsWith(PREFIX) && isMetadataKey(name.slice(PREFIX.length))
  return isOne && columns.includes(metadata) ? name : null
}

/** Returns the metadata columns of a file, one per key. */
export function metadataColumnsIn(headers: Headers): Column[] {
  const names = new Set(headers.flatMap(({ column }) => (column?.startsWith(PREFIX) ? [column] : [])))
  return [...names].map((name) => textColumn({ name, path: [metadata.name, name.slice(PREFIX.length)] }))
}

import { isMetadataKey } from '../../../shared/metadata.ts'
import type { Headers } from '../imports.table.ts'
import { type Column, textColumn } from './column.ts'
import { metadata } from './shared-columns.ts'

const PREFIX = `${metadata.name}.`

/** The name of the column that a header such as `metadata.crm_id` stands for. The key is as the header writes it. */
export function metadataColumnNamed(columns: readonly Column[], header: string): string | null {
  const name = header.trim()
  const isOne = name.startsWith(PREFIX) && isMetadataKey(name.slice(PREFIX.length))
  return isOne && columns.includes(metadata) ? name : null
}

/** The columns that a file has for pairs of metadata, one for each key. */
export function metadataColumnsIn(headers: Headers): Column[] {
  const names = new Set(headers.flatMap(({ column }) => (column?.startsWith(PREFIX) ? [column] : [])))
  return [...names].map((name) => textColumn({ name, path: [metadata.name, name.slice(PREFIX.length)] }))
}

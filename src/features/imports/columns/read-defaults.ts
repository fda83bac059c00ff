import type { Column } from './column.ts'
import { put, siblingOf, valueIn } from './read-cells.ts'

/** The values of defaults for a whole file, read as cells are. */
export function readDefaults(
  columns: readonly Column[],
  defaults: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const column of columns) {
    const text = defaults[column.name]?.trim() ?? ''
    const value = text === '' ? undefined : valueIn(text, column, (name) => defaults[name]?.trim() ?? '')
    if (value !== undefined) put(patch, column.path, value)
  }
  return patch
}

/** Fields of which a default is only a part, so that it says nothing of a record without the field. */
const ONLY_WITH_OTHER_PARTS = new Set(['consent', 'budget', 'terms'])

/** A JSON record with defaults for what it leaves out. A field that is null stays so. */
export function withDefaults(
  record: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const added = Object.entries(defaults).flatMap(([field, value]) => {
    const own = record[field]
    if (isObject(own) && isObject(value)) return [[field, { ...value, ...own }] as const]
    const isNamed = (siblingOf(field) ?? field) in record
    return own !== undefined || isNamed || ONLY_WITH_OTHER_PARTS.has(field) ? [] : [[field, value] as const]
  })
  return { ...record, ...Object.fromEntries(added) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

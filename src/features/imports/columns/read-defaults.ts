import type { Detail } from '../details.ts'
import { isRead } from '../values/reading.ts'
import type { Column } from './column.ts'
import { siblingOf } from './placed-columns.ts'
import { putValue, readValue } from './read-value.ts'

/** Defaults for a whole file, read as cells are. */
export interface DefaultsRead {
  patch: Record<string, unknown>
  /** Why a default can't be read, by column. */
  faults: Map<string, readonly Detail[]>
}

export function readDefaults(
  columns: readonly Column[],
  defaults: Readonly<Record<string, string>>,
): DefaultsRead {
  const read: DefaultsRead = { patch: {}, faults: new Map() }
  const row = { zoneOfHours: defaults.availability_time_zone ?? defaults.time_zone }
  for (const column of columns) {
    const text = defaults[column.name]?.trim() ?? ''
    if (text === '') continue
    const reading = readValue(column, text, row)
    if (isRead(reading)) putValue(read.patch, column, reading.value)
    else read.faults.set(column.name, reading.unreadable)
  }
  return read
}

/** Fields whose default is only a part, so that it says nothing about a record without the field. */
const ONLY_WITH_OTHER_PARTS = new Set(['consent', 'budget', 'terms'])

/** Fills in defaults that a JSON record leaves out. A field that is null stays null. */
export function withDefaults(
  record: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const added = Object.entries(defaults).flatMap(([field, value]) => {
    const own = record[field]
    if (isObject(own) && isObject(value)) return [[field, { ...value, ...own }] as const]
    const isNamed = (siblingOf(field) ?? field) in record
    const isPart = ONLY_WITH_OTHER_PARTS.has(field) && !saysWhat(value)
    return own !== undefined || isNamed || isPart ? [] : [[field, value] as const]
  })
  return { ...record, ...Object.fromEntries(added) }
}

/** Tells whether a consent says what is allowed. Only where it was recorded says nothing. */
function saysWhat(value: unknown): boolean {
  return isObject(value) && ('share_profile' in value || 'share_contact' in value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { RowRemark } from '../imports.table.ts'
import { readIdentity } from '../values/identity.ts'
import { isRead } from '../values/reading.ts'

/**
 * Reads the key of a JSON record, a text or a number, like that of a CSV row. `json` is the record's text, because
 * JavaScript loses digits of long numbers. Empty if there is no key.
 */
export function readJsonId(
  value: unknown,
  { key, json }: { key: string; json: string },
): { externalId: string; notices: RowRemark[] } {
  const given = typeof value === 'number' ? digitsOf(value, key, json) : value
  if (typeof given !== 'string') return { externalId: '', notices: [] }
  const reading = readIdentity(given)
  if (!isRead(reading)) return { externalId: '', notices: [] }
  const notices = reading.notes.map((note) => ({
    column: `/${key}`,
    code: 'value_changed',
    details: [note],
    value: given,
  }))
  return { externalId: reading.value, notices }
}

function digitsOf(value: number, key: string, json: string): string {
  if (Number.isSafeInteger(value)) return String(value)
  const tree = parseTree(json)
  const node = tree && findNodeAtLocation(tree, [key])
  return node ? json.slice(node.offset, node.offset + node.length) : String(value)
}

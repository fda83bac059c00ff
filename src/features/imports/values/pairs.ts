import { type Reading, read, unreadableAs } from './reading.ts'

/** Reads pairs of texts: `{"crm_id": "77"}`. */
export function readPairs(cell: string): Reading<Record<string, unknown>> {
  const value = parsed(cell)
  return value ? read(value) : unreadableAs('metadata', cell.slice(0, 60))
}

function parsed(cell: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(cell)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

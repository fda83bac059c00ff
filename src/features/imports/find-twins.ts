import { emailOf } from '../postings/index.ts'
import { NumberList, TextNumbers } from './rows/text-numbers.ts'
import type { SourceRow, Twin, Twins } from './source-row.ts'
import { keyOfEmailCell } from './values/emails.ts'
import { comparableId } from './values/identity.ts'

/** How many records are remembered per e-mail address or id. */
const MOST_REMEMBERED = 4

/** Creates a search for earlier rows of a file that look like the same person or thing. Call it with the rows in order. */
export function createTwinSearch(): (row: SourceRow, externalId: string) => Twins {
  const names = new TextNumbers()
  const sameEmail = createEarlierRows(names)
  const sameLook = createEarlierRows(names)
  return ({ line, patch }, externalId) => {
    const row = { name: names.numberOf(externalId), line }
    return {
      sameEmail: sameEmail(emailIn(patch)?.key, row),
      similarId: sameLook(comparableId(externalId), row).filter(({ name }) => name !== externalId),
    }
  }
}

/** Creates a lookup that remembers rows by key and returns the earlier rows with the same key. */
function createEarlierRows(names: TextNumbers) {
  const keys = new TextNumbers()
  const counts = new NumberList()
  const rows = new NumberList()
  const lines = new NumberList()
  return (key: string | undefined, { name, line }: { name: number; line: number }): Twin[] => {
    if (key === undefined || key === '') return []
    const number = keys.numberOf(key)
    const count = counts.get(number)
    const first = number * MOST_REMEMBERED
    const earlier = Array.from({ length: count }, (_, at) => ({
      name: names.textOf(rows.get(first + at)),
      line: lines.get(first + at),
    }))
    if (count < MOST_REMEMBERED) {
      rows.set(first + count, name)
      lines.set(first + count, line)
      counts.set(number, count + 1)
    }
    return earlier
  }
}

/** Returns the normalized e-mail address of a body and its pointer. */
export function emailIn(body: Record<string, unknown>): { key: string; pointer: string } | undefined {
  const found = emailOf(body)
  return found && { key: keyOfEmailCell(found.email), pointer: found.pointer }
}

import { emailOf } from '../postings/index.ts'
import { NumberList, TextNumbers } from './rows/text-numbers.ts'
import type { SourceRow, Twin, Twins } from './source-row.ts'
import { keyOfEmailCell } from './values/emails.ts'
import { lookOfIdentity } from './values/identity.ts'

/** How many records with one e-mail or id are remembered. */
const MOST_REMEMBERED = 4

/** Finds earlier rows of one file that look like the same person or thing. Reads the rows in their order. */
export function createTwinSearch(): (row: SourceRow, externalId: string) => Twins {
  const names = new TextNumbers()
  const sameEmail = createEarlierRows(names)
  const sameLook = createEarlierRows(names)
  return ({ line, patch }, externalId) => {
    const row = { name: names.numberOf(externalId), line }
    return {
      sameEmail: sameEmail(emailIn(patch)?.key, row),
      similarId: sameLook(lookOfIdentity(externalId), row).filter(({ name }) => name !== externalId),
    }
  }
}

/** Remembers rows by a key, by the numbers of their names. Returns the earlier ones with this key. */
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

/** The e-mail of a body, in the form in which equal ones are equal, and where it is. */
export function emailIn(body: Record<string, unknown>): { key: string; pointer: string } | undefined {
  const found = emailOf(body)
  return found && { key: keyOfEmailCell(found.email), pointer: found.pointer }
}

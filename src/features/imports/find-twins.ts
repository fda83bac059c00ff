import { emailOf } from '../postings/index.ts'
import type { SourceRow, Twin, Twins } from './source-row.ts'
import { keyOfEmail } from './values/emails.ts'
import { lookOfIdentity } from './values/identity.ts'

/** How many records with one e-mail or id are remembered. */
const MOST_REMEMBERED = 4

/** Finds earlier rows of one file that look like the same person or thing. Reads the rows in their order. */
export function createTwinSearch(): (row: SourceRow, externalId: string) => Twins {
  const byEmail = new Map<string, Twin[]>()
  const byLook = new Map<string, Twin[]>()
  return ({ line, patch }, externalId) => {
    const twin = { name: externalId, line }
    return {
      sameEmail: remember(byEmail, emailIn(patch)?.key, twin),
      similarId: remember(byLook, lookOfIdentity(externalId), twin).filter(({ name }) => name !== externalId),
    }
  }
}

/** The earlier records with this key. */
function remember(known: Map<string, Twin[]>, key: string | undefined, twin: Twin): readonly Twin[] {
  if (key === undefined || key === '') return []
  const earlier = known.get(key)
  if (!earlier) known.set(key, [twin])
  else if (earlier.length < MOST_REMEMBERED) known.set(key, [...earlier, twin])
  return earlier ?? []
}

/** The e-mail of a body, in the form in which equal ones are equal, and where it is. */
export function emailIn(body: Record<string, unknown>): { key: string; pointer: string } | undefined {
  const found = emailOf(body)
  return found && { key: keyOfEmail(found.email), pointer: found.pointer }
}

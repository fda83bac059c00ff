import type { RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'
import { keyOfEmail } from './values/emails.ts'
import { lookOfIdentity } from './values/identity.ts'

interface Seen {
  externalId: string
  line: number
}

/** Finds earlier rows of one file that look like the same person or thing under another id. Reads the rows in their order. */
export function createTwinSearch(): (row: SourceRow, externalId: string) => RowRemark[] {
  const byEmail = new Map<string, Seen>()
  const byLook = new Map<string, Seen>()
  return ({ line, patch }, externalId) => {
    const seen = { externalId, line }
    const notices: RowRemark[] = []
    const email = typeof patch.email === 'string' ? keyOfEmail(patch.email) : ''
    const sameEmail = note(byEmail, email, seen)
    if (sameEmail) {
      const message = `Same e-mail as ${sameEmail.externalId} (line ${sameEmail.line}). If they are one person, keep one row.`
      notices.push({ column: 'email', code: 'same_email', message, value: sameEmail.externalId })
    }
    const sameLook = note(byLook, lookOfIdentity(externalId), seen)
    if (sameLook) {
      const message = `Differs from ${sameLook.externalId} (line ${sameLook.line}) in ${howTheyDiffer(externalId, sameLook.externalId)}`
      notices.push({ column: 'external_id', code: 'similar_id', message, value: sameLook.externalId })
    }
    return notices
  }
}

/** The earlier row with this key. The first row with a key is remembered. */
function note(rows: Map<string, Seen>, key: string, seen: Seen): Seen | undefined {
  if (key === '') return undefined
  const earlier = rows.get(key)
  if (!earlier) rows.set(key, seen)
  return earlier
}

function howTheyDiffer(one: string, other: string): string {
  return /^\d+$/.test(one) && /^\d+$/.test(other)
    ? 'leading zeros only. A spreadsheet may have dropped them.'
    : 'case, spaces or leading zeros only. If they are one record, keep one row.'
}

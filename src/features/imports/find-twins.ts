import type { RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

interface Seen {
  externalId: string
  line: number
}

/** Finds earlier rows of one file that look like the same person or thing under another id. Reads the rows in their order. */
export function createTwinSearch(): (row: SourceRow, externalId: string) => RowRemark[] {
  const byEmail = new Map<string, Seen>()
  const byDigits = new Map<string, Seen>()
  return ({ line, patch }, externalId) => {
    const seen = { externalId, line }
    const notices: RowRemark[] = []
    const email = typeof patch.email === 'string' ? patch.email.toLowerCase() : ''
    const sameEmail = note(byEmail, email, seen)
    if (sameEmail) {
      const message = `Same e-mail as ${sameEmail.externalId} (line ${sameEmail.line}). If they are one person, keep one row.`
      notices.push({ column: 'email', code: 'same_email', message, value: sameEmail.externalId })
    }
    const sameDigits = note(byDigits, digitsOf(externalId), seen)
    if (sameDigits) {
      const message = `Differs from ${sameDigits.externalId} (line ${sameDigits.line}) in leading zeros only. A spreadsheet may have dropped them.`
      notices.push({ column: 'external_id', code: 'similar_id', message, value: sameDigits.externalId })
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

/** An id of digits without its leading zeros; empty for any other id. */
function digitsOf(externalId: string): string {
  return /^\d+$/.test(externalId) ? externalId.replace(/^0+/, '') || '0' : ''
}

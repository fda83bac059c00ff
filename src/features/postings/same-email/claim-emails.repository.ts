import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { foldEmail } from '../../../shared/email-address.ts'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import type { MergedKind } from '../merging/merged-records.table.ts'

/**
 * Locks these e-mail addresses of a kind of record until the transaction ends, so that the second of two writers sees the
 * first one's record. Must be called before rows are locked.
 */
export async function claimEmails(
  db: Queryable,
  partnerId: PartnerId,
  kind: MergedKind,
  emails: readonly string[],
): Promise<void> {
  if (emails.length === 0) return
  const keys = sql.param(emails.map(foldEmail))
  await db.execute(sql`select claim_emails(${idToUuid(partnerId)}::uuid, ${kind}, ${keys}::text[])`)
}

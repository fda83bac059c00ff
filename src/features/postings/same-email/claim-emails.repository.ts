import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { foldEmail } from '../../../shared/email-address.ts'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import type { MergedKind } from '../merging/merged-records.table.ts'

/**
 * Waits for everybody who is writing a record of this kind with one of these e-mails, and keeps others from it until the
 * transaction ends. So the one who comes second sees the record of the first. Must come before rows are locked.
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

import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn } from '../../../platform/db/index.ts'
import type { MergedKind } from '../merging/merged-records.table.ts'

/** Hashes of e-mail addresses that a transaction is writing. No row outlives its transaction. */
export const emailClaims = pgTable(
  'email_claims',
  {
    partnerId: idColumn('partner')().notNull(),
    kind: text().$type<MergedKind>().notNull(),
    emailHash: bigint({ mode: 'bigint' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.kind, table.emailHash] })],
)

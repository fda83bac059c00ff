import { bigint, boolean, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** Matches that were already reported to a need or offer. */
export const reportedMatches = pgTable(
  'told_matches',
  {
    partnerId: idColumn('partner')().notNull(),
    postingId: uuid().notNull(),
    otherId: uuid().notNull(),
    toldAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.postingId, table.otherId] })],
)

export const matchAlertProgress = pgTable('match_alert_progress', {
  isOnly: boolean().primaryKey(),
  position: bigint({ mode: 'bigint' }).notNull(),
  claimedUntil: instantColumn(),
})

import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** Reminders that were sent, so that each is sent once. The name of a credential is stored only as a hash. */
export const credentialReminders = pgTable(
  'credential_reminders',
  {
    partnerId: idColumn('partner')().notNull(),
    helperId: idColumn('helper')().notNull(),
    credential: text().notNull(),
    expiresOn: date().notNull(),
    days: integer().notNull(),
    remindedAt: instantColumn().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.partnerId, table.helperId, table.credential, table.expiresOn, table.days],
    }),
  ],
)

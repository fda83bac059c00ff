import { date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { money } from '../../../shared/wire.ts'

/** How many minutes a party may owe, unless its partner sets another limit. */
export const DEFAULT_LIMIT_MINUTES = 40 * 60

export const creditAccounts = pgTable(
  'credit_accounts',
  {
    partnerId: idColumn('partner')().notNull(),
    /** The organization or the helper. */
    id: text('party_id').notNull(),
    balanceMinutes: integer().notNull().default(0),
    leastMinutes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type CreditAccount = typeof creditAccounts.$inferSelect

export const creditTransactions = pgTable('credit_transactions', {
  id: idColumn('credit')().primaryKey(),
  ringId: idColumn('ring')().notNull(),
  engagementId: idColumn('engagement')().notNull(),
  hoursId: idColumn('hours')().notNull(),
  workedOn: date().notNull(),
  description: text().notNull(),
  createdAt: instantColumn().notNull(),
})
export type CreditTransaction = typeof creditTransactions.$inferSelect

export const creditEntries = pgTable(
  'credit_entries',
  {
    transactionId: idColumn('credit')().notNull(),
    partnerId: idColumn('partner')().notNull(),
    partyId: text().notNull(),
    counterpartyId: text().notNull(),
    minutes: integer().notNull(),
    fairMarketValue: jsonb().$type<z.output<typeof money>>(),
  },
  (table) => [primaryKey({ columns: [table.transactionId, table.partnerId, table.partyId] })],
)
export type CreditEntry = typeof creditEntries.$inferSelect

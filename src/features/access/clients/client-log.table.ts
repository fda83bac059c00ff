import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

export const clientActions = [
  'created',
  'secret_rotated',
  'secret_revoked',
  'disabled',
  'enabled',
  'removed',
] as const
export type ClientAction = (typeof clientActions)[number]

export const clientLog = pgTable(
  'client_log',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('change')().notNull(),
    clientId: idColumn('client')().notNull(),
    /** Null for an operator. */
    byClientId: idColumn('client')(),
    action: text().$type<ClientAction>().notNull(),
    occurredAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type ClientLogRow = typeof clientLog.$inferSelect

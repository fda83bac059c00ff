import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** Requests of clients, without their content: no addresses, queries or bodies. */
export const requests = pgTable(
  'requests',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('request')().notNull(),
    /** `Request-Id` of the answer. A client may choose the same one several times. */
    requestId: text().notNull(),
    /** When the request was answered. */
    createdAt: instantColumn().notNull(),
    method: text().notNull(),
    /** Route with its placeholders. Null if no route matches the path. */
    route: text(),
    status: integer().notNull(),
    errorCode: text(),
    durationMs: integer().notNull(),
    clientId: idColumn('client')().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type RequestRow = typeof requests.$inferSelect

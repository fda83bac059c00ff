import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** What clients asked. Nothing here says what about: no addresses, queries or bodies. */
export const requests = pgTable(
  'requests',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('request')().notNull(),
    /** The `Request-Id` of the answer. A client that chooses it may choose one several times. */
    requestId: text().notNull(),
    /** When the request was answered. */
    createdAt: instantColumn().notNull(),
    method: text().notNull(),
    /** The route with its placeholders; null where no route has the path. */
    route: text(),
    status: integer().notNull(),
    errorCode: text(),
    durationMs: integer().notNull(),
    clientId: idColumn('client')().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type RequestRow = typeof requests.$inferSelect

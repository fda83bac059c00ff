import { sql } from 'drizzle-orm'
import { bigint, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn, xid8Column } from '../db/columns.ts'

export const events = pgTable(
  'events',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('event')().notNull(),
    type: text().notNull(),
    resourceId: text().notNull(),
    occurredAt: instantColumn().notNull(),
    xid: xid8Column().notNull().default(sql`pg_current_xact_id()`),
    /** The order of writing; of two events about the same row, that of the changes. */
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    data: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

import { sql } from 'drizzle-orm'
import { customType, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../db/columns.ts'

const xid8Column = customType<{ data: string }>({ dataType: () => 'xid8' })

export const events = pgTable(
  'events',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('event')().notNull(),
    type: text().notNull(),
    resourceId: text().notNull(),
    occurredAt: instantColumn().notNull(),
    xid: xid8Column().notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

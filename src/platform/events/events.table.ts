import { sql } from 'drizzle-orm'
import { bigint, boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn, xid8Column } from '../db/index.ts'

export const events = pgTable(
  'events',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('event')().notNull(),
    type: text().notNull(),
    resourceId: text().notNull(),
    occurredAt: instantColumn().notNull(),
    xid: xid8Column().notNull().default(sql`event_xid()`),
    /** Order of writing. For two events about the same row, the order of the changes. */
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    data: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

/** One row: how far the numbers of events are ahead of transaction ids. */
export const eventClock = pgTable('event_clock', {
  isOnly: boolean().primaryKey().default(true),
  aheadBy: bigint({ mode: 'bigint' }).notNull(),
})

import { bigint, boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, xid8Column } from '../db/index.ts'

/** The order in which partners receive events. */
export const eventPositions = pgTable(
  'event_positions',
  {
    partnerId: idColumn('partner')().notNull(),
    position: bigint({ mode: 'bigint' }).notNull(),
    eventId: idColumn('event')().notNull(),
    type: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.position] })],
)

export const eventNumbering = pgTable('event_numbering', {
  isOnly: boolean().primaryKey(),
  fromXid: xid8Column().notNull(),
  toXid: xid8Column().notNull(),
  afterSeq: bigint({ mode: 'bigint' }).notNull(),
  lastPosition: bigint({ mode: 'bigint' }).notNull(),
})

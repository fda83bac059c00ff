import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

export const rateCounts = pgTable(
  'rate_counts',
  {
    minute: bigint({ mode: 'number' }).notNull(),
    key: text().notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.minute, table.key] })],
)

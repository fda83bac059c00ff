import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: uuid().notNull(),
  endsAt: timestamp({ withTimezone: true }).notNull(),
})

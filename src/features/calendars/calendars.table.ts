import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn, instantColumn } from '../../platform/db/index.ts'

/** Whose check-ins a calendar may show. */
export const subjectKinds = ['partner', 'organization', 'helper', 'program'] as const

export const calendars = pgTable(
  'calendars',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('calendar')().notNull(),
    keyHash: bytesColumn().notNull(),
    subject: text().$type<(typeof subjectKinds)[number]>().notNull(),
    /** Null for the whole partner. */
    subjectId: uuid(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type CalendarRow = typeof calendars.$inferSelect

import { doublePrecision, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { idColumn } from '../../platform/db/index.ts'

/** How reliable organizations and helpers have been so far, by the `uuid` of either. */
export const trackRecords = pgTable(
  'track_records',
  {
    partnerId: idColumn('partner')().notNull(),
    id: uuid().notNull(),
    completed: integer().notNull().default(0),
    broken: integer().notNull().default(0),
    introductionsAnswered: integer().notNull().default(0),
    introductionsIgnored: integer().notNull().default(0),
    answerHours: doublePrecision().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

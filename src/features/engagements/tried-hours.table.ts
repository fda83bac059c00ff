import { boolean, date, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'
import type { Side } from '../introductions/index.ts'

/** Hours that a dry run of an import would log. */
export const triedHours = pgTable(
  'tried_hours',
  {
    partnerId: idColumn('partner')().notNull(),
    importId: idColumn('import')().notNull(),
    helperId: idColumn('helper')().notNull(),
    workedOn: date().notNull(),
    engagementId: idColumn('engagement')().notNull(),
    id: idColumn('hours')().notNull(),
    hours: doublePrecision().notNull(),
    loggedBy: text().$type<Side>().notNull(),
    startsAt: instantColumn(),
    endsAt: instantColumn(),
    /** Whether the entry exists and the file would change it. */
    isChange: boolean().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.partnerId,
        table.importId,
        table.helperId,
        table.workedOn,
        table.engagementId,
        table.id,
      ],
    }),
  ],
)
export type TriedHours = typeof triedHours.$inferSelect

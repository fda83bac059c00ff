import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'

/** What a partner, `partnerId`, saw of a record on one day, however often. */
export const disclosures = pgTable(
  'disclosures',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('disclosure')().notNull(),
    introductionId: idColumn('introduction')(),
    subjectPartnerId: idColumn('partner')().notNull(),
    /** An organization or a helper. */
    subjectId: text().notNull(),
    /** Time of the latest disclosure. */
    disclosedAt: instantColumn().notNull(),
    /** Latest need for which it was shown. */
    needId: idColumn('need')(),
    shown: text().$type<'profile' | 'contact'>().notNull(),
    /** UTC day. Null in rows of the previous version until they are merged; each of those is one disclosure. */
    day: date(),
    count: integer().notNull().default(1),
    /** Time of the first disclosure. Null if it is the same as the latest. */
    firstDisclosedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

/** The needs for which a partner was shown a record. Kept when log entries are removed, because it names no person. */
export const needDisclosures = pgTable(
  'need_disclosures',
  {
    partnerId: idColumn('partner')().notNull(),
    needId: idColumn('need')().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.needId] })],
)

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
    /** The latest time. */
    disclosedAt: instantColumn().notNull(),
    /** The latest need for which it was shown. */
    needId: idColumn('need')(),
    shown: text().$type<'profile' | 'contact'>().notNull(),
    /** In UTC. Null in rows of the previous version until they are gathered: each of those is one showing. */
    day: date(),
    count: integer().notNull().default(1),
    /** Null if it is the latest time too. */
    firstDisclosedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

/** The needs for which a partner was shown a record of the log. Kept when the log ends: it names no person. */
export const needDisclosures = pgTable(
  'need_disclosures',
  {
    partnerId: idColumn('partner')().notNull(),
    needId: idColumn('need')().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.needId] })],
)

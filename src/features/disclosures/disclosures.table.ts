import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'

/** A showing of a record: `partnerId` is who saw it. */
export const disclosures = pgTable(
  'disclosures',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('disclosure')().notNull(),
    introductionId: idColumn('introduction')(),
    subjectPartnerId: idColumn('partner')().notNull(),
    /** An organization or a helper. */
    subjectId: text().notNull(),
    disclosedAt: instantColumn().notNull(),
    needId: idColumn('need')(),
    shown: text().$type<'profile' | 'contact'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type DisclosureRow = typeof disclosures.$inferSelect

import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** The kinds of resources of which two records can be joined. */
export type MergedKind = 'candidate' | 'helper' | 'organization'

/** What became of records that were joined into others. Holds no personal data but the partner's own id. */
export const mergedRecords = pgTable(
  'merged_records',
  {
    partnerId: idColumn('partner')().notNull(),
    kind: text().$type<MergedKind>().notNull(),
    id: uuid().notNull(),
    /** Null if the kept record took it over, and once the kept record is erased. */
    externalId: text(),
    intoId: uuid().notNull(),
    mergedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.kind, table.id] })],
)

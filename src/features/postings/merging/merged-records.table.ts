import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** Kinds of resources whose records can be merged. */
export type MergedKind = 'candidate' | 'helper' | 'organization'

/** Records that were merged into others. Contains no personal data except the partner's own id. */
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

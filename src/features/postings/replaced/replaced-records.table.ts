import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

/** Previous states of records that an import changed, while the import can be undone. Contains personal data. */
export const replacedRecords = pgTable(
  'replaced_records',
  {
    partnerId: idColumn('partner')().notNull(),
    importId: idColumn('import')().notNull(),
    resourceId: text().notNull(),
    /** The body that would post the record as it was. */
    body: jsonb().$type<unknown>().notNull(),
    /** The version that the import made. Any other means that the record was changed later. */
    version: integer().notNull(),
    replacedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.importId, table.resourceId] })],
)
export type ReplacedRecord = typeof replacedRecords.$inferSelect

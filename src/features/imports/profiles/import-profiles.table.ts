import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { GivenOptions } from '../file-options.ts'
import type { ImportType } from '../imports.table.ts'

/** Named options for reading a partner's files of one kind. Contains no personal details. */
export const importProfiles = pgTable(
  'import_profiles',
  {
    partnerId: idColumn('partner')().notNull(),
    name: text().notNull(),
    type: text().$type<ImportType>().notNull(),
    options: jsonb().$type<GivenOptions>().notNull(),
    version: integer().notNull(),
    createdAt: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.name] })],
)
export type ImportProfile = typeof importProfiles.$inferSelect

import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { Side } from '../../introductions/index.ts'

export const documents = pgTable(
  'engagement_documents',
  {
    engagementId: idColumn('engagement')().notNull(),
    id: idColumn('document')().notNull(),
    title: text().notNull(),
    url: text().notNull(),
    addedBy: text().$type<Side>().notNull(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.id] })],
)
export type DocumentRow = typeof documents.$inferSelect

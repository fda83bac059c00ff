import { date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, instantColumn } from '../db/index.ts'

export const termEmbeddings = pgTable(
  'term_embeddings',
  {
    model: text().notNull(),
    termHash: bytesColumn().notNull(),
    vector: bytesColumn(),
    claimedUntil: instantColumn().notNull(),
    usedOn: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.termHash] })],
)

import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn, instantColumn } from '../db/index.ts'

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    partnerId: idColumn('partner')().notNull(),
    keyHash: bytesColumn().notNull(),
    fingerprint: bytesColumn().notNull(),
    response: bytesColumn().notNull(),
    resourceId: text(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.keyHash] })],
)

import { boolean, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'

export const sprints = pgTable(
  'sprints',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('sprint')().notNull(),
    organizationId: idColumn('org')().notNull(),
    deadlineAt: instantColumn().notNull(),
    halfTimeAt: instantColumn().notNull(),
    halfTimeTold: boolean().notNull(),
    endTold: boolean().notNull(),
    /** UUIDs in the order of the bottlenecks. */
    needIds: uuid().array().notNull(),
    version: integer().notNull(),
    createdAt: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type SprintRow = typeof sprints.$inferSelect

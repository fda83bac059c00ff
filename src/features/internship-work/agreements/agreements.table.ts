import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { Side } from '../../introductions/index.ts'
import type { AgreementContent, Role } from './agreements.schemas.ts'

export const agreements = pgTable(
  'learning_agreements',
  {
    engagementId: idColumn('engagement')().notNull(),
    version: integer().notNull(),
    /** Null once the student was erased. */
    content: jsonb().$type<AgreementContent>(),
    writtenBy: text().$type<Side>().notNull(),
    /** Roles that must approve. */
    needed: text().array().$type<Role[]>().notNull(),
    writtenAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.version] })],
)
export type AgreementRow = typeof agreements.$inferSelect

export const approvals = pgTable(
  'learning_agreement_approvals',
  {
    engagementId: idColumn('engagement')().notNull(),
    version: integer().notNull(),
    role: text().$type<Role>().notNull(),
    approvedBy: idColumn('partner')().notNull(),
    approvedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.version, table.role] })],
)
export type ApprovalRow = typeof approvals.$inferSelect

import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import { actionsOfDesk } from '../../../shared/messages/index.ts'

/** Actions at the desk. Their words are in the catalogue of messages. */
export const deskActions = actionsOfDesk
export type DeskAction = (typeof deskActions)[number]

export const deskAudit = pgTable(
  'desk_audit',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('change')().notNull(),
    /** Null for the operator. */
    staffId: idColumn('staff')(),
    action: text().$type<DeskAction>().notNull(),
    /** Id of the record that was changed. */
    subject: text(),
    occurredAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type AuditRow = typeof deskAudit.$inferSelect

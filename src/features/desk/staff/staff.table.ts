import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { DeskAction } from '../audit/audit.table.ts'

/** Each role may do what the roles before it may. */
export const staffRoles = ['viewer', 'editor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]
export type StaffStatus = 'active' | 'suspended' | 'removed'

export const deskStaff = pgTable(
  'desk_staff',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('staff')().notNull(),
    name: text().notNull(),
    role: text().$type<StaffRole>().notNull(),
    status: text().$type<StaffStatus>().notNull(),
    createdAt: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
    /** Null until the first sign-in. */
    lastSeenAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type StaffRow = typeof deskStaff.$inferSelect

export const deskLinks = pgTable(
  'desk_links',
  {
    partnerId: idColumn('partner')().notNull(),
    keyHash: bytesColumn().notNull(),
    staffId: idColumn('staff')().notNull(),
    expiresAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.keyHash] })],
)

export const deskSessions = pgTable(
  'desk_sessions',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('sign_in')().notNull(),
    staffId: idColumn('staff')().notNull(),
    keyHash: bytesColumn().notNull(),
    formerKeyHash: bytesColumn(),
    formKey: text().notNull(),
    keyChangedAt: instantColumn().notNull(),
    lastUsedAt: instantColumn().notNull(),
    /** The last action, until a page has reported it. */
    done: text().$type<DeskAction>(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type SessionRow = typeof deskSessions.$inferSelect

import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn } from '../../../platform/db/index.ts'
import { postedColumns } from '../posted.table.ts'
import type { OrganizationInput } from './organizations.schemas.ts'

export const organizations = pgTable(
  'organizations',
  {
    ...postedColumns('org'),
    name: text().notNull(),
    kind: text().$type<OrganizationInput['kind']>().notNull(),
    contact: jsonb().$type<OrganizationInput['contact']>().notNull(),
    location: jsonb().$type<NonNullable<OrganizationInput['location']>>(),
    timeZone: text().notNull(),
    languages: text().array().notNull(),
    causes: text().array().notNull(),
    url: text(),
    /** Name shown to everybody. Null keeps the organization unnamed. */
    publicName: text(),
    helperId: idColumn('helper')(),
    connections: text().array().$type<OrganizationInput['connections']>().notNull(),
    /** Normalized e-mail addresses of records that were merged into this one. */
    formerEmails: text().array().notNull(),
    blockedHelperIds: text().array().$type<OrganizationInput['blocked_helper_ids']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export type OrganizationRow = typeof organizations.$inferSelect

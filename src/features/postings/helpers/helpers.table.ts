import { boolean, doublePrecision, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { postedColumns } from '../posted.table.ts'
import type { HelperInput } from './helpers.schemas.ts'

export const helpers = pgTable(
  'helpers',
  {
    ...postedColumns('helper'),
    name: text().notNull(),
    /** Name that other partners see instead of `name`. A candidate's helper has it as its name. */
    preferredName: text(),
    kind: text().$type<HelperInput['kind']>().notNull(),
    contact: jsonb().$type<HelperInput['contact']>().notNull(),
    location: jsonb().$type<NonNullable<HelperInput['location']>>(),
    timeZone: text().notNull(),
    languages: text().array().notNull(),
    credentials: jsonb().$type<HelperInput['credentials']>().notNull(),
    /** Limit over all offers. */
    maxHoursPerWeek: doublePrecision(),
    connections: text().array().$type<HelperInput['connections']>().notNull(),
    /** Whether it is derived from the candidate with the same id suffix. Only that candidate may change it. */
    isCandidate: boolean().notNull(),
    /** Normalized e-mail addresses of records that were merged into this one. */
    formerEmails: text().array().notNull(),
    blockedOrganizationIds: text().array().$type<HelperInput['blocked_organization_ids']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export type HelperRow = typeof helpers.$inferSelect

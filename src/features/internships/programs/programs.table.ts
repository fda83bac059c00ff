import { boolean, date, doublePrecision, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { postedColumns, type StoredDays } from '../../postings/index.ts'
import type { ProgramInput } from './programs.schemas.ts'

export const programs = pgTable(
  'programs',
  {
    ...postedColumns('program'),
    name: text().notNull(),
    school: text().notNull(),
    term: text().notNull(),
    contact: jsonb().$type<ProgramInput['contact']>().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    notAvailable: jsonb().$type<StoredDays[]>().notNull().default([]),
    credit: jsonb().$type<NonNullable<ProgramInput['credit']>>(),
    hoursRequired: doublePrecision(),
    hoursPerWeek: doublePrecision(),
    allowedOrganizationKinds: text().array().$type<ProgramInput['allowed_organization_kinds']>().notNull(),
    paidOnly: boolean().notNull(),
    stipend: jsonb().$type<NonNullable<ProgramInput['stipend']>>(),
    quotas: jsonb().$type<ProgramInput['quotas']>().notNull(),
    evaluations: jsonb().$type<ProgramInput['evaluations']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type ProgramRow = typeof programs.$inferSelect

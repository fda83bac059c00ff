import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn } from '../../../platform/db/index.ts'
import { postedColumns } from '../../postings/index.ts'
import type { CohortInput } from './cohorts.schemas.ts'

export const cohorts = pgTable(
  'cohorts',
  {
    ...postedColumns('cohort'),
    programId: idColumn('program')().notNull(),
    name: text().notNull(),
    candidateIds: idColumn('candidate')().array(),
    needs: jsonb().$type<CohortInput['needs']>().notNull(),
    organizations: jsonb().$type<CohortInput['organizations']>().notNull(),
    rules: jsonb().$type<CohortInput['rules']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type CohortRow = typeof cohorts.$inferSelect

export const preferences = pgTable(
  'preferences',
  {
    partnerId: idColumn('partner')().notNull(),
    cohortId: idColumn('cohort')().notNull(),
    id: text().notNull(),
    choices: text().array().notNull(),
    /** Those of the choices that are as good as the one before them. */
    tied: text().array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.cohortId, table.id] })],
)
export type PreferencesRow = typeof preferences.$inferSelect

import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn } from '../../../platform/db/index.ts'
import type { Id } from '../../../shared/ids.ts'
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

interface Choices {
  choices: string[]
  tied: string[]
}

interface ImportedChoices {
  importId: Id<'import'>
  /** ISO time. */
  at: string
  wrote: Choices
  /** Null if there were none before. */
  replaced: Choices | null
}

export const preferences = pgTable(
  'preferences',
  {
    partnerId: idColumn('partner')().notNull(),
    cohortId: idColumn('cohort')().notNull(),
    id: text().notNull(),
    choices: text().array().notNull(),
    /** The choices that are as good as the one before them. */
    tied: text().array().notNull().default([]),
    /** The import that last wrote the choices, until it can no longer be undone. */
    imported: jsonb().$type<ImportedChoices>(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.cohortId, table.id] })],
)
type StoredPreferences = typeof preferences.$inferSelect
/** Choices that no import wrote may omit `imported`. */
export type PreferencesRow = Omit<StoredPreferences, 'imported'> &
  Partial<Pick<StoredPreferences, 'imported'>>

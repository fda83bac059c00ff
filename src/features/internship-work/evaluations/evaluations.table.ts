import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { EvaluationQuestion, Moment } from '../../internships/index.ts'
import type { Side } from '../../introductions/index.ts'

/** A question as it was asked, with its answer, because the program may change its questions later. */
export interface Answered {
  question: EvaluationQuestion
  value: string | number
}

export const evaluations = pgTable(
  'evaluations',
  {
    engagementId: idColumn('engagement')().notNull(),
    moment: text().$type<Moment>().notNull(),
    side: text().$type<Side>().notNull(),
    answers: jsonb().$type<Answered[]>().notNull(),
    createdAt: instantColumn().notNull(),
    /**
     * The office and the program of the answered questions. A student who moves to another program takes no evaluations
     * along.
     */
    offerPartnerId: idColumn('partner')(),
    programId: idColumn('program')(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.moment, table.side] })],
)
export type EvaluationRow = typeof evaluations.$inferSelect

/** Reminders that were sent, so that each is sent once. */
export const evaluationReminders = pgTable(
  'evaluation_reminders',
  {
    engagementId: idColumn('engagement')().notNull(),
    moment: text().$type<Moment>().notNull(),
    remindedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.moment] })],
)

import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instantColumn } from '../../platform/db/index.ts'
import type { Evaluation } from './evaluate.ts'
import type { SideWeights } from './fit-weights.ts'

/** Evaluation of the fitted and the current weights on the latest outcomes, to which neither was fitted. */
export interface Report {
  outcomes: number
  heldOut: number
  present: Evaluation & { version: string }
  fitted: Evaluation
}

export const rankingModels = pgTable('ranking_models', {
  version: text().primaryKey(),
  needWeights: jsonb().$type<SideWeights['need']>().notNull(),
  offerWeights: jsonb().$type<SideWeights['offer']>().notNull(),
  report: jsonb().$type<Report>().notNull(),
  createdAt: instantColumn().notNull(),
  usedAt: instantColumn(),
})
export type RankingModelRow = typeof rankingModels.$inferSelect

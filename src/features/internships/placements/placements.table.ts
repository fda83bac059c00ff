import { doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { Quotas, Summary } from './placements.schemas.ts'

export const methods = ['stable', 'most_placed'] as const
export type Method = (typeof methods)[number]
export const placementStates = ['draft', 'publishing', 'published'] as const
/** Not open or without consent; nothing in the cohort fits; others were placed where they could have been. */
export const unplacedReasons = ['not_ranked', 'no_match', 'no_room'] as const

export const placements = pgTable(
  'placements',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('placement')().notNull(),
    cohortId: idColumn('cohort')().notNull(),
    method: text().$type<Method>().notNull(),
    quotas: jsonb().$type<Quotas>().notNull(),
    state: text().$type<(typeof placementStates)[number]>().notNull(),
    summary: jsonb().$type<Summary>().notNull(),
    createdAt: instantColumn().notNull(),
    publishedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type PlacementRow = typeof placements.$inferSelect

export const placementResults = pgTable(
  'placement_results',
  {
    partnerId: idColumn('partner')().notNull(),
    placementId: idColumn('placement')().notNull(),
    candidateId: idColumn('candidate')().notNull(),
    needId: idColumn('need')(),
    organizationId: idColumn('org')(),
    rank: integer(),
    score: doublePrecision(),
    reason: text().$type<(typeof unplacedReasons)[number]>(),
    introductionId: idColumn('introduction')(),
    refusal: text(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.placementId, table.candidateId] })],
)
export type PlacementResult = typeof placementResults.$inferSelect

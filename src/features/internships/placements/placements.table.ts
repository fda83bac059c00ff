import { doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { Method, PlacementStatus, Quotas, StoredSummary, UnplacedReason } from './placements.schemas.ts'

export const placements = pgTable(
  'placements',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('placement')().notNull(),
    cohortId: idColumn('cohort')().notNull(),
    method: text().$type<Method>().notNull(),
    quotas: jsonb().$type<Quotas>().notNull(),
    status: text('state').$type<PlacementStatus>().notNull(),
    summary: jsonb().$type<StoredSummary>().notNull(),
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
    reason: text().$type<UnplacedReason>(),
    introductionId: idColumn('introduction')(),
    refusal: text(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.placementId, table.candidateId] })],
)
export type PlacementResult = typeof placementResults.$inferSelect

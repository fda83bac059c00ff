import type { z } from 'zod'
import { newId } from '../../../shared/ids.ts'
import type { CohortRow } from '../cohorts/cohorts.table.ts'
import type { PlacementInput, PlacementShown, placementResult } from './placements.schemas.ts'
import type { PlacementRow } from './placements.table.ts'
import type { Result } from './run-placement.ts'

/** Creates the row of a placement that was just run. */
export function newPlacement(
  { partnerId, id: cohortId }: CohortRow,
  { method, quotas }: PlacementInput,
  summary: PlacementRow['summary'],
  now: Date,
): PlacementRow {
  return {
    partnerId,
    id: newId('placement'),
    cohortId,
    method,
    quotas,
    status: 'draft',
    summary,
    createdAt: now,
    publishedAt: null,
  }
}

/** Fields that summaries of earlier versions lack. */
const NOT_KNOWN_BEFORE = { is_fewest_blocking: false, needs_closed: [] }

export function showPlacement(row: PlacementRow): PlacementShown {
  return {
    id: row.id,
    cohort_id: row.cohortId,
    method: row.method,
    quotas: row.quotas,
    status: row.status,
    ...NOT_KNOWN_BEFORE,
    ...row.summary,
    unplaced: { kept_by_rule: 0, ...row.summary.unplaced },
    results: null,
    created_at: row.createdAt.toISOString(),
    published_at: row.publishedAt?.toISOString() ?? null,
  }
}

export function showResult(result: Result): z.output<typeof placementResult> {
  return {
    candidate_id: result.candidateId,
    need_id: result.needId,
    organization_id: result.organizationId,
    rank: result.rank,
    score: result.score,
    reason: result.reason,
    introduction_id: result.introductionId,
    refusal: result.refusal,
  }
}

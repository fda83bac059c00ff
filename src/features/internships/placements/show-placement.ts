import type { z } from 'zod'
import type { Transaction } from '../../../platform/events/index.ts'
import type { Answer } from '../../../platform/http/index.ts'
import { newId } from '../../../shared/ids.ts'
import type { CohortRow } from '../cohorts/cohorts.table.ts'
import { createPlacementsRepository } from './placements.repository.ts'
import type { PlacementInput, PlacementShown, placementResult } from './placements.schemas.ts'
import type { PlacementRow } from './placements.table.ts'
import type { Result } from './run-placement.ts'

/** Keeps a run, to be read, compared and published. */
export async function storePlacement(
  tx: Transaction,
  row: PlacementRow,
  results: readonly Result[],
): Promise<Answer<PlacementShown>> {
  const { partnerId, id } = row
  await createPlacementsRepository(tx.db).insert(
    row,
    results.map((result) => ({ ...result, partnerId, placementId: id })),
  )
  tx.append({ partnerId, type: 'placement.made', resourceId: id })
  return {
    status: 201,
    headers: { location: `/v1/placements/${id}` },
    body: showPlacement(row),
    resourceId: id,
  }
}

/** A run of now, not yet kept. */
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
    state: 'draft',
    summary,
    createdAt: now,
    publishedAt: null,
  }
}

export function showPlacement(row: PlacementRow): PlacementShown {
  return {
    id: row.id,
    cohort_id: row.cohortId,
    method: row.method,
    quotas: row.quotas,
    state: row.state,
    ...row.summary,
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

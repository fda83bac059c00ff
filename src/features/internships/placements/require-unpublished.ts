import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { createIntroductionsRepository } from '../../introductions/index.ts'
import { createPlacementsRepository } from './placements.repository.ts'
import type { PlacementResult, PlacementRow } from './placements.table.ts'

/**
 * Requires that no student of a placement is published in another placement of the cohort, so that nobody gets two places.
 * A student whose introduction was declined, withdrawn or expired may be published again. Locks the placements of the
 * cohort. Throws `candidates_published` with the placement that holds most of them.
 */
export async function requireUnpublished(
  ctx: WriteContext,
  { partnerId, id, cohortId }: PlacementRow,
): Promise<void> {
  const repository = createPlacementsRepository(ctx.db)
  const published = await repository.lockPublished(partnerId, cohortId)
  const others = published.filter((other) => other !== id)
  if (others.length === 0) return
  const held = await standing(ctx, await repository.publishedElsewhere({ partnerId, id }, others))
  const byPlacement = [...Map.groupBy(held, ({ placementId }) => placementId)]
  const [most] = byPlacement.toSorted(([, a], [, b]) => b.length - a.length)
  if (!most) return
  const students =
    held.length === 1 ? 'One student of this draft is' : `${held.length} students of this draft are`
  throw new DomainError(
    'candidates_published',
    `${students} published in ${most[0]} of the same cohort already. To place the others, set candidate_ids of the cohort to them and run a new placement. To place somebody anew, first withdraw their introduction with POST /v1/introductions/{id}/withdraw.`,
  )
}

/** Keeps results whose introduction is open, was accepted, or is still to be proposed. */
async function standing(
  { db, actor }: WriteContext,
  results: readonly PlacementResult[],
): Promise<PlacementResult[]> {
  const ids = results.flatMap(({ introductionId }) => introductionId ?? [])
  const rows = await createIntroductionsRepository(db).findAll(actor.partnerId, ids)
  const open = new Set(
    rows.filter(({ status }) => status === 'proposed' || status === 'accepted').map(({ id }) => id),
  )
  return results.filter(({ introductionId }) => introductionId === null || open.has(introductionId))
}

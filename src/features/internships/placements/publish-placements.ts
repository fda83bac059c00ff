import type { Queryable } from '../../../platform/db/index.ts'
import type { InTransaction, WriteContext } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError } from '../../../shared/errors.ts'
import { type NeedId, type OfferId, sameNumber } from '../../../shared/ids.ts'
import { clockOfPartner } from '../../access/index.ts'
import type { IntroductionRow } from '../../introductions/index.ts'
import { createPlacementsRepository } from './placements.repository.ts'
import type { PlacementResult, PlacementRow } from './placements.table.ts'

export interface PublishDeps {
  db: Queryable
  inTransaction: InTransaction
  clock: Clock
  /** Proposes a pair. See `propose`; limits on open introductions don't apply, since a placement respects capacities. */
  proposePlaced(ctx: WriteContext, pair: { need_id: NeedId; offer_id: OfferId }): Promise<IntroductionRow>
}

/**
 * Converts the pairs of placements that are being published to introductions. Each is proposed and recorded in one
 * transaction, so that nothing is proposed twice, even with several processes or if one is killed.
 */
export async function publishPlacements(deps: PublishDeps, stopping: AbortSignal): Promise<void> {
  for (const placement of await createPlacementsRepository(deps.db).publishing()) {
    while (!stopping.aborted && (await publishNext(deps, placement)));
    if (stopping.aborted) return
    await deps.inTransaction(async ({ db, append }) => {
      const repository = createPlacementsRepository(db)
      if (await repository.hasToPublish(placement)) return
      const clock = await clockOfPartner({ db, clock: deps.clock }, placement.partnerId)
      await repository.setStatus(placement, { status: 'published', publishedAt: clock() })
      append({
        partnerId: placement.partnerId,
        type: 'placement.published',
        resourceId: placement.id,
        data: { status: 'published', cohort_id: placement.cohortId },
      })
    })
  }
}

/** Publishes the next pair. Returns false if nothing is left that another process has not locked. */
async function publishNext(deps: PublishDeps, placement: PlacementRow): Promise<boolean> {
  let tried: PlacementResult | undefined
  try {
    return await deps.inTransaction(async (tx) => {
      const repository = createPlacementsRepository(tx.db)
      tried = await repository.nextToPublish(placement)
      if (!tried?.needId) return false
      const pair = { need_id: tried.needId, offer_id: sameNumber('offer', tried.candidateId) }
      const clock = await clockOfPartner({ db: tx.db, clock: deps.clock }, placement.partnerId)
      const ctx = { ...tx, actor: { partnerId: placement.partnerId }, clock }
      const { id } = await deps.proposePlaced(ctx, pair)
      await repository.setPublished(tried, { introductionId: id })
      return true
    })
  } catch (error) {
    if (!(error instanceof DomainError) || !tried || isTemporary(error)) throw error
    // The refusal has rolled back its transaction.
    await createPlacementsRepository(deps.db).setPublished(tried, { refusal: error.code })
    return true
  }
}

/** Tells whether a refusal says nothing about the pair, so that the next try may succeed. */
function isTemporary({ code }: DomainError): boolean {
  return code === 'not_ready' || code === 'too_many_open_requests'
}

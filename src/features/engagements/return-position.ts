import type { WriteContext } from '../../platform/events/index.ts'
import type { NeedId } from '../../shared/ids.ts'
import { notifyReranked, partyOf } from '../introductions/index.ts'
import { createEngagementsRepository } from './engagements.repository.ts'
import type { EngagementRow } from './engagements.table.ts'

export interface ReturnPorts {
  /** Sets the status of a need that has a position again. `ctx.actor` is the need's partner. */
  reopenNeed(ctx: WriteContext, need: { id: NeedId }): Promise<unknown>
}

/**
 * Gives back what work took that was broken off: rankings learn what the helper has left, and a need that was filled by this
 * work is open again, unless it is over. To be called after the change, under the lock of the need. What a ring filled stays
 * filled: its needs may have been posted for the ring only.
 */
export function createReturnPosition({ reopenNeed }: ReturnPorts) {
  return async function returnPosition(ctx: WriteContext, row: EngagementRow): Promise<void> {
    const { needPartnerId, needId } = row
    notifyReranked(ctx, partyOf(row, 'offer'))
    ctx.append({ partnerId: needPartnerId, type: 'need.reranked', resourceId: needId })
    const repository = createEngagementsRepository(ctx.db)
    const need = await repository.filledNeed(row, ctx.clock())
    if (!need || need.isOfRing || (await repository.countTakenPositions(row)) !== need.positions - 1) return
    await reopenNeed({ ...ctx, actor: { partnerId: needPartnerId } }, { id: needId })
  }
}

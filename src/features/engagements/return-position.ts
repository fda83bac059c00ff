import type { WriteContext } from '../../platform/events/index.ts'
import type { NeedId } from '../../shared/ids.ts'
import { notifyReranked, partyOf } from '../introductions/index.ts'
import { createCapacityRepository, type NeedRow, sessionsLeft } from '../postings/index.ts'
import { createEngagementsRepository } from './engagements.repository.ts'
import type { EngagementRow } from './engagements.table.ts'

export interface ReturnPorts {
  /** Sets the status of a need that has a position again. `ctx.actor` is the need's partner. */
  reopenNeed(ctx: WriteContext, need: { id: NeedId }): Promise<unknown>
}

/**
 * Returns what broken-off work took: rankings are updated with the helper's hours, and a need that this work had filled is
 * opened again, unless it is over. Must be called after the change, with the need locked. What a ring filled stays filled,
 * because its needs may have been posted only for the ring.
 */
export function createReturnPosition({ reopenNeed }: ReturnPorts) {
  return async function returnPosition(ctx: WriteContext, row: EngagementRow): Promise<void> {
    const { needPartnerId, needId } = row
    notifyReranked(ctx, partyOf(row, 'offer'))
    ctx.append({ partnerId: needPartnerId, type: 'need.reranked', resourceId: needId })
    const repository = createEngagementsRepository(ctx.db)
    const need = await repository.filledNeed(row, ctx.clock())
    if (!need || need.isOfRing || !(await wasFilledBy(ctx, row, need))) return
    await reopenNeed({ ...ctx, actor: { partnerId: needPartnerId } }, { id: needId })
  }
}

/** Tells whether this work had filled the need; otherwise somebody else has filled it since. */
async function wasFilledBy(
  ctx: WriteContext,
  row: EngagementRow,
  need: Pick<NeedRow, 'positions' | 'sessions'>,
): Promise<boolean> {
  const repository = createEngagementsRepository(ctx.db)
  if (need.sessions.length === 0) return (await repository.countTakenPositions(row)) === need.positions - 1
  const takenBySession = await createCapacityRepository(ctx.db).takenSessionsOf(row.needPartnerId, row.needId)
  const open = sessionsLeft({ need, takenBySession }).filter(
    ({ positions_left, starts_at }) => positions_left > 0 && new Date(starts_at) > ctx.clock(),
  )
  const isGivenBack = (id: string) => row.sessions.some((session) => session.id === id)
  return open.length > 0 && open.every(({ id, positions_left }) => positions_left === 1 && isGivenBack(id))
}

import type { Context } from '../../platform/events/index.ts'
import type { NeedId, OrganizationId } from '../../shared/ids.ts'
import { createMarketRepository } from './market.repository.ts'
import { canSee } from './markets.ts'
import type { MatchingPorts } from './matching-ports.ts'
import { requireReadyIndex } from './require-ready-index.ts'

const PAGE = 250

export interface VisibleNeed {
  id: NeedId
  organizationId: OrganizationId
  positions: number
  title: string
}

/**
 * Returns the needs among these that are open and that the caller may see: its own, and those visible to the network.
 * Throws `not_ready`.
 */
export function createReadVisibleNeeds({ matcher, feed }: Pick<MatchingPorts, 'matcher' | 'feed'>) {
  return async function readVisibleNeeds(
    ctx: Context,
    { ids }: { ids: readonly NeedId[] },
  ): Promise<VisibleNeed[]> {
    requireReadyIndex({ feed })
    const market = createMarketRepository(ctx.db)
    const visible: VisibleNeed[] = []
    for (let from = 0; from < ids.length; from += PAGE) {
      const records = await market.needsByKey(await matcher.keysOfNeeds(ctx, ids.slice(from, from + PAGE)))
      for (const { need } of records)
        if (need.status === 'open' && canSee(ctx.actor.partnerId, need))
          visible.push({
            id: need.id,
            organizationId: need.organizationId,
            positions: need.positions,
            title: need.title,
          })
    }
    return visible
  }
}

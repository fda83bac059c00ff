import type { Context } from '../../../platform/events/index.ts'
import { notFound } from '../../../shared/errors.ts'
import type { NeedId, OrganizationId } from '../../../shared/ids.ts'
import { createMarketRepository } from '../../matches/index.ts'
import { createNeedsRepository, createOrganizationsRepository, missingRecord } from '../../postings/index.ts'
import type { BarterMarket, BarterReader } from '../barter-market.ts'
import { searchRings } from '../search-rings.ts'
import type { RingShown } from './rings.schemas.ts'
import { showFoundRings } from './show-ring.ts'

export interface FindRingsPorts {
  market: BarterMarket
  /** Throws `not_ready` until the index is complete. */
  requireIndex(): void
}

interface Search {
  maxLength: number
  limit: number
}

/** Finds the best swaps and rings through one of the caller's needs. Throws `need_not_found` and `not_ready`. */
export function createFindRingsOfNeed(ports: FindRingsPorts) {
  return async function findRingsOfNeed(
    ctx: Context,
    { id, ...search }: Search & { id: NeedId },
  ): Promise<RingShown[]> {
    ports.requireIndex()
    const { partnerId } = ctx.actor
    const market = ports.market.of(partnerId, ctx.clock)
    if (!(await createNeedsRepository(ctx.db).find(partnerId, id))) throw notFound('need')
    const party = market.partyOf(id)
    if (party === undefined) return []
    // The party must receive something for this need.
    const into = (one: string) => market.into(one, one === party ? id : undefined)
    return shown(ctx, market, await searchRings({ ...market, into }, party, search))
  }
}

/**
 * Finds the best swaps and rings through one of the caller's organizations. Throws `organization_not_found` and `not_ready`.
 */
export function createFindRingsOfOrganization(ports: FindRingsPorts) {
  return async function findRingsOfOrganization(
    ctx: Context,
    { id, ...search }: Search & { id: OrganizationId },
  ): Promise<RingShown[]> {
    ports.requireIndex()
    const market = ports.market.of(ctx.actor.partnerId, ctx.clock)
    const found = await createOrganizationsRepository(ctx.db).find(ctx.actor.partnerId, id)
    if (!found) throw await missingRecord(ctx, 'organization', id)
    return shown(ctx, market, await searchRings(market, id, search))
  }
}

function shown(ctx: Context, market: BarterReader, rings: Awaited<ReturnType<typeof searchRings>>) {
  return showFoundRings({ reader: createMarketRepository(ctx.db), market }, rings, ctx.actor.partnerId)
}

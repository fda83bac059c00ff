import { and, asc, eq, gt, ne, or, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { HelperId, Id, IdPrefix, NeedId, OfferId, OrganizationId, PartnerId } from '../../shared/ids.ts'
import type { Side } from './introductions.table.ts'

/** Whose rows a list is narrowed to. Each has an index of its own, since it finds few rows. */
export interface TwoSidedParties {
  need_id?: NeedId | undefined
  offer_id?: OfferId | undefined
  organization_id?: OrganizationId | undefined
  helper_id?: HelperId | undefined
}

/** Which of the rows that two sides share a partner lists. */
export interface TwoSidedFilter<P extends IdPrefix, S extends string> {
  limit: number
  after?: Id<P> | undefined
  /** Only where this side is the partner's. */
  role?: Side | undefined
  status?: S | undefined
  parties?: TwoSidedParties
}

type TwoSidedTable = Record<
  'id' | 'needPartnerId' | 'offerPartnerId' | 'status' | 'needId' | 'offerId' | 'organizationId' | 'helperId',
  AnyPgColumn
>

/** Whether either side is a partner's. */
export function isParty(table: TwoSidedTable, partnerId: PartnerId): SQL | undefined {
  return or(eq(table.needPartnerId, partnerId), eq(table.offerPartnerId, partnerId))
}

function isOf(table: TwoSidedTable, parties: TwoSidedParties): (SQL | undefined)[] {
  const { need_id, offer_id, organization_id, helper_id } = parties
  return [
    need_id && eq(table.needId, need_id),
    offer_id && eq(table.offerId, offer_id),
    organization_id && eq(table.organizationId, organization_id),
    helper_id && eq(table.helperId, helper_id),
  ]
}

/**
 * Rows of either side by id, that is in the order in which they were made. Each side has an index that begins with its
 * partner, so that both are read by their own, and the earliest of both are kept. `read` selects the rows of the table
 * that meet a condition, in an order, so many at most.
 */
export async function listTwoSided<P extends IdPrefix, S extends string, R extends { id: Id<P> }>(
  table: TwoSidedTable,
  partnerId: PartnerId,
  { limit, after, role, status, parties = {} }: TwoSidedFilter<P, S>,
  read: (where: SQL | undefined, order: SQL, limit: number) => Promise<R[]>,
): Promise<R[]> {
  const page = (side: SQL | undefined) =>
    read(
      and(side, status && eq(table.status, status), after && gt(table.id, after), ...isOf(table, parties)),
      asc(table.id),
      limit,
    )
  const needSide = eq(table.needPartnerId, partnerId)
  const offerSide = eq(table.offerPartnerId, partnerId)
  if (role === 'need') return page(needSide)
  if (role === 'offer') return page(offerSide)
  const [ours, theirs] = await Promise.all([
    page(needSide),
    page(and(offerSide, ne(table.needPartnerId, partnerId))),
  ])
  return [...ours, ...theirs].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)
}

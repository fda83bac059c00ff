import { and, asc, eq, gt, ne, or, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Id, IdPrefix, PartnerId } from '../../shared/ids.ts'
import type { Side } from './introductions.table.ts'

/** Which of the rows that two sides share a partner lists. */
export interface TwoSidedFilter<P extends IdPrefix, S extends string> {
  limit: number
  after?: Id<P> | undefined
  /** Only where this side is the partner's. */
  role?: Side | undefined
  state?: S | undefined
}

type TwoSidedTable = Record<'id' | 'needPartnerId' | 'offerPartnerId' | 'state', AnyPgColumn>

/** Whether either side is a partner's. */
export function isParty(table: TwoSidedTable, partnerId: PartnerId): SQL | undefined {
  return or(eq(table.needPartnerId, partnerId), eq(table.offerPartnerId, partnerId))
}

/**
 * Rows of either side by id, that is in the order in which they were made. Each side has an index that begins with its
 * partner, so that both are read by their own, and the earliest of both are kept. `read` selects the rows of the table
 * that meet a condition, in an order, so many at most.
 */
export async function listTwoSided<P extends IdPrefix, S extends string, R extends { id: Id<P> }>(
  table: TwoSidedTable,
  partnerId: PartnerId,
  { limit, after, role, state }: TwoSidedFilter<P, S>,
  read: (where: SQL | undefined, order: SQL, limit: number) => Promise<R[]>,
): Promise<R[]> {
  const page = (side: SQL | undefined) =>
    read(and(side, state && eq(table.state, state), after && gt(table.id, after)), asc(table.id), limit)
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

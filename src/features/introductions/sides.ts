import type { EventType, Transaction } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { IntroductionRow, Side } from './introductions.table.ts'
import type { Party } from './track-records.repository.ts'

/** Anything that two sides share, each of them one partner's. */
export type TwoSided = Pick<
  IntroductionRow,
  'needPartnerId' | 'organizationId' | 'offerPartnerId' | 'helperId'
>

/** Which sides are a partner's: one, both, or none. */
export function sidesOf(
  row: Pick<TwoSided, 'needPartnerId' | 'offerPartnerId'>,
  partnerId: PartnerId,
): Side[] {
  return [
    ...(row.needPartnerId === partnerId ? (['need'] as const) : []),
    ...(row.offerPartnerId === partnerId ? (['offer'] as const) : []),
  ]
}

export function otherSide(side: Side): Side {
  return side === 'need' ? 'offer' : 'need'
}

/** The partner on a side. */
export function partnerOf(row: Pick<TwoSided, 'needPartnerId' | 'offerPartnerId'>, side: Side): PartnerId {
  return side === 'need' ? row.needPartnerId : row.offerPartnerId
}

/** The party on a side: the organization or the helper. */
export function partyOf(row: TwoSided, side: Side): Party {
  return side === 'need'
    ? { partnerId: row.needPartnerId, id: row.organizationId }
    : { partnerId: row.offerPartnerId, id: row.helperId }
}

/** Tells both partners, each once. */
export function notifyBoth(
  tx: Transaction,
  row: Pick<TwoSided, 'needPartnerId' | 'offerPartnerId'> & { id: string },
  type: EventType,
): void {
  for (const partnerId of new Set([row.needPartnerId, row.offerPartnerId]))
    tx.append({ partnerId, type, resourceId: row.id })
}

/** The record of a party has changed: it ranks otherwise from now on. */
export function notifyReranked(tx: Transaction, { partnerId, id }: Party): void {
  const type = id.startsWith('org_') ? 'organization.reranked' : 'helper.reranked'
  tx.append({ partnerId, type, resourceId: id })
}

import type { Event, Transaction } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { IntroductionRow, IntroductionStatus, Side } from './introductions.table.ts'
import type { Party } from './track-records.repository.ts'

/** A record of two sides, each of which belongs to one partner. */
export type TwoSided = Pick<
  IntroductionRow,
  'needPartnerId' | 'organizationId' | 'offerPartnerId' | 'helperId'
>

/** Returns which sides belong to a partner: one, both, or none. */
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

/** Returns the partner on a side. */
export function partnerOf(row: Pick<TwoSided, 'needPartnerId' | 'offerPartnerId'>, side: Side): PartnerId {
  return side === 'need' ? row.needPartnerId : row.offerPartnerId
}

/** Returns the party on a side: the organization or the helper. */
export function partyOf(row: TwoSided, side: Side): Party {
  return side === 'need'
    ? { partnerId: row.needPartnerId, id: row.organizationId }
    : { partnerId: row.offerPartnerId, id: row.helperId }
}

/** Returns the partners of both sides without duplicates. */
export function partnersOf(row: Pick<TwoSided, 'needPartnerId' | 'offerPartnerId'>): Set<PartnerId> {
  return new Set([row.needPartnerId, row.offerPartnerId])
}

/** Returns the ids of both sides for events of a two-sided record. */
export function idsOfSides(row: Pick<IntroductionRow, 'needId' | 'offerId'> & TwoSided) {
  return {
    need_id: row.needId,
    organization_id: row.organizationId,
    offer_id: row.offerId,
    helper_id: row.helperId,
  }
}

/** Notifies both partners that an introduction now has this status. */
export function notifyIntroduction(tx: Transaction, row: IntroductionRow, status: IntroductionStatus): void {
  const data = { status, proposed_by: row.proposedBy, ...idsOfSides(row) }
  // The type contains the status, which TypeScript can't infer for a variable.
  for (const partnerId of partnersOf(row))
    tx.append({ partnerId, type: `introduction.${status}`, resourceId: row.id, data } as Event)
}

/** Notifies both partners that introductions now have another organization, helper or offer. */
export function notifyMoved(
  tx: Transaction,
  rows: readonly IntroductionRow[],
  changed: ('organization_id' | 'helper_id' | 'offer_id')[],
): void {
  for (const row of rows) {
    const data = { status: row.status, proposed_by: row.proposedBy, ...idsOfSides(row), changed }
    for (const partnerId of partnersOf(row))
      tx.append({ partnerId, type: 'introduction.changed', resourceId: row.id, data })
  }
}

/** Notifies that the track record of a party has changed, so that it ranks differently. */
export function notifyReranked(tx: Transaction, { partnerId, id }: Party): void {
  const type = id.startsWith('org_') ? 'organization.reranked' : 'helper.reranked'
  tx.append({ partnerId, type, resourceId: id })
}

import type { Event, Transaction } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { IntroductionRow, IntroductionStatus, Side } from './introductions.table.ts'
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

/** The partners of both sides, each once. */
export function partnersOf(row: Pick<TwoSided, 'needPartnerId' | 'offerPartnerId'>): Set<PartnerId> {
  return new Set([row.needPartnerId, row.offerPartnerId])
}

/** What events of a record that two sides share tell of the sides. */
export function idsOfSides(row: Pick<IntroductionRow, 'needId' | 'offerId'> & TwoSided) {
  return {
    need_id: row.needId,
    organization_id: row.organizationId,
    offer_id: row.offerId,
    helper_id: row.helperId,
  }
}

/** Tells both partners that an introduction has this status now. */
export function notifyIntroduction(tx: Transaction, row: IntroductionRow, status: IntroductionStatus): void {
  const data = { status, proposed_by: row.proposedBy, ...idsOfSides(row) }
  // The type and the status are one word, which TypeScript can't see where the word is a variable.
  for (const partnerId of partnersOf(row))
    tx.append({ partnerId, type: `introduction.${status}`, resourceId: row.id, data } as Event)
}

/** Tells both partners that introductions are of another organization, helper or offer now. */
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

/** The record of a party has changed: it ranks otherwise from now on. */
export function notifyReranked(tx: Transaction, { partnerId, id }: Party): void {
  const type = id.startsWith('org_') ? 'organization.reranked' : 'helper.reranked'
  tx.append({ partnerId, type, resourceId: id })
}

import type { Expansion, Expansions } from '../../platform/http/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import {
  createPublicViewsRepository,
  expandHelper,
  expandOrganization,
  toPublicNeedView,
  toPublicOfferView,
} from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

type Row = Pick<
  IntroductionRow,
  'needPartnerId' | 'needId' | 'organizationId' | 'offerPartnerId' | 'offerId' | 'helperId'
>

/**
 * Returns the resources that two-sided rows can include. `isAgreed` tells whether both sides have accepted; then they keep
 * reading both postings.
 */
export function partyExpansions<R extends Row>(isAgreed: (row: R) => boolean): Expansions<R> {
  const need: Expansion<R> = async ({ db, actor: { partnerId } }, rows) => {
    const keys = rows.map(({ needPartnerId, needId }) => ({ partnerId: needPartnerId, id: needId }))
    const records = await createPublicViewsRepository(db).needs(keys)
    const byId = new Map(records.map((record) => [record.need.id, record]))
    return (row) => {
      const record = byId.get(row.needId)
      return record && maySee(partnerId, record.need, isAgreed(row)) ? toPublicNeedView(record) : null
    }
  }
  const offer: Expansion<R> = async ({ db, actor: { partnerId } }, rows) => {
    const keys = rows.map(({ offerPartnerId, offerId }) => ({ partnerId: offerPartnerId, id: offerId }))
    const records = await createPublicViewsRepository(db).offers(keys)
    const byId = new Map(records.map((record) => [record.offer.id, record]))
    return (row) => {
      const record = byId.get(row.offerId)
      return record && maySee(partnerId, record.offer, isAgreed(row)) ? toPublicOfferView(record) : null
    }
  }
  return { need, offer, organization: expandOrganization, helper: expandHelper }
}

/** Tells whether a partner may see a posting: its own, one that both sides agreed on, or an open one on the network. */
function maySee(
  partnerId: PartnerId,
  posted: { partnerId: PartnerId; status: string; visibility: string },
  isAgreed: boolean,
): boolean {
  if (posted.partnerId === partnerId || isAgreed) return true
  return posted.status === 'open' && posted.visibility === 'network'
}

export const introductionExpansions = partyExpansions<IntroductionRow>(({ status }) => status === 'accepted')

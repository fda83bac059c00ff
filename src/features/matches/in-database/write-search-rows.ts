import type { MarketPortions } from '../../../engines/matching/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import type { CommittedEvent } from '../../../platform/events/index.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { forEachSliced } from '../../../shared/sliced-work.ts'
import { createMarketRepository, type Key, type NeedRecord, type OfferRecord } from '../market.repository.ts'
import { changedKeys } from '../market-feed.ts'
import type { MarketIds } from '../market-ids.ts'
import { toMarketNeed, toMarketOffer } from '../to-market.ts'
import { createSearchRowsRepository, type Replacement } from './search-rows.repository.ts'

type Change = Pick<CommittedEvent, 'partnerId' | 'resourceId'>
type Side = 'need' | 'offer'

export interface SearchRowWriter {
  /** Writes the rows of all postings that these events changed, from their current state, in the open transaction. */
  write(db: Queryable, changes: readonly Change[]): Promise<void>
}

/**
 * Writes search rows. Rows are locked before postings are read: if two transactions change what one row is built from,
 * the later one reads what the earlier one wrote. Row locks are taken last in a transaction, and always in the same
 * order.
 */
export function createSearchRowWriter(deps: {
  portions: MarketPortions<MarketIds>
  /** Called for each posting that is written. */
  onRead: (side: Side, record: NeedRecord | OfferRecord, key: Key) => void
}): SearchRowWriter {
  const { portions, onRead } = deps

  async function writeNeeds(db: Queryable, partnerId: PartnerId, ids: readonly Key['id'][]): Promise<void> {
    if (ids.length === 0) return
    const rows = createSearchRowsRepository(db, partnerId)
    const stored = await rows.lock('need', ids)
    const records = await createMarketRepository(db).needsByKey(ids.map((id) => ({ partnerId, id })))
    const open = new Map<Key['id'], NeedRecord>(
      records.filter(({ need }) => need.status === 'open').map((record) => [record.need.id, record]),
    )
    const replacements: Replacement[] = []
    await forEachSliced(ids, (id) => {
      const record = open.get(id)
      if (record) onRead('need', record, { partnerId, id })
      replacements.push({ id, posting: record ? portions.compile('need', toMarketNeed(record)) : null })
    })
    await rows.replace('need', replacements, stored)
  }

  async function writeOffers(db: Queryable, partnerId: PartnerId, ids: readonly Key['id'][]): Promise<void> {
    if (ids.length === 0) return
    const rows = createSearchRowsRepository(db, partnerId)
    const stored = await rows.lock('offer', ids)
    const records = await createMarketRepository(db).offersByKey(ids.map((id) => ({ partnerId, id })))
    const open = new Map<Key['id'], OfferRecord>(
      records
        // A held barter offer is left out of every ranking.
        .filter(({ offer, isHeld }) => offer.status === 'open' && !isHeld)
        .map((record) => [record.offer.id, record]),
    )
    const replacements: Replacement[] = []
    await forEachSliced(ids, (id) => {
      const record = open.get(id)
      if (record) onRead('offer', record, { partnerId, id })
      replacements.push({ id, posting: record ? portions.compile('offer', toMarketOffer(record)) : null })
    })
    await rows.replace('offer', replacements, stored)
  }

  return {
    async write(db, changes) {
      const partners = [...new Set(changes.map(({ partnerId }) => partnerId))].sort()
      for (const partnerId of partners) {
        const keys = changedKeys(changes.filter((one) => one.partnerId === partnerId))
        const rows = createSearchRowsRepository(db, partnerId)
        const needIds = await rows.ofParties('need', idsOf(keys.organizations))
        const offerIds = await rows.ofParties('offer', idsOf(keys.helpers))
        await writeNeeds(db, partnerId, distinct([...idsOf(keys.needs), ...needIds]))
        await writeOffers(db, partnerId, distinct([...idsOf(keys.offers), ...offerIds]))
      }
    },
  }
}

function idsOf(keys: readonly Key[]): Key['id'][] {
  return keys.map(({ id }) => id)
}

function distinct(ids: readonly Key['id'][]): Key['id'][] {
  return [...new Set(ids)].sort()
}

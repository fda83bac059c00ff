import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { trackRecords } from '../introductions/index.ts'
import {
  helpers,
  hoursLeft,
  needs,
  offers,
  organizations,
  promisedSessions,
  takenOfNeed,
} from '../postings/index.ts'
import { distributedReads } from './distributed-market.repository.ts'
import {
  declinedOfferIds,
  helperColumns,
  isHeld,
  joinsOfNeed,
  joinsOfOffer,
  type Key,
  keyAmongGiven,
  type MarketReads,
  type NeedRecord,
  needColumns,
  needMeaningColumns,
  needReadingColumns,
  type OfferRecord,
  offerColumns,
  offerMeaningColumns,
  offerReadingColumns,
  organizationColumns,
  organizationOf,
  type Track,
  trackColumns,
  trackOf,
  uuidsOf,
} from './market-columns.repository.ts'
import { needMeanings, offerMeanings } from './meanings/meanings.table.ts'
import { needReadings, offerReadings } from './readings/readings.table.ts'

export type { Key, NeedRecord, OfferRecord } from './market-columns.repository.ts'

export type MarketRepository = ReturnType<typeof newMarketRepository>

const repositories = new WeakMap<Queryable, MarketRepository>()

/**
 * Returns a repository that reads needs with their organizations and offers with their helpers. Building the statements
 * takes longer than running one, so callers with the same connection share them.
 */
export function createMarketRepository(db: Queryable): MarketRepository {
  const repository = repositories.get(db) ?? newMarketRepository(db)
  repositories.set(db, repository)
  return repository
}

function newMarketRepository(db: Queryable) {
  const reads = db.isDistributed ? distributedReads(db) : joinedReads(db)
  const needsAmong = (by: 'id' | 'party', keys: Key[]) =>
    keys.length === 0 ? [] : reads.needsAmong(by, keys)
  const offersAmong = (by: 'id' | 'party', keys: Key[]) =>
    keys.length === 0 ? [] : reads.offersAmong(by, keys)

  return {
    /** Returns a page of all open needs, in the order of the primary key. */
    openNeeds(after: Key | null, limit: number): Promise<NeedRecord[]> {
      return reads.openNeeds(and(eq(needs.status, 'open'), after ? behind(needs, after) : undefined), limit)
    },

    openOffers(after: Key | null, limit: number): Promise<OfferRecord[]> {
      return reads.openOffers(
        and(eq(offers.status, 'open'), after ? behind(offers, after) : undefined),
        limit,
      )
    },

    /** Returns open needs with these keys or of organizations with these keys. */
    async needsOf(keys: Key[], organizationKeys: Key[]): Promise<NeedRecord[]> {
      const own = await needsAmong('id', keys)
      const theirs = await needsAmong('party', organizationKeys)
      return openDistinct([...own, ...theirs], ({ need }) => need)
    },

    async offersOf(keys: Key[], helperKeys: Key[]): Promise<OfferRecord[]> {
      const own = await offersAmong('id', keys)
      const theirs = await offersAmong('party', helperKeys)
      return openDistinct([...own, ...theirs], ({ offer }) => offer)
    },

    async needsByKey(keys: Key[]): Promise<NeedRecord[]> {
      return needsAmong('id', keys)
    },

    /** Returns the track record of an organization or a helper. */
    async trackOf(partnerId: PartnerId, id: Id<'org' | 'helper'>): Promise<Track> {
      const [row] = await db
        .select(trackColumns)
        .from(trackRecords)
        .where(and(eq(trackRecords.partnerId, partnerId), eq(trackRecords.id, idToUuid(id))))
      return row ?? null
    },

    async offersByKey(keys: Key[]): Promise<OfferRecord[]> {
      return offersAmong('id', keys)
    },
  }
}

/** Creates the market reads for a single database: one statement for each read. */
function joinedReads(db: Queryable): MarketReads {
  const selectNeeds = () =>
    db
      .select({
        need: needColumns,
        organization: organizationColumns,
        track: trackColumns,
        meaning: needMeaningColumns,
        reading: needReadingColumns,
        declinedOfferIds: declinedOfferIds(needs.partnerId, needs.id),
        ...takenOfNeed(),
        isHeld: isHeld(sql`'barter' = any(${needs.accepts})`, needs.partnerId, needs.id),
      })
      .from(needs)
      .innerJoin(organizations, joinsOfNeed.organization)
      .leftJoin(trackRecords, trackOf(needs.partnerId, needs.organizationId))
      .leftJoin(needMeanings, joinsOfNeed.meaning)
      .leftJoin(needReadings, joinsOfNeed.reading)
  const selectOffers = () =>
    db
      .select({
        offer: offerColumns,
        helper: helperColumns,
        track: trackColumns,
        meaning: offerMeaningColumns,
        reading: offerReadingColumns,
        hoursLeft: hoursLeft(),
        promisedSessions: promisedSessions(),
        organizationId: organizationOf(offers.kind, offers.partnerId, offers.helperId),
        isHeld: isHeld(sql`${offers.kind} = 'barter'`, offers.partnerId, offers.id),
      })
      .from(offers)
      .innerJoin(helpers, joinsOfOffer.helper)
      .leftJoin(trackRecords, trackOf(offers.partnerId, offers.helperId))
      .leftJoin(offerMeanings, joinsOfOffer.meaning)
      .leftJoin(offerReadings, joinsOfOffer.reading)

  const needsByKeys = keepingPlan('market_needs_by_key', (name) =>
    selectNeeds()
      .where(keyAmongGiven([needs.partnerId, needs.id]))
      .prepare(name),
  )
  const offersByKeys = keepingPlan('market_offers_by_key', (name) =>
    selectOffers()
      .where(keyAmongGiven([offers.partnerId, offers.id]))
      .prepare(name),
  )
  const needsByOrganization = keepingPlan('market_needs_by_organization', (name) =>
    selectNeeds()
      .where(keyAmongGiven([needs.partnerId, needs.organizationId]))
      .prepare(name),
  )
  const offersByHelper = keepingPlan('market_offers_by_helper', (name) =>
    selectOffers()
      .where(keyAmongGiven([offers.partnerId, offers.helperId]))
      .prepare(name),
  )

  return {
    openNeeds: (where, limit) => selectNeeds().where(where).orderBy(needs.partnerId, needs.id).limit(limit),
    openOffers: (where, limit) =>
      selectOffers().where(where).orderBy(offers.partnerId, offers.id).limit(limit),
    needsAmong: (by, keys) => (by === 'id' ? needsByKeys : needsByOrganization)(keys),
    offersAmong: (by, keys) => (by === 'id' ? offersByKeys : offersByHelper)(keys),
  }
}

/**
 * Returns a read by keys, which every page of matches and every change needs, as a statement whose plan each connection keeps.
 * Whenever sixteen times as many rows have been read it gets another name, and so a new plan: by then the tables may have grown.
 */
function keepingPlan<T>(
  name: string,
  prepare: (name: string) => { execute(keys: ReturnType<typeof uuidsOf>): Promise<T[]> },
): (keys: Key[]) => Promise<T[]> {
  let readCount = 0
  let current: { growth: number; statement: ReturnType<typeof prepare> } | undefined
  return async (keys) => {
    const growth = Math.floor(Math.log2(readCount + 1) / 4)
    if (current?.growth !== growth) current = { growth, statement: prepare(`${name}_${growth}`) }
    const rows = await current.statement.execute(uuidsOf(keys))
    readCount += rows.length
    return rows
  }
}

function behind(table: typeof needs | typeof offers, after: Key): SQL {
  return sql`(${table.partnerId}, ${table.id}) > (${uuid(after.partnerId)}, ${uuid(after.id)})`
}

/** Returns the open records without duplicates. Of two reads of a row, the later one counts. */
function openDistinct<T>(
  records: readonly T[],
  postedOf: (record: T) => { id: string; status: string },
): T[] {
  const byId = new Map(records.map((record) => [postedOf(record).id, record]))
  return [...byId.values()].filter((record) => postedOf(record).status === 'open')
}

function uuid(id: Id<IdPrefix>): SQL {
  return sql`${idToUuid(id)}::uuid`
}

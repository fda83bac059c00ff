import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { trackRecords } from '../introductions/index.ts'
import {
  givenNeeds,
  givenOffers,
  helpers,
  hoursLeft,
  inNeedOrder,
  inOfferOrder,
  needs,
  offers,
  organizations,
  promisedSessions,
  takenOfNeed,
} from '../postings/index.ts'
import {
  declinedOfferIds,
  helperColumns,
  isHeld,
  joinsOfNeed,
  joinsOfOffer,
  keyAmong,
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
  trackColumns,
  trackOf,
  uuidsOf,
} from './market-columns.repository.ts'
import { needMeanings, offerMeanings } from './meanings/meanings.table.ts'
import { needReadings, offerReadings } from './readings/readings.table.ts'

/**
 * Creates the market reads for a distributed database. Each read takes two statements: postings and their parties from
 * the shards, then their counts from the coordinator.
 */
export function distributedReads(db: Queryable): MarketReads {
  const selectNeeds = (where: SQL | undefined) =>
    db
      .select({
        need: needColumns,
        organization: organizationColumns,
        meaning: needMeaningColumns,
        reading: needReadingColumns,
      })
      .from(needs)
      .innerJoin(organizations, joinsOfNeed.organization)
      .leftJoin(needMeanings, joinsOfNeed.meaning)
      .leftJoin(needReadings, joinsOfNeed.reading)
      .where(where)
  const organizationId = organizationOf(offers.kind, offers.partnerId, offers.helperId)
  const selectOffers = (where: SQL | undefined) =>
    db
      .select({
        offer: offerColumns,
        helper: helperColumns,
        meaning: offerMeaningColumns,
        reading: offerReadingColumns,
        organizationId,
      })
      .from(offers)
      .innerJoin(helpers, joinsOfOffer.helper)
      .leftJoin(offerMeanings, joinsOfOffer.meaning)
      .leftJoin(offerReadings, joinsOfOffer.reading)
      .where(where)

  async function withNeedCounts(read: Omit<NeedRecord, keyof NeedCounts>[]): Promise<NeedRecord[]> {
    const counts = await needCounts(db, read)
    return read.map((record, at) => ({ ...record, ...found(counts[at]) }))
  }
  async function withOfferCounts(read: Omit<OfferRecord, keyof OfferCounts>[]): Promise<OfferRecord[]> {
    const counts = await offerCounts(db, read)
    return read.map((record, at) => ({ ...record, ...found(counts[at]) }))
  }

  return {
    openNeeds: async (where, limit) =>
      withNeedCounts(await selectNeeds(where).orderBy(needs.partnerId, needs.id).limit(limit)),
    openOffers: async (where, limit) =>
      withOfferCounts(await selectOffers(where).orderBy(offers.partnerId, offers.id).limit(limit)),
    needsAmong: async (by, keys) => {
      const where = keyAmong([needs.partnerId, by === 'id' ? needs.id : needs.organizationId], uuidsOf(keys))
      return withNeedCounts(await selectNeeds(where))
    },
    offersAmong: async (by, keys) => {
      const where = keyAmong([offers.partnerId, by === 'id' ? offers.id : offers.helperId], uuidsOf(keys))
      return withOfferCounts(await selectOffers(where))
    },
  }
}

type NeedCounts = Pick<
  NeedRecord,
  'track' | 'declinedOfferIds' | 'takenPositions' | 'takenBySession' | 'isHeld'
>
type OfferCounts = Pick<OfferRecord, 'track' | 'hoursLeft' | 'promisedSessions' | 'isHeld'>

async function needCounts(db: Queryable, read: readonly Pick<NeedRecord, 'need'>[]): Promise<NeedCounts[]> {
  if (read.length === 0) return []
  return db
    .select({
      track: trackColumns,
      declinedOfferIds: declinedOfferIds(needs.partnerId, needs.id),
      ...takenOfNeed(),
      isHeld: isHeld(sql`'barter' = any(${needs.accepts})`, needs.partnerId, needs.id),
    })
    .from(givenNeeds(read.map(({ need }) => need)))
    .leftJoin(trackRecords, trackOf(needs.partnerId, needs.organizationId))
    .orderBy(inNeedOrder)
}

async function offerCounts(
  db: Queryable,
  read: readonly Pick<OfferRecord, 'offer' | 'helper'>[],
): Promise<OfferCounts[]> {
  if (read.length === 0) return []
  const given = read.map(({ offer, helper }) => ({ ...offer, maxHoursPerWeek: helper.maxHoursPerWeek }))
  return db
    .select({
      track: trackColumns,
      hoursLeft: hoursLeft(),
      promisedSessions: promisedSessions(),
      isHeld: isHeld(sql`${offers.kind} = 'barter'`, offers.partnerId, offers.id),
    })
    .from(givenOffers(given))
    .leftJoin(trackRecords, trackOf(offers.partnerId, offers.helperId))
    .orderBy(inOfferOrder)
}

/** Returns a row, which must exist: the coordinator returns each given row once. */
function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a posting that was given to the coordinator did not come back')
  return row
}

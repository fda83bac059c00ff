import { and, eq, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  type Id,
  type IdPrefix,
  idToUuid,
  type OfferId,
  type OrganizationId,
  type PartnerId,
  uuidToId,
} from '../../shared/ids.ts'
import { introductions, trackRecords } from '../introductions/index.ts'
import {
  type AgreedSession,
  helpers,
  needs,
  offers,
  organizations,
  type TakenOfNeed,
} from '../postings/index.ts'
import { ringHolds } from './holds.table.ts'
import { needMeanings, offerMeanings } from './meanings/meanings.table.ts'
import { needReadings, offerReadings } from './readings/readings.table.ts'
import type { StoredReading } from './readings/stored-reading.ts'

export const {
  externalId: _n1,
  version: _n2,
  updatedAt: _n3,
  brief: _n4,
  ...needColumns
} = getTableColumns(needs)
export const { externalId: _o1, version: _o2, updatedAt: _o3, ...offerColumns } = getTableColumns(offers)
/** The fields of parties that the market reads: no contacts and no names of helpers. */
export const organizationColumns = {
  name: organizations.name,
  kind: organizations.kind,
  location: organizations.location,
  timeZone: organizations.timeZone,
  languages: organizations.languages,
  causes: organizations.causes,
  connections: organizations.connections,
  blockedHelperIds: organizations.blockedHelperIds,
  helperId: organizations.helperId,
}
export const trackColumns = {
  completed: trackRecords.completed,
  broken: trackRecords.broken,
  introductionsAnswered: trackRecords.introductionsAnswered,
  introductionsIgnored: trackRecords.introductionsIgnored,
  answerHours: trackRecords.answerHours,
}
export const helperColumns = {
  location: helpers.location,
  timeZone: helpers.timeZone,
  languages: helpers.languages,
  credentials: helpers.credentials,
  connections: helpers.connections,
  blockedOrganizationIds: helpers.blockedOrganizationIds,
  maxHoursPerWeek: helpers.maxHoursPerWeek,
}

/**
 * Hashes of the columns that the text of a posting is made of. Postgres computes them, so that a change of other columns is known
 * to leave the meaning as it is.
 */
export const hashOfPostedNeed = hashOfPosted([
  needs.title,
  needs.description,
  needs.skills,
  needs.inferSkills,
  needs.gives,
])
export const hashOfPostedOffer = hashOfPosted([
  offers.title,
  offers.description,
  offers.skills,
  offers.inferSkills,
  offers.terms,
])

function hashOfPosted(columns: SQLWrapper[]): SQL<bigint> {
  return sql`hashtextextended(jsonb_build_array(${sql.join(columns, sql`, `)})::text, 0)`.mapWith(BigInt)
}

export const needMeaningColumns = {
  model: needMeanings.model,
  vector: needMeanings.vector,
  isCurrent: isCurrent(needMeanings, hashOfPostedNeed, needs.version),
}
export const offerMeaningColumns = {
  model: offerMeanings.model,
  vector: offerMeanings.vector,
  isCurrent: isCurrent(offerMeanings, hashOfPostedOffer, offers.version),
}

function isCurrent(
  { postedHash, postingVersion }: typeof needMeanings | typeof offerMeanings,
  hash: SQL<bigint>,
  version: SQLWrapper,
): SQL<boolean> {
  return sql<boolean>`coalesce(${postedHash} = ${hash}, ${postingVersion} = ${version})`
}

/** Conditions that join a need or an offer with its other tables, in any kind of database. */
export const joinsOfNeed = {
  organization: and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId)),
  meaning: and(eq(needMeanings.partnerId, needs.partnerId), eq(needMeanings.needId, needs.id)),
  reading: and(eq(needReadings.partnerId, needs.partnerId), eq(needReadings.needId, needs.id)),
}
export const joinsOfOffer = {
  helper: and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId)),
  meaning: and(eq(offerMeanings.partnerId, offers.partnerId), eq(offerMeanings.offerId, offers.id)),
  reading: and(eq(offerReadings.partnerId, offers.partnerId), eq(offerReadings.offerId, offers.id)),
}

export const needReadingColumns = { madeFrom: needReadings.madeFrom, skills: needReadings.skills }
export const offerReadingColumns = { madeFrom: offerReadings.madeFrom, skills: offerReadings.skills }

/**
 * The meaning of a posting's text, or of an earlier text if it is not current. Null if it was never computed.
 */
type StoredMeaning = { model: string; vector: Buffer | null; isCurrent: boolean } | null

/** Null if nothing has been counted yet. */
export type Track = Pick<typeof trackRecords.$inferSelect, keyof typeof trackColumns> | null

export type NeedRecord = TakenOfNeed & {
  need: Pick<typeof needs.$inferSelect, keyof typeof needColumns>
  organization: Pick<typeof organizations.$inferSelect, keyof typeof organizationColumns>
  track: Track
  meaning: StoredMeaning
  reading: StoredReading
  declinedOfferIds: OfferId[]
  /** Whether it waits for a ring to close. Meanwhile it is not ranked for other barters. */
  isHeld: boolean
}
export type OfferRecord = {
  offer: Pick<typeof offers.$inferSelect, keyof typeof offerColumns>
  helper: Pick<typeof helpers.$inferSelect, keyof typeof helperColumns>
  track: Track
  meaning: StoredMeaning
  reading: StoredReading
  /** Hours a week that work under way leaves. Null if the total is unknown. */
  hoursLeft: number | null
  /** Sessions committed to work under way. */
  promisedSessions: AgreedSession[]
  /** For a barter offer: the organization that the helper also is. */
  organizationId: OrganizationId | null
  isHeld: boolean
}
export type Key = { partnerId: PartnerId; id: Id<IdPrefix> }

export function trackOf(partnerId: SQLWrapper, id: SQLWrapper): SQL {
  return sql`${trackRecords.partnerId} = ${partnerId} and ${trackRecords.id} = ${id}`
}

/**
 * Selects the latest declined offers. A row of the engine has room for only so many, and nobody declines more for one
 * need.
 */
export function declinedOfferIds(partnerId: SQLWrapper, id: SQLWrapper): SQL<OfferId[]> {
  const { needPartnerId, needId, offerId, status, updatedAt } = introductions
  return sql`array(
    select ${offerId} from ${introductions}
    where ${needPartnerId} = ${partnerId} and ${needId} = ${id} and ${status} = 'declined'
    order by ${updatedAt} desc limit 500)`.mapWith((uuids: string[]) =>
    uuids.map((uuid) => uuidToId('offer', uuid)),
  )
}

export function isHeld(canBe: SQL, partnerId: SQLWrapper, id: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${canBe} and exists (
    select from ${ringHolds} where ${ringHolds.partnerId} = ${partnerId} and ${ringHolds.id} = ${id}))`
}

export function organizationOf(
  kind: SQLWrapper,
  partnerId: SQLWrapper,
  helperId: SQLWrapper,
): SQL<OrganizationId | null> {
  return sql`case when ${kind} = 'barter' then (
    select ${organizations.id} from ${organizations}
    where ${organizations.partnerId} = ${partnerId} and ${organizations.helperId} = ${helperId}) end`.mapWith(
    (uuid: string) => uuidToId('org', uuid),
  )
}

/** How the market is read: from a single database or from Citus. */
export interface MarketReads {
  /** In the order of the primary key. */
  openNeeds(where: SQL | undefined, limit: number): Promise<NeedRecord[]>
  openOffers(where: SQL | undefined, limit: number): Promise<OfferRecord[]>
  /** Returns postings with these ids, or those of parties with these ids. */
  needsAmong(by: 'id' | 'party', keys: Key[]): Promise<NeedRecord[]>
  offersAmong(by: 'id' | 'party', keys: Key[]): Promise<OfferRecord[]>
}

/** Returns the condition on these keys. */
export function keyAmong(columns: [SQLWrapper, SQLWrapper], given: ReturnType<typeof uuidsOf>): SQL {
  return isAmong(columns, sql`${sql.param(given.partnerIds)}::uuid[]`, sql`${sql.param(given.ids)}::uuid[]`)
}

/**
 * The same for a prepared statement, which gets the keys from `uuidsOf`. A sub-select hides their number from Postgres, which
 * would otherwise plan each run anew: that takes five times as long as the run.
 */
export function keyAmongGiven(columns: [SQLWrapper, SQLWrapper]): SQL {
  const given = (name: string) => sql`(select ${sql.placeholder(name)}::uuid[])`
  return isAmong(columns, given('partnerIds'), given('ids'))
}

function isAmong(columns: [SQLWrapper, SQLWrapper], partnerIds: SQL, ids: SQL): SQL {
  return sql`(${columns[0]}, ${columns[1]}) in (select * from unnest(${partnerIds}, ${ids}))`
}

export function uuidsOf(keys: Key[]) {
  return { partnerIds: keys.map((key) => idToUuid(key.partnerId)), ids: keys.map((key) => idToUuid(key.id)) }
}

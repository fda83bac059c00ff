import { and, eq, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
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
  hoursLeft,
  needs,
  offers,
  organizations,
  promisedSessions,
  type TakenOfNeed,
  takenOfNeed,
} from '../postings/index.ts'
import { ringHolds } from './holds.table.ts'
import { needMeanings, offerMeanings } from './meanings/meanings.table.ts'
import { needReadings, offerReadings } from './readings/readings.table.ts'
import type { StoredReading } from './readings/stored-reading.ts'

const { externalId: _n1, version: _n2, updatedAt: _n3, brief: _n4, ...needColumns } = getTableColumns(needs)
const { externalId: _o1, version: _o2, updatedAt: _o3, ...offerColumns } = getTableColumns(offers)
/** The fields of parties that the market reads: no contacts and no names of helpers. */
const organizationColumns = {
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
const trackColumns = {
  completed: trackRecords.completed,
  broken: trackRecords.broken,
  introductionsAnswered: trackRecords.introductionsAnswered,
  introductionsIgnored: trackRecords.introductionsIgnored,
  answerHours: trackRecords.answerHours,
}
const helperColumns = {
  location: helpers.location,
  timeZone: helpers.timeZone,
  languages: helpers.languages,
  credentials: helpers.credentials,
  connections: helpers.connections,
  blockedOrganizationIds: helpers.blockedOrganizationIds,
  maxHoursPerWeek: helpers.maxHoursPerWeek,
}

const needMeaningColumns = {
  model: needMeanings.model,
  vector: needMeanings.vector,
  isCurrent: sql<boolean>`${needMeanings.postingVersion} = ${needs.version}`,
}
const offerMeaningColumns = {
  model: offerMeanings.model,
  vector: offerMeanings.vector,
  isCurrent: sql<boolean>`${offerMeanings.postingVersion} = ${offers.version}`,
}

const needReadingColumns = { madeFrom: needReadings.madeFrom, skills: needReadings.skills }
const offerReadingColumns = { madeFrom: offerReadings.madeFrom, skills: offerReadings.skills }

/** What a text is about. A vector that is not current may be of an earlier text. Null where it was never read. */
type StoredMeaning = { model: string; vector: Buffer | null; isCurrent: boolean } | null

/** Null where nothing has been counted yet. */
type Track = Pick<typeof trackRecords.$inferSelect, keyof typeof trackColumns> | null

export type NeedRecord = TakenOfNeed & {
  need: Pick<typeof needs.$inferSelect, keyof typeof needColumns>
  organization: Pick<typeof organizations.$inferSelect, keyof typeof organizationColumns>
  track: Track
  meaning: StoredMeaning
  reading: StoredReading
  declinedOfferIds: OfferId[]
  /** Waits for a ring to close, and is ranked for no other barter meanwhile. */
  isHeld: boolean
}
export type OfferRecord = {
  offer: Pick<typeof offers.$inferSelect, keyof typeof offerColumns>
  helper: Pick<typeof helpers.$inferSelect, keyof typeof helperColumns>
  track: Track
  meaning: StoredMeaning
  reading: StoredReading
  /** Hours a week that work under way leaves. Null if nothing says how many there are. */
  hoursLeft: number | null
  /** Promised to work under way. */
  promisedSessions: AgreedSession[]
  /** Of a barter offer: the organization that the helper is too. */
  organizationId: OrganizationId | null
  isHeld: boolean
}
export type Key = { partnerId: PartnerId; id: Id<IdPrefix> }

export type MarketRepository = ReturnType<typeof newMarketRepository>

const repositories = new WeakMap<Queryable, MarketRepository>()

/**
 * Reads needs with their organizations and offers with their helpers. Building the statements takes longer than running
 * one, so callers with the same connection share them.
 */
export function createMarketRepository(db: Queryable): MarketRepository {
  const repository = repositories.get(db) ?? newMarketRepository(db)
  repositories.set(db, repository)
  return repository
}

function newMarketRepository(db: Queryable) {
  const ofNeed = and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId))
  const ofOffer = and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId))
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
      .innerJoin(organizations, ofNeed)
      .leftJoin(trackRecords, trackOf(needs.partnerId, needs.organizationId))
      .leftJoin(
        needMeanings,
        and(eq(needMeanings.partnerId, needs.partnerId), eq(needMeanings.needId, needs.id)),
      )
      .leftJoin(
        needReadings,
        and(eq(needReadings.partnerId, needs.partnerId), eq(needReadings.needId, needs.id)),
      )
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
      .innerJoin(helpers, ofOffer)
      .leftJoin(trackRecords, trackOf(offers.partnerId, offers.helperId))
      .leftJoin(
        offerMeanings,
        and(eq(offerMeanings.partnerId, offers.partnerId), eq(offerMeanings.offerId, offers.id)),
      )
      .leftJoin(
        offerReadings,
        and(eq(offerReadings.partnerId, offers.partnerId), eq(offerReadings.offerId, offers.id)),
      )

  // Every page of matches and every change reads by key. Each statement is built at its first use, and planned once on each
  // connection.
  const needsByKeys = lazy(() =>
    selectNeeds()
      .where(keyAmong([needs.partnerId, needs.id]))
      .prepare('market_needs_by_key'),
  )
  const offersByKeys = lazy(() =>
    selectOffers()
      .where(keyAmong([offers.partnerId, offers.id]))
      .prepare('market_offers_by_key'),
  )
  const needsByOrganization = lazy(() =>
    selectNeeds()
      .where(keyAmong([needs.partnerId, needs.organizationId]))
      .prepare('market_needs_by_organization'),
  )
  const offersByHelper = lazy(() =>
    selectOffers()
      .where(keyAmong([offers.partnerId, offers.helperId]))
      .prepare('market_offers_by_helper'),
  )

  return {
    /** A page of all open needs, in the order of the primary key. */
    openNeeds(after: Key | null, limit: number): Promise<NeedRecord[]> {
      return selectNeeds()
        .where(and(eq(needs.status, 'open'), after ? behind(needs, after) : undefined))
        .orderBy(needs.partnerId, needs.id)
        .limit(limit)
    },

    openOffers(after: Key | null, limit: number): Promise<OfferRecord[]> {
      return selectOffers()
        .where(and(eq(offers.status, 'open'), after ? behind(offers, after) : undefined))
        .orderBy(offers.partnerId, offers.id)
        .limit(limit)
    },

    /** Open needs with these keys or of organizations with these keys. */
    async needsOf(keys: Key[], organizationKeys: Key[]): Promise<NeedRecord[]> {
      const own = keys.length === 0 ? [] : await needsByKeys().execute(uuidsOf(keys))
      const theirs =
        organizationKeys.length === 0 ? [] : await needsByOrganization().execute(uuidsOf(organizationKeys))
      return openOnce([...own, ...theirs], ({ need }) => need)
    },

    async offersOf(keys: Key[], helperKeys: Key[]): Promise<OfferRecord[]> {
      const own = keys.length === 0 ? [] : await offersByKeys().execute(uuidsOf(keys))
      const theirs = helperKeys.length === 0 ? [] : await offersByHelper().execute(uuidsOf(helperKeys))
      return openOnce([...own, ...theirs], ({ offer }) => offer)
    },

    async needsByKey(keys: Key[]): Promise<NeedRecord[]> {
      return keys.length === 0 ? [] : needsByKeys().execute(uuidsOf(keys))
    },

    /** How an organization or a helper kept its word. */
    async trackOf(partnerId: PartnerId, id: Id<'org' | 'helper'>): Promise<Track> {
      const [row] = await db
        .select(trackColumns)
        .from(trackRecords)
        .where(and(eq(trackRecords.partnerId, partnerId), eq(trackRecords.id, idToUuid(id))))
      return row ?? null
    },

    async offersByKey(keys: Key[]): Promise<OfferRecord[]> {
      return keys.length === 0 ? [] : offersByKeys().execute(uuidsOf(keys))
    },
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function trackOf(partnerId: SQLWrapper, id: SQLWrapper): SQL {
  return sql`${trackRecords.partnerId} = ${partnerId} and ${trackRecords.id} = ${id}`
}

/** The latest ones: a row of the engine has room for no more beside the connections. Nobody declines more for one need. */
function declinedOfferIds(partnerId: SQLWrapper, id: SQLWrapper): SQL<OfferId[]> {
  const { needPartnerId, needId, offerId, status, updatedAt } = introductions
  return sql`array(
    select ${offerId} from ${introductions}
    where ${needPartnerId} = ${partnerId} and ${needId} = ${id} and ${status} = 'declined'
    order by ${updatedAt} desc limit 500)`.mapWith((uuids: string[]) =>
    uuids.map((uuid) => uuidToId('offer', uuid)),
  )
}

function isHeld(canBe: SQL, partnerId: SQLWrapper, id: SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${canBe} and exists (
    select from ${ringHolds} where ${ringHolds.partnerId} = ${partnerId} and ${ringHolds.id} = ${id}))`
}

function organizationOf(
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

function behind(table: typeof needs | typeof offers, after: Key): SQL {
  return sql`(${table.partnerId}, ${table.id}) > (${uuid(after.partnerId)}, ${uuid(after.id)})`
}

/** The open ones, each once: of two reads of a row the later counts. */
function openOnce<T>(records: readonly T[], postedOf: (record: T) => { id: string; status: string }): T[] {
  const byId = new Map(records.map((record) => [postedOf(record).id, record]))
  return [...byId.values()].filter((record) => postedOf(record).status === 'open')
}

/** The condition of a prepared statement whose keys are given as `uuidsOf` them. */
function keyAmong(columns: [SQLWrapper, SQLWrapper]): SQL {
  const keys = sql`unnest(${sql.placeholder('partnerIds')}::uuid[], ${sql.placeholder('ids')}::uuid[])`
  return sql`(${columns[0]}, ${columns[1]}) in (select * from ${keys})`
}

function uuidsOf(keys: Key[]) {
  return { partnerIds: keys.map((key) => idToUuid(key.partnerId)), ids: keys.map((key) => idToUuid(key.id)) }
}

function uuid(id: Id<IdPrefix>): SQL {
  return sql`${idToUuid(id)}::uuid`
}

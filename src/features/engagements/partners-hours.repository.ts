import { and, asc, eq, gte, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type HelperId, idToUuid, type OrganizationId, type PartnerId } from '../../shared/ids.ts'
import { type Side, sides } from '../introductions/index.ts'
import { type EngagementRow, engagementHours, engagements, type HoursRow } from './engagements.table.ts'

/** Position of an entry in lists: by engagement and in the order in which they were logged. */
export type HoursPlace = Pick<HoursRow, 'engagementId' | 'id'>

/** Filters of a partner's hours. */
export interface HoursFilter {
  /** Days of work, both inclusive. */
  from?: string | undefined
  to?: string | undefined
  /** The partner's own side. */
  role?: Side | undefined
  status?: HoursRow['status'] | undefined
  organizationId?: OrganizationId | undefined
  /** Any of these helpers. */
  helperIds?: readonly HelperId[] | undefined
}

/** Minutes of one kind of help in the week from `startsOn`. */
export interface WeekOfHours {
  startsOn: string
  kind: EngagementRow['kind']
  minutes: number
}

/** What lists of hours show of the engagement. Its plan and texts would be most of what is read. */
export type EngagementOfHours = Pick<EngagementRow, keyof typeof shownOfEngagement>

export interface EntryOfPartner {
  entry: HoursRow
  engagement: EngagementOfHours
}

const shownOfEngagement = {
  id: engagements.id,
  kind: engagements.kind,
  title: engagements.title,
  needPartnerId: engagements.needPartnerId,
  needId: engagements.needId,
  organizationId: engagements.organizationId,
  offerPartnerId: engagements.offerPartnerId,
  offerId: engagements.offerId,
  helperId: engagements.helperId,
}

const { engagementId, id, workedOn, status, hours, kind, correctsId } = engagementHours

/** Reads the hours of all engagements of a partner. */
export function createPartnersHoursRepository(db: Queryable) {
  return {
    /**
     * Lists hours of a partner's engagements with their engagements, by engagement and in the order in which they were
     * logged.
     */
    async listOfPartner(
      partnerId: PartnerId,
      filter: HoursFilter,
      page: { limit: number; after: HoursPlace | undefined },
    ): Promise<EntryOfPartner[]> {
      const found = await Promise.all(
        sidesAsked(filter).map((side) => listOfSide(db, { ...page, partnerId, side, filter })),
      )
      return found.flat().sort(compareEntries).slice(0, page.limit)
    },

    /** Lists the same hours of one side. */
    listOfSide: (
      partnerId: PartnerId,
      filter: HoursFilter,
      page: { side: Side; limit: number; after: HoursPlace | undefined },
    ): Promise<EntryOfPartner[]> => listOfSide(db, { ...page, partnerId, filter }),

    /**
     * Sums the minutes that match a filter by status, and counts the entries. An unconfirmed correction counts in none of
     * these sums but in a separate one.
     */
    async totals(partnerId: PartnerId, filter: HoursFilter) {
      const minutes = { logged: 0, confirmed: 0, disputed: 0, corrections: 0 }
      let entries = 0
      const sums = {
        status,
        isCorrection: sql<boolean>`${correctsId} is not null`,
        minutes: sql`sum(round(${hours} * 60))`.mapWith(Number),
        entries: sql`count(*)`.mapWith(Number),
      }
      const of = (side: Side) => {
        const asked = { partnerId, side, filter }
        const query = db.select(sums).from(engagementHours)
        const found = isOfFew(filter)
          ? query
              .innerJoin(engagements, eq(engagements.id, engagementId))
              .where(and(isOfEngagements(asked), isEntry(filter)))
          : query.where(and(isOfSide(asked, engagementHours), isEntry(filter)))
        return found.groupBy(status, sql`${correctsId} is not null`)
      }
      const ofBoth = () =>
        db
          .select(sums)
          .from(engagementHours)
          .where(and(or(...sides.map((side) => isOfPartner(side, partnerId))), isEntry(filter)))
          .groupBy(status, sql`${correctsId} is not null`)
      const found = isOfMost(filter) ? [ofBoth()] : sidesAsked(filter).map(of)
      for (const rows of await Promise.all(found))
        for (const row of rows) {
          minutes[row.isCorrection && row.status !== 'confirmed' ? 'corrections' : row.status] += row.minutes
          entries += row.entries
        }
      return { minutes, entries }
    },

    /** Returns the confirmed minutes of a partner's engagements by kind of help and by Monday of the week of the work. */
    async confirmedByWeek(partnerId: PartnerId, days: { from: string; to: string }): Promise<WeekOfHours[]> {
      const found = await Promise.all(
        sides.map((side) => {
          const ofSide = isOfSide({ partnerId, side, filter: {} }, engagementHours)
          // Groups by day first: there are few days, and finding the week of each entry takes longer than summing it.
          return db.execute<{ startsOn: string; kind: EngagementRow['kind']; minutes: number }>(sql`
            select to_char(date_trunc('week', day::timestamp), 'YYYY-MM-DD') as "startsOn", kind, sum(minutes)::float8 as minutes
            from (
              select ${workedOn} as day, ${kind} as kind, sum(round(${hours} * 60)) as minutes from ${engagementHours}
              where ${and(ofSide, isEntry({ ...days, status: 'confirmed' }))}
              group by 1, 2
            ) days
            group by 1, 2`)
        }),
      )
      return found.flatMap(({ rows }) => rows)
    },
  }
}

/** One side of a partner's hours, with filters. */
interface OfSide {
  partnerId: PartnerId
  side: Side
  filter: HoursFilter
}

interface SideAsked extends OfSide {
  limit: number
  after: HoursPlace | undefined
}

/** Engagements that are walked before entries are searched by day. */
const MOST_WALKED = 1000

/**
 * Lists the hours of one side. Days and statuses belong to entries, but the order is that of engagements, with new ones at
 * the end. So this walks a bounded number of engagements. If they do not fill the page, entries are found by the partner's
 * days and then sorted.
 */
async function listOfSide(db: Queryable, asked: SideAsked): Promise<EntryOfPartner[]> {
  const { filter, limit, after } = asked
  if (isOfFew(filter) || (filter.from ?? filter.to ?? filter.status) === undefined) return listAll(db, asked)
  const ahead = and(isOfEngagements(asked), after && gte(engagements.id, after.engagementId))
  const inOrder = () =>
    db.select(shownOfEngagement).from(engagements).where(ahead).orderBy(asc(engagements.id))
  const walked = inOrder().limit(MOST_WALKED).as('walked')
  const rows = await db
    .select()
    .from(walked)
    .innerJoin(engagementHours, eq(engagementId, walked.id))
    .where(and(isEntry(filter), isAfter(after)))
    .orderBy(asc(engagementId), asc(id))
    .limit(limit)
  const isWhole = rows.length === limit || (await inOrder().offset(MOST_WALKED).limit(1)).length === 0
  return isWhole
    ? rows.map((row) => ({ entry: row.engagement_hours, engagement: row.walked }))
    : listByDay(db, asked)
}

function listAll(db: Queryable, asked: SideAsked): Promise<EntryOfPartner[]> {
  return db
    .select({ entry: engagementHours, engagement: shownOfEngagement })
    .from(engagements)
    .innerJoin(engagementHours, eq(engagementId, engagements.id))
    .where(and(isOfEngagements(asked), isEntry(asked.filter), isAfter(asked.after)))
    .orderBy(asc(engagements.id), asc(id))
    .limit(asked.limit)
}

async function listByDay(db: Queryable, asked: SideAsked): Promise<EntryOfPartner[]> {
  const found = db
    .select({ engagementId, id })
    .from(engagementHours)
    .where(and(isOfSide(asked, engagementHours), isEntry(asked.filter), isAfter(asked.after)))
    // The expression prevents an index in this order from being read through all other partners' entries.
    .orderBy(sql`${engagementId}::text || ''`, asc(id))
    .limit(asked.limit)
    .as('found')
  return db
    .select({ entry: engagementHours, engagement: shownOfEngagement })
    .from(found)
    .innerJoin(engagementHours, and(eq(engagementId, found.engagementId), eq(id, found.id)))
    .innerJoin(engagements, eq(engagements.id, found.engagementId))
    .orderBy(asc(found.engagementId), asc(found.id))
}

/** Compares by the order of lists. */
export function compareEntries({ entry: a }: EntryOfPartner, { entry: b }: EntryOfPartner): number {
  const [first, second] = a.engagementId === b.engagementId ? [a.id, b.id] : [a.engagementId, b.engagementId]
  return first < second ? -1 : Number(first > second)
}

/** Returns the sides on which the hours of a filter are found. */
export function sidesAsked({ role }: HoursFilter): Side[] {
  return role === undefined ? ['need', 'offer'] : [role]
}

/**
 * Matches rows of one side. If both sides of an engagement belong to the partner, it is found on the need's side, unless
 * only the other is asked for.
 */
function isOfSide(
  { partnerId, side, filter }: OfSide,
  { needPartnerId, offerPartnerId }: typeof engagements | typeof engagementHours,
): SQL | undefined {
  return and(
    eq(side === 'need' ? needPartnerId : offerPartnerId, partnerId),
    side === 'offer' && filter.role === undefined ? ne(needPartnerId, partnerId) : undefined,
  )
}

function isOfPartner(side: Side, partnerId: PartnerId): SQL {
  return eq(side === 'need' ? engagementHours.needPartnerId : engagementHours.offerPartnerId, partnerId)
}

/** Whether nearly all hours of both sides are meant: then one pass over all entries is less than one for each side. */
function isOfMost({ from, to, role, status: asked, ...parties }: HoursFilter): boolean {
  const isNarrow = from ?? to ?? role ?? (asked === 'confirmed' ? undefined : asked)
  return isNarrow === undefined && !isOfFew(parties)
}

function isOfEngagements(asked: OfSide): SQL | undefined {
  return and(isOfSide(asked, engagements), isOfParties(asked.filter))
}

function isOfParties({ organizationId, helperIds }: HoursFilter): SQL | undefined {
  return and(
    organizationId && eq(engagements.organizationId, organizationId),
    helperIds && sql`${engagements.helperId} = any(${sql.param(helperIds.map(idToUuid))}::uuid[])`,
  )
}

/** Tells whether only certain organizations and helpers are asked for, which have few entries. */
function isOfFew({ organizationId, helperIds }: HoursFilter): boolean {
  return organizationId !== undefined || helperIds !== undefined
}

function isEntry(filter: HoursFilter): SQL | undefined {
  // Indexes of unconfirmed entries are used only if the condition says so.
  const isOpen =
    filter.status === undefined || filter.status === 'confirmed' ? undefined : sql`${status} <> 'confirmed'`
  return and(filter.status && eq(status, filter.status), isOpen, worked(filter))
}

function worked({ from, to }: Pick<HoursFilter, 'from' | 'to'>): SQL | undefined {
  return and(
    from === undefined ? undefined : gte(workedOn, from),
    to === undefined ? undefined : lte(workedOn, to),
  )
}

function isAfter(after: HoursPlace | undefined): SQL | undefined {
  return (
    after &&
    sql`(${engagementId}, ${id}) > (${sql.param(after.engagementId, engagementId)}, ${sql.param(after.id, id)})`
  )
}

import { and, asc, eq, gt, gte, inArray, lte, ne, or, type SQL, sql, sum } from 'drizzle-orm'
import { countUpTo, type Queryable } from '../../platform/db/index.ts'
import { type HelperId, type Id, idToUuid, type OrganizationId, type PartnerId } from '../../shared/ids.ts'
import { otherSide, type Side, sides } from '../introductions/index.ts'
import type { EngagementId } from './engagements.repository.ts'
import { type EngagementRow, engagementHours, engagements, type HoursRow } from './engagements.table.ts'

export type HoursId = Id<'hours'>

/** Where an entry stands in lists: by engagement and in the order in which they were logged. */
export type HoursPlace = Pick<HoursRow, 'engagementId' | 'id'>

/** Which hours of a partner are meant. */
export interface HoursFilter {
  /** Days of work, both inclusive. */
  from?: string | undefined
  to?: string | undefined
  /** The side that is the partner's. */
  role?: Side | undefined
  status?: HoursRow['status'] | undefined
  organizationId?: OrganizationId | undefined
  /** Any of these. */
  helperIds?: readonly HelperId[] | undefined
}

/** Minutes of one kind of help in the week from `startsOn`. */
export interface WeekOfHours {
  startsOn: string
  kind: EngagementRow['kind']
  minutes: number
}

const { engagementId, id, workedOn, endsAt, status, hours, loggedBy, correctsId } = engagementHours

export function createHoursRepository(db: Queryable) {
  const is = (engagement: EngagementId, hoursId: HoursId) =>
    and(eq(engagementId, engagement), eq(id, hoursId))
  return {
    /** Takes back what `work` writes. The transaction goes on as if nothing had been written. */
    async takeBack<T>(work: () => Promise<T>): Promise<T> {
      await db.execute(sql`savepoint tried_hours`)
      try {
        return await work()
      } finally {
        await db.execute(sql`rollback to savepoint tried_hours`)
      }
    },

    async insert(row: HoursRow): Promise<void> {
      await db.insert(engagementHours).values(row)
    },

    async find(engagement: EngagementId, hoursId: HoursId, lock?: 'update'): Promise<HoursRow | undefined> {
      const query = db.select().from(engagementHours).where(is(engagement, hoursId))
      return (await (lock ? query.for(lock) : query))[0]
    },

    async update({ engagementId: engagement, id: hoursId, ...row }: HoursRow): Promise<void> {
      await db.update(engagementHours).set(row).where(is(engagement, hoursId))
    },

    async remove({ engagementId: engagement, id: hoursId }: HoursRow): Promise<void> {
      await db.delete(engagementHours).where(is(engagement, hoursId))
    },

    /** Locks these entries of a partner's engagements, in one order. */
    lockOfPartner(
      partnerId: PartnerId,
      ids: readonly HoursId[],
    ): Promise<{ entry: HoursRow; engagement: EngagementRow }[]> {
      const { needPartnerId, offerPartnerId } = engagements
      return db
        .select({ entry: engagementHours, engagement: engagements })
        .from(engagementHours)
        .innerJoin(engagements, eq(engagements.id, engagementId))
        .where(
          and(
            sql`${id} = any(${uuids(ids)})`,
            or(eq(needPartnerId, partnerId), eq(offerPartnerId, partnerId)),
          ),
        )
        .orderBy(asc(engagementId), asc(id))
        .for('update', { of: engagementHours })
    },

    async removeAll(rows: readonly HoursRow[]): Promise<void> {
      await db.delete(engagementHours).where(
        sql`(${engagementId}, ${id}) in (select * from unnest(${uuids(rows.map((row) => row.engagementId))},
            ${uuids(rows.map((row) => row.id))}))`,
      )
    },

    /** Locks entries in one order, so that two bulk answers can't wait for each other. */
    lockAll(keys: readonly HoursPlace[]): Promise<HoursRow[]> {
      return db
        .select()
        .from(engagementHours)
        .where(
          sql`(${engagementId}, ${id}) in (select * from unnest(${uuids(keys.map((key) => key.engagementId))},
            ${uuids(keys.map((key) => key.id))}))`,
        )
        .orderBy(asc(engagementId), asc(id))
        .for('update')
    },

    /** Confirms entries that are locked. */
    async confirmAll(rows: readonly HoursRow[], answeredAt: Date): Promise<HoursRow[]> {
      return db
        .update(engagementHours)
        .set({ status: 'confirmed', answeredAt, version: sql`${engagementHours.version} + 1` })
        .where(
          sql`(${engagementId}, ${id}) in (select * from unnest(${uuids(rows.map((row) => row.engagementId))},
            ${uuids(rows.map((row) => row.id))}))`,
        )
        .returning()
    },

    list(
      engagement: EngagementId,
      { limit, after }: { limit: number; after: HoursId | undefined },
    ): Promise<HoursRow[]> {
      return db
        .select()
        .from(engagementHours)
        .where(and(eq(engagementId, engagement), after && gt(id, after)))
        .orderBy(asc(id))
        .limit(limit)
    },

    /** Hours of a partner's engagements with the engagement of each, by engagement and in the order in which they were logged. */
    async listOfPartner(
      partnerId: PartnerId,
      filter: HoursFilter,
      { limit, after }: { limit: number; after: HoursPlace | undefined },
    ): Promise<{ entry: HoursRow; engagement: EngagementRow }[]> {
      const found = await Promise.all(
        sidesAsked(filter).map((side) =>
          db
            .select({ entry: engagementHours, engagement: engagements })
            .from(engagements)
            .innerJoin(engagementHours, eq(engagementId, engagements.id))
            .where(and(isOf(partnerId, side, filter), isAfter(after)))
            .orderBy(asc(engagements.id), asc(id))
            .limit(limit),
        ),
      )
      return found
        .flat()
        .sort((a, b) => compare(placeOf(a.entry), placeOf(b.entry)))
        .slice(0, limit)
    },

    /**
     * Sums of minutes by status over all that a filter finds, and how many entries there are. A correction counts in none of
     * them until it is confirmed; what such corrections would change is a sum of its own.
     */
    async totals(partnerId: PartnerId, filter: HoursFilter) {
      const minutes = { logged: 0, confirmed: 0, disputed: 0, corrections: 0 }
      let entries = 0
      for (const rows of await Promise.all(
        sidesAsked(filter).map((side) =>
          db
            .select({
              status,
              isCorrection: sql<boolean>`${correctsId} is not null`,
              minutes: sql`sum(round(${hours} * 60))`.mapWith(Number),
              entries: sql`count(*)`.mapWith(Number),
            })
            .from(engagements)
            .innerJoin(engagementHours, eq(engagementId, engagements.id))
            .where(isOf(partnerId, side, filter))
            .groupBy(status, sql`${correctsId} is not null`),
        ),
      ))
        for (const row of rows) {
          minutes[row.isCorrection && row.status !== 'confirmed' ? 'corrections' : row.status] += row.minutes
          entries += row.entries
        }
      return { minutes, entries }
    },

    /** Confirmed minutes of a partner's engagements by kind of help and by the Monday of the week of the work. */
    async confirmedByWeek(partnerId: PartnerId, days: { from: string; to: string }): Promise<WeekOfHours[]> {
      const monday = sql<string>`to_char(date_trunc('week', ${workedOn}::timestamp), 'YYYY-MM-DD')`
      const found = await Promise.all(
        sides.map((side) =>
          db
            .select({
              startsOn: monday,
              kind: engagements.kind,
              minutes: sql`sum(round(${hours} * 60))`.mapWith(Number),
            })
            .from(engagements)
            .innerJoin(engagementHours, eq(engagementId, engagements.id))
            .where(isOf(partnerId, side, { ...days, status: 'confirmed' }))
            .groupBy(monday, engagements.kind),
        ),
      )
      return found.flat()
    },

    /** Counts entries that wait for the partner's answer, up to `most`. */
    async countToAnswer(partnerId: PartnerId, most: number): Promise<number> {
      const waiting = sides.map(
        (
          side,
        ) => sql`select from ${engagements} join ${engagementHours} on ${engagementId} = ${engagements.id}
          where ${side === 'need' ? engagements.needPartnerId : engagements.offerPartnerId} = ${idToUuid(partnerId)}
            and ${status} = 'logged' and ${loggedBy} = ${otherSide(side)}`,
      )
      return countUpTo(db, sql.join(waiting, sql` union all `), most)
    },

    /** Entries of several engagements in the order in which they were logged. */
    ofEngagements: (ids: readonly EngagementId[]): Promise<HoursRow[]> =>
      db
        .select()
        .from(engagementHours)
        .where(inArray(engagementId, [...ids]))
        .orderBy(asc(id)),

    async confirmedHours(engagement: EngagementId): Promise<number> {
      const [row] = await db
        .select({ sum: sum(hours).mapWith(Number) })
        .from(engagementHours)
        .where(and(eq(engagementId, engagement), eq(status, 'confirmed')))
      return row?.sum ?? 0
    },

    /** An entry's minutes with all its confirmed corrections. */
    async correctedMinutes(row: HoursRow): Promise<number> {
      const [found] = await db
        .select({ minutes: sql`sum(round(${hours} * 60))`.mapWith(Number) })
        .from(engagementHours)
        .where(
          and(
            eq(engagementId, row.engagementId),
            sql`(${id} = ${idToUuid(row.id)} or ${correctsId} = ${idToUuid(row.id)} and ${status} = 'confirmed')`,
          ),
        )
      return found?.minutes ?? 0
    },

    async hasOpenCorrection(row: HoursRow): Promise<boolean> {
      const [found] = await db
        .select({ id })
        .from(engagementHours)
        .where(and(eq(engagementId, row.engagementId), eq(correctsId, row.id), ne(status, 'confirmed')))
        .limit(1)
      return found !== undefined
    },

    /** Makes whoever logs hours of this helper wait until the transaction ends, so that the sum of a day holds. */
    async lockDaysOf(helperId: HelperId): Promise<void> {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`hours ${helperId}`}, 0))`)
    },

    /**
     * Minutes that a helper has worked on a day over all engagements, without one entry: all of what began on it, and what went
     * on past its midnight. A lower correction counts once it is confirmed.
     */
    async minutesOfDay(
      { offerPartnerId, helperId }: Pick<EngagementRow, 'offerPartnerId' | 'helperId'>,
      {
        day,
        dayBefore,
        midnight,
        without,
      }: { day: string; dayBefore: string; midnight: Date; without: HoursId | null },
    ): Promise<number> {
      const corrections = sql`coalesce((select sum(round(c.hours * 60)) from ${engagementHours} c
        where c.engagement_id = ${engagementId} and c.corrects_id = ${id} and c.state = 'confirmed'), 0)`
      const pastMidnight = sql`round(extract(epoch from ${endsAt} - ${midnight.toISOString()}::timestamptz) / 60)`
      const [found] = await db
        .select({
          minutes: sql`coalesce(sum(case when ${eq(workedOn, day)} then round(${hours} * 60)
            else greatest(0, ${pastMidnight} + least(0, ${corrections})) end), 0)`.mapWith(Number),
        })
        .from(engagements)
        .innerJoin(engagementHours, eq(engagementId, engagements.id))
        .where(
          and(
            eq(engagements.offerPartnerId, offerPartnerId),
            eq(engagements.helperId, helperId),
            or(eq(workedOn, day), and(eq(workedOn, dayBefore), gt(endsAt, midnight))),
            sql`(${hours} > 0 or ${status} = 'confirmed')`,
            without ? ne(id, without) : undefined,
          ),
        )
      return found?.minutes ?? 0
    },
  }
}

function placeOf(row: HoursRow): string {
  return `${row.engagementId} ${row.id}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function sidesAsked({ role }: HoursFilter): Side[] {
  return role === undefined ? ['need', 'offer'] : [role]
}

/** Of engagements whose both sides are the partner's, the side of the need finds them unless only the other is asked for. */
function isOf(partnerId: PartnerId, side: Side, filter: HoursFilter): SQL | undefined {
  const { needPartnerId, offerPartnerId, organizationId, helperId } = engagements
  return and(
    side === 'need' ? eq(needPartnerId, partnerId) : eq(offerPartnerId, partnerId),
    side === 'offer' && filter.role === undefined ? ne(needPartnerId, partnerId) : undefined,
    filter.organizationId && eq(organizationId, filter.organizationId),
    filter.helperIds && sql`${helperId} = any(${uuids(filter.helperIds)})`,
    filter.status && eq(status, filter.status),
    worked(filter),
  )
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

function uuids(ids: readonly Parameters<typeof idToUuid>[0][]): SQL {
  return sql`${sql.param(ids.map(idToUuid))}::uuid[]`
}

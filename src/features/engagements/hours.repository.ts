import { and, asc, eq, gt, inArray, lt, ne, or, type SQL, sql, sum } from 'drizzle-orm'
import { countUpTo, type Queryable } from '../../platform/db/index.ts'
import { type HelperId, type Id, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { otherSide, sides } from '../introductions/index.ts'
import type { EngagementId } from './engagements.repository.ts'
import { type EngagementRow, engagementHours, engagements, type HoursRow } from './engagements.table.ts'
import { createPartnersHoursRepository, type HoursPlace } from './partners-hours.repository.ts'

export type HoursId = Id<'hours'>

const { engagementId, id, workedOn, endsAt, status, hours, loggedBy, correctsId } = engagementHours

/** Selects entries that wait for the partner's answer. */
function waitingFor(partnerId: PartnerId, columns: SQL): SQL {
  const { needPartnerId, offerPartnerId } = engagementHours
  const waiting = sides.map(
    (side) => sql`select ${columns} from ${engagementHours}
      where ${side === 'need' ? needPartnerId : offerPartnerId} = ${idToUuid(partnerId)}
        and ${status} = 'logged' and ${loggedBy} = ${otherSide(side)}`,
  )
  return sql.join(waiting, sql` union all `)
}

export function createHoursRepository(db: Queryable) {
  const is = (engagement: EngagementId, hoursId: HoursId) =>
    and(eq(engagementId, engagement), eq(id, hoursId))
  return {
    ...createPartnersHoursRepository(db),

    /** Runs `work` and rolls back its writes. The transaction continues as if nothing had been written. */
    async runAndRollBack<T>(work: () => Promise<T>): Promise<T> {
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

    /** Locks these entries of a partner's engagements, in a fixed order. */
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

    /** Locks entries in a fixed order, so that two bulk answers can't deadlock. */
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

    /** Confirms locked entries. */
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

    /** Counts entries that wait for the partner's answer, up to `most`. */
    countToAnswer: (partnerId: PartnerId, most: number): Promise<number> =>
      countUpTo(db, waitingFor(partnerId, sql`1`), most),

    /** Lists some engagements with entries that wait for the partner's answer. Reads only the first `most` entries. */
    async engagementsToAnswer(
      partnerId: PartnerId,
      { limit, most }: { limit: number; most: number },
    ): Promise<Pick<EngagementRow, 'id' | 'title'>[]> {
      const waiting = waitingFor(partnerId, sql`${engagementId} as id`)
      const found = sql`(select distinct id from (${waiting} limit ${most}) waiting limit ${limit})`
      return db
        .select({ id: engagements.id, title: engagements.title })
        .from(engagements)
        .where(sql`${engagements.id} in ${found}`)
        .orderBy(asc(engagements.id))
    },

    /** Lists the entries of several engagements in the order in which they were logged. */
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

    /** Returns an entry's minutes with all its confirmed corrections. */
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

    /**
     * Lists the first days on which a helper worked more than so many minutes, counted like `minutesOfDay`, with midnight
     * in this time zone.
     */
    async fullDays(
      partnerId: PartnerId,
      given: { helperId: HelperId; timeZone: string; minutes: number; limit: number },
    ): Promise<{ day: string; minutes: number }[]> {
      const { helperId, timeZone, minutes, limit } = given
      const { rows } = await db.execute<{ day: string; minutes: number }>(sql`
        with worked as (
          select h.*, (h.worked_on + 1)::timestamp at time zone ${timeZone} as midnight
          from ${engagements} e join ${engagementHours} h on h.engagement_id = e.id
          where e.offer_partner_id = ${idToUuid(partnerId)} and e.helper_id = ${idToUuid(helperId)}
            and (h.hours > 0 or h.state = 'confirmed')
        ), parts as (
          select worked_on as day, round(hours * 60) as minutes from worked
          union all
          select w.worked_on + 1, greatest(0, round(extract(epoch from w.ends_at - w.midnight) / 60)
            + least(0, coalesce((select sum(round(c.hours * 60)) from worked c
              where c.engagement_id = w.engagement_id and c.corrects_id = w.id and c.state = 'confirmed'), 0)))
          from worked w where w.ends_at > w.midnight
        )
        select day::text, sum(minutes)::int as minutes from parts
        group by day having sum(minutes) > ${minutes} order by day limit ${limit}`)
      return rows
    },

    /** Returns and locks the correction of an entry that is not confirmed. */
    async openCorrection(row: HoursRow): Promise<HoursRow | undefined> {
      const [found] = await db
        .select()
        .from(engagementHours)
        .where(and(eq(engagementId, row.engagementId), eq(correctsId, row.id), ne(status, 'confirmed')))
        .for('update')
      return found
    },

    /** Returns an entry of the engagement at the same time that is not disputed and has hours left after its corrections. */
    async atSameTime(
      engagement: EngagementId,
      { startsAt, endsAt, without }: { startsAt: Date; endsAt: Date; without: HoursId | null },
    ): Promise<HoursRow | undefined> {
      const corrected = sql`coalesce((select sum(round(c.hours * 60)) from ${engagementHours} c
        where c.engagement_id = ${engagementId} and c.corrects_id = ${id} and c.state = 'confirmed'), 0)`
      const [found] = await db
        .select()
        .from(engagementHours)
        .where(
          and(
            eq(engagementId, engagement),
            ne(status, 'disputed'),
            lt(engagementHours.startsAt, endsAt),
            gt(engagementHours.endsAt, startsAt),
            without ? ne(id, without) : undefined,
            sql`round(${hours} * 60) + ${corrected} > 0`,
          ),
        )
        .orderBy(asc(id))
        .limit(1)
      return found
    },

    /** Blocks other entries of this helper until the transaction ends, so that the sum of a day holds. */
    async lockDaysOf(helperId: HelperId): Promise<void> {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`hours ${helperId}`}, 0))`)
    },

    /**
     * Returns the minutes that a helper has worked on a day over all engagements, except one entry: all work that began on
     * it, and what continued past its midnight. A correction downward counts once it is confirmed.
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

function uuids(ids: readonly Parameters<typeof idToUuid>[0][]): SQL {
  return sql`${sql.param(ids.map(idToUuid))}::uuid[]`
}

import { and, asc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { HelperId, Id, NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import { type HelperRow, helpers } from './helpers/helpers.table.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'
import { promisedWork } from './promised-work.table.ts'
import type { AgreedSession } from './sessions/sessions.schemas.ts'

/** Hours have two decimals; rounding removes floating-point errors of sums. */
const roundHours = (hours: number) => Math.round(hours * 100) / 100

/**
 * Returns the hours per week that an offer has left, limited by its own hours and its helper's, for queries of offers joined
 * with helpers. Negative if more hours are promised than there are, null if neither gives hours.
 */
export function hoursLeft(): SQL<number | null> {
  const { offerPartnerId, helperId, offerId, isUnderWay, hoursPerWeek } = promisedWork
  return sql`(
    select least(
      ${offers.hoursPerWeek} - coalesce(sum(${hoursPerWeek}) filter (where ${offerId} = ${offers.id}), 0),
      ${helpers.maxHoursPerWeek} - coalesce(sum(${hoursPerWeek}), 0))
    from ${promisedWork}
    where ${offerPartnerId} = ${offers.partnerId} and ${helperId} = ${offers.helperId} and ${isUnderWay})`.mapWith(
    (hours: number) => roundHours(hours),
  )
}

/** Counts the positions filled by work in progress or done, for queries of needs. */
export function takenPositions(partnerId: SQLWrapper, id: SQLWrapper): SQL<number> {
  const { needPartnerId, needId } = promisedWork
  return sql`(select count(*)::int from ${promisedWork}
    where ${needPartnerId} = ${partnerId} and ${needId} = ${id})`.mapWith(Number)
}

/** Counts how often each session is taken, by id, for queries of needs. */
export function takenBySession(): SQL<Record<string, number>> {
  const { needPartnerId, needId, sessions } = promisedWork
  return sql<Record<string, number>>`(case when ${needs.sessions} = '[]' then '{}'::jsonb else (
    select coalesce(jsonb_object_agg(taken.id, taken.positions), '{}') from (
      select session ->> 'id' as id, count(*) as positions
      from ${promisedWork}, jsonb_array_elements(${sessions}) as session
      where ${needPartnerId} = ${needs.partnerId} and ${needId} = ${needs.id}
      group by 1) as taken) end)`
}

/** Returns the columns of `TakenOfNeed`, for queries of needs. */
export function takenOfNeed() {
  return { takenPositions: takenPositions(needs.partnerId, needs.id), takenBySession: takenBySession() }
}

/** Returns the sessions that the helper has promised to work in progress, for queries of offers. */
export function promisedSessions(): SQL<AgreedSession[]> {
  const { offerPartnerId, helperId, isUnderWay, sessions } = promisedWork
  return sql<AgreedSession[]>`(
    select coalesce(jsonb_agg(session), '[]')
    from ${promisedWork}, jsonb_array_elements(${sessions}) as session
    where ${offerPartnerId} = ${offers.partnerId} and ${helperId} = ${offers.helperId} and ${isUnderWay})`
}

export interface WorkUnderWay {
  id: Id<'engagement'>
  needPartnerId: PartnerId
  offerPartnerId: PartnerId
  offerId: OfferId
  hoursPerWeek: number | null
  sessions: AgreedSession[]
}

/** Reads what helpers have promised and how much they can take on. */
export function createCapacityRepository(db: Queryable) {
  return {
    /** Returns the weekly hours of an offer and of its helper. Undefined if the offer is gone. */
    async hoursOf(partnerId: PartnerId, offerId: OfferId) {
      const [row] = await db
        .select({ offer: offers.hoursPerWeek, helper: helpers.maxHoursPerWeek })
        .from(offers)
        .innerJoin(helpers, and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId)))
        .where(and(eq(offers.partnerId, partnerId), eq(offers.id, offerId)))
      return row
    },

    /**
     * Returns the weekly hours that a helper would have for a new offer. Negative if more are promised than there are, null if
     * neither gives hours.
     */
    async hoursLeftOf(
      helper: Pick<HelperRow, 'partnerId' | 'id' | 'maxHoursPerWeek'>,
      offered: number | null,
    ): Promise<number | null> {
      if (helper.maxHoursPerWeek === null) return offered
      const [row] = await db
        .select({ taken: sql`coalesce(sum(${promisedWork.hoursPerWeek}), 0)`.mapWith(Number) })
        .from(promisedWork)
        .where(
          and(
            eq(promisedWork.offerPartnerId, helper.partnerId),
            eq(promisedWork.helperId, helper.id),
            promisedWork.isUnderWay,
          ),
        )
      const left = roundHours(helper.maxHoursPerWeek - (row?.taken ?? 0))
      return offered === null ? left : Math.min(left, offered)
    },

    /** Counts how often each session of a need is taken by work in progress or done, by id. */
    async takenSessionsOf(partnerId: PartnerId, needId: NeedId): Promise<Record<string, number>> {
      const rows = await db
        .select({ sessions: promisedWork.sessions })
        .from(promisedWork)
        .where(and(eq(promisedWork.needPartnerId, partnerId), eq(promisedWork.needId, needId)))
      const taken: Record<string, number> = {}
      for (const { id } of rows.flatMap(({ sessions }) => sessions)) taken[id] = (taken[id] ?? 0) + 1
      return taken
    },

    /** Returns the sessions that a helper has promised to work in progress. */
    async sessionsOf({ partnerId, id }: Pick<HelperRow, 'partnerId' | 'id'>): Promise<AgreedSession[]> {
      const rows = await db
        .select({ sessions: promisedWork.sessions })
        .from(promisedWork)
        .where(
          and(
            eq(promisedWork.offerPartnerId, partnerId),
            eq(promisedWork.helperId, id),
            promisedWork.isUnderWay,
          ),
        )
      return rows.flatMap(({ sessions }) => sessions)
    },

    /** Lists a helper's work in progress, oldest first. */
    workOf: (partnerId: PartnerId, helperId: HelperId): Promise<WorkUnderWay[]> =>
      db
        .select({
          id: promisedWork.id,
          needPartnerId: promisedWork.needPartnerId,
          offerPartnerId: promisedWork.offerPartnerId,
          offerId: promisedWork.offerId,
          hoursPerWeek: promisedWork.hoursPerWeek,
          sessions: promisedWork.sessions,
        })
        .from(promisedWork)
        .where(
          and(
            eq(promisedWork.offerPartnerId, partnerId),
            eq(promisedWork.helperId, helperId),
            promisedWork.isUnderWay,
          ),
        )
        .orderBy(asc(promisedWork.id)),
  }
}

import { and, asc, eq, gt, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { perPartner, type Queryable } from '../../platform/db/index.ts'
import {
  type HelperId,
  type Id,
  type IdPrefix,
  idToUuid,
  type NeedId,
  newId,
  type PartnerId,
} from '../../shared/ids.ts'
import { utcDay } from '../../shared/time.ts'
import { partners } from '../access/index.ts'
import { disclosures } from './disclosures.table.ts'

/** A disclosure of a record to `partnerId`. */
export interface Showing {
  partnerId: PartnerId
  subjectPartnerId: PartnerId
  /** An organization or a helper. */
  subjectId: string
  shown: 'profile' | 'contact'
  /** The need for which it is shown. Null if there is none or it is not stored. */
  needId: NeedId | null
  introductionId: Id<'introduction'> | null
}

/** A row of the log, with the name of the partner who saw the record. */
export type ListedDisclosure = Awaited<
  ReturnType<ReturnType<typeof createDisclosuresRepository>['listOfHelper']>
>[number]

export function createDisclosuresRepository(db: Queryable) {
  return {
    /**
     * Adds disclosures to the rows of their day, with one statement. Locks rows in order of key, so that concurrent
     * disclosures of the same records wait for each other without deadlocks.
     */
    async record(showings: readonly Showing[], disclosedAt: Date): Promise<void> {
      if (showings.length === 0) return
      const at = sql`${disclosedAt.toISOString()}::timestamptz`
      await db.execute(sql`
        with given as (
          select * from unnest(
            ${uuids(showings.map(({ partnerId }) => partnerId))},
            ${uuids(showings.map(() => newId('disclosure')))},
            ${uuids(showings.map(({ introductionId }) => introductionId))},
            ${uuids(showings.map(({ subjectPartnerId }) => subjectPartnerId))},
            ${sql.param(showings.map(({ subjectId }) => subjectId))}::text[],
            ${uuids(showings.map(({ needId }) => needId))},
            ${sql.param(showings.map(({ shown }) => shown))}::text[]
          ) as showing (partner_id, id, introduction_id, subject_partner_id, subject_id, need_id, shown)
        ), for_needs as (${addNeedsOf(sql`given`)})
        insert into disclosures (partner_id, id, introduction_id, subject_partner_id, subject_id, disclosed_at, need_id,
          shown, day, count, first_disclosed_at)
        select partner_id, (array_agg(id order by id))[1], introduction_id, subject_partner_id, subject_id, ${at},
          ${LATEST_NEED}, shown, ${utcDay(disclosedAt)}::date, count(*), ${at}
        from given
        group by partner_id, introduction_id, subject_partner_id, subject_id, shown
        order by partner_id, subject_id, shown, introduction_id
        ${addToDay}`)
    },

    /**
     * Merges rows without a day, written by the previous version, into the rows of their days. Skips rows that another
     * process is merging. Returns how many it took, at most `limit`.
     */
    async gather(limit: number): Promise<number> {
      const isLeft = isNull(disclosures.day)
      const taken = await perPartner(
        db,
        { partner: disclosures.partnerId, where: isLeft, limit },
        (where, left) => gatherRows(db, where, left),
      )
      return taken.length
    },

    /** Removes at most `limit` rows of days before this one. Returns how many. */
    async removeBefore(day: string, limit: number): Promise<number> {
      const { rowCount } = await db.execute(sql`
        delete from disclosures where (partner_id, id) in (
          select partner_id, id from disclosures where day < ${day}::date limit ${limit})`)
      return rowCount ?? 0
    },

    /**
     * Lists what other partners saw of a helper's record, in the order in which each first saw it that day. `helperIds` are
     * all ids that the record had.
     */
    async listOfHelper(
      partnerId: PartnerId,
      helperIds: readonly HelperId[],
      { limit, after }: { limit: number; after?: Id<'disclosure'> | undefined },
    ) {
      return db
        .select({
          id: disclosures.id,
          shown: disclosures.shown,
          toPartnerId: disclosures.partnerId,
          toPartnerName: partners.name,
          needId: disclosures.needId,
          introductionId: disclosures.introductionId,
          count: disclosures.count,
          firstDisclosedAt: disclosures.firstDisclosedAt,
          disclosedAt: disclosures.disclosedAt,
        })
        .from(disclosures)
        .innerJoin(partners, eq(partners.id, disclosures.partnerId))
        .where(
          and(
            eq(disclosures.subjectPartnerId, partnerId),
            inArray(disclosures.subjectId, [...helperIds]),
            ne(disclosures.partnerId, partnerId),
            after && gt(disclosures.id, after),
          ),
        )
        .orderBy(asc(disclosures.id))
        .limit(limit)
    },
  }
}

async function gatherRows(db: Queryable, where: SQL | undefined, limit: number): Promise<unknown[]> {
  const { rows } = await db.execute(sql`
    with taken as (
      delete from disclosures where ${where} and (partner_id, id) in (
        select partner_id, id from disclosures where ${where}
        order by partner_id, subject_id limit ${limit} for update skip locked)
      returning *
    ), for_needs as (${addNeedsOf(sql`taken`)}), gathered as (
      insert into disclosures (partner_id, id, introduction_id, subject_partner_id, subject_id, disclosed_at, need_id,
        shown, day, count, first_disclosed_at)
      select partner_id, (array_agg(id order by id))[1], introduction_id, subject_partner_id, subject_id,
        max(disclosed_at), ${LATEST_NEED},
        shown, (disclosed_at at time zone 'UTC')::date, sum(count), min(disclosed_at)
      from taken
      group by partner_id, introduction_id, subject_partner_id, subject_id, shown,
        (disclosed_at at time zone 'UTC')::date
      order by partner_id, subject_id, shown, introduction_id
      ${addToDay}
    )
    select partner_id from taken`)
  return rows
}

/** Latest need of grouped rows. */
const LATEST_NEED = sql`(array_agg(need_id order by id desc) filter (where need_id is not null))[1]`

const addNeedsOf = (rows: SQL) => sql`
  insert into need_disclosures
  select distinct partner_id, need_id from ${rows} where need_id is not null order by partner_id, need_id
  on conflict do nothing`

const uuids = (ids: readonly (Id<IdPrefix> | null)[]) =>
  sql`${sql.param(ids.map((id) => id && idToUuid(id)))}::uuid[]`

/** Adds an inserted row to the row of its day if there is one. */
const addToDay = sql`
  on conflict (partner_id, subject_id, shown, introduction_id, day) where day is not null do update set
    count = disclosures.count + excluded.count,
    first_disclosed_at = least(disclosures.first_disclosed_at, excluded.first_disclosed_at),
    disclosed_at = greatest(disclosures.disclosed_at, excluded.disclosed_at),
    need_id = coalesce(excluded.need_id, disclosures.need_id)`

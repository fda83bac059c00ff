import { and, asc, eq, gt, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type HelperId, type Id, idToUuid, type NeedId, newId, type PartnerId } from '../../shared/ids.ts'
import { utcDay } from '../../shared/time.ts'
import { partners } from '../access/index.ts'
import { disclosures } from './disclosures.table.ts'

/** Records that are shown to a partner at one moment. */
export interface Showing {
  /** Who sees them. */
  partnerId: PartnerId
  /** Organizations and helpers, each with its own partner. */
  subjects: readonly { partnerId: PartnerId; id: string }[]
  shown: 'profile' | 'contact'
  disclosedAt: Date
  /** The need that they are shown for, null if it is not saved. */
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
     * Counts a showing in the rows of its day, all with one statement. It locks rows in the order of their subjects, so
     * that showings of the same records at the same time wait for each other and never deadlock.
     */
    async record({ subjects, ...showing }: Showing): Promise<void> {
      if (subjects.length === 0) return
      const { shown, disclosedAt } = showing
      const partnerId = sql`${idToUuid(showing.partnerId)}::uuid`
      const at = sql`${disclosedAt.toISOString()}::timestamptz`
      const needId = sql`${showing.needId && idToUuid(showing.needId)}::uuid`
      const introductionId = sql`${showing.introductionId && idToUuid(showing.introductionId)}::uuid`
      await db.execute(sql`
        with given as (
          select distinct on (subject_id) * from unnest(
            ${sql.param(subjects.map(() => idToUuid(newId('disclosure'))))}::uuid[],
            ${sql.param(subjects.map((subject) => idToUuid(subject.partnerId)))}::uuid[],
            ${sql.param(subjects.map(({ id }) => id))}::text[]
          ) as subject (id, subject_partner_id, subject_id)
          order by subject_id
        ), for_need as (
          insert into need_disclosures select ${partnerId}, ${needId} where ${needId} is not null
          on conflict do nothing
        )
        insert into disclosures (partner_id, id, introduction_id, subject_partner_id, subject_id, disclosed_at, need_id,
          shown, day, first_disclosed_at)
        select ${partnerId}, id, ${introductionId}, subject_partner_id, subject_id, ${at}, ${needId},
          ${shown}, ${utcDay(disclosedAt)}::date, ${at}
        from given order by subject_id
        ${addToDay}`)
    },

    /**
     * Gathers rows without a day, which the previous version wrote, into the rows of their days. Skips what another process
     * is gathering. Returns how many it took, at most `limit`.
     */
    async gather(limit: number): Promise<number> {
      const { rows } = await db.execute<{ taken: number }>(sql`
        with taken as (
          delete from disclosures where (partner_id, id) in (
            select partner_id, id from disclosures where day is null
            order by partner_id, subject_id limit ${limit} for update skip locked)
          returning *
        ), for_needs as (
          insert into need_disclosures
          select distinct partner_id, need_id from taken where need_id is not null order by partner_id, need_id
          on conflict do nothing
        ), gathered as (
          insert into disclosures (partner_id, id, introduction_id, subject_partner_id, subject_id, disclosed_at, need_id,
            shown, day, count, first_disclosed_at)
          select partner_id, (array_agg(id order by id))[1], introduction_id, subject_partner_id, subject_id,
            max(disclosed_at), (array_agg(need_id order by id desc) filter (where need_id is not null))[1],
            shown, (disclosed_at at time zone 'UTC')::date, sum(count), min(disclosed_at)
          from taken
          group by partner_id, introduction_id, subject_partner_id, subject_id, shown,
            (disclosed_at at time zone 'UTC')::date
          order by partner_id, subject_id, shown, introduction_id
          ${addToDay}
        )
        select count(*)::int as taken from taken`)
      return rows[0]?.taken ?? 0
    },

    /** Removes rows of days before this one, at most `limit`. Returns how many. */
    async removeBefore(day: string, limit: number): Promise<number> {
      const { rowCount } = await db.execute(sql`
        delete from disclosures where (partner_id, id) in (
          select partner_id, id from disclosures where day < ${day}::date limit ${limit})`)
      return rowCount ?? 0
    },

    /** What other partners saw of a helper's record, in the order in which each first saw it that day. */
    async listOfHelper(
      partnerId: PartnerId,
      helperId: HelperId,
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
            eq(disclosures.subjectId, helperId),
            ne(disclosures.partnerId, partnerId),
            after && gt(disclosures.id, after),
          ),
        )
        .orderBy(asc(disclosures.id))
        .limit(limit)
    },
  }
}

/** Adds an inserted row to the row of its day if there is one. */
const addToDay = sql`
  on conflict (partner_id, subject_id, shown, introduction_id, day) where day is not null do update set
    count = disclosures.count + excluded.count,
    first_disclosed_at = least(disclosures.first_disclosed_at, excluded.first_disclosed_at),
    disclosed_at = greatest(disclosures.disclosed_at, excluded.disclosed_at),
    need_id = coalesce(excluded.need_id, disclosures.need_id)`

import { type SQL, sql } from 'drizzle-orm'
import type { Question, Reach, StoredPosting } from '../../../engines/matching/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type NeedId, type OfferId, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import type { Key } from '../market-columns.repository.ts'
import { marketOf } from './market-of.ts'
import { needSearchRows, offerSearchRows } from './search-rows.table.ts'

type Side = 'need' | 'offer'
/** Sums are added up in another order than those of pairs. */
const ROUNDING = 1e-6

/** Finds what a process ranks. Each statement runs on all shards, which give their best by the bound. */
export function createCandidatesRepository(db: Queryable) {
  return {
    /** Those of the candidates that reach any of these, but for those that were read, that may score most first. */
    async next(
      question: Question,
      asked: { partnerId: PartnerId; reaches: readonly Reach[]; read: ReadonlySet<string>; limit: number },
    ): Promise<Key[]> {
      const reached = asked.reaches.map(
        ({ topic, score }) => sql`topic >= ${topic - ROUNDING}::float8 and bound >= ${score}::float8`,
      )
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        select partner_id, id from (${boundedRows(question, asked.partnerId)}) found
        where (${sql.join(reached, sql` or `)}) and not id = any(${sql.param([...asked.read].map((id) => idToUuid(id as Key['id'])))}::uuid[])
        order by bound desc, id limit ${asked.limit}`)
      return rows.map((row) => ({
        partnerId: uuidToId('partner', row.partner_id),
        id: uuidToId(question.side, row.id),
      }))
    },

    /** What is stored of postings, in no order. */
    async postings(side: Side, keys: readonly Key[]): Promise<StoredPosting[]> {
      if (keys.length === 0) return []
      const { rows } = await db.execute<{ posting: StoredPosting }>(sql`
        select posting from ${tableOf(side)} where (partner_id, id) in (select * from unnest(
          ${sql.param(keys.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(keys.map(({ id }) => idToUuid(id)))}::uuid[]))`)
      return rows.map(({ posting }) => posting)
    },

    /** The keys of those of these postings that are in the market. */
    async keysOf(side: Side, ids: readonly (NeedId | OfferId)[]): Promise<Key[]> {
      if (ids.length === 0) return []
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        select partner_id, id from ${tableOf(side)} where id = any(${sql.param(ids.map((id) => idToUuid(id)))}::uuid[])`)
      const keys = new Map(rows.map((row) => [uuidToId(side, row.id), uuidToId('partner', row.partner_id)]))
      return ids.flatMap((id) => {
        const partnerId = keys.get(id as never)
        return partnerId === undefined ? [] : [{ partnerId, id }]
      })
    },
  }
}

/** The rows that a question finds, each with the most that its topic and its score can be. */
function boundedRows(question: Question, partnerId: PartnerId): SQL {
  const { words, skills, uses, hintShare, mostWording, foundBySkills, foundByWords } = question
  const total = (of: 'sum' | 'max', column: 'skills' | 'hints' | 'stems', values: Record<string, number>) =>
    sql`coalesce((select ${sql.raw(of)}((${JSON.stringify(values)}::jsonb ->> one)::float8)
      from unnest(r.${sql.raw(column)}) one), 0)`
  const covered =
    question.side === 'offer'
      ? sql`${total('sum', 'skills', skills)} + ${hintShare}::float8 * ${total('sum', 'hints', skills)}`
      : sql`greatest(${total('max', 'skills', skills)}, ${hintShare}::float8 * ${total('max', 'hints', skills)})`
  const used = sql`greatest(${total('max', 'skills', uses)}, ${total('max', 'hints', uses)})`
  // OFFSET keeps the planner from computing the sums once for each place that reads them.
  return sql`
    select partner_id, id, ${topicOf(question)} as topic,
      least(1, ${boundOf(question)}) + ${question.rounding}::float8 as bound from (
      select partner_id, id, covered, used, 1 - power(1 - wording, 5) as wording from (
        select r.partner_id, r.id, least(1, ${covered}) as covered, ${used} as used,
          least(${mostWording}::float8, ${total('sum', 'stems', words)}) as wording
        from ${tableOf(question.side)} r
        where (r.skills && ${sql.param(foundBySkills)}::text[] or r.found_by && ${sql.param(foundByWords)}::text[])
          and r.market = ${marketOf(partnerId)}::uuid and ${isOpenTo(question, partnerId)}
        offset 0) summed offset 0) worded
    where covered > 0 or wording > 0`
}

function isOpenTo({ flagGroups, flagsOfOthers, days }: Question, partnerId: PartnerId): SQL {
  const isOwn = sql`r.partner_id = ${idToUuid(partnerId)}::uuid`
  const isSeen =
    flagsOfOthers === null
      ? isOwn
      : sql`(${isOwn} or r.flags & ${flagsOfOthers}::int = ${flagsOfOthers}::int)`
  const groups = flagGroups.map((group) => sql` and r.flags & ${group}::int <> 0`)
  return sql`${isSeen}${sql.join(groups)} and r.ends_day >= ${days.from}::int and r.starts_day <= ${days.until}::int`
}

/** The greatest topic: see `topicFrom`. */
function topicOf({ shareOfUse, missedByMeaning }: Question): SQL {
  return sql`1 - (1 - wording) * (1 - covered) * (1 - ${shareOfUse}::float8 * used) * ${missedByMeaning}::float8`
}

/** The greatest score that any of the weights allow: the harmonic mean of both sides. */
function boundOf({ lines }: Question): SQL {
  const bounds = lines.map(({ need, offer }) => {
    const of = ({ rest, skills, wording }: typeof need) =>
      sql`(${rest}::float8 + ${skills}::float8 * covered + ${wording}::float8 * wording)`
    return sql`coalesce(2 * ${of(need)} * ${of(offer)} / nullif(${of(need)} + ${of(offer)}, 0), 0)`
  })
  return sql`greatest(${sql.join(bounds, sql`, `)})`
}

function tableOf(side: Side) {
  return side === 'need' ? needSearchRows : offerSearchRows
}

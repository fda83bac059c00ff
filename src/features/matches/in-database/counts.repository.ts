import { eq, type SQL, sql } from 'drizzle-orm'
import type { Counted, MarketCounts, Unlearned } from '../../../engines/matching/index.ts'
import type { Database, PartnerRows, Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { marketOf } from './market-of.ts'
import { marketChanges, marketCounts } from './search-rows.table.ts'

/** Kinds of counts, by number. */
export const COUNT_KINDS: readonly Counted['kind'][] = ['word', 'skill', 'total']
const [WORD, SKILL, TOTAL] = [0, 1, 2] as const
/** Prevents two processes from summing the same changes. */
const FOLD_LOCK = 72_005
const MOST_FOLDED = 1000

type CountRow = { kind: number; key: string; count: string }
type ChangeRow = {
  partner_id: string
  id: string
  market: string
  kinds: number[]
  keys: string[]
  by: number[]
}

/** The counts of a sandbox's market, which has the id of its partner. */
export const countsOfPartner: PartnerRows = {
  table: marketCounts,
  of: (partnerId) => eq(marketCounts.market, idToUuid(partnerId)),
}

/** Reads the counts of a market. Changes that are not summed yet are included, so the counts always match the rows. */
export function createCountsRepository(db: Queryable) {
  return {
    async read(partnerId: PartnerId, asked: Unlearned): Promise<MarketCounts> {
      const market = sql`${marketOf(partnerId)}::uuid`
      const changes = db.isDistributed ? await readChanges(db, market) : changesOf(market)
      const both = sql`${summed(market, asked)} union all ${pending(changes, asked)}`
      const { rows } = await db.execute<CountRow>(
        sql`select kind, key, sum(count)::text as count from (${both}) counted group by kind, key`,
      )
      return countsOf(rows)
    },
  }
}

/** Sums up to `MOST_FOLDED` changes. Returns whether there may be more; false if another process is summing now. */
export async function foldCounts(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const locked = await tx.execute<{ is_locked: boolean }>(
      sql`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as is_locked`,
    )
    if (!locked.rows[0]?.is_locked) return false
    const { rows } = await tx.execute<ChangeRow>(sql`
      select partner_id, id::text as id, market, kinds, keys, by from ${marketChanges}
      order by partner_id, id limit ${MOST_FOLDED}`)
    if (rows.length === 0) return false
    await tx.execute(sql`
      delete from ${marketChanges} where (partner_id, id) in (select * from unnest(
        ${sql.param(rows.map((row) => row.partner_id))}::uuid[], ${sql.param(rows.map(({ id }) => id))}::bigint[]))`)
    const sums = sumsOf(rows)
    await tx.execute(sql`
      insert into ${marketCounts} (market, kind, key, count)
      select * from unnest(${sql.param(sums.map(({ market }) => market))}::uuid[],
        ${sql.param(sums.map(({ kind }) => kind))}::smallint[], ${sql.param(sums.map(({ key }) => key))}::text[],
        ${sql.param(sums.map(({ count }) => count))}::bigint[])
      on conflict (market, kind, key) do update set count = ${marketCounts}.count + excluded.count`)
    // Deletes counts of 0, so that nothing of a text remains after the last posting with it is gone.
    await tx.execute(sql`delete from ${marketCounts} where count = 0`)
    return rows.length === MOST_FOLDED
  })
}

function sumsOf(rows: readonly ChangeRow[]) {
  const sums = new Map<string, { market: string; kind: number; key: string; count: number }>()
  for (const { market, kinds, keys, by } of rows) {
    for (const [at, key] of keys.entries()) {
      const kind = kinds[at] ?? WORD
      const name = `${market} ${kind} ${key}`
      sums.set(name, { market, kind, key, count: (sums.get(name)?.count ?? 0) + (by[at] ?? 0) })
    }
  }
  return [...sums.values()].filter(({ count }) => count !== 0)
}

/** Selects summed counts, with one branch for each index. */
function summed(market: SQL, { words, nearTo, skills }: Unlearned): SQL {
  const of = (kind: number, more: SQL) =>
    sql`select kind, key, count from ${marketCounts} where market = ${market} and kind = ${kind} ${more}`
  const given = sql.param(words)
  return sql`${of(TOTAL, sql``)}
    union all ${of(SKILL, sql`and key = any(${sql.param(skills)}::text[])`)}
    union all ${of(WORD, sql`and key = any(${given}::text[])`)}
    union all ${of(WORD, sql`and near_keys && ${nearKeysOf(nearTo)} and not key = any(${given}::text[])`)}`
}

/** Selects changes that are not summed yet. */
function changesOf(market: SQL): SQL {
  return sql`select one.* from ${marketChanges} c
    cross join lateral unnest(c.kinds, c.keys, c.by) as one (kind, key, change) where c.market = ${market}`
}

/** Reads the changes as values for a statement: on Citus they are on the partners' shards, and the sums on the coordinator. */
async function readChanges(db: Queryable, market: SQL): Promise<SQL> {
  const { rows } = await db.execute<{ kind: number; key: string; change: number }>(changesOf(market))
  return sql`select * from unnest(${sql.param(rows.map(({ kind }) => kind))}::smallint[],
    ${sql.param(rows.map(({ key }) => key))}::text[], ${sql.param(rows.map(({ change }) => change))}::int[]) as one (kind, key, change)`
}

/** Selects only the requested counts: any other would be incomplete, and cached as if it were not. */
function pending(changes: SQL, asked: Unlearned): SQL {
  return sql`select kind, key, change::bigint as count from (${changes}) changed
    where kind = ${TOTAL} or kind = ${SKILL} and key = any(${sql.param(asked.skills)}::text[])
      or kind = ${WORD} and (key = any(${sql.param(asked.words)}::text[]) or near_keys(key) && ${nearKeysOf(asked.nearTo)})`
}

function nearKeysOf(words: readonly string[]): SQL {
  return sql`array(select unnest(near_keys(one)) from unnest(${sql.param(words)}::text[]) one)`
}

function countsOf(rows: readonly CountRow[]): MarketCounts {
  const of = (kind: number) => {
    const counts = new Map<string, number>()
    for (const row of rows)
      if (row.kind === kind) counts.set(row.key, (counts.get(row.key) ?? 0) + Number(row.count))
    return counts
  }
  const totals = of(TOTAL)
  const total = (name: string) => totals.get(name) ?? 0
  return {
    totals: {
      postings: total('postings'),
      offers: total('offers'),
      titleLengths: total('titleLengths'),
      descriptionLengths: total('descriptionLengths'),
    },
    words: of(WORD),
    skills: of(SKILL),
  }
}

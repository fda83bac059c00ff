import { sql } from 'drizzle-orm'
import {
  type Counted,
  countedOf,
  type StoredPosting,
  searchColumnsOf,
} from '../../../engines/matching/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import { idToUuid, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import { needs, offers } from '../../postings/index.ts'
import type { Key } from '../market-columns.repository.ts'
import { COUNT_KINDS } from './counts.repository.ts'
import { marketOf } from './market-of.ts'
import { marketChanges, needSearchRows, offerSearchRows } from './search-rows.table.ts'

type Side = 'need' | 'offer'

/** The new row of a posting; null if it is no longer in the market. */
export interface Replacement {
  id: Key['id']
  posting: StoredPosting | null
}

/**
 * Reads and writes the search rows of one partner, and records how they change the counts. Each statement stays on one
 * shard.
 */
export function createSearchRowsRepository(db: Queryable, partnerId: PartnerId) {
  const partner = idToUuid(partnerId)
  return {
    /** Returns the ids of the postings of these parties. */
    async ofParties(side: Side, parties: readonly Key['id'][]): Promise<Key['id'][]> {
      if (parties.length === 0) return []
      const [table, party] = side === 'need' ? [needs, needs.organizationId] : [offers, offers.helperId]
      const { rows } = await db.execute<{ id: string }>(sql`
        select ${table.id} as id from ${table} where ${table.partnerId} = ${partner}::uuid
          and ${party} = any(${sql.param(parties.map((id) => idToUuid(id)))}::uuid[])`)
      return rows.map(({ id }) => uuidToId(side, id))
    },

    /** Returns the stored form of these postings, and locks their rows until the transaction ends. */
    async lock(side: Side, ids: readonly Key['id'][]): Promise<Map<Key['id'], StoredPosting>> {
      const { rows } = await db.execute<{ id: string; posting: StoredPosting }>(sql`
        select id, posting from ${tableOf(side)} where partner_id = ${partner}::uuid
          and id = any(${sql.param(ids.map((id) => idToUuid(id)))}::uuid[])
        order by id for update`)
      return new Map(rows.map(({ id, posting }) => [uuidToId(side, id), posting]))
    },

    /** Writes the rows that changed, and the resulting changes of the market's counts. */
    async replace(
      side: Side,
      replacements: readonly Replacement[],
      stored: ReadonlyMap<Key['id'], StoredPosting>,
    ): Promise<void> {
      const changed = replacements.filter(
        ({ id, posting }) => JSON.stringify(posting) !== JSON.stringify(stored.get(id) ?? null),
      )
      if (changed.length === 0) return
      await remove(
        side,
        changed.flatMap(({ id, posting }) => (posting ? [] : [id])),
      )
      await write(
        side,
        changed.flatMap(({ id, posting }) => (posting ? [{ id, posting }] : [])),
      )
      await count(
        changed.flatMap(({ id, posting }) => {
          const before = stored.get(id)
          return [
            ...(before ? countedOf(side, before).map((one) => ({ ...one, by: -one.by })) : []),
            ...(posting ? countedOf(side, posting) : []),
          ]
        }),
      )
    },
  }

  async function remove(side: Side, ids: readonly Key['id'][]): Promise<void> {
    if (ids.length === 0) return
    await db.execute(sql`delete from ${tableOf(side)} where partner_id = ${partner}::uuid
      and id = any(${sql.param(ids.map((id) => idToUuid(id)))}::uuid[])`)
  }

  async function write(
    side: Side,
    rows: readonly { id: Key['id']; posting: StoredPosting }[],
  ): Promise<void> {
    if (rows.length === 0) return
    const given = rows.map(({ id, posting }) => rowOf(side, id, posting))
    await db.execute(sql`
      insert into ${tableOf(side)} (partner_id, market, ${columnNames(COLUMNS)})
      select ${partner}::uuid, ${marketOf(partnerId)}::uuid, ${columnNames(COLUMNS, 'one')}
      from jsonb_populate_recordset(null::${tableOf(side)}, ${JSON.stringify(given)}::jsonb) one
      on conflict (partner_id, id) do update set ${sql.join([sql`market = excluded.market`, ...COLUMNS.map((name) => sql.raw(`${name} = excluded.${name}`))], sql`, `)}`)
  }

  async function count(changes: readonly Counted[]): Promise<void> {
    const sums = new Map<string, Counted>()
    for (const one of changes) {
      const key = `${one.kind} ${one.key}`
      sums.set(key, { ...one, by: one.by + (sums.get(key)?.by ?? 0) })
    }
    const counted = [...sums.values()].filter(({ by }) => by !== 0)
    if (counted.length === 0) return
    await db.execute(sql`
      insert into ${marketChanges} (partner_id, market, kinds, keys, by)
      values (${partner}::uuid, ${marketOf(partnerId)}::uuid,
        ${sql.param(counted.map(({ kind }) => COUNT_KINDS.indexOf(kind)))}::smallint[],
        ${sql.param(counted.map(({ key }) => key))}::text[], ${sql.param(counted.map(({ by }) => by))}::int[])`)
  }
}

/** Returns a row as JSON, by column name. */
function rowOf(side: Side, id: Key['id'], posting: StoredPosting) {
  const columns = searchColumnsOf(side, posting)
  return {
    ...columns,
    id: idToUuid(id),
    posting,
    starts_day: columns.startsDay,
    ends_day: columns.endsDay,
    posted_day: columns.postedDay,
    own_x: columns.ownX,
    own_y: columns.ownY,
    own_z: columns.ownZ,
    return_count: columns.returnCount,
    time_zone: columns.timeZone,
    max_km: columns.maxKm,
    found_by: columns.foundBy,
    skill_bits: `\\x${columns.skillBits}`,
    word_bits: `\\x${columns.wordBits}`,
  }
}

const COLUMNS = [
  ...[
    'id',
    'flags',
    'says',
    'starts_day',
    'ends_day',
    'posted_day',
    'languages',
    'causes',
    'returns',
    'return_count',
    'time_zone',
  ],
  ...[
    'x',
    'y',
    'z',
    'own_x',
    'own_y',
    'own_z',
    'max_km',
    'hours',
    'amount',
    'trust',
    'responsiveness',
    'currency',
  ],
  ...['skill_bits', 'word_bits', 'skills', 'found_by', 'posting'],
]

function columnNames(names: readonly string[], of?: string) {
  return sql.raw(names.map((name) => (of ? `${of}.${name}` : name)).join(', '))
}

function tableOf(side: Side) {
  return side === 'need' ? needSearchRows : offerSearchRows
}

import type pg from 'pg'
import { idToUuid, type PartnerId } from '../../src/shared/ids.ts'

export const listedTables = [
  ...(['needs', 'offers', 'organizations', 'helpers', 'candidates'] as const),
  ...(['introductions', 'engagements'] as const),
]
export type ListedTable = (typeof listedTables)[number]

/** Some that rows of every table name. */
export const ORGANIZATION_ID = '00000000-0000-7000-8000-000000000007'
export const HELPER_ID = '00000000-0000-7000-9000-000000000007'
export const NEED_ID = '00000000-0000-7000-a000-000000000007'
export const OFFER_ID = '00000000-0000-7000-b000-000000000007'
export const PROGRAM_ID = '00000000-0000-7000-d000-000000000007'

/** So many rows have one owner. */
const OF_OWNER = 20
/** Nine of ten rows are the partner's that is asked for: the largest tenant is the slowest. */
const OWN_SHARE = 0.9

const numbered = (variant: string, number: string) =>
  `('00000000-0000-7000-${variant}000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
/** Of ids that grow with time, and the time itself: a year of postings. */
const time = "timestamptz '2025-12-01' + i * interval '1 second' * (365 * 86400.0 / $2)"
const id = `(lpad(to_hex((extract(epoch from ${time}) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || 'a' || substr(md5(i::text), 4, 15))::uuid`
const partner = `case when random() < ${OWN_SHARE} then $1::uuid else ${numbered('c', '(i % 50)')} end`
/** Words of very different frequency: w0 is in every tenth text, w5000 in few. */
const word = "'w' || floor(5000 ^ random())::int"
const words = (count: number) => Array.from({ length: count }, () => word).join(" || ' ' || ")
const metadata = "case when i % 20 = 0 then jsonb_build_object('crm_id', (i / 20)::text) else '{}' end"
/** A name of two words. */
const name = words(2)
const sides = `case when i % 2 = 0 then $1::uuid else ${numbered('c', '(i % 50)')} end, ${numbered('a', 'i / 5')},
      ${numbered('8', `i / ${OF_OWNER}`)}, case when i % 3 <> 0 then $1::uuid else ${numbered('c', '(i % 50)')} end,
      ${numbered('b', 'i % 7919')}, ${numbered('9', `i / ${OF_OWNER}`)}`
const updated = `${time} + interval '1 day' * 30 * random()`

const statements: Readonly<Record<ListedTable, string>> = {
  needs: `
    insert into needs (partner_id, id, external_id, organization_id, status, title, description, skills, accepts, modality,
      requires, gives, positions, visibility, version, created_at, updated_at, metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${numbered('8', `i / ${OF_OWNER}`)},
      (array['open', 'open', 'filled', 'closed', 'closed'])[1 + floor(random() * 5)::int],
      ${words(5)}, ${words(20)}, '[{"skill": "bookkeeping"}]',
      case when i % 50 = 0 then array['barter'] when i % 3 = 0 then array['volunteer', 'intern'] else array['volunteer'] end,
      'remote', '{}', '[]', 1, 'network', 1, ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
  offers: `
    insert into offers (partner_id, id, external_id, helper_id, status, kind, title, description, skills, modality, terms, open_to,
      visibility, version, created_at, updated_at, metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${numbered('9', `i / ${OF_OWNER}`)},
      (array['open', 'open', 'paused', 'closed', 'closed'])[1 + floor(random() * 5)::int],
      case when i % 50 = 0 then 'barter' when i % 3 = 0 then 'intern' else 'volunteer' end,
      ${words(5)}, ${words(20)}, '[{"skill": "bookkeeping"}]', 'remote', '{}', '{}', 'network', 1, ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
  introductions: `
    insert into introductions (id, need_partner_id, need_id, organization_id, offer_partner_id, offer_id, helper_id, proposed_by,
      state, expires_at, factors, version, created_at, updated_at, need_metadata)
    select ${id}, ${sides}, 'need',
      (array['proposed', 'accepted', 'accepted', 'declined', 'withdrawn', 'expired'])[1 + i % 6], ${time}, '{}', 1, ${time}, ${updated},
      ${metadata}
    from generate_series(1, $2::int) as i`,
  engagements: `
    insert into engagements (id, introduction_id, need_partner_id, need_id, organization_id, offer_partner_id, offer_id, helper_id, kind,
      title, skills, plan, state, done_by, started_at, version, created_at, updated_at, need_metadata)
    select ${id}, gen_random_uuid(), ${sides}, case when i % 50 = 0 then 'barter' else 'volunteer' end, ${words(5)}, '[]', '{}',
      (array['active', 'completed', 'completed', 'ended_early'])[1 + i % 4], '{}', ${time}, 1, ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
  organizations: `
    insert into organizations (partner_id, id, external_id, name, kind, contact, time_zone, languages, causes, blocked_helper_ids, version,
      created_at, updated_at, metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${name},
      case when i % 3 = 0 then 'nonprofit' else 'small_business' end, '{}', 'UTC', '{en}', '{}', '{}', 1, ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
  helpers: `
    insert into helpers (partner_id, id, external_id, name, kind, contact, time_zone, languages, credentials, connections,
      blocked_organization_ids, version, created_at, updated_at, metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${name},
      case when i % 50 = 0 then 'organization' else 'person' end, '{}', 'UTC', '{en}', '{"licences": []}', '{}', '{}', 1, ${time}, ${updated},
      ${metadata}
    from generate_series(1, $2::int) as i`,
  candidates: `
    insert into candidates (partner_id, id, external_id, program_id, status, shares_profile, profile, version, created_at, updated_at,
      metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${numbered('d', '(i / 5000)')},
      (array['open', 'open', 'paused', 'closed', 'closed'])[1 + floor(random() * 5)::int], i % 40 <> 0,
      jsonb_build_object('name', ${name}, 'credentials', '{}'::jsonb), 1, ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
}

/** Fills one table with rows of a year, of which most are one partner's. Indexes are made afterwards, as a restore does. */
export async function fillLists(
  pool: pg.Pool,
  table: ListedTable,
  { partnerId, rows }: { partnerId: PartnerId; rows: number },
): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where tablename = $1 and indexname not in (select conname from pg_constraint)`,
      [table],
    )
    // Their parents are not there: no list reads them.
    await client.query('set session_replication_role = replica')
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query(statements[table], [idToUuid(partnerId), rows])
    for (const { definition } of indexes) await client.query(definition)
    await client.query(`vacuum analyze ${table}`)
    await client.query('set session_replication_role = origin')
  } finally {
    client.release()
  }
}

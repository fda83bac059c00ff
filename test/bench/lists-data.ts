import type pg from 'pg'
import { idToUuid, type PartnerId, uuidToId } from '../../src/shared/ids.ts'

export const listedTables = [
  ...(['needs', 'offers', 'organizations', 'helpers', 'candidates'] as const),
  ...([
    'introductions',
    'engagements',
    'programs',
    'cohorts',
    'placements',
    'sprints',
    'credit_accounts',
    'requests',
    'rings',
    'clearings',
  ] as const),
]
export type ListedTable = (typeof listedTables)[number]

/** Some that rows of every table name. */
export const ORGANIZATION_ID = '00000000-0000-7000-8000-000000000007'
export const HELPER_ID = '00000000-0000-7000-9000-000000000007'
export const NEED_ID = '00000000-0000-7000-a000-000000000007'
export const OFFER_ID = '00000000-0000-7000-b000-000000000007'
export const PROGRAM_ID = '00000000-0000-7000-d000-000000000007'
export const COHORT_ID = '00000000-0000-7000-e000-000000000007'
export const CLIENT_ID = '00000000-0000-7000-f000-000000000007'

/** So many rows have one owner. */
const OF_OWNER = 20
/** Nine of ten rows are the partner's that is asked for: the largest tenant is the slowest. */
const OWN_SHARE = 0.9

export const numbered = (variant: string, number: string) =>
  `('00000000-0000-7000-${variant}000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
/** Of ids that grow with time, and the time itself: a year of postings. */
export const time = "timestamptz '2025-12-01' + i * interval '1 second' * (365 * 86400.0 / $2)"
export const id = `(lpad(to_hex((extract(epoch from ${time}) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || 'a' || substr(md5(i::text), 4, 15))::uuid`
export const partner = `case when random() < ${OWN_SHARE} then $1::uuid else ${numbered('c', '(i % 50)')} end`
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
      message, proposal, state, expires_at, factors, version, created_at, updated_at, need_metadata)
    select ${id}, ${sides}, 'need', case when i % 2 = 0 then ${words(20)} end,
      jsonb_build_object('need', jsonb_build_object('title', ${words(5)}, 'description', ${words(40)}, 'skills', '[{"skill": "bookkeeping"}]'),
        'offer', jsonb_build_object('title', ${words(5)}, 'description', ${words(40)}, 'skills', '[{"skill": "bookkeeping"}]')),
      (array['proposed', 'accepted', 'accepted', 'declined', 'withdrawn', 'expired'])[1 + i % 6], ${time}, '{}', 1, ${time}, ${updated},
      ${metadata}
    from generate_series(1, $2::int) as i`,
  engagements: `
    insert into engagements (id, introduction_id, need_partner_id, need_id, organization_id, offer_partner_id, offer_id, helper_id, kind,
      title, skills, plan, state, done_by, started_at, version, created_at, updated_at, need_metadata)
    select ${id}, gen_random_uuid(), ${sides}, case when i % 50 = 0 then 'barter' when i % 4 = 0 then 'intern' else 'volunteer' end,
      ${words(5)}, '[]', '{}',
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
  programs: `
    insert into programs (partner_id, id, external_id, name, school, term, contact, starts_on, ends_on, allowed_organization_kinds,
      paid_only, quotas, version, created_at, updated_at, metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${words(5)}, ${words(2)}, 'Spring', '{}', '2026-09-01', '2027-06-30',
      '{}', false, '{}', 1, ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
  cohorts: `
    insert into cohorts (partner_id, id, external_id, program_id, name, needs, organizations, version, created_at, updated_at, metadata)
    select ${partner}, ${id}, case when i % 2 = 0 then 'own-' || i end, ${numbered('d', `(i / ${OF_OWNER})`)}, ${words(5)}, '[]', '[]', 1,
      ${time}, ${updated}, ${metadata}
    from generate_series(1, $2::int) as i`,
  placements: `
    insert into placements (partner_id, id, cohort_id, method, quotas, state, summary, created_at)
    select ${partner}, ${id}, ${numbered('e', `(i / ${OF_OWNER})`)}, case when i % 2 = 0 then 'stable' else 'most_placed' end, '{}',
      case when i % 1000 = 0 then 'publishing' when i % 20 = 0 then 'published' else 'draft' end, '{}', ${time}
    from generate_series(1, $2::int) as i`,
  sprints: `
    insert into sprints (partner_id, id, organization_id, deadline_at, half_time_at, half_time_told, end_told, need_ids, version, created_at,
      updated_at)
    select ${partner}, ${id}, ${numbered('8', `i / ${OF_OWNER}`)}, ${time} + interval '72 hours', ${time} + interval '36 hours',
      i < 0.99 * $2, i < 0.98 * $2, array[${numbered('a', 'i')}], 1, ${time}, ${updated}
    from generate_series(1, $2::int) as i`,
  credit_accounts: `
    insert into credit_accounts (partner_id, party_id, balance_minutes, least_minutes)
    select ${partner}, case when i % 50 = 0 then 'helper_' else 'org_' end || lpad(i::text, 26, '0'),
      case when i % 1000 = 0 then -60 else (random() * 10000)::int end, -6000
    from generate_series(1, $2::int) as i`,
  requests: `
    insert into requests (partner_id, id, request_id, created_at, method, route, status, duration_ms, client_id)
    select ${partner}, ${id}, 'req_' || ${id}, ${time}, 'GET', '/v1/needs',
      case when i % 1000 = 0 then 500 when i % 20 = 0 then 404 else 200 end, 5, ${numbered('f', `(i / ${OF_OWNER})`)}
    from generate_series(1, $2::int) as i`,
  rings: `
    with given as materialized (
      select i, ${id} as id, ${partner} as proposed_by, ${time} as created_at, ${updated} as updated_at,
        case when i % 5000 = 0 then 'broken' when i % 100 = 0 then 'proposed' when i % 3 = 0 then 'declined'
          when i % 3 = 1 then 'expired' else 'accepted' end as state
      from generate_series(1, $2::int) as i),
    made as (
      insert into rings (id, proposed_by, state, expires_at, version, created_at, updated_at)
      select id, proposed_by, state, created_at, 1, created_at, updated_at from given)
    insert into ring_parties (ring_id, position, state, partner_id, organization_id, helper_id, gives_id, to_id, score, accepted_at,
      created_at, updated_at, is_listed)
    select id, position, state, case when position = 0 or i % 3 = 0 then proposed_by else ${numbered('c', '(i % 50)')} end,
      case when i % 10 > 0 then ${numbered('8', `i / ${OF_OWNER}`)} end, case when i % 10 = 0 then ${numbered('9', `i / ${OF_OWNER}`)} end,
      case when i % 50000 = 7 then '${uuidToId('need', NEED_ID)}' else 'need_' || lpad(i::text, 26, '0') end,
      case when i % 50000 = 7 then '${uuidToId('offer', OFFER_ID)}' else 'offer_' || lpad(i::text, 26, '0') end, 0.5,
      case when i % 500 <> 0 then now() end, created_at, updated_at,
      position = 0 or (i % 3 <> 0 and proposed_by <> ${numbered('c', '(i % 50)')})
    from given cross join generate_series(0, 1) position`,
  clearings: `
    insert into clearings (partner_id, id, scope, objective, state, created_at, ended_at)
    select ${partner}, ${id}, 'own', 'weight', case when i % 5000 = 0 then 'failed' else 'done' end, ${time}, ${time}
    from generate_series(1, $2::int) as i`,
}

/** Tables that the statement of another fills. */
const filledBeside: Partial<Record<ListedTable, string>> = { rings: 'ring_parties' }

/** Fills one table with rows of a year, of which most are one partner's. Indexes are made afterwards, as a restore does. */
export async function fillLists(
  pool: pg.Pool,
  table: ListedTable,
  given: { partnerId: PartnerId; rows: number },
): Promise<void> {
  await fillTable(pool, table, { ...given, statement: statements[table] })
  const beside = filledBeside[table]
  if (beside) await pool.query(`vacuum analyze ${beside}`)
}

/** Runs a statement that takes the partner and a number of rows, with the indexes of the table made afterwards. */
export async function fillTable(
  pool: pg.Pool,
  table: string,
  { partnerId, rows, statement }: { partnerId: PartnerId; rows: number; statement: string },
): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where tablename = $1 and indexname not in (select conname from pg_constraint)`,
      [table],
    )
    // Their parents are not there: no list reads them.
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query(statement, [idToUuid(partnerId), rows])
    for (const { definition } of indexes) await client.query(definition)
    await client.query('commit')
    await client.query(`vacuum analyze ${table}`)
  } finally {
    // A transaction that failed is undone with its connection, so that no index is lost.
    client.release(true)
  }
}

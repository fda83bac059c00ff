import type pg from 'pg'
import { idToUuid, type PartnerId, uuidToId } from '../../src/shared/ids.ts'
import { numbered } from './lists-data.ts'

const PROGRAM = numbered('d', '1')
const OWN = '$1::uuid'
const COUNT = '$2::int'
/** Needs and offers of the market, paired by their place. */
const PAIRS = `
  (select n.*, row_number() over (order by id) as i from needs n where partner_id = ${OWN} limit ${COUNT}) n
  join (select o.*, row_number() over (order by id) as i from offers o where partner_id = ${OWN} limit ${COUNT}) o using (i)`

const statements = [
  `insert into introductions (id, need_partner_id, need_id, organization_id, offer_partner_id, offer_id, helper_id, proposed_by, message,
      proposal, state, expires_at, factors, version, created_at, updated_at)
    select n.id, ${OWN}, n.id, n.organization_id, ${OWN}, o.id, o.helper_id, 'need', 'Could you help us with this?',
      null, 'accepted', now(), '{}', 1, now(), now()
    from ${PAIRS}`,
  `insert into engagements (id, introduction_id, need_partner_id, need_id, organization_id, offer_partner_id, offer_id, helper_id, kind,
      title, skills, plan, state, done_by, started_at, version, created_at, updated_at)
    select n.id, n.id, ${OWN}, n.id, n.organization_id, ${OWN}, o.id, o.helper_id, 'volunteer', n.title, '[]',
      '{"outcome": null, "hours": 4, "starts_on": null, "ends_on": null, "check_ins": [], "learning_goals": [], "supervisor": null, "exchange": null}', 'active', '{}', now(), 1, now(), now()
    from ${PAIRS}`,
  `insert into engagement_hours (engagement_id, id, worked_on, hours, logged_by, state, version, created_at, answered_at)
    select id, gen_random_uuid(), date '2026-10-01' + (random() * 20)::int, 2, 'offer', 'confirmed', 1, now(), now()
    from engagements where need_partner_id = ${OWN} limit ${COUNT}`,
  `insert into programs (partner_id, id, name, school, term, contact, starts_on, ends_on, allowed_organization_kinds, paid_only, quotas,
      version, created_at, updated_at)
    select ${OWN}, ${PROGRAM}, 'Spring', 'School', 'Spring', '{"name": "A", "email": "a@example.org"}', '2026-09-01', '2027-06-30', '{}',
      false, '{}', 1, now(), now() where ${COUNT} > 0`,
  `insert into candidates (partner_id, id, program_id, status, shares_profile, profile, version, created_at, updated_at)
    select ${OWN}, o.id, ${PROGRAM}, 'open', true, jsonb_build_object('name', 'A Student', 'contact', h.contact, 'location', h.location,
        'time_zone', h.time_zone, 'languages', h.languages, 'credentials', h.credentials, 'connections', '[]'::jsonb, 'title', o.title, 'description', o.description,
        'skills', o.skills, 'modality', o.modality, 'hours_per_week', o.hours_per_week, 'availability', o.availability), 1, now(), now()
    from offers o join helpers h on h.partner_id = o.partner_id and h.id = o.helper_id where o.partner_id = ${OWN} limit ${COUNT}`,
]

const credits = [
  `insert into rings (id, proposed_by, state, expires_at, version, created_at, updated_at)
    select $1::uuid, $1::uuid, 'accepted', now(), 1, now(), now() where $2::int > 0`,
  `insert into credit_accounts (partner_id, party_id, least_minutes)
    select $1::uuid, unnest(array[$3::text, $4::text]), -2000000000 where $2::int > 0`,
  `insert into credit_transactions (id, ring_id, engagement_id, hours_id, worked_on, description, created_at)
    select h.id, $1::uuid, h.engagement_id, h.id, h.worked_on, 'Bookkeeping', now() from engagement_hours h
    where need_partner_id = $1::uuid limit $2::int`,
  `insert into credit_entries (transaction_id, partner_id, party_id, counterparty_id, minutes)
    select id, $1::uuid, party, other, minutes from credit_transactions
      cross join (values ($3::text, $4::text, 20), ($4::text, $3::text, -20)) as sides (party, other, minutes)
    where ring_id = $1::uuid and $2::int > 0`,
]

/** Fills what is exported beside the market of a partner. Returns the paths by name. */
export async function fillExports(
  client: pg.Client,
  partnerId: PartnerId,
  rows: number,
): Promise<Record<string, string>> {
  const given = [idToUuid(partnerId), rows]
  for (const statement of statements) await client.query(statement, given)
  const { rows: found } = await client.query<{ id: string }>(
    'select id from organizations order by id limit 2',
  )
  const [own = '', other = ''] = found.map(({ id }) => uuidToId('org', id))
  // The balance is counted row by row by triggers, which is not what is measured.
  await client.query('set session_replication_role = replica')
  for (const [at, statement] of credits.entries())
    await client.query(statement, at % 2 === 0 ? given : [...given, own, other])
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze')
  return {
    hours: '/v1/hours.csv',
    'hours of a month': '/v1/hours.csv?from=2026-10-01&to=2026-10-31&include=total',
    engagements: '/v1/engagements.csv',
    introductions: '/v1/introductions.csv',
    needs: '/v1/needs.csv',
    offers: '/v1/offers.csv',
    helpers: '/v1/helpers.csv',
    candidates: '/v1/candidates.csv',
    'credits statement': `/v1/credits/${own}/statement.csv`,
  }
}

import { uuidToId } from '../../src/shared/ids.ts'
import { HELPER_ID, id, type ListedTable, numbered, partner, time } from './lists-data.ts'

/** Candidates that are the helpers of internships of this partner. */
const INTERNS = `
  insert into candidates (partner_id, id, program_id, status, shares_profile, profile, version, created_at, updated_at, metadata)
  select distinct on (helper_id) offer_partner_id, helper_id, ${numbered('d', '(hashtext(helper_id::text) & 7)')}, 'open', true,
    '{"name": "w1", "credentials": {}}'::jsonb, 1, now(), now(), '{}'::jsonb
  from engagements where kind = 'intern' and offer_partner_id = $1::uuid and $2::int > 0 on conflict do nothing`
const PROGRAMS = `
  insert into programs (partner_id, id, name, school, term, contact, starts_on, ends_on, allowed_organization_kinds, paid_only, quotas,
    version, created_at, updated_at, metadata, evaluations)
  select $1::uuid, ${numbered('d', 'i')}, 'w1', 'w1', 'Spring', '{}', '2025-09-01', '2027-06-30', '{}', false, '{}', 1, now(), now(), '{}',
    '{"mid_term": [{"id": "a"}], "final": [{"id": "a"}]}'
  from generate_series(0, 7) as i where $2::int > 0 on conflict do nothing`

/** Rows of lists that declare no filters: by list, the tables that it joins, filled before, and how its own are filled. */
export const fixedFills: Readonly<
  Record<string, { joins: readonly ListedTable[]; fills: Readonly<Record<string, string>> }>
> = {
  hours: {
    joins: ['engagements'],
    fills: {
      engagement_hours: `
        insert into engagement_hours (engagement_id, id, need_partner_id, offer_partner_id, kind, worked_on, hours, logged_by, state, version, created_at)
        select e.id, gen_random_uuid(), e.need_partner_id, e.offer_partner_id, e.kind, e.created_at::date + (random() * 20)::int, 2,
          case when random() < 0.5 then 'need' else 'offer' end,
          case when random() < 0.01 then 'disputed' when random() < 0.05 then 'logged' else 'confirmed' end, 1, e.created_at
        from engagements e where $1::uuid is not null limit $2::int`,
    },
  },
  calendars: {
    joins: ['engagements'],
    fills: {},
  },
  evaluations: {
    joins: ['engagements'],
    fills: {
      candidates: INTERNS,
      programs: PROGRAMS,
      evaluations: `
        insert into evaluations (engagement_id, moment, side, answers, created_at, offer_partner_id, program_id)
        select e.id, moment, side, '[]', e.created_at, e.offer_partner_id, c.program_id
        from engagements e join candidates c on c.partner_id = e.offer_partner_id and c.id = e.helper_id cross join unnest(array['mid_term', 'final']) moment cross join unnest(array['need', 'offer']) side
        where e.kind = 'intern' and $1::uuid is not null limit $2::int`,
      evaluation_reminders: `
        insert into evaluation_reminders (engagement_id, moment, reminded_at)
        select e.id, moment, now() from engagements e cross join unnest(array['mid_term', 'final']) moment
        where e.kind = 'intern' and $1::uuid is not null limit $2::int`,
    },
  },
  reminders: {
    joins: ['helpers', 'sprints'],
    fills: {},
  },
  results: {
    joins: [],
    fills: {
      placement_results: `
        insert into placement_results (partner_id, placement_id, candidate_id, need_id, rank, score)
        select $1::uuid, ${numbered('f', 'i / 10000')}, ${numbered('9', 'i')}, case when i % 1000 <> 0 then ${numbered('a', 'i')} end, 1, 0.5
        from generate_series(10000, $2::int) as i`,
    },
  },
  imports: {
    joins: [],
    fills: {
      imports: `
        insert into imports (partner_id, id, type, mode, format, state, bytes, rows_read, created, updated, unchanged, rejected, attempts,
          noticed, created_at, updated_at, ended_at)
        select ${partner}, ${id}, 'needs', 'apply', 'csv', 'done', 1, 1, 1, 0, 0, 0, 1, 0, ${time}, ${time}, ${time}
        from generate_series(1, $2::int) as i`,
      import_rows: `
        insert into import_rows (partner_id, import_id, number, line, outcome, resource_id, notices)
        select $1::uuid, ${numbered('f', '(i / 250000)')}, i, i,
          case when i % 100000 = 0 then 'created' when i % 1000 = 0 then 'rejected' when i % 10 = 0 then 'updated' else 'unchanged' end,
          i::text, case when i % 5000 = 0 then '[]'::jsonb end
        from generate_series(1, $2::int) as i`,
    },
  },
  events: {
    joins: [],
    fills: {
      events: `
        insert into events (partner_id, id, type, resource_id, occurred_at, xid, seq) overriding system value
        select ${partner}, ${id}, case when i % 10000 = 0 then 'ring.broken' when i % 3 = 0 then 'need.posted' else 'offer.changed' end,
          'need_' || i, ${time}, i::text::xid8, i
        from generate_series(1, $2::int) as i`,
      event_positions: `
        insert into event_positions (partner_id, position, event_id, type)
        select partner_id, seq, id, type from events where $1::uuid is not null limit $2::int`,
    },
  },
  deliveries: {
    joins: [],
    fills: {
      webhook_deliveries: `
        insert into webhook_deliveries (partner_id, id, position, endpoint_id, event_id, type, resource_id, occurred_at, state,
          attempt_count, created_at, ended_at) overriding system value
        select $1::uuid, ${id}, i, ${numbered('f', '(1 + i % 10 / 9)')}, gen_random_uuid(), 'need.posted', 'need_' || i, ${time},
          case when i % 10000 = 0 then 'failed' else 'delivered' end, 1, ${time}, ${time}
        from generate_series(1, $2::int) as i`,
    },
  },
  audit: {
    joins: [],
    fills: {
      desk_audit: `
        insert into desk_audit (partner_id, id, action, occurred_at)
        select ${partner}, ${id}, 'need.post', ${time} from generate_series(1, $2::int) as i`,
    },
  },
  documents: {
    joins: [],
    fills: {
      engagement_documents: `
        insert into engagement_documents (engagement_id, id, title, url, added_by, created_at)
        select ${numbered('f', '(i / 20)')}, ${id}, 'w1', 'https://example.com', 'need', ${time}
        from generate_series(1, $2::int) as i where $1::uuid is not null`,
    },
  },
  disclosures: {
    joins: [],
    fills: {
      disclosures: `
        insert into disclosures (partner_id, id, subject_partner_id, subject_id, disclosed_at, need_id, shown, day, count,
          first_disclosed_at)
        select ${numbered('c', '(i % 50)')}, ${id}, $1::uuid, case when i % 500 = 0 then '${uuidToId('helper', HELPER_ID)}' else 'helper_' || i end, ${time}, ${numbered('a', 'i')},
          'profile', null, 1, ${time}
        from generate_series(1, $2::int) as i on conflict do nothing`,
    },
  },
}

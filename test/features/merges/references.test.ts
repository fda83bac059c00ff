import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'

/*
 * What a merge does with each column that may point to a helper or an organization. The columns come from the database: a new
 * one fails these tests until somebody decides.
 */

const { pool } = await createTestDatabase(t)

/** Moved to the kept record. */
const movedOfHelpers = [
  'offers.helper_id',
  'introductions.helper_id',
  'engagements.helper_id',
  'organizations.helper_id',
  'organizations.connections',
  'organizations.blocked_helper_ids',
  'ring_parties.helper_id',
  'track_records.id',
  'merged_records.into_id',
]
const movedOfBoth = ['credit_accounts.party_id', 'credit_entries.party_id', 'credit_entries.counterparty_id']

/** Holds organizations, never helpers. */
const ofOrganizations = ['helpers.connections']

/** Follows a row that is moved, or that keeps its own id: needs, offers, introductions, engagements and rings. */
const followers = [
  'disclosures.need_id',
  'engagement_hours.engagement_id',
  'engagements.need_id',
  'engagements.offer_id',
  'engagements.introduction_id',
  'introductions.need_id',
  'introductions.offer_id',
  'need_disclosures.need_id',
  'need_meanings.need_id',
  'offer_meanings.offer_id',
  'placement_results.introduction_id',
  'placement_results.need_id',
  'retrospectives.engagement_id',
  'ring_holds.id',
  'ring_parties.engagement_id',
  'ring_parties.gives_id',
  'ring_parties.to_id',
  'sprints.need_ids',
  'told_matches.other_id',
  'told_matches.posting_id',
]

/** True as written: what was shown, told, booked and imported under the old id. */
const history = [
  'disclosures.introduction_id',
  'disclosures.subject_id',
  'import_rows.resource_id',
  'credit_transactions.engagement_id',
  'credit_transactions.hours_id',
  'events.resource_id',
  'idempotency_keys.resource_id',
  'webhook_deliveries.resource_id',
]

t.test('every reference to helpers that the database enforces is moved', async (t) => {
  t.same(await referencesTo('helpers'), ['offers.helper_id', 'organizations.helper_id'])
})

t.test('every column that may hold the id of a helper is known to the merge', async (t) => {
  const known = new Set([...movedOfHelpers, ...movedOfBoth, ...ofOrganizations, ...followers, ...history])
  const { rows } = await pool.query(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type in ('uuid', 'text', 'ARRAY') and (
      column_name ~ '(helper|offer|engagement|hours|introduction|posting|other|party|subject|resource|gives|to|need)_ids?$'
      or column_name in ('connections') or table_name in ('ring_holds', 'track_records') and column_name = 'id')
    order by 1`)
  const names = rows.map(({ name }) => name)
  t.same(
    names.filter((name) => !known.has(name)),
    [],
    'decide what a merge of helpers does with these columns',
  )
  const shown = new Set(names)
  t.same(
    [...known].filter((name) => !shown.has(name)),
    [],
    'these columns are gone',
  )
})

/** Columns of foreign keys to a table, without those of the partner. */
async function referencesTo(table: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select conrelid::regclass || '.' || attname as name
     from pg_constraint, unnest(conkey) as key
     join pg_attribute on attnum = key
     where confrelid = $1::regclass and attrelid = conrelid and attname <> 'partner_id'
     order by 1`,
    [table],
  )
  return rows.map(({ name }) => name)
}

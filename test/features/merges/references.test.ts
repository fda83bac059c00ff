import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'

/*
 * What a merge does with each column that may point to a helper or an organization. The columns come from the database: a new
 * one fails these tests until somebody decides.
 */

const { pool } = await createTestDatabase(t)

/** Moved by a merge of helpers. */
const movedOfHelpers = [
  'offers.helper_id',
  'introductions.helper_id',
  'engagements.helper_id',
  'organizations.helper_id',
  'organizations.connections',
  'organizations.blocked_helper_ids',
  'ring_parties.helper_id',
]

/** Moved by a merge of organizations. Offices also name them in JSON: `cohorts.organizations` and `candidates.profile`. */
const movedOfOrganizations = [
  'needs.organization_id',
  'sprints.organization_id',
  'introductions.organization_id',
  'engagements.organization_id',
  'helpers.connections',
  'helpers.blocked_organization_ids',
  'preferences.id',
  'placement_results.organization_id',
  'ring_parties.organization_id',
]

/** Moved by both. */
const movedOfBoth = [
  'credit_accounts.party_id',
  'credit_entries.party_id',
  'credit_entries.counterparty_id',
  'merged_records.into_id',
  'track_records.id',
]

/** Follows a row that is moved, or that keeps its own id: needs, offers, introductions, engagements and rings. */
const followers = [
  'disclosures.need_id',
  'engagement_documents.engagement_id',
  'engagement_hours.engagement_id',
  'engagements.need_id',
  'engagements.offer_id',
  'engagements.introduction_id',
  'evaluation_reminders.engagement_id',
  'evaluations.engagement_id',
  'introductions.engagement_id',
  'introductions.need_id',
  'introductions.offer_id',
  'learning_agreement_approvals.engagement_id',
  'learning_agreements.engagement_id',
  'need_disclosures.need_id',
  'need_meanings.need_id',
  'need_readings.need_id',
  'offer_meanings.offer_id',
  'offer_readings.offer_id',
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
  'credential_reminders.helper_id',
  'credit_transactions.engagement_id',
  'credit_transactions.hours_id',
  'events.resource_id',
  'idempotency_keys.resource_id',
  'tried_hours.engagement_id',
  'tried_hours.helper_id',
  'webhook_deliveries.resource_id',
]

/** Forgotten with the record that ends. */
const forgotten = ['replaced_records.resource_id']

/** Keeps the id that it was given: whoever reads it looks for the kept record. */
const looked = ['calendars.subject_id']

t.test('every reference to helpers or organizations that the database enforces is moved', async (t) => {
  const moved = new Set([...movedOfHelpers, ...movedOfOrganizations])
  for (const table of ['helpers', 'organizations']) {
    const references = await referencesTo(table)
    t.ok(references.length > 1)
    t.same(
      references.filter((name) => !moved.has(name)),
      [],
      `a merge would fail while these columns refer to ${table}`,
    )
  }
})

t.test('every column that may hold the id of a helper or an organization is known', async (t) => {
  const known = new Set([
    ...movedOfHelpers,
    ...movedOfOrganizations,
    ...movedOfBoth,
    ...followers,
    ...history,
    ...forgotten,
    ...looked,
  ])
  // A view has no rows of its own: it shows what a merge has moved.
  const { rows } = await pool.query(`
    select table_name || '.' || column_name as name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('uuid', 'text', 'ARRAY') and (
      column_name ~ '(helper|organization|offer|engagement|hours|introduction|posting|other|party|subject|resource|gives|to|need)_ids?$'
      or column_name = 'connections'
      or table_name in ('ring_holds', 'track_records', 'preferences') and column_name = 'id')
    order by 1`)
  const names = rows.map(({ name }) => name)
  const shown = new Set(names)
  t.same(
    names.filter((name) => !known.has(name)),
    [],
    'decide what a merge does with these columns',
  )
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

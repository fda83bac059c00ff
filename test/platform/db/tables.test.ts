import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import t from 'tap'
import { clientLog } from '../../../src/features/access/clients/client-log.table.ts'
import { clientSecrets, clients, partners, signingKeys } from '../../../src/features/access/partners.table.ts'
import { requests } from '../../../src/features/access/requests/requests.table.ts'
import { clearings } from '../../../src/features/barter/clearings/clearings.table.ts'
import {
  creditAccounts,
  creditEntries,
  creditTransactions,
} from '../../../src/features/barter/ledger/ledger.table.ts'
import { ringParties, rings } from '../../../src/features/barter/rings/rings.table.ts'
import { calendars } from '../../../src/features/calendars/calendars.table.ts'
import { deskAudit } from '../../../src/features/desk/audit/audit.table.ts'
import { deskLinks, deskSessions, deskStaff } from '../../../src/features/desk/staff/staff.table.ts'
import { disclosures, needDisclosures } from '../../../src/features/disclosures/disclosures.table.ts'
import {
  engagementHours,
  engagements,
  retrospectives,
} from '../../../src/features/engagements/engagements.table.ts'
import { triedHours } from '../../../src/features/engagements/tried-hours.table.ts'
import {
  importChunks,
  importCorrections,
  importRows,
  imports,
  importTurns,
} from '../../../src/features/imports/imports.table.ts'
import { importProfiles } from '../../../src/features/imports/profiles/import-profiles.table.ts'
import { agreements, approvals } from '../../../src/features/internship-work/agreements/agreements.table.ts'
import { documents } from '../../../src/features/internship-work/documents/documents.table.ts'
import {
  evaluationReminders,
  evaluations,
} from '../../../src/features/internship-work/evaluations/evaluations.table.ts'
import {
  candidates,
  erasedCandidates,
} from '../../../src/features/internships/candidates/candidates.table.ts'
import { cohorts, preferences } from '../../../src/features/internships/cohorts/cohorts.table.ts'
import {
  placementResults,
  placements,
} from '../../../src/features/internships/placements/placements.table.ts'
import { programs } from '../../../src/features/internships/programs/programs.table.ts'
import { introductions } from '../../../src/features/introductions/introductions.table.ts'
import { trackRecords } from '../../../src/features/introductions/track-records.table.ts'
import {
  matchAlertProgress,
  reportedMatches,
} from '../../../src/features/matches/alerts/match-alerts.table.ts'
import { ringHolds } from '../../../src/features/matches/holds.table.ts'
import {
  marketChanges,
  marketCounts,
  needSearchRows,
  offerSearchRows,
  searchProgress,
} from '../../../src/features/matches/in-database/search-rows.table.ts'
import { needMeanings, offerMeanings } from '../../../src/features/matches/meanings/meanings.table.ts'
import { needReadings, offerReadings } from '../../../src/features/matches/readings/readings.table.ts'
import {
  webhookAttempts,
  webhookDeliveries,
  webhookEndpoints,
  webhookSecrets,
} from '../../../src/features/notifications/webhooks/webhooks.table.ts'
import { credentialReminders } from '../../../src/features/postings/helpers/credential-reminders.table.ts'
import { helpers } from '../../../src/features/postings/helpers/helpers.table.ts'
import { mergedRecords } from '../../../src/features/postings/merging/merged-records.table.ts'
import { needs } from '../../../src/features/postings/needs/needs.table.ts'
import { offers } from '../../../src/features/postings/offers/offers.table.ts'
import { organizations } from '../../../src/features/postings/organizations/organizations.table.ts'
import { replacedRecords } from '../../../src/features/postings/replaced/replaced-records.table.ts'
import { emailClaims } from '../../../src/features/postings/same-email/email-claims.table.ts'
import { rankingModels } from '../../../src/features/ranking-model/ranking-models.table.ts'
import { importedSkills } from '../../../src/features/skills/imported-skills.table.ts'
import { sprints } from '../../../src/features/sprints/sprints.table.ts'
import { wholeCommits } from '../../../src/platform/db/citus/whole-commits.table.ts'
import { termEmbeddings } from '../../../src/platform/embeddings/term-embeddings.table.ts'
import { eventNumbering, eventPositions } from '../../../src/platform/events/event-positions.table.ts'
import { eventClock, events } from '../../../src/platform/events/events.table.ts'
import { idempotencyKeys } from '../../../src/platform/http/idempotency.table.ts'
import { rateCounts } from '../../../src/platform/http/rate-counts.table.ts'
import { leases } from '../../../src/platform/jobs/leases.table.ts'
import { createTestDatabase } from '../../support/database.ts'

const tables: PgTable[] = [
  events,
  eventPositions,
  eventNumbering,
  eventClock,
  helpers,
  idempotencyKeys,
  needs,
  offers,
  organizations,
  leases,
  wholeCommits,
  rateCounts,
  clients,
  clientLog,
  clientSecrets,
  requests,
  partners,
  signingKeys,
  importedSkills,
  termEmbeddings,
  introductions,
  disclosures,
  needDisclosures,
  programs,
  candidates,
  erasedCandidates,
  mergedRecords,
  replacedRecords,
  emailClaims,
  imports,
  importChunks,
  importCorrections,
  importRows,
  importTurns,
  importProfiles,
  cohorts,
  preferences,
  placements,
  placementResults,
  rings,
  ringParties,
  ringHolds,
  needMeanings,
  offerMeanings,
  needReadings,
  offerReadings,
  needSearchRows,
  offerSearchRows,
  marketCounts,
  marketChanges,
  searchProgress,
  creditAccounts,
  creditTransactions,
  creditEntries,
  clearings,
  trackRecords,
  engagements,
  triedHours,
  engagementHours,
  retrospectives,
  credentialReminders,
  agreements,
  approvals,
  documents,
  evaluations,
  evaluationReminders,
  sprints,
  calendars,
  deskAudit,
  deskLinks,
  deskSessions,
  deskStaff,
  rankingModels,
  webhookEndpoints,
  webhookSecrets,
  webhookDeliveries,
  webhookAttempts,
  reportedMatches,
  matchAlertProgress,
]
const { pool } = await createTestDatabase(t)
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

t.test('the tables in code are those of the migrations, column by column', async (t) => {
  const { rows } = await pool.query(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'migrations'`)
  const migrated = rows.map((row) => `${row.table}.${row.column} ${row.type} ${row.required}`).sort()
  const coded = tables.flatMap((table) => {
    const { name, columns } = getTableConfig(table)
    return columns.map((column) => {
      const type = column.getSQLType().replace('timestamp (3)', 'timestamp(3)')
      return `${name}.${snakeCase(column.name)} ${type} ${column.notNull}`
    })
  })
  t.same(coded.sort(), migrated)
})

t.test('every table of a partner has the partner first in its key and in every unique index', async (t) => {
  const { rows } = await pool.query(`
    select c.relname as table, i.relname as index, a.attname as first
    from pg_index x
    join pg_class c on c.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where x.indisunique and c.relnamespace = 'public'::regnamespace
      -- What several tenants share has a key of its own.
      and c.relname not in ('ring_parties', 'credit_entries')
      and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'partner_id')`)
  t.ok(rows.length >= 8)
  for (const row of rows) t.equal(row.first, 'partner_id', row.index)
})

t.test('the database itself refuses a row that points into another tenant', async (t) => {
  const { rows } = await pool.query(`
    select conrelid::regclass::text as table, confrelid::regclass::text as target, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and confrelid <> 'partners'::regclass`)
  // What two tenants share has a key of its own, and what hangs on it belongs to the same two.
  const shared = [
    'engagements introductions',
    'engagement_hours engagements',
    'retrospectives engagements',
    'learning_agreements engagements',
    'learning_agreement_approvals learning_agreements',
    'engagement_documents engagements',
    'evaluations engagements',
    'evaluation_reminders engagements',
    'ring_parties rings',
    'ring_holds rings',
    'credit_transactions rings',
    'credit_entries credit_transactions',
  ]
  const ofOne = rows.filter((row) => !shared.includes(`${row.table} ${row.target}`))
  t.equal(rows.length - ofOne.length, shared.length)
  t.same(ofOne.map((row) => `${row.table} ${row.target}`).sort(), [
    'candidates programs',
    'client_secrets clients',
    'cohorts programs',
    'credit_entries credit_accounts',
    'desk_audit desk_staff',
    'desk_links desk_staff',
    'desk_sessions desk_staff',
    'import_chunks imports',
    'import_corrections imports',
    'import_rows imports',
    'need_meanings needs',
    'need_readings needs',
    'needs organizations',
    'offer_meanings offers',
    'offer_readings offers',
    'offers helpers',
    'organizations helpers',
    'placement_results placements',
    'placements cohorts',
    'preferences cohorts',
    'replaced_records imports',
    'sprints organizations',
    'tried_hours imports',
    'webhook_attempts webhook_deliveries',
    'webhook_deliveries webhook_endpoints',
    'webhook_secrets webhook_endpoints',
  ])
  for (const row of ofOne) t.match(row.definition, /FOREIGN KEY \(partner_id, /, row.table)
})

import { createCalendarsRepository } from '../../src/features/calendars/calendars.repository.ts'
import { createAuditRepository } from '../../src/features/desk/audit/audit.repository.ts'
import { createDisclosuresRepository } from '../../src/features/disclosures/disclosures.repository.ts'
import { createHoursRepository } from '../../src/features/engagements/hours.repository.ts'
import { createImportRowsRepository } from '../../src/features/imports/import-rows.repository.ts'
import { createImportsRepository } from '../../src/features/imports/imports.repository.ts'
import { createDocumentsRepository } from '../../src/features/internship-work/documents/documents.repository.ts'
import { createEvaluationsRepository } from '../../src/features/internship-work/evaluations/evaluations.repository.ts'
import { createPlacementsRepository } from '../../src/features/internships/placements/placements.repository.ts'
import {
  createDeliveriesRepository,
  type DeliveryPage,
} from '../../src/features/notifications/webhooks/deliveries.repository.ts'
import { createCredentialRemindersRepository } from '../../src/features/postings/helpers/credential-reminders.repository.ts'
import { createSprintsRepository } from '../../src/features/sprints/sprints.repository.ts'
import type { Queryable } from '../../src/platform/db/index.ts'
import { createEventPositionsRepository } from '../../src/platform/events/event-positions.repository.ts'
import { MOST_COUNTED } from '../../src/platform/http/pagination.ts'
import { type PartnerId, uuidToId } from '../../src/shared/ids.ts'
import { HELPER_ID, ORGANIZATION_ID } from './lists-data.ts'

type Read = (db: Queryable, partnerId: PartnerId) => Promise<unknown>

const LIMIT = 51
const NOW = new Date('2026-11-29T12:00:00Z')
const one = { limit: LIMIT, after: undefined }
const ONE_ID = '00000000-0000-7000-f000-000000000001'
const PROGRAM = uuidToId('program', '00000000-0000-7000-d000-000000000001')

const ofHours = {
  all: {},
  'from: this month': { from: '2026-11-10' },
  'to: the first month': { to: '2025-12-20' },
  'from to: a day': { from: '2026-05-01', to: '2026-05-01' },
  'from to: a month': { from: '2026-05-01', to: '2026-05-31' },
  'from to: a year ahead': { from: '2028-01-01', to: '2028-12-31' },
  'status: disputed': { status: 'disputed' },
  'status: confirmed': { status: 'confirmed' },
  'status from: logged this month': { status: 'logged', from: '2026-11-10' },
  'role: need': { role: 'need' },
  'role from: offer, this month': { role: 'offer', from: '2026-11-10' },
  organization: { organizationId: uuidToId('org', ORGANIZATION_ID) },
  'organization from': { organizationId: uuidToId('org', ORGANIZATION_ID), from: '2026-05-01' },
  helper: { helperIds: [uuidToId('helper', HELPER_ID)] },
} as const

const subjects = {
  'feed of the partner': { kind: 'partner' },
  'feed of an organization': { kind: 'organization', id: uuidToId('org', ORGANIZATION_ID) },
  'feed of a helper': { kind: 'helper', id: uuidToId('helper', HELPER_ID) },
  'feed of a program': { kind: 'program', id: PROGRAM },
} as const
const fed = { endedSince: new Date(NOW.getTime() - 31 * 86_400_000), limit: 1000 }

const ofResults = { all: {}, placed: { outcome: 'placed' }, unplaced: { outcome: 'unplaced' } } as const

const ofRows = {
  rows: {},
  'rows created': { outcome: 'created' },
  'rows updated': { outcome: 'updated' },
  'rows rejected': { outcome: 'rejected' },
  'rows with notices': { hasNotices: true },
  'rows unchanged with notices': { outcome: 'unchanged', hasNotices: true },
  'rows of the report': { isReported: true },
} as const

const ofEvents = {
  all: {},
  'after the middle': { after: 500_000n },
  'types: frequent': { types: ['need.posted'] },
  'types: of a kind': { types: ['need.*'] },
  'types: rare': { types: ['ring.broken'] },
  'types: none': { types: ['sprint.ended'] },
  'types: several': { types: ['ring.*', 'sprint.ended'] },
} as const

const ofDeliveries: Readonly<Record<string, Omit<DeliveryPage, 'limit'>>> = {
  all: {},
  'oldest first': { isOldestFirst: true },
  pending: { statuses: ['pending'] },
  failed: { statuses: ['failed'] },
  delivered: { statuses: ['delivered'] },
  'pending and failed': { statuses: ['pending', 'failed'] },
}

/** Each way to read the lists that declare no filters, and the scans of periodic work. */
export const fixedReads: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  hours: {
    ...each(ofHours, (filter) => (db, id) => createHoursRepository(db).listOfPartner(id, filter, one)),
    ...each(ofHours, (filter) => (db, id) => createHoursRepository(db).totals(id, filter), 'totals: '),
    'weeks of Insights': (db, id) =>
      createHoursRepository(db).confirmedByWeek(id, { from: '2026-09-01', to: '2026-11-29' }),
    'to answer, for Home': (db, id) => createHoursRepository(db).countToAnswer(id, 1000),
  },
  calendars: each(
    subjects,
    (subject) => (db, id) => createCalendarsRepository(db).engagementsOf(id, subject, fed),
  ),
  evaluations: {
    'of a program': (db, id) => createEvaluationsRepository(db).ofProgram(id, PROGRAM, one),
    'reminders that are due': async (db) => {
      const evaluations = createEvaluationsRepository(db)
      const all = { after: null, sandbox: undefined }
      return evaluations.takeDue(NOW, 100, { ...all, upTo: await evaluations.lastUnderWay(all, 5000) })
    },
  },
  reminders: {
    credentials: (db) =>
      createCredentialRemindersRepository(db).takeDue({ today: '2026-11-29', now: NOW, limit: 100 }),
    sprints: (db) => createSprintsRepository(db).takeDue(new Date('2025-12-01'), 100),
    'sprints, for Home': (db, id) => createSprintsRepository(db).countEndingBefore(id, NOW, 1000),
  },
  results: each(
    ofResults,
    (filter) => (db, partnerId) =>
      createPlacementsRepository(db).results(
        { partnerId, id: uuidToId('placement', ONE_ID) },
        { limit: LIMIT, ...filter },
      ),
  ),
  imports: {
    all: (db, id) => createImportsRepository(db).list(id, { limit: LIMIT, before: undefined }),
    'to correct, for Home': (db, id) => createImportsRepository(db).countToCorrect(id, NOW, 1000),
    ...each(
      ofRows,
      (filter) => (db, id) =>
        createImportRowsRepository(db).list(id, uuidToId('import', ONE_ID), {
          limit: LIMIT,
          after: 0,
          ...filter,
        }),
    ),
  },
  events: each(
    ofEvents,
    (filter) => (db, id) => createEventPositionsRepository(db).ofPartner(id, { ...one, ...filter }),
  ),
  deliveries: {
    ...each(
      ofDeliveries,
      (page) => (db, id) =>
        createDeliveriesRepository(db).list(id, uuidToId('endpoint', ONE_ID), { limit: LIMIT, ...page }),
    ),
    ...each(
      ofDeliveries,
      (filter) => (db, id) =>
        createDeliveriesRepository(db).count(id, uuidToId('endpoint', ONE_ID), filter, MOST_COUNTED),
      'total: ',
    ),
  },
  audit: { all: (db, id) => createAuditRepository(db, id).list({ limit: LIMIT }) },
  documents: { all: (db) => createDocumentsRepository(db).list(uuidToId('engagement', ONE_ID), one) },
  disclosures: {
    all: (db, id) =>
      createDisclosuresRepository(db).listOfHelper(id, [uuidToId('helper', HELPER_ID)], { limit: LIMIT }),
  },
}

function each<T>(
  given: Readonly<Record<string, T>>,
  read: (value: T) => Read,
  prefix = '',
): Record<string, Read> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [prefix + name, read(value)]))
}

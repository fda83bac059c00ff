import { importTypes } from '../../src/features/imports/index.ts'
import { idToUuid, isId, newId } from '../../src/shared/ids.ts'
import { candidateBody, helperBody, needBody, offerBody, organizationBody, programBody } from './bodies.ts'
import { openSandboxOf } from './sandbox.ts'
import type { CallOptions, Partner, TestService } from './service.ts'
import { workday } from './workday.ts'
import { post, type World } from './world.ts'

export interface RouteCase {
  /** Adds what the world lacks. */
  prepare?: (owner: Partner, world: World) => Promise<void>
  /** The address, from a world of the caller's own. */
  url: (world: World) => string
  options?: (world: World) => CallOptions
  success: number
  /** Requests that it answers in another shape, which the reference shows too. */
  others?: { url: (world: World) => string; options?: CallOptions; success: number }[]
  /** Answers without a token as it does with one. */
  isPublic?: boolean
  /** A request that is well formed but not acceptable. */
  invalid?: { url?: (world: World) => string; options?: (world: World) => CallOptions; status?: number }
  /** The code that a stranger's, a missing or a malformed id gets. */
  notFound?: string
}

const inLinkedData = (url: (world: World) => string) => ({
  url,
  options: { headers: { accept: 'application/ld+json' } },
  success: 200,
})
const anyVersion = { headers: { 'if-match': '*' } }
/** Nobody answers there (RFC 2606). */
const endpointBody = {
  body: { url: 'https://hooks.example.com/', event_types: ['introduction.*', 'match.found'] },
}
const profileBody = { body: { type: 'candidates', defaults: { share_contact: 'no' } } }
const onProfile = {
  prepare: async (owner: Partner) => {
    await owner.call('PUT', '/v1/import-profiles/usual', profileBody)
  },
  url: () => '/v1/import-profiles/usual',
}
const withClient = async (owner: Partner, world: World): Promise<void> => {
  const body = { name: 'Nightly sync', scopes: ['needs:read', 'needs:write'] }
  world.clientId = await post(owner, '/v1/clients', body)
}
const onClient = (more: string, success: number): RouteCase => ({
  prepare: withClient,
  url: (world) => `/v1/clients/${world.clientId}${more}`,
  success,
  notFound: 'client_not_found',
})
const unknownField = { body: { no_such_field: 1 } }
/** A request of its own time, since those that are kept of the tests take another time at each run. */
const keepRequest =
  ({ services }: TestService) =>
  async ({ partnerId }: Partner): Promise<void> => {
    services.access.requestKeeper.keep({
      partnerId,
      clientId: newId('client'),
      requestId: newId('request').replace('request', 'req'),
      createdAt: new Date('2026-11-20T16:59:58Z'),
      method: 'POST',
      route: '/v1/needs',
      status: 422,
      errorCode: 'validation_failed',
      durationMs: 7,
    })
    await services.access.requestKeeper.flush()
  }
/** What every route of the API takes, by method and path. The service does the background work that some answers wait for. */
export function routeCases(service: TestService): Record<string, RouteCase> {
  return {
    'GET /v1/partner': { url: () => '/v1/partner', success: 200 },
    'PATCH /v1/partner': {
      url: () => '/v1/partner',
      options: () => ({
        ...anyVersion,
        body: { public_feed: true, offer_help_url: 'https://helpinghands.example/offer-help' },
      }),
      success: 200,
      invalid: { options: () => ({ ...anyVersion, body: { name: 'Another', public_feed: null } }) },
    },
    'GET /v1/clients': { url: () => '/v1/clients', success: 200 },
    'POST /v1/clients': {
      url: () => '/v1/clients',
      options: () => ({ body: { name: 'Nightly sync', scopes: ['needs:read', 'needs:write'] } }),
      success: 201,
      invalid: { options: () => ({ body: { scopes: ['needs:everything'] } }) },
    },
    'GET /v1/clients/log': {
      prepare: withClient,
      url: () => '/v1/clients/log',
      success: 200,
      invalid: { url: () => '/v1/clients/log?limit=0' },
    },
    'GET /v1/requests': {
      prepare: keepRequest(service),
      url: () => '/v1/requests',
      success: 200,
      invalid: { url: () => '/v1/requests?status=9' },
    },
    'GET /v1/requests.csv': {
      prepare: keepRequest(service),
      url: () => '/v1/requests.csv',
      success: 200,
      invalid: { url: () => '/v1/requests.csv?status=9' },
    },
    'GET /v1/clients/{id}': onClient('', 200),
    'DELETE /v1/clients/{id}': onClient('', 204),
    'POST /v1/clients/{id}/rotate-secret': {
      ...onClient('/rotate-secret', 200),
      options: () => ({ body: { keep_old_hours: 24 } }),
      invalid: { options: () => ({ body: { keep_old_hours: -1 } }) },
    },
    'POST /v1/clients/{id}/disable': onClient('/disable', 200),
    'POST /v1/clients/{id}/enable': onClient('/enable', 200),
    'GET /public/needs.json': {
      url: () => '/public/needs.json',
      isPublic: true,
      success: 200,
      invalid: { url: () => '/public/needs.json?limit=0' },
    },
    'GET /public/needs': {
      url: () => '/public/needs?q=books&kind=volunteer',
      isPublic: true,
      success: 200,
      invalid: { url: () => '/public/needs?kind=favour' },
    },
    'GET /public/needs/{id}': {
      url: (world) => `/public/needs/${world.needId}`,
      isPublic: true,
      success: 200,
      others: [inLinkedData((world) => `/public/needs/${world.needId}`)],
      notFound: 'need_not_found',
    },
    'GET /public/sitemap.xml': {
      url: () => '/public/sitemap.xml',
      isPublic: true,
      success: 200,
    },
    'GET /public/sitemap-needs.xml': {
      url: () => '/public/sitemap-needs.xml',
      isPublic: true,
      success: 200,
      invalid: { url: () => '/public/sitemap-needs.xml?from=helper_1' },
    },
    'GET /v1/helpers/{id}/resume': {
      url: (world) => `/v1/helpers/${world.helperId}/resume`,
      success: 200,
      notFound: 'helper_not_found',
    },
    ...posted('organizations', 'organizationId', 'organization_not_found', () => organizationBody()),
    ...posted('helpers', 'helperId', 'helper_not_found', () => helperBody()),
    ...posted('needs', 'needId', 'need_not_found', (world) => needBody(world.organizationId)),
    ...posted('offers', 'offerId', 'offer_not_found', (world) => offerBody(world.helperId)),
    ...posted('programs', 'programId', 'program_not_found', () => programBody(spring), enroll),
    ...posted(
      'candidates',
      'candidateId',
      'candidate_not_found',
      (world) => candidateBody(world.programId ?? ''),
      enroll,
    ),
    'POST /v1/candidates/{id}/merge': {
      prepare: async (owner, world) => {
        await enroll(owner, world)
        world.otherCandidateId = await post(
          owner,
          '/v1/candidates',
          candidateBody(world.programId ?? '', { majors: ['Accounting', 'Economics'] }),
        )
      },
      url: (world) => `/v1/candidates/${world.candidateId}/merge`,
      options: (world) => ({ body: { from_id: world.otherCandidateId } }),
      success: 200,
      invalid: { options: (world) => ({ body: { from_id: world.candidateId } }) },
      notFound: 'candidate_not_found',
    },
    'POST /v1/helpers/{id}/merge': {
      prepare: async (owner, world) => {
        world.otherHelperId = await post(owner, '/v1/helpers', helperBody({ languages: ['en'] }))
      },
      url: (world) => `/v1/helpers/${world.helperId}/merge`,
      options: (world) => ({ body: { from_id: world.otherHelperId } }),
      success: 200,
      invalid: { options: (world) => ({ body: { from_id: world.helperId } }) },
      notFound: 'helper_not_found',
    },
    'POST /v1/organizations/{id}/merge': {
      prepare: async (owner, world) => {
        world.otherOrganizationId = await post(
          owner,
          '/v1/organizations',
          organizationBody({ causes: ['hunger', 'housing'] }),
        )
      },
      url: (world) => `/v1/organizations/${world.organizationId}/merge`,
      options: (world) => ({ body: { from_id: world.otherOrganizationId } }),
      success: 200,
      invalid: { options: (world) => ({ body: { from_id: world.organizationId } }) },
      notFound: 'organization_not_found',
    },
    ...ofCandidate(service, ['/disclosures', '/disclosures.csv', '/export']),
    ...posted('cohorts', 'cohortId', 'cohort_not_found', cohortBody, gather),
    ...placed({
      'GET /v1/cohorts/{id}/preferences': { success: 200 },
      'PUT /v1/cohorts/{id}/preferences': {
        success: 200,
        body: choices,
        wrong: { candidates: 1 },
      },
      'POST /v1/cohorts/{id}/placements': {
        success: 201,
        body: () => ({ method: 'stable' }),
        wrong: { method: 'luck' },
      },
      'GET /v1/cohorts/{id}/placements': { success: 200, wrongQuery: '?limit=0' },
      'GET /v1/placements': { success: 200, wrongQuery: '?status=lost' },
      'GET /v1/placements.csv': { success: 200, wrongQuery: '?limit=5' },
      'GET /v1/placements/{id}': { success: 200 },
      'GET /v1/placements/{id}/results': { success: 200, wrongQuery: '?outcome=lost' },
      'GET /v1/placements/{id}/results.csv': { success: 200, wrongQuery: '?outcome=lost' },
      'GET /v1/placements/{id}/comparison': { success: 200, wrongQuery: '?with=nobody' },
      'GET /v1/placements/{id}/ranks.svg': { success: 200 },
      'DELETE /v1/placements/{id}': { success: 204 },
      'POST /v1/placements/{id}/publish': { success: 202 },
    }),
    ...inRing({
      'GET /v1/needs/{id}/rings': { success: 200, wrongQuery: '?max_length=9', notFound: 'need_not_found' },
      'GET /v1/organizations/{id}/rings': {
        success: 200,
        wrongQuery: '?limit=0',
        notFound: 'organization_not_found',
      },
      'POST /v1/rings': { success: 201, body: ringBody, wrong: { links: [] } },
      'GET /v1/credits/{party_id}': { success: 200, notFound: 'organization_not_found' },
      'PUT /v1/credits/{party_id}/limit': {
        success: 200,
        body: () => ({ limit_hours: 10 }),
        wrong: { limit_hours: -1 },
        notFound: 'organization_not_found',
      },
    }),
    ...inRing(
      {
        'GET /v1/credits': { success: 200, wrongQuery: '?party=nobody' },
        'GET /v1/credits.csv': { success: 200, wrongQuery: '?limit=5' },
        'GET /v1/credits/{party_id}/statement': {
          success: 200,
          wrongQuery: '?from=yesterday',
          notFound: 'organization_not_found',
        },
        'GET /v1/credits/{party_id}/statement.csv': {
          success: 200,
          wrongQuery: '?to=tomorrow',
          notFound: 'organization_not_found',
        },
      },
      giveInRing,
    ),
    ...inRing(
      {
        'GET /v1/rings': { success: 200, wrongQuery: '?status=lost' },
        'GET /v1/rings/{id}': { success: 200, notFound: 'ring_not_found' },
        'POST /v1/rings/{id}/accept': { success: 200, notFound: 'ring_not_found' },
        'POST /v1/rings/{id}/decline': { success: 200, notFound: 'ring_not_found' },
      },
      async (owner, world) => {
        world.ringId = await post(owner, '/v1/rings', ringBody(world))
      },
    ),
    ...inRing({
      'POST /v1/rings/clearings': {
        success: 202,
        body: () => ({ max_length: 3, objective: 'participants' }),
        wrong: { objective: 'luck' },
      },
    }),
    ...inRing(
      {
        'GET /v1/rings/clearings': { success: 200, wrongQuery: '?limit=0' },
        'GET /v1/rings/clearings/{id}': { success: 200, notFound: 'clearing_not_found' },
        'POST /v1/rings/clearings/{id}/propose': { success: 200, notFound: 'clearing_not_found' },
      },
      async (owner, world) => {
        const { body } = await owner.call('POST', '/v1/rings/clearings', { body: {} })
        world.clearingId = body.id
        service.services.background.works.run_clearings.wake()
        await service.services.background.works.run_clearings.idle()
      },
    ),
    'POST /v1/imports': {
      prepare: gather,
      url: () => studentsAddress,
      options: () => csvFile,
      success: 202,
      others: [{ url: () => studentsAddress.replace('dry_run', 'inspect'), options: csvFile, success: 200 }],
      invalid: { url: () => '/v1/imports?type=cats&mode=apply' },
    },
    'GET /v1/imports': {
      prepare: async (owner) => {
        await owner.call('POST', studentsAddress, csvFile)
        await service.services.background.works.run_imports.idle()
      },
      url: () => '/v1/imports',
      success: 200,
      invalid: { url: () => '/v1/imports?limit=0' },
    },
    ...imported(service, {
      'POST /cancel': { success: 200, isRunning: true },
      'GET ': { success: 200 },
      'GET /rows': { success: 200, wrongQuery: '?outcome=lost' },
      'GET /report.csv': { success: 200 },
      'DELETE ': { success: 204 },
    }),
    'POST /v1/imports/{id}/undo': {
      prepare: async (owner, world) => {
        const { body } = await owner.call('POST', '/v1/imports?type=organizations&mode=apply', {
          body: JSON.stringify({ ...organizationBody(), external_id: 'ORG-UNDONE' }),
          headers: { 'content-type': 'application/json' },
        })
        world.importId = body.id
        await service.services.background.works.run_imports.idle()
      },
      url: (world) => `/v1/imports/${world.importId}/undo`,
      success: 200,
      notFound: 'import_not_found',
    },
    'GET /v1/import-profiles': {
      prepare: onProfile.prepare,
      url: () => '/v1/import-profiles',
      success: 200,
      invalid: { url: () => '/v1/import-profiles?limit=0' },
    },
    'GET /v1/import-profiles/{name}': { ...onProfile, success: 200 },
    'PUT /v1/import-profiles/{name}': {
      url: () => '/v1/import-profiles/usual',
      options: () => profileBody,
      success: 201,
      invalid: { options: () => unknownField },
    },
    'DELETE /v1/import-profiles/{name}': { ...onProfile, options: () => anyVersion, success: 204 },
    ...Object.fromEntries(
      importTypes.map((type) => [
        `GET /v1/imports/templates/${type}.csv`,
        { url: () => `/v1/imports/templates/${type}.csv`, success: 200 },
      ]),
    ),
    ...verbs('needs', 'needId', 'need_not_found', ['close', 'fill', 'reopen']),
    ...verbs('offers', 'offerId', 'offer_not_found', ['pause', 'resume', 'close']),
    'GET /v1/needs/{id}/matches': {
      prepare: async (owner) => {
        const body = { title: 'Bookkeeping in your office', modality: 'onsite' }
        const helperId = await post(owner, '/v1/helpers', helperBody({ name: 'Noor Haddad' }))
        await post(owner, '/v1/offers', offerBody(helperId, body))
      },
      url: (world) => `/v1/needs/${world.needId}/matches`,
      success: 200,
      invalid: { url: (world) => `/v1/needs/${world.needId}/matches?limit=0` },
      notFound: 'need_not_found',
    },
    'GET /v1/offers/{id}/matches': {
      url: (world) => `/v1/offers/${world.offerId}/matches`,
      success: 200,
      invalid: { url: (world) => `/v1/offers/${world.offerId}/matches?min_score=2` },
      notFound: 'offer_not_found',
    },
    'GET /v1/needs/{id}/matches/{offer_id}': {
      url: (world) => `/v1/needs/${world.needId}/matches/${world.offerId}`,
      success: 200,
      notFound: 'need_not_found',
    },
    'POST /v1/matches/batch': {
      url: () => '/v1/matches/batch',
      options: (world) => ({ body: { ids: [world.needId, world.offerId] } }),
      success: 200,
      invalid: { options: () => ({ body: { ids: ['need_1'] } }) },
    },
    'POST /v1/matches/preview': {
      url: () => '/v1/matches/preview',
      options: (world) => ({ body: { need: needBody(world.organizationId) } }),
      success: 200,
      invalid: { options: () => ({ body: { need: { title: '' } } }) },
    },
    'POST /v1/introductions': {
      url: () => '/v1/introductions',
      options: (world) => ({ body: proposal(world) }),
      success: 201,
      invalid: { options: () => unknownField },
    },
    'GET /v1/introductions': {
      prepare: propose,
      url: () => '/v1/introductions',
      success: 200,
      invalid: { url: () => '/v1/introductions?status=lost' },
    },
    'GET /v1/introductions.csv': {
      prepare: propose,
      url: () => '/v1/introductions.csv',
      success: 200,
      invalid: { url: () => '/v1/introductions.csv?limit=5' },
    },
    ...introduced({
      accept: { body: { hours_per_week: 3 } },
      withdraw: {},
      decline: { body: { reason: 'no_time_now' } },
    }),
    'GET /v1/engagements': {
      prepare: engage,
      url: () => '/v1/engagements',
      success: 200,
      invalid: { url: () => '/v1/engagements?role=both' },
    },
    'GET /v1/engagements.csv': {
      prepare: engage,
      url: () => '/v1/engagements.csv',
      success: 200,
      invalid: { url: () => '/v1/engagements.csv?role=both' },
    },
    'POST /v1/hours/confirm': {
      prepare: engage,
      url: () => '/v1/hours/confirm',
      options: (world) => ({ body: { hours: [{ engagement_id: world.engagementId, id: world.hoursId }] } }),
      success: 200,
      invalid: { options: () => ({ body: { hours: [] } }) },
    },
    'GET /v1/hours': {
      prepare: engage,
      url: () => '/v1/hours?include=total',
      success: 200,
      invalid: { url: () => '/v1/hours?from=yesterday' },
    },
    'GET /v1/hours.csv': {
      prepare: engage,
      url: () => '/v1/hours.csv',
      success: 200,
      invalid: { url: () => '/v1/hours.csv?from=yesterday' },
    },
    ...engaged(
      {
        'GET /hours/from-sessions': { success: 200 },
        'POST /hours/from-sessions': { success: 201, body: { side: 'offer' }, wrong: { session_ids: [] } },
      },
      async (owner, world) => {
        await engage(owner, world)
        const { engagementId = '' } = world
        if (!isId('engagement', engagementId)) throw new Error('nobody is engaged')
        // A need cannot be posted with a session that is over, and no test waits for one.
        await service.database.pool.query('update engagements set sessions = $1 where id = $2', [
          JSON.stringify([morningSession]),
          idToUuid(engagementId),
        ])
      },
    ),
    ...engaged({
      'GET ': { success: 200 },
      'PATCH ': {
        success: 200,
        body: { metadata: { crm_id: '77' } },
        wrong: { metadata: { crm_id: 77 } },
        headers: anyVersion.headers,
      },
      'PUT /plan': {
        success: 200,
        body: plan,
        wrong: { outcome: '' },
        headers: anyVersion.headers,
      },
      'POST /complete': { success: 200, body: { side: 'need' }, wrong: { side: 'left' } },
      'POST /end': { success: 200, body: { side: 'need', reason: 'agreed' }, wrong: { reason: 'bored' } },
      'POST /hours': {
        success: 201,
        body: { side: 'need', worked_on: '2026-11-20', hours: 2 },
        wrong: { hours: -1 },
      },
      'GET /hours': { success: 200, wrongQuery: '?limit=0' },
      'GET /hours.csv': { success: 200, wrongQuery: '?bom=maybe' },
      'GET /hours/{hours_id}': { success: 200 },
      'PUT /hours/{hours_id}': {
        success: 200,
        body: { starts_at: '2026-11-20T08:00:00Z', ends_at: '2026-11-20T09:30:00Z' },
        wrong: { worked_on: '2026-11-20' },
        headers: { 'if-match': '*' },
      },
      'DELETE /hours/{hours_id}': { success: 204, headers: { 'if-match': '*' } },
      'POST /hours/{hours_id}/confirm': { success: 200, body: { version: 1 }, wrong: { version: 0 } },
      'POST /hours/{hours_id}/dispute': {
        success: 200,
        body: { reason: 'I worked half an hour less that day.' },
        wrong: { reason: '' },
      },
    }),
    ...engaged({ 'GET /calendar.ics': { success: 200 } }, async (owner, world) => {
      await engage(owner, world)
      await planCheckIns(owner, world)
    }),
    ...engaged(
      {
        'GET /retrospectives': { success: 200 },
        'GET /record': { success: 200, query: '?format=json_resume', wrongQuery: '?format=paper' },
      },
      async (owner, world) => {
        await finish(owner, world)
        await owner.call('POST', `/v1/engagements/${world.engagementId}/retrospective`, { body: lookingBack })
      },
    ),
    ...engaged(
      {
        'POST /hours/{hours_id}/correct': {
          success: 201,
          body: { side: 'need', hours: 0.5, reason: 'It was half an hour' },
          wrong: { side: 'need', hours: 25, reason: 'Too long' },
        },
      },
      confirmHours,
    ),
    ...engaged(
      {
        'GET /agreement': { success: 200, query: '?version=1', wrongQuery: '?version=0' },
        'GET /agreement.html': { success: 200, query: '?version=1', wrongQuery: '?version=0' },
        'POST /agreement': {
          success: 201,
          body: {
            side: 'need',
            replaces: 1,
            content: { ...learning, tasks: ['Reconcile the bank account each week'] },
          },
          wrong: { replaces: 0 },
        },
        'POST /agreement/approve': {
          success: 200,
          body: { version: 1, as: 'supervisor' },
          wrong: { version: 1, as: 'parent' },
        },
        'GET /documents': { success: 200, wrongQuery: '?limit=0' },
        'POST /documents': {
          success: 201,
          body: { side: 'offer', title: 'Final report', url: 'https://files.example.org/report' },
          wrong: { side: 'offer', title: 'Final report', url: 'http://files.example.org/report' },
        },
        'DELETE /documents/{document_id}': { success: 204 },
        'GET /evaluations': { success: 200 },
        'POST /evaluations': {
          success: 201,
          body: { side: 'need', moment: 'mid_term', answers: [{ question_id: 'progress', value: 4 }] },
          wrong: { side: 'need', moment: 'mid_term', answers: [{ question_id: 'progress', value: 9 }] },
        },
      },
      engageIntern,
    ),
    'GET /v1/programs/{id}/evaluations': {
      prepare: evaluate,
      url: (world) => `/v1/programs/${world.programId}/evaluations`,
      success: 200,
      notFound: 'program_not_found',
      invalid: { url: (world) => `/v1/programs/${world.programId}/evaluations?limit=0` },
    },
    'GET /v1/programs/{id}/evaluations.csv': {
      prepare: evaluate,
      url: (world) => `/v1/programs/${world.programId}/evaluations.csv`,
      success: 200,
      notFound: 'program_not_found',
      invalid: { url: (world) => `/v1/programs/${world.programId}/evaluations.csv?separator=x` },
    },
    ...engaged({ 'POST /retrospective': { success: 201, body: lookingBack, wrong: { outcome: 9 } } }, finish),
    'POST /v1/calendars': {
      url: () => '/v1/calendars',
      options: (world) => ({ body: { organization_id: world.organizationId } }),
      success: 201,
      invalid: {
        options: (world) => ({ body: { organization_id: world.organizationId, helper_id: world.helperId } }),
      },
    },
    'GET /v1/calendars': {
      prepare: addCalendar,
      url: () => '/v1/calendars',
      success: 200,
      invalid: { url: () => '/v1/calendars?limit=0' },
    },
    'GET /v1/calendars/{id}': {
      prepare: addCalendar,
      url: (world) => `/v1/calendars/${world.calendarId}`,
      success: 200,
      notFound: 'calendar_not_found',
    },
    'DELETE /v1/calendars/{id}': {
      prepare: addCalendar,
      url: (world) => `/v1/calendars/${world.calendarId}`,
      success: 204,
      notFound: 'calendar_not_found',
    },
    'GET /calendars/{file}': {
      prepare: addCalendar,
      url: (world) => world.calendarPath ?? '',
      isPublic: true,
      success: 200,
    },
    'POST /v1/sprints': {
      url: () => '/v1/sprints',
      options: (world) => ({ body: sprintBody(world) }),
      success: 201,
      invalid: { options: () => unknownField },
    },
    'GET /v1/sprints': {
      prepare: startSprint,
      url: () => '/v1/sprints',
      success: 200,
      invalid: { url: () => '/v1/sprints?has_ended=perhaps' },
    },
    'GET /v1/sprints.csv': {
      prepare: startSprint,
      url: () => '/v1/sprints.csv',
      success: 200,
      invalid: { url: () => '/v1/sprints.csv?limit=5' },
    },
    'GET /v1/sprints/{id}': {
      prepare: startSprint,
      url: (world) => `/v1/sprints/${world.sprintId}`,
      success: 200,
      notFound: 'sprint_not_found',
    },
    'POST /v1/advice/readiness': {
      url: () => '/v1/advice/readiness',
      options: () => ({
        body: {
          draft: {
            title: 'Bring our books up to date',
            description: 'Set up a monthly routine for our bookkeeping.',
            brief: { outcome: 'The books of every month are closed by its fifth day.', autonomy: 'proposes' },
          },
        },
      }),
      success: 200,
      invalid: { options: () => ({ body: {} }) },
    },
    'POST /v1/advice/investment': {
      url: () => '/v1/advice/investment',
      options: () => ({ body: { minutes_per_task: 30, times_per_week: 3, owner_hour_value: 50 } }),
      success: 200,
      invalid: { options: () => ({ body: { minutes_per_task: 0 } }) },
    },
    'GET /v1/advice/investment.svg': {
      url: () => '/v1/advice/investment.svg?minutes_per_task=30&times_per_week=3&owner_hour_value=50',
      success: 200,
      invalid: { url: () => '/v1/advice/investment.svg' },
    },
    'GET /v1/events': {
      url: () => '/v1/events?types=need.*,offer.posted',
      success: 200,
      invalid: { url: () => '/v1/events?types=everything' },
    },
    'POST /v1/webhook-endpoints': {
      url: () => '/v1/webhook-endpoints',
      options: () => endpointBody,
      success: 201,
      invalid: { options: () => ({ body: { url: 'http://10.0.0.1/' } }) },
    },
    'GET /v1/webhook-endpoints': {
      prepare: async (owner) => void (await owner.call('POST', '/v1/webhook-endpoints', endpointBody)),
      url: () => '/v1/webhook-endpoints',
      success: 200,
      invalid: { url: () => '/v1/webhook-endpoints?limit=0' },
    },
    ...endpointed({
      'GET ': { success: 200 },
      'PATCH ': {
        success: 200,
        body: { event_types: ['introduction.*', 'engagement.*'], description: 'Our site' },
        wrong: { event_types: ['x'] },
        isVersioned: true,
      },
      'DELETE ': { success: 204, isVersioned: true },
      'POST /rotate-secret': { success: 200, body: { keep_old_hours: 24 }, wrong: { keep_old_hours: -1 } },
      'POST /test': { success: 202 },
      'POST /replay': { success: 202, body: { since: '2026-11-01T00:00:00Z' }, wrong: { since: 'once' } },
      'GET /deliveries': { success: 200, wrongQuery: '?status=lost' },
      'GET /deliveries/{delivery_id}': { success: 200 },
      'POST /deliveries/{delivery_id}/redeliver': { success: 202 },
    }),
    'POST /v1/sandbox': { url: () => '/v1/sandbox', success: 201 },
    'GET /v1/sandbox': {
      prepare: (owner) => sprintInSandbox(service, owner),
      url: () => '/v1/sandbox',
      success: 200,
    },
    'POST /v1/sandbox/clock': {
      prepare: (owner) => sprintInSandbox(service, owner),
      url: () => '/v1/sandbox/clock',
      success: 200,
      options: () => ({ body: { advance_days: 8 } }),
      invalid: { options: () => ({ body: { advance_days: -1 } }) },
    },
    'GET /v1/sandbox/clients': {
      prepare: async (owner) => void (await owner.call('POST', '/v1/sandbox')),
      url: () => '/v1/sandbox/clients',
      success: 200,
    },
    'DELETE /v1/sandbox/clients/{id}': {
      prepare: async (owner, world) => {
        world.clientId = String((await owner.call('POST', '/v1/sandbox')).body.client_id)
      },
      url: (world) => `/v1/sandbox/clients/${world.clientId}`,
      success: 204,
    },
    'POST /v1/sandbox/reset': {
      prepare: async (owner) => void (await owner.call('POST', '/v1/sandbox')),
      url: () => '/v1/sandbox/reset',
      success: 200,
    },
    'GET /v1/insights': {
      url: () => '/v1/insights?from=2026-11-16&to=2026-11-20',
      success: 200,
      invalid: { url: () => '/v1/insights?from=yesterday' },
    },
    'GET /v1/insights.svg': {
      url: () => '/v1/insights.svg?from=2026-11-02&to=2026-11-29',
      success: 200,
      invalid: { url: () => '/v1/insights.svg?from=2026-11-29&to=2026-11-02' },
    },
    'GET /v1/skills': {
      url: () => '/v1/skills?q=book',
      success: 200,
      invalid: { url: () => '/v1/skills?q=' },
    },
    'GET /v1/skills/categories': { url: () => '/v1/skills/categories', success: 200 },
    'GET /v1/taxonomy': { url: () => '/v1/taxonomy', success: 200 },
    'GET /v1/skills/{id}': { url: () => '/v1/skills/bookkeeping', success: 200 },
    'POST /v1/skills/resolve': {
      url: () => '/v1/skills/resolve',
      options: () => ({ body: { labels: ['bookkeeping'], sentences: ['Somebody to keep our books.'] } }),
      success: 200,
      invalid: { options: () => ({ body: { labels: [] } }) },
    },
  }
}

/** Routes of a webhook endpoint that has a delivery. */
function endpointed(
  routes: Record<
    string,
    { success: number; body?: unknown; wrong?: unknown; wrongQuery?: string; isVersioned?: boolean }
  >,
): Record<string, RouteCase> {
  return Object.fromEntries(
    Object.entries(routes).map(([route, { success, body, wrong, wrongQuery, isVersioned }]) => {
      const [method, path = ''] = route.split(' ')
      const url = ({ endpointId, deliveryId }: World) =>
        `/v1/webhook-endpoints/${endpointId}${path.replace('{delivery_id}', deliveryId ?? '')}`
      const options = (of: unknown) => () => ({
        ...(of !== undefined && { body: of }),
        ...(isVersioned && anyVersion),
      })
      const invalid = wrongQuery
        ? { url: (world: World) => url(world) + wrongQuery }
        : wrong !== undefined && { options: options(wrong) }
      const found: RouteCase = {
        prepare: async (owner, world) => {
          world.endpointId = await post(owner, '/v1/webhook-endpoints', endpointBody.body)
          const { body: tested } = await owner.call('POST', `/v1/webhook-endpoints/${world.endpointId}/test`)
          world.deliveryId = tested.id
        },
        url,
        options: options(body),
        success,
        notFound: 'webhook_endpoint_not_found',
        ...(invalid && { invalid }),
      }
      return [`${method} /v1/webhook-endpoints/{id}${path}`, found]
    }),
  )
}

function posted(
  path: string,
  id: keyof World,
  notFound: string,
  body: (world: World) => Record<string, unknown>,
  prepare?: RouteCase['prepare'],
): Record<string, RouteCase> {
  const one = (world: World) => `/v1/${path}/${world[id]}`
  const routes: Record<string, RouteCase> = {
    [`POST /v1/${path}`]: {
      url: () => `/v1/${path}`,
      options: (world) => ({ body: body(world) }),
      success: 201,
      invalid: { options: () => unknownField },
    },
    [`GET /v1/${path}`]: {
      url: () => `/v1/${path}`,
      success: 200,
      invalid: { url: () => `/v1/${path}?limit=1000` },
    },
    [`GET /v1/${path}/{id}`]: {
      url: one,
      success: 200,
      ...(path === 'needs' && { others: [inLinkedData(one)] }),
      notFound,
    },
    [`PATCH /v1/${path}/{id}`]: {
      url: one,
      options: () => ({ ...anyVersion, body: { external_id: 'pantry-17' } }),
      success: 200,
      invalid: { options: () => ({ ...anyVersion, ...unknownField }) },
      notFound,
    },
    [`DELETE /v1/${path}/{id}`]: {
      url: one,
      options: () => anyVersion,
      // What others refer to stays: they go first.
      success: ['organizations', 'helpers', 'programs'].includes(path) ? 409 : 204,
      invalid: { options: () => ({}), status: 428 },
      notFound,
    },
    [`PUT /v1/${path}/by-external-id/{external_id}`]: {
      url: () => `/v1/${path}/by-external-id/pantry-17`,
      options: (world) => ({ body: body(world) }),
      success: 201,
      invalid: { options: () => unknownField },
    },
  }
  if (['organizations', 'helpers', 'needs', 'offers', 'candidates'].includes(path))
    routes[`GET /v1/${path}.csv`] = {
      url: () => `/v1/${path}.csv`,
      success: 200,
      invalid: { url: () => `/v1/${path}.csv?separator=x` },
    }
  if (prepare) for (const routeCase of Object.values(routes)) routeCase.prepare = prepare
  return routes
}

/** The days of a program in the examples, whose clock is fixed. */
const spring = { starts_on: '2027-01-11', ends_on: '2027-05-14' }

async function enroll(owner: Partner, world: World): Promise<void> {
  world.programId = await post(owner, '/v1/programs', programBody(spring))
  world.candidateId = await post(owner, '/v1/candidates', candidateBody(world.programId))
}

function cohortBody({ programId, needId }: World) {
  return {
    program_id: programId,
    name: 'Spring 2027',
    needs: [{ need_id: needId, minimum_positions: 1 }],
  }
}

async function gather(owner: Partner, world: World): Promise<void> {
  await enroll(owner, world)
  world.cohortId = await post(owner, '/v1/cohorts', cohortBody(world))
}

function choices({ candidateId, needId, organizationId }: World) {
  return {
    candidates: [{ candidate_id: candidateId, choices: [needId] }],
    organizations: [{ organization_id: organizationId, ranking: [candidateId] }],
  }
}

/** Each on a cohort of the owner's with a placement. */
function placed(
  routes: Record<
    string,
    { success: number; body?: (world: World) => unknown; wrong?: unknown; wrongQuery?: string }
  >,
) {
  return Object.fromEntries(
    Object.entries(routes).map(([route, { success, body, wrong, wrongQuery }]): [string, RouteCase] => {
      const [method, path = ''] = route.split(' ')
      const isOfCohort = path.startsWith('/v1/cohorts')
      const query = path.endsWith('/comparison') ? '?with=' : ''
      const url = (world: World) => {
        const own = path.replace('{id}', (isOfCohort ? world.cohortId : world.placementId) ?? '')
        return query ? own + query + world.placementId : own
      }
      const given = (one: unknown): CallOptions => ({
        ...(one !== undefined && { body: one }),
        ...(method === 'PUT' && anyVersion),
      })
      return [
        route,
        {
          prepare: async (owner, world) => {
            await gather(owner, world)
            await owner.call('PUT', `/v1/cohorts/${world.cohortId}/preferences`, {
              ...anyVersion,
              body: choices(world),
            })
            world.placementId = await post(owner, `/v1/cohorts/${world.cohortId}/placements`, {
              method: 'stable',
            })
          },
          url,
          options: (world) => given(body?.(world)),
          success,
          ...(route.includes('{id}') && {
            notFound: isOfCohort ? 'cohort_not_found' : 'placement_not_found',
          }),
          ...(wrong !== undefined && { invalid: { options: () => given(wrong) } }),
          ...(wrongQuery && {
            invalid: { url: (world: World) => url(world).replace(/\?.*/, '') + wrongQuery },
          }),
        },
      ]
    }),
  )
}

function ringBody({ needId, otherNeedId }: World) {
  return {
    links: [
      { gives_id: needId, to_id: otherNeedId },
      { gives_id: otherNeedId, to_id: needId },
    ],
  }
}

interface RingCase {
  success: number
  body?: (world: World) => unknown
  wrong?: unknown
  wrongQuery?: string
  notFound?: string
}

/** Each with two organizations of the owner's that could swap. */
function inRing(routes: Record<string, RingCase>, more?: RouteCase['prepare']) {
  return Object.fromEntries(
    Object.entries(routes).map(
      ([route, { success, body, wrong, wrongQuery, notFound }]): [string, RouteCase] => {
        const path = route.split(' ')[1] ?? ''
        const url = (world: World) => {
          const ids: Record<string, string | undefined> = {
            '/v1/needs': world.needId,
            '/v1/rings/{': world.ringId,
            '/v1/rings/clearings': world.clearingId,
          }
          const start = Object.keys(ids).find((one) => path.startsWith(one))
          const id = start === undefined ? world.organizationId : ids[start]
          return path.replace(/\{(party_)?id\}/, id ?? '')
        }
        return [
          route,
          {
            prepare: async (owner, world) => {
              await swap(owner, world)
              await more?.(owner, world)
            },
            url,
            success,
            ...(body && { options: (world: World) => ({ body: body(world) }) }),
            ...(notFound && { notFound }),
            ...(wrong !== undefined && { invalid: { options: () => ({ body: wrong }) } }),
            ...(wrongQuery && { invalid: { url: (world: World) => url(world) + wrongQuery } }),
          },
        ]
      },
    ),
  )
}

/** The day on which the work began: hours are logged for no earlier one. */
async function firstDay(owner: Partner, engagementId: string): Promise<string> {
  const { body } = await owner.call('GET', `/v1/engagements/${engagementId}`)
  return workday(new Date(body.started_at), body.plan?.check_ins?.time_zone)
}

/** Closes a ring, and has hours confirmed that the organization of the case gave. */
async function giveInRing(owner: Partner, world: World): Promise<void> {
  const id = await post(owner, '/v1/rings', ringBody(world))
  await owner.call('POST', `/v1/rings/${id}/accept`)
  const { body } = await owner.call('GET', `/v1/rings/${id}`)
  const engagementId: string = body.parties[0].engagement_id
  const hours = { side: 'offer', worked_on: await firstDay(owner, engagementId), hours: 2 }
  const hoursId = await post(owner, `/v1/engagements/${engagementId}/hours`, hours)
  await owner.call('POST', `/v1/engagements/${engagementId}/hours/${hoursId}/confirm`)
}

async function swap(owner: Partner, world: World): Promise<void> {
  const side = async (name: string, title: string, gives: string, wants: string) => {
    const organizationId = await post(owner, '/v1/organizations', organizationBody({ name }))
    const skills = [{ skill: wants, importance: 'must' }]
    const about = { title, description: `${title}, once a month.`, visibility: 'partner' }
    const body = { ...about, skills, accepts: ['barter'], gives: [{ skill: gives }] }
    return { organizationId, needId: await post(owner, '/v1/needs', needBody(organizationId, body)) }
  }
  const { organizationId, needId } = await side(
    'Sunrise Kitchen',
    'Photos of our dishes',
    'catering',
    'photography',
  )
  world.organizationId = organizationId
  world.needId = needId
  world.otherNeedId = (
    await side('Alder Street Studio', 'Food for our openings', 'photography', 'catering')
  ).needId
}

/** Each on a candidate who has work, and who was shown to another partner. */
function ofCandidate(service: TestService, paths: string[]): Record<string, RouteCase> {
  return Object.fromEntries(
    paths.map((path) => [
      `GET /v1/candidates/{id}${path}`,
      {
        prepare: async (owner: Partner, world: World) => {
          await enroll(owner, world)
          await showTo(await service.newPartner({ name: 'Harbor Volunteers' }))
          const { body } = await owner.call('GET', `/v1/candidates/${world.candidateId}`)
          const needId = await post(owner, '/v1/needs', needBody(world.organizationId))
          await engage(owner, { ...world, needId, offerId: body.offer_id })
        },
        url: (world: World) => `/v1/candidates/${world.candidateId}${path}`,
        success: 200,
        notFound: 'candidate_not_found',
      },
    ]),
  )
}

/** Shows what matches to a site, and leaves nothing of the site in the market. */
async function showTo(site: Partner): Promise<void> {
  const organizationId = await post(site, '/v1/organizations', organizationBody({ name: 'Harbor Shelter' }))
  const needId = await post(site, '/v1/needs', needBody(organizationId))
  await site.call('GET', `/v1/needs/${needId}/matches`)
  await site.call('DELETE', `/v1/needs/${needId}`, anyVersion)
}

const columns = { 'Student ID': 'external_id', Student: 'name' }
const studentsAddress = `/v1/imports?${new URLSearchParams({
  ...{ type: 'candidates', mode: 'dry_run', columns: JSON.stringify(columns), date_format: 'mdy' },
  ...{ defaults: JSON.stringify({ share_contact: 'no', time_zone: 'America/Los_Angeles' }), decimal: '.' },
  key: 'external_id',
})}`
const csvFile = {
  body: 'Student ID,Student,Email,Skills\nS-17,Priya Raman,priya@student.lakeside.example,bookkeeping\n',
  headers: { 'content-type': 'text/csv' },
}

/** Each on an import of the owner's that has ended, or that another process runs. */
function imported(
  service: TestService,
  routes: Record<string, { success: number; wrongQuery?: string; isRunning?: boolean }>,
) {
  return Object.fromEntries(
    Object.entries(routes).map(([route, { success, wrongQuery, isRunning }]): [string, RouteCase] => {
      const [method, path = ''] = route.split(' ')
      const url = (world: World) => `/v1/imports/${world.importId}${path}`
      return [
        `${method} /v1/imports/{id}${path}`,
        {
          prepare: async (owner, world) => {
            const { body } = await owner.call('POST', studentsAddress, csvFile)
            world.importId = body.id
            await service.services.background.works.run_imports.idle()
            if (isRunning)
              await service.database.pool.query(
                `update imports set state = 'running', ended_at = null, claimed_until = now() + interval '1 hour'
                 where id = $1`,
                [idToUuid(body.id)],
              )
          },
          url,
          success,
          notFound: 'import_not_found',
          ...(wrongQuery && { invalid: { url: (world: World) => url(world) + wrongQuery } }),
        },
      ]
    }),
  )
}

function verbs(path: string, id: keyof World, notFound: string, names: string[]): Record<string, RouteCase> {
  return Object.fromEntries(
    names.map((name) => [
      `POST /v1/${path}/{id}/${name}`,
      { url: (world: World) => `/v1/${path}/${world[id]}/${name}`, success: 200, notFound },
    ]),
  )
}

/** Each on an introduction of the world's own pair. */
function introduced(verbs: Record<string, CallOptions>): Record<string, RouteCase> {
  const address = (world: World) => `/v1/introductions/${world.introductionId}`
  const shared = { prepare: propose, success: 200, notFound: 'introduction_not_found' }
  return {
    'GET /v1/introductions/{id}': { url: address, ...shared },
    'PATCH /v1/introductions/{id}': {
      url: address,
      ...shared,
      options: () => ({ ...anyVersion, body: { metadata: { crm_id: '77' } } }),
      invalid: { options: () => ({ ...anyVersion, body: { metadata: { crm_id: 77 } } }) },
    },
    ...Object.fromEntries(
      Object.entries(verbs).map(([verb, options]) => [
        `POST /v1/introductions/{id}/${verb}`,
        { url: (world: World) => `${address(world)}/${verb}`, options: () => options, ...shared },
      ]),
    ),
  }
}

async function startSprint(owner: Partner, world: World): Promise<void> {
  world.sprintId = await post(owner, '/v1/sprints', sprintBody(world))
}

function sprintBody({ organizationId }: Pick<World, 'organizationId'>) {
  return {
    organization_id: organizationId,
    bottlenecks: [
      { title: 'Reply to donors', description: 'Write a thank-you letter that we can reuse.' },
      { title: 'Books', description: 'Bring our bookkeeping up to date and write down how.' },
    ],
  }
}

async function sprintInSandbox(service: TestService, owner: Partner): Promise<void> {
  const sandbox = await openSandboxOf(service, owner)
  const organization = await sandbox.call('POST', '/v1/organizations', { body: organizationBody() })
  await sandbox.call('POST', '/v1/sprints', { body: sprintBody({ organizationId: organization.body.id }) })
}

interface EngagedCase {
  success: number
  body?: Record<string, unknown>
  wrong?: Record<string, unknown>
  headers?: Record<string, string>
  query?: string
  wrongQuery?: string
}

/** Each on an active engagement of the world's own pair. */
function engaged(
  routes: Record<string, EngagedCase>,
  prepare: RouteCase['prepare'] = engage,
): Record<string, RouteCase> {
  return Object.fromEntries(
    Object.entries(routes).map(([route, { success, body, wrong, headers, query = '', wrongQuery }]) => {
      const [method, path = ''] = route.split(' ')
      const url = (world: World) =>
        `/v1/engagements/${world.engagementId}${path.replace('{hours_id}', world.hoursId ?? '').replace('{document_id}', world.documentId ?? '')}`
      const given = (one: Record<string, unknown> | undefined) => ({
        ...(one && { body: one }),
        ...(headers && { headers }),
      })
      const routeCase: RouteCase = {
        prepare,
        url: (world) => url(world) + query,
        options: () => given(body),
        success,
        notFound: 'engagement_not_found',
        ...(wrong && { invalid: { options: () => given(wrong) } }),
        ...(wrongQuery && { invalid: { url: (world: World) => url(world) + wrongQuery } }),
      }
      return [`${method} /v1/engagements/{id}${path}`, routeCase]
    }),
  )
}

/** On the day on which the examples are recorded. */
const morningSession = {
  id: 'session_01kafz3e00e008000000000090',
  starts_at: '2026-11-20T14:00:00.000Z',
  ends_at: '2026-11-20T16:30:00.000Z',
  time_zone: 'America/Los_Angeles',
  note: 'Set up the stalls',
}

const lookingBack = { side: 'need', outcome: 4, again: true, hours_spent: 3, obstacles: ['skill_gap'] }

async function confirmHours(owner: Partner, world: World): Promise<void> {
  await engage(owner, world)
  await owner.call('POST', `/v1/engagements/${world.engagementId}/hours/${world.hoursId}/confirm`)
}

/** Both sides mark the work as done. */
async function finish(owner: Partner, world: World): Promise<void> {
  await engage(owner, world)
  for (const side of ['need', 'offer'])
    await owner.call('POST', `/v1/engagements/${world.engagementId}/complete`, { body: { side } })
}

async function engage(owner: Partner, world: World): Promise<void> {
  await propose(owner, world)
  await owner.call('POST', `/v1/introductions/${world.introductionId}/accept`)
  world.engagementId = (await owner.call('GET', '/v1/engagements')).body.data[0].id
  world.hoursId = await post(owner, `/v1/engagements/${world.engagementId}/hours`, {
    ...{ side: 'need', worked_on: await firstDay(owner, world.engagementId ?? ''), hours: 1 },
  })
}

const learning = {
  learning_goals: ['Keep the books of a small organization'],
  tasks: ['Reconcile the bank account'],
  supervision: 'The treasurer meets the student every Friday.',
}

/** A student of the owner's own program works for the owner's organization: with an agreement and a link. */
async function engageIntern(owner: Partner, world: World): Promise<void> {
  const question = { id: 'progress', question: 'How well does the work go?', kind: 'scale' }
  world.programId = await post(owner, '/v1/programs', programBody({ evaluations: { mid_term: [question] } }))
  world.candidateId = await post(owner, '/v1/candidates', candidateBody(world.programId))
  const offer_id = world.candidateId.replace('candidate_', 'offer_')
  // Not that of the world, which may ask for something that no student has.
  const need_id = await post(owner, '/v1/needs', needBody(world.organizationId))
  world.introductionId = await post(owner, '/v1/introductions', { ...proposal(world), need_id, offer_id })
  await owner.call('POST', `/v1/introductions/${world.introductionId}/accept`)
  world.engagementId = (await owner.call('GET', '/v1/engagements')).body.data[0].id
  const address = `/v1/engagements/${world.engagementId}`
  await owner.call('POST', `${address}/agreement`, {
    body: { side: 'offer', replaces: null, content: learning },
  })
  world.documentId = await post(owner, `${address}/documents`, {
    ...{ side: 'need', title: 'Style guide', url: 'https://files.example.org/style-guide' },
  })
}

async function evaluate(owner: Partner, world: World): Promise<void> {
  await engageIntern(owner, world)
  for (const side of ['need', 'offer'])
    await owner.call('POST', `/v1/engagements/${world.engagementId}/evaluations`, {
      body: { side, moment: 'mid_term', answers: [{ question_id: 'progress', value: 4 }] },
    })
}

const plan = {
  outcome: 'The books of every month are closed by its fifth day.',
  hours: 40,
  starts_on: '2026-11-23',
  ends_on: '2027-01-29',
  check_ins: { every_days: 7, start: '09:30', time_zone: 'America/Los_Angeles' },
}

async function planCheckIns(owner: Partner, { engagementId }: World): Promise<void> {
  await owner.call('PUT', `/v1/engagements/${engagementId}/plan`, { ...anyVersion, body: plan })
}

/** A calendar of the partner, with check-ins and its address. */
async function addCalendar(owner: Partner, world: World): Promise<void> {
  if (world.engagementId === undefined) {
    await engage(owner, world)
    await planCheckIns(owner, world)
  }
  const { body } = await owner.call('POST', '/v1/calendars', { body: {} })
  world.calendarId = String(body.id)
  world.calendarPath = new URL(body.url).pathname
}

function proposal({ needId, offerId }: World) {
  return { need_id: needId, offer_id: offerId, message: 'Could you start before the end of the year?' }
}

async function propose(owner: Partner, world: World): Promise<void> {
  world.introductionId = await post(owner, '/v1/introductions', proposal(world))
}

export const methodOf = (route: string) => route.split(' ')[0] as Parameters<Partner['call']>[0]

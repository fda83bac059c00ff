import formbody from '@fastify/formbody'
import fastify, { type FastifyBaseLogger, LogController, type RouteOptions } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  clockOfPartner,
  registerClientsRoutes,
  registerOAuthRoutes,
  registerPartnerRoutes,
  registerRequestsRoutes,
} from '../features/access/index.ts'
import { registerAdviceRoutes } from '../features/advice/index.ts'
import {
  registerClearingsRoutes,
  registerCreditsRoutes,
  registerRingsRoutes,
} from '../features/barter/index.ts'
import { registerCalendarFeed, registerCalendarsRoutes } from '../features/calendars/index.ts'
import { registerDesk } from '../features/desk/index.ts'
import { registerEngagementsRoutes } from '../features/engagements/index.ts'
import { registerImportsRoutes, sheetOf } from '../features/imports/index.ts'
import { registerInsightsRoutes } from '../features/insights/index.ts'
import { registerInternshipWorkRoutes } from '../features/internship-work/index.ts'
import {
  readNamesWithStudents,
  registerCandidatesRoutes,
  registerCohortsRoutes,
  registerPlacementsRoutes,
  registerProgramsRoutes,
} from '../features/internships/index.ts'
import { registerIntroductionsRoutes } from '../features/introductions/index.ts'
import { registerMatchesRoutes } from '../features/matches/index.ts'
import { registerMergesRoutes } from '../features/merges/index.ts'
import {
  registerDeliveriesRoutes,
  registerEndpointsRoutes,
  registerFeedRoutes,
} from '../features/notifications/index.ts'
import {
  registerHelpersRoutes,
  registerNeedsRoutes,
  registerOffersRoutes,
  registerOrganizationsRoutes,
} from '../features/postings/index.ts'
import {
  registerPublicRoutes,
  registerRecordRoutes,
  registerResumeRoutes,
  registerWidget,
} from '../features/publishing/index.ts'
import { registerSandboxRoutes } from '../features/sandbox/index.ts'
import { registerSkillsRoutes } from '../features/skills/index.ts'
import { registerSprintsRoutes } from '../features/sprints/index.ts'
import type { App } from '../platform/http/index.ts'
import {
  allowOrigins,
  BODY_LIMIT_BYTES,
  closeConnectionsWhenStopping,
  closeUnreadBodies,
  compressAnswers,
  createAnswerClientError,
  createRouter,
  createSendProblem,
  describeLimits,
  identifyCallers,
  keepRequests,
  limitConcurrentRankings,
  limitOpenRequests,
  limitRate,
  limitRequestTime,
  linkPages,
  logRequests,
  parseJsonBodies,
  parseQuery,
  refusalOf,
  refuseUnknownRoutes,
  registerErrorHandler,
  registerErrorPages,
  registerHealthRoutes,
  registerOpenApi,
  registerReference,
  rememberRoutes,
  requestIdOf,
  requireToken,
  sendDeprecationHeaders,
  sendRequestId,
  sendSecurityHeaders,
  serializerCompiler,
  shedLoad,
  validatorCompiler,
} from '../platform/http/index.ts'
import { registerMetrics } from '../platform/telemetry/index.ts'
import { SECOND_MS } from '../shared/time.ts'
import { createReadings } from './metrics/readings.ts'
import { examples } from './reference/examples.ts'
import { tags } from './reference/tags.ts'
import { webhooks } from './reference/webhooks.ts'
import type { Services } from './services.ts'
import { toTrustProxy } from './trust-proxy.ts'

/**
 * Builds the app: the one explicit list of its parts, in the order in which a request meets them. Calls
 * `onRoute` with each route, so that tests can call all of them.
 */
export async function buildApp(
  services: Services,
  { onRoute }: { onRoute?: (route: RouteOptions) => void } = {},
): Promise<App> {
  const { config, log, version, db, clock, tracing } = services.runtime
  const { market, access, postings, publishing, internships } = services
  const sendProblem = createSendProblem(access.issuer)
  const app: App = fastify({
    // Each request is logged by logRequests.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    loggerInstance: log as FastifyBaseLogger,
    genReqId: requestIdOf,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: Math.max(config.UPLOAD_TIMEOUT_MS, config.REQUEST_TIMEOUT_MS),
    // Interval at which Node looks for requests past their time limit.
    http: { connectionsCheckingInterval: SECOND_MS },
    clientErrorHandler: createAnswerClientError(access.issuer),
    trustProxy: toTrustProxy(config.TRUST_PROXY),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 600, querystringParser: parseQuery },
    // An address that can't be routed at all does not reach the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, refusalOf(error, request)),
  }).withTypeProvider<ZodTypeProvider>()
  if (tracing) await app.register(tracing.plugin)
  if (onRoute) app.addHook('onRoute', onRoute)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  parseJsonBodies(app)
  sendRequestId(app)
  sendDeprecationHeaders(app)
  closeConnectionsWhenStopping(app)
  const knownRoutes = rememberRoutes(app)
  registerErrorHandler(app, sendProblem)
  linkPages(app)
  await compressAnswers(app)
  await allowOrigins(app, config.CORS_ORIGINS ?? [])
  sendSecurityHeaders(app)
  await registerOpenApi(app, {
    version,
    limits: describeLimits(config),
    reference: { tags, examples, webhooks: webhooks() },
  })
  await identifyCallers(app, access.tokens)
  limitRequestTime(app, {
    requestMs: config.REQUEST_TIMEOUT_MS,
    minBytesPerS: config.MIN_BODY_BYTES_PER_S,
  })
  closeUnreadBodies(app)
  limitRate(app, { perMinute: config.RATE_LIMIT_PER_MINUTE, sharedUse: services.runtime.sharedUse })
  limitOpenRequests(app, {
    client: config.OPEN_REQUESTS_PER_CLIENT,
    address: config.OPEN_REQUESTS_PER_ADDRESS,
  })
  limitConcurrentRankings(app)
  shedLoad(app, {
    eventLoopDelayMs: config.OVERLOAD_EVENT_LOOP_DELAY_MS,
    requests: config.OVERLOAD_REQUESTS,
  })
  logRequests(app)
  if (config.REQUEST_LOG === 'on') keepRequests(app, { keep: access.requestKeeper.keep, clock })
  refuseUnknownRoutes(app, knownRoutes)

  registerHealthRoutes(app, {
    db,
    isReady: () => market.feed.ready,
    isLeaving: () => services.runtime.isLeaving,
  })
  registerMetrics(app, {
    readings: createReadings(services),
    counted: [services.background.deliveryOutcomes, access.requestKeeper.outcomes],
  })

  await app.register(async (open: App) => {
    await open.register(formbody)
    registerOAuthRoutes(open, access)
    registerReference(open, access.issuer)
    registerErrorPages(open, access)
  })

  await app.register(async (open: App) => registerPublicRoutes(open, { db, clock, publishing }))
  await app.register(async (open: App) => registerWidget(open))
  await app.register(async (open: App) => registerCalendarFeed(open, { db, clock }))

  const needsOfSprint = services.sprints.needsOf
  const { helpersOfProgram } = internships.candidates
  const sharedLists = { readNames: readNamesWithStudents, needsOfSprint, helpersOfProgram }
  await app.register((desk: App) =>
    registerDesk(desk, {
      ...services,
      ...services.runtime,
      issuer: access.issuer,
      lists: sharedLists,
    }),
  )

  await app.register(async (partnersOnly: App) => {
    requireToken(partnersOnly, { clockOf: ({ partnerId }) => clockOfPartner({ db, clock }, partnerId) })
    const router = createRouter(partnersOnly, services.runtime)
    registerPartnerRoutes(router)
    registerClientsRoutes(router)
    registerRequestsRoutes(router)
    registerOrganizationsRoutes(router, postings.organizations, sheetOf('organizations'))
    registerHelpersRoutes(router, postings.helpers, sheetOf('helpers'))
    registerNeedsRoutes(router, postings.needs, publishing.showNeedAsJsonLd, sheetOf('needs'), needsOfSprint)
    registerOffersRoutes(router, postings.offers, sheetOf('offers'))
    registerMatchesRoutes(router, services.matches)
    registerIntroductionsRoutes(router, services.introductions, sharedLists)
    registerEngagementsRoutes(router, services.engagements, sharedLists)
    registerCalendarsRoutes(router, publishing.issuer)
    registerInternshipWorkRoutes(router)
    registerRecordRoutes(router, publishing)
    registerResumeRoutes(router, publishing)
    registerSprintsRoutes(router, services.sprints, readNamesWithStudents)
    registerAdviceRoutes(router, services.advice)
    registerProgramsRoutes(router, internships.programs)
    registerCandidatesRoutes(router, internships.candidates, sheetOf('candidates'))
    registerCohortsRoutes(router, internships.cohorts)
    registerPlacementsRoutes(router, services.placements)
    registerMergesRoutes(router, services.merges)
    registerClearingsRoutes(router, services.barter)
    registerRingsRoutes(router, services.barter)
    registerCreditsRoutes(router, services.barter, readNamesWithStudents)
    await registerImportsRoutes(router, services.imports)
    registerFeedRoutes(router)
    registerEndpointsRoutes(router, services.webhooks)
    registerDeliveriesRoutes(router, services.webhooks)
    registerSandboxRoutes(router, services.sandbox)
    registerInsightsRoutes(router, services.insights)
    registerSkillsRoutes(router, services.skills)
  })
  return app
}

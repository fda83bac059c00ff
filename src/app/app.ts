import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { registerOAuthRoutes, registerPartnerRoutes } from '../features/access/index.ts'
import { registerAdviceRoutes } from '../features/advice/index.ts'
import {
  registerClearingsRoutes,
  registerCreditsRoutes,
  registerRingsRoutes,
} from '../features/barter/index.ts'
import { registerEngagementsRoutes } from '../features/engagements/index.ts'
import { registerImportsRoutes } from '../features/imports/index.ts'
import { registerInsightsRoutes } from '../features/insights/index.ts'
import {
  registerCandidatesRoutes,
  registerCohortsRoutes,
  registerPlacementsRoutes,
  registerProgramsRoutes,
} from '../features/internships/index.ts'
import { registerIntroductionsRoutes } from '../features/introductions/index.ts'
import { registerMatchesRoutes } from '../features/matches/index.ts'
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
} from '../features/publishing/index.ts'
import { registerSandboxRoutes } from '../features/sandbox/index.ts'
import { registerSkillsRoutes } from '../features/skills/index.ts'
import { registerSprintsRoutes } from '../features/sprints/index.ts'
import type { App } from '../platform/http/index.ts'
import {
  BODY_LIMIT_BYTES,
  closeConnectionsWhenStopping,
  createRouter,
  describeLimits,
  identifyCallers,
  limitRate,
  limitRequestTime,
  logRequests,
  parseJsonBodies,
  refusalOf,
  registerErrorHandler,
  registerHealthRoutes,
  registerOpenApi,
  registerReference,
  requestIdOf,
  requireToken,
  sendProblem,
  sendRequestId,
  serializerCompiler,
  shedLoad,
  tellDeprecation,
  validatorCompiler,
} from '../platform/http/index.ts'
import { registerMetrics } from '../platform/telemetry/index.ts'
import { createReadings } from './metrics/readings.ts'
import type { Deps } from './services.ts'

/** The one explicit list of what the service is made of, in the order in which a request meets it. */
export async function buildApp(deps: Deps): Promise<App> {
  const app: App = fastify({
    // Each request is logged by logRequests.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    loggerInstance: deps.log as FastifyBaseLogger,
    genReqId: requestIdOf,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: Math.max(deps.config.UPLOAD_TIMEOUT_MS, deps.config.REQUEST_TIMEOUT_MS),
    trustProxy: deps.config.TRUST_PROXY,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 600 },
    // An address that can't even be routed does not reach the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, refusalOf(error, request)),
  }).withTypeProvider<ZodTypeProvider>()
  if (deps.tracing) await app.register(deps.tracing.plugin)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  parseJsonBodies(app)
  sendRequestId(app)
  tellDeprecation(app)
  closeConnectionsWhenStopping(app)
  registerErrorHandler(app)
  // The reference page must also load over plain http, where no proxy with TLS stands in front.
  await app.register(helmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })
  await registerOpenApi(app, { version: deps.version, limits: describeLimits(deps.config) })
  await identifyCallers(app, deps.tokens)
  limitRequestTime(app, { requestMs: deps.config.REQUEST_TIMEOUT_MS })
  limitRate(app, { perMinute: deps.config.RATE_LIMIT_PER_MINUTE })
  await shedLoad(app, {
    eventLoopDelayMs: deps.config.OVERLOAD_EVENT_LOOP_DELAY_MS,
    requests: deps.config.OVERLOAD_REQUESTS,
  })
  logRequests(app)

  registerHealthRoutes(app, { db: deps.db, isReady: () => deps.feed.ready })
  registerMetrics(app, { readings: createReadings(deps), counted: [deps.deliveryOutcomes] })

  await app.register(async (open: App) => {
    await open.register(formbody)
    registerOAuthRoutes(open, deps)
    await registerReference(open)
  })

  await app.register(async (open: App) =>
    registerPublicRoutes(open, { ...deps, publishing: deps.publications }),
  )

  await app.register(async (partnersOnly: App) => {
    requireToken(partnersOnly)
    const router = createRouter(partnersOnly, deps)
    registerPartnerRoutes(router)
    registerOrganizationsRoutes(router, deps.postings.organizations)
    registerHelpersRoutes(router, deps.postings.helpers)
    registerNeedsRoutes(router, deps.postings.needs, deps.publications.showNeedAsJsonLd)
    registerOffersRoutes(router, deps.postings.offers)
    registerMatchesRoutes(router, deps.matches)
    registerIntroductionsRoutes(router, deps.introductions)
    registerEngagementsRoutes(router, deps.engagements)
    registerRecordRoutes(router, deps.publications)
    registerResumeRoutes(router, deps.publications)
    registerSprintsRoutes(router, deps.sprints)
    registerAdviceRoutes(router, { getNeed: deps.postings.needs.get })
    registerProgramsRoutes(router, deps.internships.programs)
    registerCandidatesRoutes(router, deps.internships.candidates)
    registerCohortsRoutes(router, deps.internships.cohorts)
    registerPlacementsRoutes(router, deps.placements)
    registerClearingsRoutes(router, deps.barter)
    registerRingsRoutes(router, deps.barter)
    registerCreditsRoutes(router, deps.barter)
    await registerImportsRoutes(router, deps.imports)
    registerFeedRoutes(router)
    registerEndpointsRoutes(router, deps.webhooks)
    registerDeliveriesRoutes(router, deps.webhooks)
    registerSandboxRoutes(router, deps.sandbox)
    registerInsightsRoutes(router, deps)
    registerSkillsRoutes(router, deps.skills)
  })
  return app
}

import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { registerAdviceRoutes } from './advice/index.ts'
import { registerCandidatesRoutes, registerProgramsRoutes } from './candidates/index.ts'
import type { Deps } from './deps.ts'
import { registerEngagementsRoutes } from './engagements/index.ts'
import { registerEventsRoutes } from './events/index.ts'
import { registerHelpersRoutes } from './helpers/index.ts'
import type { App } from './http/app-type.ts'
import { demandToken, identifyCaller } from './http/authentication.ts'
import { closeConnectionsWhenStopping } from './http/closing.ts'
import { serializerCompiler, validatorCompiler } from './http/compilers.ts'
import { tellDeprecation } from './http/deprecation.ts'
import { refusalOf, registerErrorHandler, sendProblem } from './http/error-handler.ts'
import { registerHealthRoutes } from './http/health.routes.ts'
import { BODY_LIMIT_BYTES, describeLimits } from './http/limits.ts'
import { registerMetrics } from './http/metrics.routes.ts'
import { registerOpenApi, registerReference } from './http/openapi.ts'
import { shedLoad } from './http/overload.ts'
import { limitRate } from './http/rate-limit.ts'
import { requestIdOf, sendRequestId } from './http/request-id.ts'
import { logRequests } from './http/request-log.ts'
import { limitRequestTime } from './http/request-time.ts'
import { registerImportsRoutes } from './imports/index.ts'
import { registerInsightsRoutes } from './insights/index.ts'
import { registerIntroductionsRoutes } from './introductions/index.ts'
import { registerMatchingRoutes } from './matching/index.ts'
import { createReadings } from './metrics/index.ts'
import { registerNeedsRoutes } from './needs/index.ts'
import { registerOffersRoutes } from './offers/index.ts'
import { registerPublicRoutes, registerResumeRoutes } from './open-formats/index.ts'
import { registerOrganizationsRoutes } from './organizations/index.ts'
import { registerOAuthRoutes, registerPartnerRoutes } from './partners/index.ts'
import { registerCohortsRoutes, registerPlacementsRoutes } from './placements/index.ts'
import { registerClearingsRoutes, registerCreditsRoutes, registerRingsRoutes } from './rings/index.ts'
import { registerSandboxRoutes } from './sandbox/index.ts'
import { registerSkillsRoutes } from './skills/index.ts'
import { registerSprintsRoutes } from './sprints/index.ts'
import { registerDeliveriesRoutes, registerEndpointsRoutes } from './webhooks/index.ts'

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
  app.decorateRequest('actor', null)
  app.removeContentTypeParser('text/plain')
  sendRequestId(app)
  tellDeprecation(app)
  closeConnectionsWhenStopping(app)
  registerErrorHandler(app)
  // The reference page must also load over plain http, where no proxy with TLS stands in front.
  await app.register(helmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })
  await registerOpenApi(app, { version: deps.version, limits: describeLimits(deps.config) })
  identifyCaller(app, deps.tokens)
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

  await app.register(async (open: App) => registerPublicRoutes(open, deps))

  await app.register(async (partnersOnly: App) => {
    demandToken(partnersOnly)
    const parseJson = partnersOnly.getDefaultJsonParser('error', 'error')
    partnersOnly.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, parseJson)
    registerPartnerRoutes(partnersOnly, deps)
    registerOrganizationsRoutes(partnersOnly, deps)
    registerHelpersRoutes(partnersOnly, deps)
    registerNeedsRoutes(partnersOnly, deps)
    registerOffersRoutes(partnersOnly, deps)
    registerMatchingRoutes(partnersOnly, deps)
    registerIntroductionsRoutes(partnersOnly, deps)
    registerEngagementsRoutes(partnersOnly, deps)
    registerResumeRoutes(partnersOnly, deps)
    registerSprintsRoutes(partnersOnly, deps)
    registerAdviceRoutes(partnersOnly, deps)
    registerProgramsRoutes(partnersOnly, deps)
    registerCandidatesRoutes(partnersOnly, deps)
    registerCohortsRoutes(partnersOnly, deps)
    registerPlacementsRoutes(partnersOnly, deps)
    registerClearingsRoutes(partnersOnly, deps)
    registerRingsRoutes(partnersOnly, deps)
    registerCreditsRoutes(partnersOnly, deps)
    await registerImportsRoutes(partnersOnly, deps)
    registerEventsRoutes(partnersOnly, deps)
    registerEndpointsRoutes(partnersOnly, deps)
    registerDeliveriesRoutes(partnersOnly, deps)
    registerSandboxRoutes(partnersOnly, deps)
    registerInsightsRoutes(partnersOnly, deps)
    registerSkillsRoutes(partnersOnly, deps)
  })
  return app
}

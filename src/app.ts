import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Deps } from './deps.ts'
import { helper, helperInput, showHelper } from './helpers/index.ts'
import type { App } from './http/app-type.ts'
import { requireToken } from './http/authentication.ts'
import { closeConnectionsWhenStopping } from './http/closing.ts'
import { serializerCompiler, validatorCompiler } from './http/compilers.ts'
import { refusalOf, registerErrorHandler, sendProblem } from './http/error-handler.ts'
import { registerHealthRoutes } from './http/health.routes.ts'
import { registerMetrics } from './http/metrics.routes.ts'
import { registerOpenApi, registerReference } from './http/openapi.ts'
import { createRateLimit } from './http/rate-limit.ts'
import { requestIdOf, sendRequestId } from './http/request-id.ts'
import { registerMatchingRoutes } from './matching/index.ts'
import { need, needInput, needStatus, showNeed } from './needs/index.ts'
import { offer, offerInput, offerStatus, showOffer } from './offers/index.ts'
import { organization, organizationInput, showOrganization } from './organizations/index.ts'
import { registerOAuthRoutes } from './partners/index.ts'
import { registerPostingRoutes, registerStatusRoutes } from './posting/index.ts'
import * as wire from './shared/wire.ts'
import { registerSkillsRoutes } from './skills/index.ts'

const BODY_LIMIT_BYTES = 1024 * 1024

/** The one explicit list of what the service is made of, in the order in which a request meets it. */
export async function buildApp(deps: Deps): Promise<App> {
  const app: App = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    genReqId: requestIdOf,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: deps.config.REQUEST_TIMEOUT_MS,
    trustProxy: deps.config.TRUST_PROXY,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 600 },
    // An address that can't even be routed does not reach the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, refusalOf(error, request)),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('actor', null)
  sendRequestId(app)
  closeConnectionsWhenStopping(app)
  registerErrorHandler(app)
  await app.register(helmet)
  await registerOpenApi(app, deps.version)
  const rateLimit = createRateLimit({ perMinute: deps.config.RATE_LIMIT_PER_MINUTE })

  registerHealthRoutes(app, { db: deps.db, isReady: () => deps.feed.ready })
  registerMetrics(app)

  await app.register(async (open: App) => {
    rateLimit.byAddress(open)
    await open.register(formbody)
    registerOAuthRoutes(open, deps)
    await registerReference(open)
  })

  await app.register(async (partnersOnly: App) => {
    requireToken(partnersOnly, deps.tokens)
    const parseJson = partnersOnly.getDefaultJsonParser('error', 'error')
    partnersOnly.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, parseJson)
    rateLimit.byClient(partnersOnly)
    registerPostingRoutes(partnersOnly, deps, {
      posting: deps.organizations,
      path: 'organizations',
      tag: 'Organizations',
      name: 'organization',
      prefix: 'org',
      notFound: 'organization_not_found',
      readScope: 'organizations:read',
      writeScope: 'organizations:write',
      input: organizationInput,
      shown: organization,
      show: showOrganization,
    })
    registerPostingRoutes(partnersOnly, deps, {
      posting: deps.helpers,
      path: 'helpers',
      tag: 'Helpers',
      name: 'helper',
      prefix: 'helper',
      notFound: 'helper_not_found',
      readScope: 'helpers:read',
      writeScope: 'helpers:write',
      input: helperInput,
      shown: helper,
      show: showHelper,
    })
    const needRoutes = {
      posting: deps.needs,
      path: 'needs',
      tag: 'Needs',
      name: 'need',
      prefix: 'need',
      notFound: 'need_not_found',
      readScope: 'needs:read',
      writeScope: 'needs:write',
      input: needInput,
      shown: need,
      show: showNeed,
      filters: {
        status: { schema: needStatus.optional(), column: 'status' },
        organization_id: { schema: wire.idOf('org').optional(), column: 'organizationId' },
      },
      verbs: { close: 'closed', fill: 'filled', reopen: 'open' },
    } as const
    registerPostingRoutes(partnersOnly, deps, needRoutes)
    registerStatusRoutes(partnersOnly, deps, needRoutes)
    const offerRoutes = {
      posting: deps.offers,
      path: 'offers',
      tag: 'Offers',
      name: 'offer',
      prefix: 'offer',
      notFound: 'offer_not_found',
      readScope: 'offers:read',
      writeScope: 'offers:write',
      input: offerInput,
      shown: offer,
      show: showOffer,
      filters: {
        status: { schema: offerStatus.optional(), column: 'status' },
        helper_id: { schema: wire.idOf('helper').optional(), column: 'helperId' },
      },
      verbs: { pause: 'paused', resume: 'open', close: 'closed' },
    } as const
    registerPostingRoutes(partnersOnly, deps, offerRoutes)
    registerStatusRoutes(partnersOnly, deps, offerRoutes)
    registerMatchingRoutes(partnersOnly, deps)
    registerSkillsRoutes(partnersOnly, deps)
  })
  return app
}

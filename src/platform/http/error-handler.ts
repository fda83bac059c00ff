import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type ErrorCode } from '../../shared/errors.ts'
import { type Message, type MessageValues, message } from '../../shared/messages/index.ts'
import { isDatabaseAway } from '../db/index.ts'
import type { KnownRoutes } from './known-routes.ts'
import { negotiate } from './negotiation.ts'
import { PAGE_POLICY } from './page.ts'
import { statusOf } from './problem.ts'
import { problemForReader, problemIn } from './problem-language.ts'
import { mayBePage, problemPage } from './problem-page.ts'

const RETRY_AFTER_S = 2
const PROBLEM = 'application/problem+json'

declare module 'fastify' {
  interface FastifyRequest {
    /** Error code of the response. Null if it was not a problem. */
    refusedWith: ErrorCode | null
  }
}

type SendProblem = (request: FastifyRequest, reply: FastifyReply, error: DomainError) => FastifyReply

/** Sends every error as a problem. No other code turns errors into responses. */
export function registerErrorHandler(app: FastifyInstance, sendProblem: SendProblem): void {
  app.decorateRequest('refusedWith', null)
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(request, reply, refusalOf(error, request)),
  )
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, noRoute()))
}

/** Refuses unknown paths and unsupported methods before the body is read. */
export function refuseUnknownRoutes(app: FastifyInstance, { methodsOf, nearestPath }: KnownRoutes): void {
  app.addHook('onRequest', async ({ is404, method, url }, reply) => {
    if (!is404) return
    const allowed = methodsOf(url).join(', ')
    if (allowed === '') throw noRoute(nearestPath(url))
    reply.header('allow', allowed)
    throw new DomainError('method_not_allowed', message('refusal_method', { allowed, method }))
  })
}

function noRoute(nearest?: string): DomainError {
  return new DomainError('route_not_found', message('refusal_route', { meant: nearest ?? null }))
}

/**
 * Creates the function that sends problems. `issuer` returns the address of the service, where the pages of
 * the error codes are.
 */
export function createSendProblem(issuer: () => string): SendProblem {
  return function sendProblem(request, reply, error) {
    request.refusedWith = error.code
    const sent = { requestId: request.id, issuer: issuer() }
    sendHeaders(request, reply, { status: statusOf(error.code), retryAfterS: error.retryAfterS })
    // Pages of refusals are English.
    if (mayBePage(request) && negotiate(request, reply, [PROBLEM, 'text/html']) === 'text/html')
      return reply
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .serializer(String)
        .send(problemPage(problemIn('en', error, sent)))
    const problem = problemForReader(request, reply, { error, sent })
    return reply.type(PROBLEM).serializer(JSON.stringify).send(problem)
  }
}

function sendHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, retryAfterS }: { status: number; retryAfterS: number | null },
): void {
  reply.code(status).header('request-id', request.id)
  if (retryAfterS !== null) reply.header('retry-after', String(retryAfterS))
  const isForLater = status === 503 || status === 429
  if (isForLater && !reply.hasHeader('retry-after')) reply.header('retry-after', String(RETRY_AFTER_S))
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="smartsource"')
}

/** Converts an error into a domain error. For internal errors it reveals only that they were logged. */
export function refusalOf(error: FastifyError, request: FastifyRequest): DomainError {
  if (error instanceof DomainError) return error
  if (isDatabaseAway(error)) {
    request.log.warn({ err: { type: error.name, code: error.code } }, 'database unavailable')
    return new DomainError('database_unavailable', message('refusal_said', { what: 'database_away' }))
  }
  const code = frameworkErrors[error.code] ?? clientErrorCode(error.statusCode)
  if (code === 'unsupported_media_type') return new DomainError(code, typesTakenBy(request))
  const what = plainDetails[error.code]
  if (code) return new DomainError(code, what ? message('refusal_said', { what }) : error.message)
  // The message may contain query parameters, and so personal data: only the location is logged.
  request.log.error(
    { err: { type: error.name, code: error.code, stack: framesOf(error) } },
    'unexpected error',
  )
  return new DomainError('internal', message('refusal_said', { what: 'failed' }))
}

const frameworkErrors: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_MAX_PARAM_LENGTH: 'uri_too_long',
}

/** Plain replacements for messages of the framework. */
const plainDetails: Readonly<Record<string, MessageValues['refusal_said']['what']>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'wrong_length',
  FST_ERR_MAX_PARAM_LENGTH: 'address_too_long',
}

/** Many clients send a form by default. */
function typesTakenBy({ routeOptions }: FastifyRequest): Message {
  return message('refusal_media_type', { types: routeOptions.schema?.consumes ?? ['application/json'] })
}

function clientErrorCode(status: number | undefined): ErrorCode | null {
  return status !== undefined && status >= 400 && status < 500 ? 'malformed_request' : null
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
}

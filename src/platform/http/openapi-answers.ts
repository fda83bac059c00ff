import type { ErrorCode } from '../../shared/errors.ts'
import type { DeclaredRoute } from './declared-route.ts'
import { answers as refusalAnswers, titleOf } from './problem.ts'

/** The parts of an operation in an OpenAPI document that are completed here. */
interface Operation {
  operationId?: string
  deprecated?: boolean
  parameters?: { name?: string; required?: boolean; schema?: { type?: unknown } }[]
  requestBody?: { required?: boolean }
  responses?: Record<string, Answer>
}
interface Answer {
  description?: string
  headers?: Record<string, unknown>
  content?: Record<string, unknown>
}
type Document = { paths?: Record<string, Record<string, Operation>> }

const successes: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted. The work continues in the background',
  204: 'Deleted',
  400: 'The request is malformed',
  401: 'The client is not known',
}

const PROBLEM = '#/components/schemas/Problem'
const text = { type: 'string' }
const requestId = {
  'Request-Id': {
    schema: text,
    description: 'Identifies this request. Include it when you report a problem',
  },
}
const ofCounted = {
  RateLimit: { schema: text, description: 'Requests left, and seconds until the next window' },
  'RateLimit-Policy': {
    schema: text,
    description: 'Requests allowed in each window, and its length in seconds',
  },
}
const retry = { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait' } }
const ofOneResource = {
  ETag: { schema: text, description: 'Send it as If-Match to change or delete the resource' },
}
const ofNew = { Location: { schema: text, description: 'URL of the new resource' } }
const ofDeprecated = {
  Deprecation: { schema: text, description: 'Start of the deprecation (RFC 9745)' },
  Sunset: { schema: text, description: 'Earliest removal (RFC 8594)' },
  Link: { schema: text, description: 'Replacement and migration notes, if there are any' },
}
const ofLocalized = {
  'Content-Language': { schema: text, description: 'Language of the sentences' },
}
const ofPage = {
  Link: {
    schema: text,
    description: 'Address of the next page, with `rel="next"`, if there is one (RFC 8288)',
  },
}
const ofReplay = {
  'Idempotency-Replayed': { schema: text, description: '`true` when this repeats an earlier answer' },
}

/**
 * Completes each operation with what its declaration implies: refusals as `application/problem+json`, and
 * response headers. `declared` is keyed by operationId.
 */
export function completeAnswers<T>(document: T, declared: ReadonlyMap<string, DeclaredRoute>): T {
  // Handles both document types of the plugin; only OpenAPI 3 has paths of this shape.
  const { paths = {} } = document as Document
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    const route = declared.get(operation.operationId ?? '')
    const answers = merged(refusalsOf(operation, route), operation.responses ?? {})
    for (const [status, answer] of Object.entries(answers)) {
      // The plugin's text for an answer without description.
      if (answer.description === 'Default Response') answer.description = successes[status] ?? 'OK'
      answer.headers = {
        ...answer.headers,
        ...headersOf(route, Number(status)),
        ...(operation.deprecated && ofDeprecated),
      }
    }
    operation.responses = answers
    if (operation.requestBody && route?.mayOmitBody) operation.requestBody.required = false
    // In this service, parameters with several values are always comma separated.
    for (const parameter of operation.parameters ?? []) {
      // The schema allows it to be missing, so that this has its own response, 428.
      if (parameter.name === 'if-match' && route?.requiresMatch) parameter.required = true
      if (parameter.schema?.type === 'array') Object.assign(parameter, { style: 'form', explode: false })
    }
  }
  return document
}

/** A status may have both a refusal and a response of its own format, as at the token endpoint. */
function merged(refusals: Record<string, Answer>, own: Record<string, Answer>): Record<string, Answer> {
  const both = Object.entries(own).map(([status, answer]) => {
    const refusal = refusals[status]
    return [status, refusal ? { ...answer, content: { ...answer.content, ...refusal.content } } : answer]
  })
  return { ...refusals, ...Object.fromEntries(both) }
}

/** Refusals of Node itself, for requests that it can't parse. */
const ofNode: readonly ErrorCode[] = ['malformed_request', 'request_timeout', 'headers_too_large']
const ofAll: readonly ErrorCode[] = [
  'rate_limited',
  'too_many_open_requests',
  'overloaded',
  'database_unavailable',
  'internal',
]
const ofToken: readonly ErrorCode[] = ['unauthenticated', 'scope_missing', 'validation_failed']
const ofBody: readonly ErrorCode[] = [
  'malformed_request',
  'json_too_deep',
  'json_too_many_keys',
  'body_too_large',
  'unsupported_media_type',
]
const ofKey: readonly ErrorCode[] = ['malformed_request', 'idempotency_key_in_use', 'idempotency_key_reused']

/** Refusals that every route of a kind may return. Routes do not declare them. */
function refusalsOf(operation: Operation, route: DeclaredRoute | undefined): Record<string, Answer> {
  const codes: ErrorCode[] = [...ofNode, ...ofAll, ...(route?.refusals ?? [])]
  if (route?.needsToken) codes.push(...ofToken)
  if (route?.hasParams) codes.push('uri_too_long')
  if (operation.requestBody) codes.push(...ofBody)
  if (route?.isIdempotent) codes.push(...ofKey)
  if (route?.requiresMatch) codes.push('precondition_failed', 'precondition_required')
  codes.push(...(route?.notFound ?? []))
  return Object.fromEntries(
    refusalsByStatus(codes).map(([status, { titles, codes }]) => [
      status,
      {
        description: [...titles].join('; '),
        content: {
          'application/problem+json': {
            schema: { allOf: [{ $ref: PROBLEM }, { properties: { code: { enum: [...codes].sort() } } }] },
          },
        },
      },
    ]),
  )
}

/** Groups the error codes of an operation by status, with their titles. */
function refusalsByStatus(codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, { titles: Set<string>; codes: Set<ErrorCode> }>()
  for (const code of codes) {
    const { status } = refusalAnswers[code]
    const found = byStatus.get(status) ?? { titles: new Set(), codes: new Set() }
    found.titles.add(titleOf(code))
    found.codes.add(code)
    byStatus.set(status, found)
  }
  return [...byStatus]
}

function saysWhen(route: DeclaredRoute | undefined, status: number): boolean {
  return (route?.refusals ?? [])
    .map((code) => refusalAnswers[code])
    .some((answer) => answer.status === status && answer.saysWhen)
}

function headersOf(route: DeclaredRoute | undefined, status: number): Record<string, unknown> {
  // Node refuses these before the request is counted.
  if (status === refusalAnswers.headers_too_large.status) return requestId
  return {
    ...requestId,
    ...ofCounted,
    ...((status === 429 || status === 503 || saysWhen(route, status)) && retry),
    ...(route?.isVersioned && [200, 201, 304].includes(status) && ofOneResource),
    ...(route?.isLocated && [201, 202].includes(status) && ofNew),
    ...(route?.isIdempotent && status < 300 && ofReplay),
    ...(route?.isLocalized && status < 300 && ofLocalized),
    ...(route?.isPaged && status === 200 && ofPage),
  }
}

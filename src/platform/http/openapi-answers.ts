/** An operation of an OpenAPI document, as far as it is completed here. */
interface Operation {
  deprecated?: boolean
  requestBody?: unknown
  responses?: Record<string, Answer>
  security?: unknown
}
interface Answer {
  description?: string
  headers?: Record<string, unknown>
  content?: Record<string, unknown>
}
type Document = { paths?: Record<string, Record<string, Operation>> }

const PROBLEM = '#/components/schemas/Problem'
const text = { type: 'string' }
const everywhere = {
  'Request-Id': { schema: text, description: 'Quote it when you report a fault' },
  RateLimit: { schema: text, description: 'Requests left and seconds to the next window' },
  'RateLimit-Policy': { schema: text, description: 'Requests in a window of seconds' },
}
const retry = { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait' } }
const ofOneResource = { ETag: { schema: text, description: 'Send it back as If-Match' } }
const ofNew = { Location: { schema: text, description: 'Address of what was created' } }
const ofDeprecated = {
  Deprecation: { schema: text, description: 'Since when it is deprecated (RFC 9745)' },
  Sunset: { schema: text, description: 'When it may be gone (RFC 8594)' },
  Link: { schema: text, description: 'What to use instead, and how to change over, where there is any' },
}
const ofReplay = {
  'Idempotency-Replayed': {
    schema: text,
    description: '`true` where the answer is that of an earlier request',
  },
}

/**
 * Adds to each operation what holds for all of its sort, so that no route has to say it: the refusals that
 * come before its handler, the headers, and that refusals are `application/problem+json`.
 */
export function completeAnswers<T>(document: T): T {
  // Both forms that the plugin knows are covered; only OpenAPI 3 has paths of this shape.
  const { paths = {} } = document as Document
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const answers = { ...commonRefusals(path, method, operation), ...operation.responses }
      for (const [status, answer] of Object.entries(answers)) {
        answer.headers = {
          ...answer.headers,
          ...headersOf(path, method, Number(status)),
          ...(operation.deprecated && ofDeprecated),
        }
        asProblem(answer)
      }
      operation.responses = answers
    }
  }
  return document
}

function commonRefusals(path: string, method: string, operation: Operation): Record<string, Answer> {
  const statuses: Record<string, string> = { 429: 'Too many requests' }
  if (path.startsWith('/v1/')) statuses[500] = 'A fault of ours'
  if (operation.requestBody && path.startsWith('/v1/')) {
    Object.assign(statuses, {
      400: 'Malformed request',
      413: 'Body over 1 MiB',
      415: 'Unsupported media type',
    })
  } else if (method === 'post' && path.startsWith('/v1/')) {
    Object.assign(statuses, { 400: 'Malformed request', 422: 'Idempotency-Key reused' })
  }
  return Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: { $ref: PROBLEM } } } },
    ]),
  )
}

function headersOf(path: string, method: string, status: number): Record<string, unknown> {
  const isResource =
    /^\/v1\/(organizations|helpers|needs|offers)(\/|$)/.test(path) &&
    !/matches|rings|\/helpers\/.*\/resume/.test(path)
  const isList = method === 'get' && !path.includes('{')
  const hasEtag = path === '/v1/partner' || (isResource && !isList)
  return {
    ...everywhere,
    ...((status === 429 || status === 503) && retry),
    ...(hasEtag && (status === 200 || status === 201) && ofOneResource),
    ...(isResource && status === 201 && ofNew),
    ...(path.startsWith('/v1/') && method === 'post' && status < 300 && ofReplay),
  }
}

/** Refusals have a media type of their own (RFC 9457). */
function asProblem(answer: Answer): void {
  // Whatever else the route answers with.
  const [content] = Object.values(answer.content ?? {})
  if (content && JSON.stringify(content).includes(`"${PROBLEM}"`)) {
    answer.content = { 'application/problem+json': content }
  }
}

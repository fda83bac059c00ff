import { z } from 'zod'
import { requiresMatch } from './declared-route.ts'
import { idempotencyHeader } from './idempotency.ts'
import { ifMatchHeader, optionalMatchHeaders } from './preconditions.ts'
import { acceptLanguageHeader } from './reader-language.ts'
import type { Answers, Ids, Method, Route } from './route.ts'
import type { Scope } from './scopes.ts'

/**
 * Builds the schema that Fastify checks and the reference shows. Refusals are added to the reference from the
 * declaration.
 */
export function schemaOf<I extends Ids, P, Q, B, A extends Answers>(
  method: Method,
  route: Route<I, P, Q, B, A> & { tag: string },
) {
  const ids = Object.fromEntries(
    Object.entries(route.ids ?? {}).map(([name, resource]) => [
      name,
      z.string().describe(`Id of the ${resource.replaceAll('_', ' ')}`),
    ]),
  )
  const params = route.params instanceof z.ZodObject ? route.params.extend(ids) : z.object(ids)
  const notModified =
    method === 'GET' && route.versioned && route.isConditional !== false ? { 304: notModifiedAnswer } : {}
  const headers = headersOf(method, route)
  return {
    tags: [route.tag],
    ...(route.page && { hide: true }),
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...((route.ids || route.params) && { params }),
    ...queryOf(route),
    ...(route.body && { body: route.body }),
    ...(route.consumes && { consumes: [...route.consumes] }),
    ...(headers && { headers }),
    response: { ...responsesOf(route.answers), ...notModified },
  }
}

/**
 * Routes for clients refuse unknown parameters, even if they have none. Links to pages may have additional
 * ones.
 */
function queryOf({ query, scope }: { query?: z.ZodType; scope?: Scope }) {
  if (query) return { querystring: query }
  return scope ? { querystring: noParameters } : {}
}

const noParameters = z.strictObject({})

function responsesOf(answers: Answers) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, body]) => [
      status,
      body instanceof z.ZodType
        ? body
        : {
            content: Object.fromEntries(
              Object.entries(body).map(([mediaType, schema]) => [mediaType, { schema }]),
            ),
          },
    ]),
  )
}

const notModifiedAnswer = z.undefined().describe('Not modified: you already have this version')

function headersOf(
  method: Method,
  route: { scope?: Scope; versioned?: boolean | 'optional'; isLocalized?: boolean },
) {
  const headers = writeHeadersOf(method, route)
  if (!route.isLocalized) return headers
  return headers ? headers.extend(acceptLanguageHeader.shape) : acceptLanguageHeader
}

function writeHeadersOf(method: Method, route: { scope?: Scope; versioned?: boolean | 'optional' }) {
  if (method === 'POST' && route.scope) return idempotencyHeader
  if (requiresMatch(method, route)) return ifMatchHeader
  return route.versioned === 'optional' ? optionalMatchHeaders : null
}

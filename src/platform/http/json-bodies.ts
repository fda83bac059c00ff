import type { FastifyRequest } from 'fastify'
import { explainBrokenJson, findBrokenJson } from '../../shared/broken-json.ts'
import { DomainError } from '../../shared/errors.ts'
import { refusalOfJson } from '../../shared/json-shape.ts'
import type { App } from './app-type.ts'

/** All media types of JSON that a body may have. */
const JSON_TYPES = ['application/json', 'application/merge-patch+json']

/**
 * Parses JSON bodies. Refuses dangerous keys, and refuses JSON that is expensive to parse before parsing it.
 */
export function parseJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>(JSON_TYPES, { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '' && needsNoBody(request)) return done(null, undefined)
    const refusal = refusalOfJson(body)
    if (refusal) done(refusal)
    else parse(request, body, (error, value) => done(error && refusalOf(body), value))
  })
}

/** Many clients send a Content-Type with every POST, even without a body. */
function needsNoBody({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.schema?.body === undefined || routeOptions.config.declared?.mayOmitBody === true
}

function refusalOf(body: string): DomainError {
  return new DomainError('malformed_request', reasonFor(body))
}

function reasonFor(body: string): string {
  if (body.trim() === '')
    return 'The body is empty. Send a JSON object, or leave the Content-Type header out.'
  if (isJson(body)) return 'The body has a key named __proto__ or constructor. Remove it.'
  return `The body is not JSON. ${explainBrokenJson(findBrokenJson(body))}`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { DomainError } from '../../shared/errors.ts'
import { bodyPointer, validationFailed } from '../../shared/faults.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import { prefixes } from '../../shared/ids.ts'
import { DEFAULT_LANGUAGE, message } from '../../shared/messages/index.ts'
import type { App } from './app-type.ts'
import { declaredOf } from './declared-route.ts'
import { readerLanguageOf } from './reader-language.ts'
import type { Answers, Ids, Input, Method, NoIds, Route } from './route.ts'
import { schemaOf } from './route-schema.ts'
import type { Scope } from './scopes.ts'

export type Handle<I extends Ids, P, Q, B> = (
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input<I, P, Q, B>,
) => Promise<unknown>

/**
 * Registers a declared route. Partner routes are registered through `createRouter`; a public route, which has
 * no scope, calls this directly and writes its own reply.
 */
export function addRoute<
  I extends Ids = NoIds,
  P = undefined,
  Q = undefined,
  B = undefined,
  A extends Answers = Answers,
>(
  app: App,
  method: Method,
  url: string,
  route: Route<I, P, Q, B, A> & { tag: string },
  handle: Handle<I, P, Q, B>,
): void {
  const { scope, rateClass, deprecated, isUpload, bodyLimit, errorHandler, explainFaults, page } = route
  app.route({
    method,
    url,
    ...(bodyLimit !== undefined && { bodyLimit }),
    ...(errorHandler && { errorHandler, validatorCompiler: () => (value: unknown) => ({ value }) }),
    ...(explainFaults && { errorHandler: rethrowExplained(explainFaults) }),
    config: {
      ...(scope && { scope }),
      ...(rateClass && { rateClass }),
      ...(deprecated && { deprecated }),
      ...(isUpload && { isUpload }),
      ...(page && { page }),
      declared: declaredOf(method, route),
    },
    schema: schemaOf(method, route),
    // `Handler` has checked the body against the declared answers. Fastify can't follow them through the
    // generic.
    handler(request, reply) {
      refuseBody(route, request)
      return handle(request, reply, inputOf(route, request)) as never
    },
  })
}

function rethrowExplained(explain: NonNullable<Route<NoIds, 0, 0, 0, Answers>['explainFaults']>) {
  return (error: FastifyError, { actor }: FastifyRequest): never => {
    const isOfValues = error instanceof DomainError && error.code === 'validation_failed'
    throw isOfValues && actor ? validationFailed(explain(error.faults, actor)) : error
  }
}

/** A route without a body refuses any field, as other routes refuse unknown fields. */
function refuseBody(
  { body: schema, consumes, scope }: { body?: z.ZodType; consumes?: readonly string[]; scope?: Scope },
  { body }: FastifyRequest,
): void {
  if (schema || consumes || !scope || typeof body !== 'object' || body === null) return
  const faults = Object.keys(body).map((field) => ({
    pointer: bodyPointer([field]),
    code: 'unknown_field',
    messages: [message('fault_said', { what: 'takes_no_body' })],
  }))
  if (faults.length > 0) throw validationFailed(faults)
}

function inputOf<I extends Ids, P, Q, B, A extends Answers>(
  { ids = {} as I, isLocalized }: Route<I, P, Q, B, A>,
  request: FastifyRequest,
): Input<I, P, Q, B> {
  const { params, query, body } = request
  // The validator compiler has parsed all of these with the schemas of this route.
  const parsed = { params, query, body } as Pick<Input<I, P, Q, B>, 'params' | 'query' | 'body'>
  const texts = params as Record<string, string>
  const decoded = Object.entries(ids).map(([name, resource]) => [
    name,
    idInAddress(prefixes[resource], texts[name] ?? '', resource),
  ])
  const language = isLocalized ? readerLanguageOf(request) : DEFAULT_LANGUAGE
  return { ...parsed, ids: Object.fromEntries(decoded), language }
}

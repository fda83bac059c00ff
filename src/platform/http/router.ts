import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { bodyPointer, validationFailed } from '../../shared/faults.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import { type Id, prefixes } from '../../shared/ids.ts'
import { DEFAULT_LANGUAGE, type ReaderLanguage } from '../../shared/messages/index.ts'
import type { Precondition } from '../../shared/precondition.ts'
import type { Queryable, ReadReplicas } from '../db/index.ts'
import type { Context, InTransaction, Transaction, WriteContext } from '../events/index.ts'
import type { Caller } from './actor.ts'
import type { App } from './app-type.ts'
import { actorOf, clockOf } from './authentication.ts'
import { mayOmitBody } from './compilers.ts'
import type { DeprecatedRoute } from './deprecation.ts'
import { createIdempotencyRepository } from './idempotency.repository.ts'
import { type Answer, type Idempotency, idempotencyHeader } from './idempotency.ts'
import {
  answeredNotModified,
  etag,
  ifMatchHeader,
  optionalMatchHeaders,
  readPrecondition,
} from './preconditions.ts'
import type { RateClass } from './rate-limit.ts'
import { acceptLanguageHeader, languageHeaders, readerLanguageOf } from './reader-language.ts'
import { type Scope, type ScopeResource, scopeOf } from './scopes.ts'
import { type ObjectSchema, type Selected, sendSelected } from './selection.ts'

/** Path parameters that hold an id: the parameter and the resource that it names. */
export type Ids = Readonly<Record<string, Identified>>
type Identified = keyof typeof prefixes
/** By status: the body as JSON, or the body in each media type. */
type Answers = Readonly<Record<number, z.ZodType | Readonly<Record<string, z.ZodType>>>>
type BodyOf<S> = S extends z.ZodType ? z.output<S> : unknown
export type NoIds = Record<never, Identified>
/** The ids of a path, each of its own kind. */
export type IdsOf<I extends Ids> = { [K in keyof I]: Id<(typeof prefixes)[I[K]]> }

/**
 * One route, said once. The checks of a request, the headers of its answers and the reference all follow from it.
 */
export interface Route<I extends Ids, P, Q, B, A extends Answers> {
  summary: string
  description?: string
  /** Name of the operation in generated clients, if the one that follows from method and path reads badly. */
  operationId?: string
  /** Ids in the path. An id of another kind is a 404 of that resource. */
  ids?: I
  /** Other parameters of the path. */
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  /** Body of each successful status. `z.undefined()` means no body. */
  answers: A
  /** Codes with which the handler may refuse. What every route may answer goes without saying. */
  refusals?: readonly ErrorCode[]
  /**
   * The answer is a resource with a version: it carries an ETag, a GET answers If-None-Match with 304, and a PUT, PATCH or
   * DELETE requires If-Match. `optional`: a PUT that may also create takes If-Match and If-None-Match without requiring them.
   */
  versioned?: boolean | 'optional'
  /** False if the answer also shows what changes without its version: then a GET ignores If-None-Match. */
  isConditional?: boolean
  /** The query has the parameters of `selectionQuery` for this resource. */
  selects?: ObjectSchema
  /** A 201 or 202 names the address of the new resource in Location. */
  located?: boolean
  /**
   * The answer holds sentences for readers. The handler writes them in the `language` of its input, which Accept-Language
   * chooses, and the answer says so in Content-Language and Vary.
   */
  isLocalized?: boolean
  /** By default that of the group, `read` for GET and `write` for other methods. */
  scope?: Scope
  /** The caller sends a client's id and secret instead of a token. */
  takesClientSecret?: boolean
  rateClass?: RateClass
  /** It only reads, and many rows: a replica that has caught up may answer. */
  readsMany?: boolean
  consumes?: readonly string[]
  /** Largest body in bytes, if it is not the service's. */
  bodyLimit?: number
  /** The body is a file: it may take as long as the server lets any request take. */
  isUpload?: boolean
  deprecated?: DeprecatedRoute
  /** A page for staff, which the reference leaves out, and the role that its reader needs; null: nobody needs one. */
  page?: { role: string | null }
  /**
   * Answers refusals in a form of its own, which `answers` declares; what it throws becomes a problem. The handler then
   * checks the body too, so that all faults are answered in that form.
   */
  errorHandler?: ErrorHandler
  /**
   * The answer of a POST that only computes shows what others may withdraw at any time. It is never stored: a repeat with
   * the same Idempotency-Key is computed afresh.
   */
  showsOthers?: boolean
  /** Called once the transaction of a POST has committed. */
  afterCommit?: () => void
}

/** The parts of a request, checked and typed. */
export interface Input<I extends Ids, P, Q, B> {
  ids: IdsOf<I>
  params: P
  query: Q
  body: B
  /** Of the reader. English if the route is not localized. */
  language: ReaderLanguage
}

/** What a handler returns. `version` becomes the ETag, `location` the address of what a POST or PUT created. */
export type Result<A extends Answers> = Answer<BodyOf<A[keyof A]>> & { version?: number; location?: string }

/** The context of a request: its actor has scopes. */
export type RequestContext = Context & { actor: Caller }
type WriteRequestContext = WriteContext & { actor: Caller }

type Handler<C, I extends Ids, P, Q, B, A extends Answers, More = unknown> = (
  ctx: C,
  input: Input<I, P, Q, B> & More,
) => Promise<Result<A>>

/** Runs a POST once per Idempotency-Key. `content` identifies a streamed body, for example by its hash. */
export type WriteOnce<A extends Answers> = (
  work: (ctx: WriteContext) => Promise<Result<A>>,
  content?: string,
) => Promise<BodyOf<A[keyof A]>>

/** Facts of a route that the reference needs and Fastify does not keep. */
export interface DeclaredRoute {
  operationId: string | undefined
  refusals: readonly ErrorCode[]
  /** The refusals for ids in the path. */
  notFound: readonly ErrorCode[]
  needsToken: boolean
  takesClientSecret: boolean
  hasParams: boolean
  isVersioned: boolean
  requiresMatch: boolean
  isLocated: boolean
  isIdempotent: boolean
  isLocalized: boolean
  /** It answers pages of a list. */
  isPaged: boolean
  mayOmitBody: boolean
  /** It answers with pages. */
  isList: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    declared?: DeclaredRoute
    page?: { role: string | null }
  }
}

/** Dependencies of all routes. */
export interface RouteRuntime {
  db: Queryable
  replicas: Pick<ReadReplicas, 'read'>
  clock: Clock
  inTransaction: InTransaction
  idempotency: Idempotency
}

/** Declares routes on a Fastify scope whose callers are authenticated. */
export interface Router {
  /** Routes with one tag and the scopes of one resource. */
  group(group: Group): RouteGroup
  /** Routes whose bodies are parsed in their own way: `register` gets a Fastify scope for those parsers. */
  scoped(register: (app: App, router: Router) => Promise<void>): Promise<void>
}
export type RouteGroup = ReturnType<typeof createGroup>

export function createRouter(app: App, runtime: RouteRuntime): Router {
  return {
    group: (group) => createGroup(app, runtime, group),
    async scoped(register) {
      await app.register(async (inner: App) => register(inner, createRouter(inner, runtime)))
    },
  }
}

/** `scope` is the resource of their scopes: `needs` means `needs:read` and `needs:write`. */
interface Group {
  tag: string
  scope: ScopeResource
  /** They are about the service itself, such as its secrets: for them the moved clock of a sandbox does not count. */
  isInRealTime?: boolean
}

type ErrorHandler = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Handle<I extends Ids, P, Q, B> = (
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input<I, P, Q, B>,
) => Promise<unknown>

/**
 * Registers one declared route. Routes of partners come through `createRouter`; a public route, which has no scope, calls
 * this itself and writes its own reply.
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
  const { scope, rateClass, deprecated, isUpload, bodyLimit, errorHandler, page } = route
  app.route({
    method,
    url,
    ...(bodyLimit !== undefined && { bodyLimit }),
    ...(errorHandler && { errorHandler, validatorCompiler: () => (value: unknown) => ({ value }) }),
    config: {
      ...(scope && { scope }),
      ...(rateClass && { rateClass }),
      ...(deprecated && { deprecated }),
      ...(isUpload && { isUpload }),
      ...(page && { page }),
      declared: declaredOf(method, route),
    },
    schema: schemaOf(method, route),
    // `Handler` has checked the body by the declared answers; Fastify can't follow them through the generic.
    handler(request, reply) {
      refuseBody(route, request)
      return handle(request, reply, inputOf(route, request)) as never
    },
  })
}

function createGroup(app: App, runtime: RouteRuntime, group: Group) {
  const { inTransaction, idempotency, clock } = runtime
  const contextOf = (request: FastifyRequest): RequestContext => ({
    actor: actorOf(request),
    db: runtime.db,
    clock: group.isInRealTime ? clock : clockOf(request),
  })

  /** Runs a handler that only reads. */
  const read = <T>(
    request: FastifyRequest,
    { readsMany }: { readsMany?: boolean },
    handler: (ctx: RequestContext) => Promise<T>,
  ): Promise<T> =>
    readsMany
      ? runtime.replicas.read((db) => handler({ ...contextOf(request), db, primary: runtime.db }))
      : handler(contextOf(request))

  const add = <I extends Ids, P, Q, B, A extends Answers>(
    method: Method,
    url: string,
    route: Route<I, P, Q, B, A>,
    handle: Handle<I, P, Q, B>,
  ) => {
    const scope = route.scope ?? scopeOf(`${group.scope}:${method === 'GET' ? 'read' : 'write'}`)
    addRoute(app, method, url, { ...route, tag: group.tag, scope }, handle)
  }

  return {
    get<I extends Ids = NoIds, P = undefined, Q = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, undefined, A>,
      handler: Handler<RequestContext, I, P, Q, undefined, A>,
    ): void {
      add('GET', url, route, async (request, reply, input) =>
        sendUnlessKnown(
          route,
          request,
          reply,
          inLanguage(route, input, await read(request, route, (ctx) => handler(ctx, input))),
          selectedIn(route, input),
        ),
      )
    },

    /** A GET that writes too: what it shows is logged in the transaction that reads it. */
    getInTransaction<I extends Ids = NoIds, P = undefined, Q = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, undefined, A>,
      handler: Handler<WriteRequestContext, I, P, Q, undefined, A>,
    ): void {
      add('GET', url, route, async (request, reply, input) =>
        sendUnlessKnown(
          route,
          request,
          reply,
          inLanguage(
            route,
            input,
            await inTransaction((tx) => handler({ ...contextOf(request), ...tx }, input)),
          ),
          selectedIn(route, input),
        ),
      )
    },

    /**
     * A POST that writes: work, events and the answer for its Idempotency-Key are one transaction. If the answer shows what
     * other partners wrote or may withdraw, `again` answers a repeat from the rows as they are then; `resourceId` is that of
     * the first answer, whose body is not stored.
     */
    post<I extends Ids = NoIds, P = undefined, Q = undefined, B = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, B, A>,
      handler: Handler<WriteRequestContext, I, P, Q, B, A>,
      again?: Handler<WriteRequestContext, I, P, Q, B, A, { resourceId: string }>,
    ): void {
      add('POST', url, route, async (request, reply, input) => {
        const contextIn = (tx: Transaction) => ({ ...contextOf(request), ...tx })
        const body = await idempotency.write(
          request,
          reply,
          async (tx) => answerOf(inLanguage(route, input, await handler(contextIn(tx), input))),
          {
            again:
              again &&
              (async (tx, resourceId) =>
                answerOf(inLanguage(route, input, await again(contextIn(tx), { ...input, resourceId })))),
          },
        )
        route.afterCommit?.()
        return body
      })
    },

    /** A POST that only computes: it holds no connection while it does. */
    compute<I extends Ids = NoIds, P = undefined, Q = undefined, B = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, B, A>,
      handler: Handler<RequestContext, I, P, Q, B, A>,
    ): void {
      add('POST', url, route, async (request, reply, input) =>
        idempotency.compute(
          request,
          reply,
          async () => answerOf(inLanguage(route, input, await handler(contextOf(request), input))),
          { isStored: !route.showsOthers },
        ),
      )
    },

    put: change('PUT'),
    patch: change('PATCH'),

    /** A DELETE also erases the stored answers that hold the resource which its result names. */
    delete<I extends Ids = NoIds, P = undefined, Q = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, undefined, A>,
      handler: Handler<WriteRequestContext, I, P, Q, undefined, A, { precondition: Precondition }>,
    ): void {
      change('DELETE')(url, route, async (ctx, input) => {
        const result = await handler(ctx, input)
        if (result.resourceId !== undefined)
          await createIdempotencyRepository(ctx.db).removeOf(ctx.actor.partnerId, result.resourceId)
        return result
      })
    },

    /**
     * A route that writes its own reply: files, charts, streams. Its ETag and Location are its own business. A POST that
     * writes does so by `writeOnce`, which prepares the reply and returns the body to send.
     */
    raw<I extends Ids = NoIds, P = undefined, Q = undefined, B = undefined, A extends Answers = Answers>(
      method: Method,
      url: string,
      route: Route<I, P, Q, B, A>,
      handler: (
        ctx: RequestContext,
        input: Input<I, P, Q, B>,
        http: { request: FastifyRequest; reply: FastifyReply; writeOnce: WriteOnce<A> },
      ) => Promise<unknown>,
    ): void {
      add(method, url, route, (request, reply, input) => {
        const writeOnce: WriteOnce<A> = (work, content) =>
          idempotency.write(
            request,
            reply,
            async (tx) => answerOf(await work({ ...contextOf(request), ...tx })),
            { content },
          )
        return read(request, route, (ctx) => handler(ctx, input, { request, reply, writeOnce }))
      })
    },
  }

  function change(method: 'PUT' | 'PATCH' | 'DELETE') {
    return <I extends Ids = NoIds, P = undefined, Q = undefined, B = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, B, A>,
      handler: Handler<WriteRequestContext, I, P, Q, B, A, { precondition: Precondition }>,
    ): void =>
      add(method, url, route, async (request, reply, input) => {
        const precondition = readPrecondition(request, requiresMatch(method, route))
        const result = await inTransaction((tx) =>
          handler({ ...contextOf(request), ...tx }, { ...input, precondition }),
        )
        return send(reply, answerOf(inLanguage(route, input, result)))
      })
  }
}

interface Versioned {
  version?: number
  /** Of the sentences, if the route is localized. */
  language?: ReaderLanguage
}

function answerOf<B>(result: Answer<B> & Versioned & { location?: string }): Answer<B> {
  const { version, language, location, headers, ...answer } = result
  return {
    ...answer,
    headers: {
      ...(version !== undefined && { etag: etag(version, language) }),
      ...(location !== undefined && { location }),
      ...headers,
    },
  }
}

/** Says in which language a localized answer is. */
function inLanguage<R extends { headers?: Record<string, string> }>(
  { isLocalized }: { isLocalized?: boolean },
  { language }: { language: ReaderLanguage },
  result: R,
): R & Pick<Versioned, 'language'> {
  if (!isLocalized) return result
  return { ...result, language, headers: { ...result.headers, ...languageHeaders(language) } }
}

function selectedIn({ selects }: { selects?: ObjectSchema }, { query }: { query: unknown }): Selected {
  // What `selects` is for says that the query has these.
  return selects ? (query as Selected) : {}
}

/** Answers 304 to a client that already has this version. What is included changes without it. */
function sendUnlessKnown(
  route: { isConditional?: boolean; selects?: ObjectSchema },
  request: FastifyRequest,
  reply: FastifyReply,
  result: Answer & Versioned,
  selected: Selected,
): FastifyReply {
  const { version, language, headers = {} } = result
  const mayBeKnown = version !== undefined && route.isConditional !== false && !selected.expand
  if (mayBeKnown && answeredNotModified(request, reply.headers(headers), etag(version, language)))
    return reply
  const { status, headers: all = {}, body } = answerOf(result)
  reply.code(status).headers(all)
  return route.selects ? sendSelected(reply, route.selects, selected, Object(body)) : reply.send(body)
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body)
}

function requiresMatch(method: Method, { versioned }: { versioned?: boolean | 'optional' }): boolean {
  return versioned === true && (method === 'PUT' || method === 'PATCH' || method === 'DELETE')
}

function declaredOf<I extends Ids, P, Q, B, A extends Answers>(
  method: Method,
  route: Route<I, P, Q, B, A>,
): DeclaredRoute {
  const isPaged = method === 'GET' && Object.values(route.answers).some(isPage)
  return {
    operationId: route.operationId,
    refusals: route.refusals ?? [],
    notFound: Object.values(route.ids ?? {}).map((resource) => `${resource}_not_found` as const),
    needsToken: route.scope !== undefined,
    takesClientSecret: route.takesClientSecret ?? false,
    hasParams: route.ids !== undefined || route.params !== undefined,
    isVersioned: Boolean(route.versioned),
    requiresMatch: requiresMatch(method, route),
    isLocated: route.located ?? false,
    isIdempotent: method === 'POST' && route.scope !== undefined,
    isLocalized: route.isLocalized ?? false,
    isPaged,
    mayOmitBody: mayOmitBody(method, route.body),
    isList: isPaged || (route.query instanceof z.ZodObject && 'limit' in route.query.shape),
  }
}

/** Whether an answer is a page of a list, in JSON. */
function isPage(answer: Answers[number]): boolean {
  const json = answer instanceof z.ZodType ? answer : answer['application/json']
  return json instanceof z.ZodObject && 'next_cursor' in json.shape
}

/** The schema that Fastify checks and the reference shows. Refusals are added to the reference from what is declared. */
function schemaOf<I extends Ids, P, Q, B, A extends Answers>(
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

/** A parameter that a route for clients does not take is refused, also where it takes none at all. Links to pages may carry more. */
function queryOf({ query, scope }: { query?: z.ZodType; scope?: Scope }) {
  if (query) return { querystring: query }
  return scope ? { querystring: noParameters } : {}
}

const noParameters = z.strictObject({})

/** A route without a body refuses the fields of one, as others refuse fields that they do not know. */
function refuseBody(
  { body: schema, consumes, scope }: { body?: z.ZodType; consumes?: readonly string[]; scope?: Scope },
  { body }: FastifyRequest,
): void {
  if (schema || consumes || !scope || typeof body !== 'object' || body === null) return
  const faults = Object.keys(body).map((field) => ({
    pointer: bodyPointer([field]),
    code: 'unknown_field',
    detail: 'Unknown field. This operation takes no body.',
  }))
  if (faults.length > 0) throw validationFailed(faults)
}

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

function inputOf<I extends Ids, P, Q, B, A extends Answers>(
  { ids = {} as I, isLocalized }: Route<I, P, Q, B, A>,
  request: FastifyRequest,
): Input<I, P, Q, B> {
  const { params, query, body } = request
  // The validator compiler has parsed all of these by the schemas of this very route.
  const parsed = { params, query, body } as Pick<Input<I, P, Q, B>, 'params' | 'query' | 'body'>
  const texts = params as Record<string, string>
  const decoded = Object.entries(ids).map(([name, resource]) => [
    name,
    idInAddress(prefixes[resource], texts[name] ?? '', resource),
  ])
  const language = isLocalized ? readerLanguageOf(request) : DEFAULT_LANGUAGE
  return { ...parsed, ids: Object.fromEntries(decoded), language }
}

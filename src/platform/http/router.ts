import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../shared/clock.ts'
import type { Precondition } from '../../shared/precondition.ts'
import type { Queryable, ReadReplicas } from '../db/index.ts'
import type { Context, InTransaction, Transaction, WriteContext } from '../events/index.ts'
import type { Caller } from './actor.ts'
import { addRoute, type Handle } from './add-route.ts'
import type { App } from './app-type.ts'
import { actorOf, clockOf } from './authentication.ts'
import { requiresMatch } from './declared-route.ts'
import { createIdempotencyRepository } from './idempotency.repository.ts'
import type { Idempotency } from './idempotency.ts'
import { readPrecondition } from './preconditions.ts'
import type { Answers, BodyOf, Ids, Input, Method, NoIds, Result, Route } from './route.ts'
import { answerOf, selectedIn, send, sendOrNotModified, withLanguageHeaders } from './route-answers.ts'
import { type ScopeResource, scopeOf } from './scopes.ts'

/** Context of a request: its actor has scopes. */
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

/** Dependencies of all routes. */
export interface RouteRuntime {
  db: Queryable
  replicas: Pick<ReadReplicas, 'read'>
  clock: Clock
  inTransaction: InTransaction
  idempotency: Idempotency
}

/** Declares routes on a Fastify scope that requires authentication. */
export interface Router {
  /** Creates a group of routes with one tag and the scopes of one resource. */
  group(group: Group): RouteGroup
  /**
   * Creates routes whose bodies have their own parsers: `register` gets a Fastify scope for these parsers.
   */
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

/** Resource of the scopes: `needs` means `needs:read` and `needs:write`. */
interface Group {
  tag: string
  scope: ScopeResource
  /** Routes about the service itself, such as its secrets: they ignore the moved clock of a sandbox. */
  isInRealTime?: boolean
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
        sendOrNotModified(
          route,
          request,
          reply,
          withLanguageHeaders(route, input, await read(request, route, (ctx) => handler(ctx, input))),
          selectedIn(route, input),
        ),
      )
    },

    /** A GET that also writes: it logs what it shows, in the transaction that reads it. */
    getInTransaction<I extends Ids = NoIds, P = undefined, Q = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, undefined, A>,
      handler: Handler<WriteRequestContext, I, P, Q, undefined, A>,
    ): void {
      add('GET', url, route, async (request, reply, input) =>
        sendOrNotModified(
          route,
          request,
          reply,
          withLanguageHeaders(
            route,
            input,
            await inTransaction((tx) => handler({ ...contextOf(request), ...tx }, input)),
          ),
          selectedIn(route, input),
        ),
      )
    },

    /**
     * A POST that writes: the work, its events and the response for its Idempotency-Key share one
     * transaction. If the answer contains data that other partners wrote or may withdraw, `again` answers a
     * repeat from the current rows; `resourceId` is that of the first response, whose body is not stored.
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
          async (tx) => answerOf(withLanguageHeaders(route, input, await handler(contextIn(tx), input))),
          {
            again:
              again &&
              (async (tx, resourceId) =>
                answerOf(
                  withLanguageHeaders(route, input, await again(contextIn(tx), { ...input, resourceId })),
                )),
          },
        )
        route.afterCommit?.()
        return body
      })
    },

    /** A POST that only computes, without holding a database connection. */
    compute<I extends Ids = NoIds, P = undefined, Q = undefined, B = undefined, A extends Answers = Answers>(
      url: string,
      route: Route<I, P, Q, B, A>,
      handler: Handler<RequestContext, I, P, Q, B, A>,
    ): void {
      add('POST', url, route, async (request, reply, input) =>
        idempotency.compute(
          request,
          reply,
          async () => answerOf(withLanguageHeaders(route, input, await handler(contextOf(request), input))),
          { isStored: !route.showsOthers },
        ),
      )
    },

    put: change('PUT'),
    patch: change('PATCH'),

    /** A DELETE also erases the stored responses that contain the resource which its result names. */
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
     * A route that writes its own reply: files, charts, streams. It sets its own ETag and Location. A POST
     * that writes uses `writeOnce`, which prepares the reply and returns the body to send.
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
        return send(reply, answerOf(withLanguageHeaders(route, input, result)))
      })
  }
}

import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { Actor, Scope, Tokens } from '../partners/index.ts'
import { DomainError } from '../shared/errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; set on every route inside the authenticated scope. */
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** The scope that a token needs for this route. */
    scope?: Scope
  }
}

/** Makes every route of this Fastify scope demand a token, with the scope that the route's config names. */
export function requireToken(app: FastifyInstance, tokens: Tokens): void {
  const authenticate: onRequestAsyncHookHandler = async (request) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '') ?? []
    const actor = token === undefined ? null : await tokens.verify(token)
    if (!actor)
      throw new DomainError('unauthenticated', 'Send a token of POST /oauth/token as Authorization: Bearer.')
    const needed = request.routeOptions.config.scope
    if (needed && !actor.scopes.has(needed)) {
      throw new DomainError('scope_missing', `This needs a token with the scope ${needed}.`)
    }
    request.actor = actor
  }
  app.addHook('onRequest', authenticate)
}

/** The caller of an authenticated route. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('route outside the authenticated scope')
  return request.actor
}

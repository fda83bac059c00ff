import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { Actor, Tokens } from './actor.ts'
import type { App } from './app-type.ts'
import type { Scope } from './scopes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; null without a good token. */
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** The scope that a token needs for this route. */
    scope?: Scope
  }
}

/** Notes who calls, where the request has a good token. Comes before what counts requests. */
export function identifyCaller(app: App, tokens: Tokens): void {
  app.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '') ?? []
    request.actor = token === undefined ? null : await tokens.verify(token)
  })
}

/** Makes every route of this Fastify scope demand a token, with the scope that the route's config names. */
export function demandToken(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (!request.actor) {
      throw new DomainError('unauthenticated', 'Send a token of POST /oauth/token as Authorization: Bearer.')
    }
    const needed = request.routeOptions.config.scope
    if (needed && !request.actor.scopes.has(needed)) {
      throw new DomainError('scope_missing', `This needs a token with the scope ${needed}.`)
    }
  })
}

/** The caller of an authenticated route. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('route outside the authenticated scope')
  return request.actor
}

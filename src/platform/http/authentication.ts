import fastifyJwt, { type TokenOrHeader } from '@fastify/jwt'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { Actor, Tokens } from './actor.ts'
import type { App } from './app-type.ts'
import type { Scope } from './scopes.ts'

/** Number of tokens per key whose signature is remembered as verified. They are kept as hashes. */
const REMEMBERED_TOKENS = 1000

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller; null without a valid token. */
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** The scope that a token needs for this route. */
    scope?: Scope
  }
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    /** What a token says; `Tokens.callerOf` checks it. */
    payload: object
    /** Decorated as `request.actor`. */
    user: Actor | null
  }
}

/** Sets `request.actor` for requests with a valid token. Must run before anything that counts requests. */
export async function identifyCallers(
  app: App,
  tokens: Pick<Tokens, 'publicKeyOf' | 'callerOf'>,
): Promise<void> {
  await app.register(fastifyJwt, {
    decoratorName: 'actor',
    decode: { complete: true },
    // A key that was removed has no verifier any more, so no signature of it is remembered either.
    secret: {
      public: async (_request: FastifyRequest, token: TokenOrHeader) => {
        const key = tokens.publicKeyOf('header' in token ? token.header.kid : token.kid)
        if (key === undefined) throw new Error('the token is signed with an unknown key')
        return key
      },
    },
    verify: {
      algorithms: ['EdDSA'],
      checkTyp: 'at+jwt',
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'client_id', 'partner_id', 'scope'],
      // `callerOf` compares issuer and expiry at each use: both are only known at the time of the request.
      ignoreExpiration: true,
      cache: REMEMBERED_TOKENS,
    },
    formatUser: (claims) => tokens.callerOf(claims),
  })
  app.addHook('onRequest', async (request) => {
    if (request.headers.authorization === undefined) return
    // Any refusal leaves the request without a caller; `requireToken` answers it in the one form of refusals.
    await request.jwtVerify().catch(() => {})
  })
}

/** Makes every route of this Fastify scope require a token with the scope that the route declares. */
export function requireToken(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (!request.actor) {
      const detail = 'Send a token from POST /oauth/token as Authorization: Bearer.'
      throw new DomainError('unauthenticated', detail)
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

import fastifyJwt, { type TokenOrHeader } from '@fastify/jwt'
import type { FastifyError, FastifyRequest } from 'fastify'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import { type MessageValues, message } from '../../shared/messages/index.ts'
import type { Actor, TokenRefusal, Tokens } from './actor.ts'
import type { App } from './app-type.ts'
import type { Scope } from './scopes.ts'

/** Maximum number of verified tokens that are cached per key, as hashes. */
const REMEMBERED_TOKENS = 1000
/** A token with every scope has about 1,300 characters. A longer one is refused before any of it is decoded. */
const MAX_AUTHORIZATION_LENGTH = 4096

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller; null without a valid token. */
    actor: Actor | null
    /** Why the token names no caller. Null without a token that this service signed. */
    tokenRefusal: TokenRefusal | null
    /** Clock of the caller. The clock of a sandbox may be ahead. */
    clock: Clock | null
  }
  interface FastifyContextConfig {
    /** Scope that a token needs for this route. */
    scope?: Scope
  }
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    /** Claims of a token; `Tokens.callerOf` checks them. */
    payload: object
    /** Decorated as `request.claims`. */
    user: object
  }
}

/** Sets `request.actor` for requests with a valid token. Must run before anything that counts requests. */
export async function identifyCallers(
  app: App,
  tokens: Pick<Tokens, 'publicKeyOf' | 'callerOf'>,
): Promise<void> {
  await app.register(fastifyJwt, {
    decoratorName: 'claims',
    // Passes the header, which names the key, to `public`.
    decode: { complete: true },
    secret: {
      // The plugin caches a verifier, with its cache of tokens, for each key that this returns. Removed keys
      // are not returned.
      public(
        _request: FastifyRequest,
        token: TokenOrHeader,
        done: (error: Error | null, key?: string) => void,
      ) {
        const key = tokens.publicKeyOf('header' in token ? token.header.kid : token.kid)
        if (key === undefined) done(new Error('the token is signed with an unknown key'))
        else done(null, key)
      },
    },
    verify: {
      algorithms: ['EdDSA'],
      // Badges are signed with the same keys. Checking the type prevents their use as access tokens.
      checkTyp: 'at+jwt',
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'client_id', 'partner_id', 'scope'],
      // `callerOf` checks issuer and times at each use. The issuer is unknown until the port is open, and times are
      // read from the service's clock.
      ignoreExpiration: true,
      ignoreNotBefore: true,
      cache: REMEMBERED_TOKENS,
      extractToken: bearerTokenOf,
    },
  })
  app.decorateRequest('actor', null)
  app.decorateRequest('tokenRefusal', null)
  app.addHook('onRequest', async (request) => {
    if (request.headers.authorization === undefined) return
    // After an invalid token the request has no caller. `requireToken` refuses it on routes that need one.
    try {
      const read = tokens.callerOf(await request.jwtVerify<object>())
      if ('caller' in read) request.actor = read.caller
      else request.tokenRefusal = read.refusal
    } catch (error) {
      const { name: type, code } = error as FastifyError
      request.log.debug({ err: { type, code } }, 'token refused')
    }
  })
}

function bearerTokenOf(request: FastifyRequest): string | undefined {
  const { authorization = '' } = request.headers
  if (authorization.length > MAX_AUTHORIZATION_LENGTH) return undefined
  return /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1]
}

/**
 * Makes every route of this Fastify scope require a token with the scope that the route declares. Calls
 * `clockOf` once per accepted request.
 */
export function requireToken(
  app: App,
  { clockOf }: { clockOf: (caller: Pick<Actor, 'partnerId'>) => Promise<Clock> },
): void {
  app.decorateRequest('clock', null)
  app.addHook('onRequest', async (request) => {
    if (!request.actor)
      throw new DomainError('unauthenticated', message('refusal_said', { what: whatToSend(request) }))
    const needed = request.routeOptions.config.scope
    if (needed) requireScope(request.actor, needed)
    request.clock = await clockOf(request.actor)
  })
}

type Saying = MessageValues['refusal_said']['what']

/** The message does not repeat what was sent: it may be a secret. */
function whatToSend({ headers: { authorization }, tokenRefusal }: FastifyRequest): Saying {
  if (authorization === undefined) return 'no_token'
  if (/^Bearer /i.test(authorization)) return tokenRefusals[tokenRefusal ?? 'invalid']
  return 'not_a_token'
}

/** Only the bearer of a token that this service signed learns about its client. */
const tokenRefusals: Readonly<Record<TokenRefusal, Saying>> = {
  invalid: 'token_invalid',
  expired: 'token_expired',
  client_disabled: 'token_of_disabled',
  client_removed: 'token_of_removed',
}

/** Throws `scope_missing` unless the caller's token allows it. */
export function requireScope({ scopes }: Pick<Actor, 'scopes'>, needed: Scope): void {
  if (!scopes.has(needed)) throw new DomainError('scope_missing', message('refusal_scope', { scope: needed }))
}

/** Returns the clock of the caller of an authenticated route. */
export function clockOf(request: FastifyRequest): Clock {
  if (!request.clock) throw new Error('the route is registered outside the authenticated scope')
  return request.clock
}

/** Returns the caller of an authenticated route. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('the route is registered outside the authenticated scope')
  return request.actor
}

import { randomUUID } from 'node:crypto'
import { createSigner } from 'fast-jwt'
import { z } from 'zod'
import {
  type Actor,
  scopes,
  TOKEN_LIFETIME_S,
  type TokenRefusal,
  type Tokens,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Id, isId } from '../../shared/ids.ts'
import { type Keyring, memoizeBySigningKey } from './keyring.ts'

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  client_id: z.string(),
  partner_id: z.string(),
  scope: z.string(),
})

/** Why every token of a client is refused. */
export type ClientRefusal = Extract<TokenRefusal, `client_${string}`>

/**
 * Issues access tokens and returns the caller of a verified one. `identifyCallers` passes these rules to `@fastify/jwt`,
 * which verifies. Signing uses `fast-jwt`, on which the plugin is based: with rotating keys the plugin signs only through a
 * reply, and the demo issues tokens without one.
 */
export function createTokens(deps: {
  keyring: Keyring
  issuer: () => string
  clock: Clock
  /** Returns why the tokens of a client are refused, if they are. */
  refusalOf: (client: Id<'client'>) => ClientRefusal | undefined
}): Tokens {
  const { keyring, issuer, clock, refusalOf } = deps
  const claimsOf = createClaimsReader()
  const nowS = () => Math.floor(clock().getTime() / 1000)
  const signer = memoizeBySigningKey(keyring, (key) =>
    createSigner({
      key: key.privateKeyPem,
      algorithm: 'EdDSA',
      kid: key.kid,
      header: { alg: 'EdDSA', typ: 'at+jwt' },
    }),
  )

  return {
    issue({ partnerId, clientId, scopes: granted }) {
      const iat = nowS()
      return signer()({
        iss: issuer(),
        aud: issuer(),
        sub: clientId,
        client_id: clientId,
        partner_id: partnerId,
        scope: granted.join(' '),
        jti: randomUUID(),
        iat,
        exp: iat + TOKEN_LIFETIME_S,
      })
    },

    publicKeyOf: (kid) => keyring.all().find((key) => key.kid === kid)?.publicKeyPem,

    callerOf(payload) {
      const claims = claimsOf(payload)
      if (!claims) return { refusal: 'invalid' }
      const { iss, aud, exp, nbf, caller } = claims
      const now = nowS()
      const isOurs = iss === issuer() && aud === iss
      if (!isOurs || (nbf !== undefined && nbf > now)) return { refusal: 'invalid' }
      const refusal = refusalOf(caller.clientId) ?? (exp > now ? undefined : 'expired')
      return refusal ? { refusal } : { caller }
    },
  }
}

type Claims = Pick<z.output<typeof claimsSchema>, 'iss' | 'aud' | 'exp' | 'nbf'> & { caller: Actor }

/**
 * Reads claims once per payload, since the plugin passes the same object for a cached token. Returns null if a claim is
 * missing or malformed.
 */
function createClaimsReader(): (payload: object) => Claims | null {
  const read = new WeakMap<object, Claims | null>()
  return (payload) => {
    let claims = read.get(payload)
    if (claims === undefined) {
      claims = readClaims(payload)
      read.set(payload, claims)
    }
    return claims
  }
}

function readClaims(payload: object): Claims | null {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success) return null
  const { partner_id, client_id, scope, ...claims } = parsed.data
  if (!isId('partner', partner_id) || !isId('client', client_id)) return null
  const granted = new Set(scope.split(' '))
  const caller = {
    partnerId: partner_id,
    clientId: client_id,
    scopes: new Set(scopes.filter((one) => granted.has(one))),
  }
  return { ...claims, caller }
}

import { randomUUID } from 'node:crypto'
import { createSigner, createVerifier } from 'fast-jwt'
import { z } from 'zod'
import type { Clock } from '../shared/clock.ts'
import { type Id, isId, type PartnerId } from '../shared/ids.ts'
import { type Scope, scopes } from './scopes.ts'
import type { SigningKey } from './signing-key.ts'

export const TOKEN_LIFETIME_S = 15 * 60
/** Tokens in use whose signature need not be verified again; kept as hashes, the least recently used goes first. */
const TOKENS_REMEMBERED = 1000

/** Who is calling, and what its token allows. */
export interface Actor {
  partnerId: PartnerId
  clientId: Id<'client'>
  scopes: ReadonlySet<Scope>
}

export interface Tokens {
  /** A JWT (RFC 9068) of 15 minutes. */
  issue(actor: { partnerId: PartnerId; clientId: Id<'client'>; scopes: readonly Scope[] }): string
  /** The actor of a token that is whole, ours and in time; null for any other. */
  verify(token: string): Promise<Actor | null>
}

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  client_id: z.string(),
  partner_id: z.string(),
  scope: z.string(),
})

export function createTokens(deps: {
  keys: readonly [SigningKey, ...SigningKey[]]
  issuer: () => string
  clock: Clock
}): Tokens {
  const [signing] = deps.keys
  const publicKeys = new Map(deps.keys.map((key) => [key.kid, key.publicKeyPem]))
  const nowS = () => Math.floor(deps.clock().getTime() / 1000)
  const sign = createSigner({
    key: signing.privateKeyPem,
    algorithm: 'EdDSA',
    kid: signing.kid,
    header: { alg: 'EdDSA', typ: 'at+jwt' },
  })
  const verify = createVerifier({
    key: async ({ header }: { header: { kid?: string } }) =>
      publicKeys.get(header.kid ?? '') ?? signing.publicKeyPem,
    algorithms: ['EdDSA'],
    requiredClaims: ['exp', 'iat', 'iss', 'aud'],
    // The issuer and times are compared below: both are known only when the request comes.
    ignoreExpiration: true,
    // A signature stays good as long as this process knows its key; everything else is looked at each time.
    cache: TOKENS_REMEMBERED,
  })

  return {
    issue({ partnerId, clientId, scopes: granted }) {
      const iat = nowS()
      return sign({
        iss: deps.issuer(),
        aud: deps.issuer(),
        sub: clientId,
        client_id: clientId,
        partner_id: partnerId,
        scope: granted.join(' '),
        jti: randomUUID(),
        iat,
        exp: iat + TOKEN_LIFETIME_S,
      })
    },

    async verify(token) {
      let payload: unknown
      try {
        payload = await verify(token)
      } catch {
        return null
      }
      const claims = claimsSchema.safeParse(payload)
      if (!claims.success) return null
      const { iss, aud, exp, partner_id, client_id, scope } = claims.data
      if (iss !== deps.issuer() || aud !== iss || exp <= nowS()) return null
      if (!isId('partner', partner_id) || !isId('client', client_id)) return null
      const granted = new Set(scope.split(' '))
      return {
        partnerId: partner_id,
        clientId: client_id,
        scopes: new Set(scopes.filter((one) => granted.has(one))),
      }
    },
  }
}

import { randomUUID } from 'node:crypto'
import { createSigner } from 'fast-jwt'
import { z } from 'zod'
import { scopes, TOKEN_LIFETIME_S, type Tokens } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { isId } from '../../shared/ids.ts'
import { type Keyring, ofSigningKey } from './keyring.ts'

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  client_id: z.string(),
  partner_id: z.string(),
  scope: z.string(),
})

/**
 * Issues access tokens and says whose they are. `@fastify/jwt` verifies them, since `identifyCallers` hands it these rules.
 * It signs only within a request or with one key for good; tokens are also issued by the demo, and keys rotate, so signing
 * uses `fast-jwt`, the library below it.
 */
export function createTokens(deps: { keyring: Keyring; issuer: () => string; clock: Clock }): Tokens {
  const { keyring, issuer, clock } = deps
  const nowS = () => Math.floor(clock().getTime() / 1000)
  const signer = ofSigningKey(keyring, (key) =>
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
      const claims = claimsSchema.safeParse(payload)
      if (!claims.success) return null
      const { iss, aud, exp, partner_id, client_id, scope } = claims.data
      if (iss !== issuer() || aud !== iss || exp <= nowS()) return null
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

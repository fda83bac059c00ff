import { randomUUID } from 'node:crypto'
import { createSigner, createVerifier } from 'fast-jwt'
import { z } from 'zod'
import { scopes, TOKEN_LIFETIME_S, type Tokens } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { isId } from '../../shared/ids.ts'
import { type Keyring, ofSigningKey } from './keyring.ts'
import type { SigningKey } from './signing-key.ts'

/** Tokens in use whose signature need not be verified again; kept as hashes, the least recently used goes first. */
const TOKENS_REMEMBERED = 1000

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  client_id: z.string(),
  partner_id: z.string(),
  scope: z.string(),
})

export function createTokens(deps: { keyring: Keyring; issuer: () => string; clock: Clock }): Tokens {
  const { keyring } = deps
  const nowS = () => Math.floor(deps.clock().getTime() / 1000)
  const signer = ofSigningKey(keyring, (key) =>
    createSigner({
      key: key.privateKeyPem,
      algorithm: 'EdDSA',
      kid: key.kid,
      header: { alg: 'EdDSA', typ: 'at+jwt' },
    }),
  )
  let known = keyring.all()
  let verifier = createTokenVerifier(known)
  /** Made anew with other keys: what it remembers may have been signed with one that is gone. */
  const verify = (token: string) => {
    if (known !== keyring.all()) {
      known = keyring.all()
      verifier = createTokenVerifier(known)
    }
    return verifier(token)
  }

  return {
    issue({ partnerId, clientId, scopes: granted }) {
      const iat = nowS()
      return signer()({
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

function createTokenVerifier(keys: readonly SigningKey[]) {
  const publicKeys = new Map(keys.map((key) => [key.kid, key.publicKeyPem]))
  return createVerifier({
    key: async ({ header }: { header: { kid?: string } }) => {
      const key = publicKeys.get(header.kid ?? '')
      if (key === undefined) throw new Error('signed with an unknown key')
      return key
    },
    algorithms: ['EdDSA'],
    requiredClaims: ['exp', 'iat', 'iss', 'aud'],
    // The issuer and times are compared at each use: both are known only when the request comes.
    ignoreExpiration: true,
    // A signature stays good as long as this process knows its key; everything else is looked at each time.
    cache: TOKENS_REMEMBERED,
  })
}

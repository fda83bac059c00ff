import { createSigner } from 'fast-jwt'
import type { SigningKey } from './signing-key.ts'

/** Signs a verifiable credential as a JWT, with the key that tokens are signed with: anybody verifies it by the JWKS. */
export function createCredentialSigner(key: SigningKey): (claims: Record<string, unknown>) => string {
  return createSigner({
    key: key.privateKeyPem,
    algorithm: 'EdDSA',
    kid: key.kid,
    header: { alg: 'EdDSA', typ: 'JWT' },
    noTimestamp: true,
  })
}

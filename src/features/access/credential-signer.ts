import { createSigner } from 'fast-jwt'
import { type Keyring, ofSigningKey } from './keyring.ts'

/** Signs a verifiable credential as a JWT, with the key that tokens are signed with: anybody verifies it by the JWKS. */
export function createCredentialSigner(keyring: Keyring): (claims: Record<string, unknown>) => string {
  const signer = ofSigningKey(keyring, (key) =>
    createSigner({
      key: key.privateKeyPem,
      algorithm: 'EdDSA',
      kid: key.kid,
      header: { alg: 'EdDSA', typ: 'JWT' },
      noTimestamp: true,
    }),
  )
  return (claims) => signer()(claims)
}

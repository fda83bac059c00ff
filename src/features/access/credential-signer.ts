import { createSigner } from 'fast-jwt'
import { type Keyring, memoizeBySigningKey } from './keyring.ts'

/**
 * Signs a verifiable credential as a JWT with the key that signs tokens, so that anyone can verify it with the JWKS. Its
 * type `JWT` keeps it from passing as an access token, which is `at+jwt`. Uses `fast-jwt` rather than `@fastify/jwt`: with
 * rotating keys the plugin signs only through a reply, and this code knows no HTTP.
 */
export function createCredentialSigner(keyring: Keyring): (claims: Record<string, unknown>) => string {
  const signer = memoizeBySigningKey(keyring, (key) =>
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

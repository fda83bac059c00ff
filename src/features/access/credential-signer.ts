import { createSigner } from 'fast-jwt'
import { type Keyring, memoizeBySigningKey } from './keyring.ts'

/**
 * Signs a verifiable credential as a JWT with the key that signs tokens, so anyone can verify it with the JWKS. Its type
 * `JWT` keeps it from passing as an access token, which is `at+jwt`. `fast-jwt` signs it rather than
 * `@fastify/jwt`: with a key that rotates, the plugin signs only through a reply, and verbs know no HTTP.
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

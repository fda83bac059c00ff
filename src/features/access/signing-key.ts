import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Database } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { createPartnersRepository } from './partners.repository.ts'

export interface SigningKey {
  kid: string
  privateKeyPem: string
  publicKeyPem: string
  publicJwk: Record<string, unknown>
  createdAt: Date
}

/** At least one key, newest first. */
export type Keys = readonly [SigningKey, ...SigningKey[]]

/** Loads the keys that sign and verify tokens and badges. Creates one if there is none yet. */
export async function loadSigningKeys(deps: { db: Database; clock: Clock }): Promise<Keys> {
  const repository = createPartnersRepository(deps.db)
  let rows = await repository.signingKeys()
  if (rows.length === 0) {
    await repository.insertFirstSigningKey(newSigningKey(deps.clock()))
    rows = await repository.signingKeys()
  }
  const [first, ...rest] = rows.map((row) => signingKey(row.privateKeyPem, row.createdAt))
  if (!first) throw new Error('there is no signing key')
  return [first, ...rest]
}

/** Creates an Ed25519 key. It is not stored yet. */
export function newSigningKey(createdAt: Date): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return signingKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), createdAt)
}

/** Derives the public key and the id, which is the thumbprint of RFC 7638. */
function signingKey(privateKeyPem: string, createdAt: Date): SigningKey {
  const publicKey = createPublicKey(createPrivateKey(privateKeyPem))
  const jwk = publicKey.export({ format: 'jwk' })
  const canonical = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })
  const kid = createHash('sha256').update(canonical).digest('base64url')
  return {
    kid,
    privateKeyPem,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    publicJwk: { ...jwk, kid, alg: 'EdDSA', use: 'sig' },
    createdAt,
  }
}

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Database } from '../../platform/db/index.ts'
import type { SecretBox } from '../../platform/secrets/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { createPartnersRepository, type SigningKeyRow } from './partners.repository.ts'

export interface SigningKey {
  kid: string
  privateKeyPem: string
  publicKeyPem: string
  publicJwk: Record<string, unknown>
  createdAt: Date
}

/** At least one key, newest first. */
export type Keys = readonly [SigningKey, ...SigningKey[]]

export interface SigningKeyPorts {
  db: Database
  clock: Clock
  secrets: SecretBox
}

/** Loads the keys that sign and verify tokens and badges. Creates one if there is none yet. Throws SecretsKeyError. */
export async function loadSigningKeys({ db, clock, secrets }: SigningKeyPorts): Promise<Keys> {
  const repository = createPartnersRepository(db)
  let rows = await repository.signingKeys()
  if (rows.length === 0) {
    await repository.insertFirstSigningKey(sealSigningKey(newSigningKey(clock()), secrets))
    rows = await repository.signingKeys()
  }
  const [first, ...rest] = rows.map((row) =>
    signingKey(secrets.open(row.privateKeyPem, secretLabel(row.kid)), row.createdAt),
  )
  if (!first) throw new Error('there is no signing key')
  return [first, ...rest]
}

/** Encrypts private keys that earlier versions stored as text, or that an older key encrypted. */
export async function resealSigningKeys({ db, secrets }: Omit<SigningKeyPorts, 'clock'>): Promise<void> {
  const repository = createPartnersRepository(db)
  const stale = (await repository.signingKeys()).filter(
    (row) => !row.privateKeyPem.startsWith(secrets.currentPrefix),
  )
  if (stale.length === 0) return
  await repository.updatePrivateKeys(
    stale.map((row) => ({
      kid: row.kid,
      privateKeyPem: secrets.reseal(row.privateKeyPem, secretLabel(row.kid)),
    })),
  )
}

/** Returns the row of a key, with its private part encrypted. */
export function sealSigningKey(key: SigningKey, secrets: SecretBox): SigningKeyRow {
  const { kid, privateKeyPem, createdAt } = key
  return { kid, privateKeyPem: secrets.seal(privateKeyPem, secretLabel(kid)), createdAt }
}

const secretLabel = (kid: string) => `signing_key ${kid}`

/** Creates an Ed25519 key without storing it. */
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

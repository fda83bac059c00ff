import { KEY_LEAD_S } from './keyring.ts'
import { createPartnersRepository } from './partners.repository.ts'
import { newSigningKey, type SigningKeyPorts, sealSigningKey } from './signing-key.ts'

/**
 * Creates a key that signs tokens and badges from `signsFrom` on. Until then, every process and every reader of the JWKS
 * learns about it. Old keys keep verifying what they have signed.
 */
export async function rotateSigningKey({
  db,
  clock,
  secrets,
}: SigningKeyPorts): Promise<{ kid: string; signsFrom: Date }> {
  const createdAt = clock()
  const key = newSigningKey(createdAt)
  await db.transaction((tx) => createPartnersRepository(tx).insertSigningKey(sealSigningKey(key, secrets)))
  return { kid: key.kid, signsFrom: new Date(createdAt.getTime() + KEY_LEAD_S * 1000) }
}

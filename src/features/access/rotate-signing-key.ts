import type { Database } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { KEY_LEAD_S } from './keyring.ts'
import { createPartnersRepository } from './partners.repository.ts'
import { newSigningKey } from './signing-key.ts'

/**
 * Makes a new key that signs tokens and badges from `signsFrom` on; until then every process and every reader of the
 * JWKS gets to know it. The old ones go on verifying what they have signed.
 */
export async function rotateSigningKey(deps: {
  db: Database
  clock: Clock
}): Promise<{ kid: string; signsFrom: Date }> {
  const createdAt = deps.clock()
  const { kid, privateKeyPem } = newSigningKey(createdAt)
  await deps.db.transaction((tx) =>
    createPartnersRepository(tx).insertSigningKey({ kid, privateKeyPem, createdAt }),
  )
  return { kid, signsFrom: new Date(createdAt.getTime() + KEY_LEAD_S * 1000) }
}

import type { Queryable } from '../../../platform/db/index.ts'
import type { SecretBox } from '../../../platform/secrets/index.ts'
import { createEndpointsRepository } from './endpoints.repository.ts'
import { secretLabel } from './sign-message.ts'

/** Encrypts secrets of endpoints that earlier versions stored as text, or that an older key encrypted. */
export async function resealWebhookSecrets({
  db,
  secrets,
}: {
  db: Queryable
  secrets: SecretBox
}): Promise<void> {
  const repository = createEndpointsRepository(db)
  const stale = await repository.secretsWithout(secrets.currentPrefix)
  if (stale.length === 0) return
  await repository.updateSecrets(
    stale.map((row) => ({ ...row, secret: secrets.reseal(row.secret, secretLabel(row.endpointId)) })),
  )
}

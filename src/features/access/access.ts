import type { Database } from '../../platform/db/index.ts'
import type { SecretBox } from '../../platform/secrets/index.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Id } from '../../shared/ids.ts'
import { authenticateClient } from './authenticate-client.ts'
import { createCredentialSigner } from './credential-signer.ts'
import { createKeyring } from './keyring.ts'
import { createPartnersRepository } from './partners.repository.ts'
import { createRequestKeeper } from './requests/request-keeper.ts'
import { type Keys, loadSigningKeys } from './signing-key.ts'
import { type ClientRefusal, createTokens } from './tokens.ts'

export type Access = ReturnType<typeof createAccess>

export interface AccessPorts {
  db: Database
  clock: Clock
  secrets: SecretBox
  signingKeys: Keys
  /** Returns the URL of this service. Called at each use. */
  issuer: () => string
}

/** Creates the operations on clients, their tokens, and the keys that sign tokens and badges. */
export function createAccess({ db, clock, secrets, signingKeys, issuer }: AccessPorts) {
  const keyring = createKeyring(signingKeys, clock)
  let refused: ReadonlyMap<Id<'client'>, ClientRefusal> = new Map()
  return {
    issuer,
    keyring,
    requestKeeper: createRequestKeeper({ db }),
    tokens: createTokens({ keyring, issuer, clock, refusalOf: (client) => refused.get(client) }),
    signCredential: createCredentialSigner(keyring),
    authenticateClient: (clientId: string, secret: string) =>
      authenticateClient({ db, clock }, clientId, secret),
    /** Reloads the disabled clients. Their tokens are refused from then on. */
    readDisabledClients: async () => {
      const rows = await createPartnersRepository(db).disabledClients()
      refused = new Map(
        rows.map(({ id, removedAt }) => [id, removedAt ? 'client_removed' : 'client_disabled']),
      )
    },
    /** Reloads the signing keys after another process changed them. */
    readSigningKeys: async () => keyring.replace(await loadSigningKeys({ db, clock, secrets })),
  }
}

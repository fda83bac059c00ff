import {
  asOperator,
  createClient,
  createPartner,
  createPartnersRepository,
  disableClient,
  enableClient,
  operatorOf,
  revokeSecret,
  rotateSecret,
} from '../features/access/index.ts'
import { partnerScopes, type Scope } from '../platform/http/index.ts'
import { DomainError } from '../shared/errors.ts'
import type { Id, PartnerId } from '../shared/ids.ts'
import type { CommandDeps } from './database.ts'

export async function printCreatedPartner(
  deps: CommandDeps,
  options: { name: string; kind: 'site' | 'internship_office'; scopes?: Scope[] | undefined; json?: boolean },
): Promise<void> {
  const { name, kind, scopes } = options
  const made = await createPartner(deps, { name, kind, ...(scopes && { scopes }) })
  const shown = { partner_id: made.partnerId, client_id: made.clientId, client_secret: made.clientSecret }
  if (options.json) return deps.printJson(shown)
  deps.print(`Created partner ${name}. Store the secret now: it is not shown again.`)
  for (const [key, value] of Object.entries(shown)) deps.print(`  ${key.padEnd(14)} ${value}`)
}

/** Creates another client of a partner, for example one with scopes that the first one lacks. */
export async function printAddedClient(
  deps: CommandDeps,
  options: { partnerId: PartnerId; scopes?: Scope[] | undefined; json?: boolean },
): Promise<void> {
  const { partnerId, scopes = partnerScopes } = options
  const made = await deps.db.transaction(async (tx) => {
    if (!(await createPartnersRepository(tx).isPartner(partnerId))) throw new Error('no partner has this id')
    return createClient({ actor: operatorOf(partnerId), db: tx, clock: deps.clock }, { scopes })
  })
  const shown = { partner_id: partnerId, client_id: made.client.id, client_secret: made.clientSecret }
  if (options.json) return deps.printJson(shown)
  deps.print('Created a client. Store the secret now: it is not shown again.')
  for (const [key, value] of Object.entries(shown)) deps.print(`  ${key.padEnd(14)} ${value}`)
}

export async function printPartners(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const rows = await createPartnersRepository(deps.db).listPartners()
  const now = deps.clock()
  const shown = rows.map(({ partner, client, secret }) => ({
    partner_id: partner.id,
    name: partner.name,
    kind: partner.kind,
    client_id: client?.id ?? null,
    client_disabled_at: client?.disabledAt?.toISOString() ?? null,
    scopes: client?.scopes ?? [],
    secret_id: secret?.id ?? null,
    secret_state: secret && stateOf(secret, now),
    secret_expires_at: secret?.expiresAt?.toISOString() ?? null,
    secret_last_used_at: secret?.lastUsedAt?.toISOString() ?? null,
  }))
  if (options.json) return deps.printJson(shown)
  if (shown.length === 0) return deps.print('No partners yet. Create one with: partner create')
  for (const row of shown) {
    deps.print(`${row.partner_id}  ${row.kind.padEnd(17)} ${row.name}`)
    if (row.client_id)
      deps.print(
        `  ${row.client_id}  secret ${row.secret_id} ${row.secret_state}${row.client_disabled_at ? ', client disabled' : ''}`,
      )
  }
}

export async function printRotatedSecret(
  deps: CommandDeps,
  options: { clientId: Id<'client'>; keepOldHours: number; json?: boolean },
): Promise<void> {
  const { clientSecret, oldSecretsEndAt } = await rotateSecret(deps, options.clientId, options.keepOldHours)
  if (options.json) {
    return deps.printJson({
      client_id: options.clientId,
      client_secret: clientSecret,
      old_secrets_end_at: oldSecretsEndAt.toISOString(),
    })
  }
  deps.print('Store the new secret now: it is not shown again.')
  deps.print(`  client_secret  ${clientSecret}`)
  deps.print(`Older secrets expire at ${oldSecretsEndAt.toISOString()}.`)
}

export async function printDisabledClient(
  deps: CommandDeps,
  { clientId, isDisabled }: { clientId: Id<'client'>; isDisabled: boolean },
): Promise<void> {
  const verb = isDisabled ? disableClient : enableClient
  await asOperator(deps, clientId, (ctx) => verb(ctx, { id: clientId })).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'client_not_found')
      throw new Error('no client has this id')
    throw error
  })
  deps.print(
    isDisabled
      ? `Disabled ${clientId}. Running servers refuse its tokens at once.`
      : `Enabled ${clientId}. Its tokens and secrets work again until they expire.`,
  )
}

export async function printRevokedSecret(
  deps: CommandDeps,
  options: { partnerId: Id<'partner'>; secretId: Id<'secret'> },
): Promise<void> {
  const { partnerId, secretId } = options
  const revoked = await deps.db.transaction((db) =>
    revokeSecret({ actor: operatorOf(partnerId), db, clock: deps.clock }, { id: secretId }),
  )
  if (!revoked) throw new Error('no active secret has this id')
  deps.print(`Revoked ${secretId}. Tokens issued with it expire within 15 minutes.`)
}

function stateOf(secret: { expiresAt: Date | null; revokedAt: Date | null }, now: Date): string {
  if (secret.revokedAt) return 'revoked'
  return secret.expiresAt && secret.expiresAt <= now ? 'expired' : 'live'
}

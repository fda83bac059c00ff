import type { Queryable } from '../../../platform/db/index.ts'
import { scopes as allScopes, type Scope } from '../../../platform/http/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { type Id, isSandbox, newId, type PartnerId } from '../../../shared/ids.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import { addSecret } from '../add-secret.ts'
import { type ClientRow, createPartnersRepository } from '../partners.repository.ts'
import type { ClientAction, ClientLogRow } from './client-log.table.ts'
import { type ClientId, type ClientWithSecrets, createClientsRepository } from './clients.repository.ts'

/** The party that changes clients: a client of the partner, somebody at its desk, or an operator. */
export interface Keeper {
  partnerId: PartnerId
  /** Null for operators and people at the desk. */
  clientId: ClientId | null
  scopes: ReadonlySet<Scope>
  /** Operators may do what partners may not. */
  isOperator?: boolean
}

/** `db` is the transaction of the change and its log entry. */
export interface KeeperContext {
  actor: Keeper
  db: Queryable
  clock: Clock
}

export interface NewSecret extends ClientWithSecrets {
  /** The secret. It is returned only here, since only its hash is stored. */
  clientSecret: string
}

export const MAX_CLIENTS_OF_PARTNER = 100
export const MAX_CLIENTS_OF_SANDBOX = 20
/** Clients change from one secret to the next; more live secrets would only be more to lose. */
export const MAX_SECRETS_OF_CLIENT = 5

/** Returns an operator who acts for a partner. */
export function operatorOf(partnerId: PartnerId): Keeper {
  return { partnerId, clientId: null, scopes: new Set(allScopes), isOperator: true }
}

/** Creates a client. Throws `scopes_not_held` and `too_many_clients`. */
export async function createClient(
  ctx: KeeperContext,
  given: { name?: string | undefined; scopes: readonly Scope[] },
): Promise<NewSecret> {
  const { scopes } = given
  const max = isSandbox(ctx.actor.partnerId) ? MAX_CLIENTS_OF_SANDBOX : MAX_CLIENTS_OF_PARTNER
  requireHeld(ctx, scopes)
  const repository = await lockClients(ctx)
  if ((await repository.count()) >= max)
    throw new DomainError('too_many_clients', `There can be at most ${max} clients. Remove one first.`)
  const row: ClientRow = {
    partnerId: ctx.actor.partnerId,
    id: newId('client'),
    name: given.name ?? null,
    scopes: [...new Set(scopes)],
    createdAt: ctx.clock(),
    disabledAt: null,
    disabledByPartner: false,
    removedAt: null,
  }
  await createPartnersRepository(ctx.db).insertClient(row)
  await log(ctx, row.id, 'created')
  return withNewSecret(ctx, row)
}

/**
 * Creates a new secret for a client. Its current ones end after `keepOldHours`, so that the partner can change over without
 * a gap; 0 ends them now. Throws `client_not_found`, `scopes_not_held` and `too_many_secrets`.
 */
export async function rotateClientSecret(
  ctx: KeeperContext,
  { id, keepOldHours }: { id: ClientId; keepOldHours: number },
): Promise<NewSecret & { oldSecretsEndAt: Date }> {
  await lockClients(ctx)
  const client = await requireClient(ctx, id)
  requireHeld(ctx, client.scopes)
  const now = ctx.clock()
  const oldSecretsEndAt = new Date(now.getTime() + keepOldHours * HOUR_MS)
  await createPartnersRepository(ctx.db).expireSecrets(client, now, oldSecretsEndAt)
  const { secrets } = await readClient(ctx, { id })
  if (secrets.length >= MAX_SECRETS_OF_CLIENT)
    throw new DomainError(
      'too_many_secrets',
      `The client already has ${secrets.length} secrets that work. Rotate with keep_old_hours 0 to end them, or wait until some have ended.`,
    )
  await log(ctx, id, 'secret_rotated')
  return { ...(await withNewSecret(ctx, client)), oldSecretsEndAt }
}

/** Disables a client; its tokens are refused. Throws `client_not_found` and `last_managing_client`. */
export async function disableClient(
  ctx: KeeperContext,
  { id }: { id: ClientId },
): Promise<ClientWithSecrets> {
  const repository = await lockClients(ctx)
  const client = await requireClient(ctx, id)
  if (!client.disabledAt) {
    await requireAnotherManaging(ctx, client)
    const disabledByPartner = !ctx.actor.isOperator
    await repository.update(id, { disabledAt: ctx.clock(), disabledByPartner })
    await log(ctx, id, 'disabled')
  }
  return readClient(ctx, { id })
}

/** Enables a disabled client. Throws `client_not_found`, `scopes_not_held` and `disabled_by_operator`. */
export async function enableClient(ctx: KeeperContext, { id }: { id: ClientId }): Promise<ClientWithSecrets> {
  const repository = await lockClients(ctx)
  const client = await requireClient(ctx, id)
  requireHeld(ctx, client.scopes)
  if (client.disabledAt) {
    if (!ctx.actor.isOperator && !client.disabledByPartner)
      throw new DomainError('disabled_by_operator', 'The operator disabled this client. Ask the operator.')
    await repository.update(id, { disabledAt: null, disabledByPartner: false })
    await log(ctx, id, 'enabled')
  }
  return readClient(ctx, { id })
}

/** Removes a client for good, with its secrets. Throws `client_not_found` and `last_managing_client`. */
export async function removeClient(
  ctx: KeeperContext,
  { id, mayBeLast = false }: { id: ClientId; mayBeLast?: boolean },
): Promise<void> {
  const repository = await lockClients(ctx)
  const client = await requireClient(ctx, id)
  if (!mayBeLast) await requireAnotherManaging(ctx, client)
  const now = ctx.clock()
  await repository.revokeSecrets(id, now)
  await repository.update(id, { disabledAt: client.disabledAt ?? now, removedAt: now })
  await log(ctx, id, 'removed')
}

/** Ends a secret immediately. Returns false if there is no live secret with this id. */
export async function revokeSecret(ctx: KeeperContext, { id }: { id: Id<'secret'> }): Promise<boolean> {
  const repository = await lockClients(ctx)
  const clientId = await repository.revokeSecret(id, ctx.clock())
  if (clientId) await log(ctx, clientId, 'secret_revoked')
  return clientId !== undefined
}

/** Returns one client. Throws `client_not_found`. */
export async function readClient(
  { actor, db, clock }: Omit<KeeperContext, 'actor'> & { actor: Pick<Keeper, 'partnerId'> },
  { id }: { id: ClientId },
): Promise<ClientWithSecrets> {
  const [found] = await createClientsRepository(db, actor.partnerId).list(clock(), id)
  if (!found) throw notFound('client')
  return found
}

/** Returns all clients of the partner, oldest first. */
export async function listClients({
  actor,
  db,
  clock,
}: Omit<KeeperContext, 'actor'> & { actor: Pick<Keeper, 'partnerId'> }): Promise<ClientWithSecrets[]> {
  return createClientsRepository(db, actor.partnerId).list(clock())
}

/** Returns the log of the partner's clients, newest first. */
export async function readClientLog(
  { actor, db }: Pick<KeeperContext, 'db'> & { actor: Pick<Keeper, 'partnerId'> },
  page: { limit: number; before: ClientLogRow['id'] | undefined },
): Promise<ClientLogRow[]> {
  return createClientsRepository(db, actor.partnerId).readLog(page)
}

/** Locks the partner, so that two clients can't disable each other and limits hold. */
async function lockClients({ db, actor }: KeeperContext) {
  await createPartnersRepository(db).findPartner(actor.partnerId, 'no key update')
  return createClientsRepository(db, actor.partnerId)
}

async function requireClient({ db, actor }: KeeperContext, id: ClientId): Promise<ClientRow> {
  const client = await createClientsRepository(db, actor.partnerId).find(id)
  if (!client) throw notFound('client')
  return client
}

/** Refuses scopes that the caller lacks: a secret of a client with more scopes would give them to the caller. */
function requireHeld({ actor }: KeeperContext, scopes: readonly Scope[]): void {
  const missing = scopes.filter((one) => !actor.scopes.has(one))
  if (missing.length === 0) return
  const detail = `Your token lacks scopes of the client: ${missing.join(' ')}. Use a client that has them.`
  throw new DomainError('scopes_not_held', detail)
}

async function requireAnotherManaging(ctx: KeeperContext, client: ClientRow): Promise<void> {
  if (ctx.actor.isOperator || !client.scopes.includes('clients:manage')) return
  const repository = createClientsRepository(ctx.db, ctx.actor.partnerId)
  if (await repository.hasAnotherWith('clients:manage', client.id, ctx.clock())) return
  throw new DomainError(
    'last_managing_client',
    'No other enabled client with a secret that works has the scope clients:manage. Create one first.',
  )
}

async function withNewSecret(ctx: KeeperContext, client: ClientRow): Promise<NewSecret> {
  const clientSecret = await addSecret(createPartnersRepository(ctx.db), client, ctx.clock())
  return { ...(await readClient(ctx, { id: client.id })), clientSecret }
}

async function log({ actor, db, clock }: KeeperContext, clientId: ClientId, action: ClientAction) {
  await createClientsRepository(db, actor.partnerId).log({
    id: newId('change'),
    clientId,
    byClientId: actor.clientId,
    action,
    occurredAt: clock(),
  })
}

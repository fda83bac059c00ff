import type { Queryable } from '../../../platform/db/index.ts'
import type { Transaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { newId, type PartnerId } from '../../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../../shared/precondition.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { EndpointKey } from './endpoint-in-address.ts'
import { createEndpointsRepository } from './endpoints.repository.ts'
import { type EndpointInput, type EndpointPatch, MOST_ENDPOINTS, newSecretRow } from './endpoints.schemas.ts'
import { type GuardOptions, readEndpointUrl } from './outside-address.ts'
import { newWebhookSecret } from './sign-message.ts'
import type { EndpointRow } from './webhooks.table.ts'

export interface EndpointDeps {
  clock: Clock
  /** Which addresses an endpoint may have. */
  guard: GuardOptions
}

/** Makes an endpoint; its secret is in the answer alone. Throws `validation_failed` and `too_many_endpoints`. */
export async function createEndpoint(
  deps: EndpointDeps,
  { db }: Transaction,
  partnerId: PartnerId,
  input: EndpointInput,
): Promise<{ row: EndpointRow; secret: string }> {
  const url = readUrl(input.url, deps.guard)
  const repository = createEndpointsRepository(db)
  if ((await repository.countLocked(partnerId)) >= MOST_ENDPOINTS) {
    throw new DomainError('too_many_endpoints', `A partner has ${MOST_ENDPOINTS} endpoints at most.`)
  }
  const now = deps.clock()
  const row: EndpointRow = {
    partnerId,
    id: newId('endpoint'),
    url,
    description: input.description ?? null,
    eventTypes: input.event_types ?? null,
    status: 'enabled',
    disabledReason: null,
    failingSince: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
  const secret = newWebhookSecret()
  await repository.insert(row)
  await repository.insertSecret(newSecretRow(row, { id: newId('secret'), secret }, now))
  return { row, secret }
}

/** Throws `webhook_endpoint_not_found`, `precondition_failed` and `validation_failed`. */
export async function changeEndpoint(
  deps: EndpointDeps,
  { db }: Transaction,
  key: EndpointKey,
  patch: EndpointPatch,
  precondition: Precondition,
): Promise<EndpointRow> {
  const row = await lockEndpoint(db, key, precondition)
  const { url, event_types, description, status } = patch
  const isSwitched = status !== undefined && status !== row.status
  return createEndpointsRepository(db).update(key, {
    ...(url !== undefined && { url: readUrl(url, deps.guard) }),
    ...(event_types !== undefined && { eventTypes: event_types }),
    ...(description !== undefined && { description }),
    ...(isSwitched && {
      status,
      disabledReason: status === 'disabled' ? ('asked' as const) : null,
      failingSince: null,
    }),
    version: row.version + 1,
    updatedAt: deps.clock(),
  })
}

/** Removes it with its deliveries. Throws `webhook_endpoint_not_found` and `precondition_failed`. */
export async function removeEndpoint(
  { db }: Transaction,
  key: EndpointKey,
  precondition: Precondition,
): Promise<void> {
  await lockEndpoint(db, key, precondition)
  await createEndpointsRepository(db).remove(key.partnerId, key.id)
}

/**
 * Gives it a new secret; the present one signs too for `keepOldHours`, and one before that no more. Throws
 * `webhook_endpoint_not_found`.
 */
export async function rotateWebhookSecret(
  deps: EndpointDeps,
  { db }: Transaction,
  key: EndpointKey,
  keepOldHours: number,
): Promise<{ secret: string; oldSecretEndsAt: Date }> {
  const row = await lockEndpoint(db, key, null)
  const now = deps.clock()
  const oldSecretEndsAt = new Date(now.getTime() + keepOldHours * HOUR_MS)
  const secret = newWebhookSecret()
  const repository = createEndpointsRepository(db)
  await repository.endSecrets(key.partnerId, key.id, oldSecretEndsAt)
  await repository.insertSecret(newSecretRow(row, { id: newId('secret'), secret }, now))
  return { secret, oldSecretEndsAt }
}

/** The endpoint, locked with its deliveries until the transaction ends. */
export async function lockEndpoint(
  db: Queryable,
  { partnerId, id }: EndpointKey,
  precondition: Precondition,
): Promise<EndpointRow> {
  const row = await createEndpointsRepository(db).lock(partnerId, id)
  if (!row) throw notFound('webhook_endpoint')
  requireVersion(row, precondition)
  return row
}

/** The address as it is understood. */
function readUrl(text: string, guard: GuardOptions): string {
  const read = readEndpointUrl(text, guard)
  if (read.ok) return read.url.href
  throw validationFailed([{ pointer: '/url', code: read.code, detail: read.detail }])
}

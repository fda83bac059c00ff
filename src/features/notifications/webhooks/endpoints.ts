import type { Context, WriteContext } from '../../../platform/events/index.ts'
import type { SecretBox } from '../../../platform/secrets/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { newId } from '../../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../../shared/precondition.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import { createEndpointsRepository, type EndpointId } from './endpoints.repository.ts'
import { type EndpointInput, type EndpointPatch, MAX_ENDPOINTS, newSecretRow } from './endpoints.schemas.ts'
import { type GuardOptions, readEndpointUrl } from './outside-address.ts'
import { newWebhookSecret, secretLabel } from './sign-message.ts'
import type { EndpointRow } from './webhooks.table.ts'

export interface EndpointPorts {
  /** Which addresses endpoints may have. */
  guard: GuardOptions
  secrets: SecretBox
}

/** Adds an endpoint. Its secret is returned only here. Throws `validation_failed` and `too_many_endpoints`. */
export function createAddEndpoint({ guard, secrets }: EndpointPorts) {
  return async function addEndpoint(
    { actor: { partnerId }, db, clock }: WriteContext,
    input: EndpointInput,
  ): Promise<{ row: EndpointRow; secret: string }> {
    const url = readUrl(input.url, guard)
    const repository = createEndpointsRepository(db)
    if ((await repository.countLocked(partnerId)) >= MAX_ENDPOINTS) {
      throw new DomainError(
        'too_many_endpoints',
        `A partner can have at most ${MAX_ENDPOINTS} endpoints. Delete one first.`,
      )
    }
    const now = clock()
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
    await repository.insertSecret(
      newSecretRow(row, { id: newId('secret'), secret: secrets.seal(secret, secretLabel(row.id)) }, now),
    )
    return { row, secret }
  }
}

/** Changes an endpoint. Throws `webhook_endpoint_not_found`, `precondition_failed` and `validation_failed`. */
export function createChangeEndpoint({ guard }: EndpointPorts) {
  return async function changeEndpoint(
    ctx: WriteContext,
    { id, patch, precondition }: { id: EndpointId; patch: EndpointPatch; precondition: Precondition },
  ): Promise<EndpointRow> {
    const row = await lockEndpoint(ctx, { id, precondition })
    const { url, event_types, description, status } = patch
    const isSwitched = status !== undefined && status !== row.status
    return createEndpointsRepository(ctx.db).update(row, {
      ...(url !== undefined && { url: readUrl(url, guard) }),
      ...(event_types !== undefined && { eventTypes: event_types }),
      ...(description !== undefined && { description }),
      ...(isSwitched && {
        status,
        disabledReason: status === 'disabled' ? ('asked' as const) : null,
        failingSince: null,
      }),
      version: row.version + 1,
      updatedAt: ctx.clock(),
    })
  }
}

/** Returns one of the caller's endpoints. Throws `webhook_endpoint_not_found`. */
export async function readEndpoint({ actor, db }: Context, { id }: { id: EndpointId }): Promise<EndpointRow> {
  const row = await createEndpointsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('webhook_endpoint')
  return row
}

/** Removes an endpoint and its deliveries. Throws `webhook_endpoint_not_found` and `precondition_failed`. */
export async function removeEndpoint(
  ctx: WriteContext,
  input: { id: EndpointId; precondition: Precondition },
): Promise<void> {
  const { partnerId, id } = await lockEndpoint(ctx, input)
  await createEndpointsRepository(ctx.db).remove(partnerId, id)
}

/**
 * Creates a new secret for an endpoint. The current one keeps signing for `keepOldHours`; older ones stop immediately.
 * Throws `webhook_endpoint_not_found`.
 */
export function createRotateWebhookSecret({ secrets }: EndpointPorts) {
  return async function rotateWebhookSecret(
    ctx: WriteContext,
    { id, keepOldHours }: { id: EndpointId; keepOldHours: number },
  ): Promise<{ secret: string; oldSecretEndsAt: Date }> {
    const row = await lockEndpoint(ctx, { id, precondition: null })
    const now = ctx.clock()
    const oldSecretEndsAt = new Date(now.getTime() + keepOldHours * HOUR_MS)
    const secret = newWebhookSecret()
    const repository = createEndpointsRepository(ctx.db)
    await repository.endSecrets(row.partnerId, id, oldSecretEndsAt)
    await repository.insertSecret(
      newSecretRow(row, { id: newId('secret'), secret: secrets.seal(secret, secretLabel(row.id)) }, now),
    )
    return { secret, oldSecretEndsAt }
  }
}

/** Locks an endpoint and thereby its deliveries until the transaction ends. */
export async function lockEndpoint(
  { actor, db }: WriteContext,
  { id, precondition }: { id: EndpointId; precondition: Precondition },
): Promise<EndpointRow> {
  const row = await createEndpointsRepository(db).lock(actor.partnerId, id)
  if (!row) throw notFound('webhook_endpoint')
  requireVersion(row, precondition)
  return row
}

/** Checks a URL and returns its normalized form. Throws `validation_failed`. */
function readUrl(text: string, guard: GuardOptions): string {
  const read = readEndpointUrl(text, guard)
  if (read.ok) return read.url.href
  throw validationFailed([{ pointer: '/url', code: read.code, messages: [read.said] }])
}

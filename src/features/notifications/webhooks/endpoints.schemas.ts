import { z } from 'zod'
import { typePatterns } from '../../../platform/events/index.ts'
import { idOf, instant, text, version } from '../../../shared/wire.ts'
import { eventTypes } from '../feed/event-types.schemas.ts'
import type { EndpointRow, WebhookSecretRow } from './webhooks.table.ts'

export const MAX_ENDPOINTS = 20
export const MAX_KEEP_OLD_HOURS = 7 * 24

const description = text(0, 500).describe('Note for yourself')
const url = z.string().describe('An https address on the public internet')
const types = eventTypes.describe('Event types, for example `need.posted` or `need.*`. Default: all types')

export const endpointInput = z.strictObject({
  url,
  event_types: types.optional(),
  description: description.optional(),
})
export type EndpointInput = z.output<typeof endpointInput>

/** A merge patch. Null removes a value. */
export const endpointPatch = z.strictObject({
  url: url.optional(),
  event_types: types
    .nullable()
    .optional()
    .describe('Event types, for example `need.posted` or `need.*`. Null: all types'),
  description: description.nullable().optional().describe('Note for yourself. Null removes it'),
  status: z.enum(['enabled', 'disabled']).optional().describe('`enabled` endpoints receive events'),
})
export type EndpointPatch = z.output<typeof endpointPatch>

export const rotateInput = z.strictObject({
  keep_old_hours: z
    .number()
    .min(0)
    .max(MAX_KEEP_OLD_HOURS)
    .default(24)
    .describe('Hours for which messages are also signed with the old secret'),
})

export const replayInput = z.strictObject({
  since: instant.describe('Resend events that occurred at or after this time'),
})

export const endpointShown = z
  .object({
    id: idOf('endpoint'),
    url: z.string().describe('Address that receives the messages'),
    event_types: z.array(z.enum(typePatterns)).nullable().describe('Event types. Null: all types'),
    description: z.string().nullable().describe('Note for yourself'),
    status: z.enum(['enabled', 'disabled']).describe('`enabled` endpoints receive events'),
    disabled_reason: z
      .enum(['asked', 'gone', 'failing'])
      .nullable()
      .describe(
        'Why the endpoint is disabled. `asked`: you disabled it. `gone`: it returned 410. `failing`: it failed for five days',
      ),
    failing_since: instant
      .nullable()
      .describe('Start of the current series of failed attempts. Null if the last attempt succeeded'),
    version,
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'WebhookEndpoint' })

export const endpointWithSecret = endpointShown.extend({
  secret: z.string().describe('Secret to verify signatures (Standard Webhooks 1.0). Returned only here'),
})

export const secretShown = z.object({
  secret: z.string().describe('The new secret. Returned only here'),
  old_secret_ends_at: instant.describe('Until this time messages are also signed with the old secret'),
})

export function showEndpoint(row: EndpointRow): z.output<typeof endpointShown> {
  return {
    id: row.id,
    url: row.url,
    event_types: row.eventTypes,
    description: row.description,
    status: row.status,
    disabled_reason: row.disabledReason,
    failing_since: row.failingSince?.toISOString() ?? null,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

export function newSecretRow(endpoint: EndpointRow, row: Pick<WebhookSecretRow, 'id' | 'secret'>, now: Date) {
  return { ...row, partnerId: endpoint.partnerId, endpointId: endpoint.id, createdAt: now, endsAt: null }
}

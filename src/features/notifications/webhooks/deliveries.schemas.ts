import { z } from 'zod'
import { severalOf } from '../../../platform/db/index.ts'
import { publicEventTypes } from '../../../platform/events/index.ts'
import { includeTotal, pageQuery } from '../../../platform/http/index.ts'
import { idOf, instant } from '../../../shared/wire.ts'
import type { AttemptRow, DeliveryRow } from './webhooks.table.ts'

const status = z
  .enum(['pending', 'delivered', 'failed'])
  .describe('`failed` when all attempts over about three days have failed')

export const deliveriesQuery = z.strictObject({
  ...pageQuery,
  status: severalOf(status)
    .optional()
    .describe('Return only deliveries with one of these statuses, comma separated'),
  sort: z
    .enum(['created_at', '-created_at'])
    .default('-created_at')
    .describe('Order of the list: as queued, or newest first'),
  include: includeTotal,
})

const headers = z.record(z.string(), z.string())

const attempt = z.object({
  attempted_at: instant.describe('When the attempt was made'),
  elapsed_ms: z.int().describe('Milliseconds until the response or the failure'),
  request: z
    .object({
      url: z.string().describe('Address of the request'),
      headers: headers.describe('Headers of the request'),
      body: z.string().describe('Body of the request'),
    })
    .describe('What was sent'),
  response: z
    .object({
      status: z.int().describe('HTTP status'),
      headers: headers.describe('Headers of the response'),
      body: z.string().describe('First 2 KiB of the body of the response'),
    })
    .nullable()
    .describe('Response of your endpoint. Null if there was none'),
  failure: z
    .object({
      code: z.string().describe('Kind of failure, as a stable code'),
      detail: z.string().describe('What happened, as a sentence'),
    })
    .nullable()
    .describe('Why there was no response. Null if there was one'),
})

export const deliveryShown = z
  .object({
    id: idOf('delivery'),
    event_id: idOf('event').describe('The `webhook-id` of the message'),
    type: z.enum(publicEventTypes).describe('The event type'),
    resource_id: z.string().describe('The resource that the event is about'),
    status,
    attempt_count: z.int().describe('Number of attempts so far'),
    next_attempt_at: instant
      .nullable()
      .describe(
        'Time of the next attempt. Null if none is planned, also while an earlier message about the same resource is pending',
      ),
    created_at: instant,
    ended_at: instant.nullable().describe('When it was delivered or finally failed'),
  })
  .meta({ id: 'WebhookDelivery' })

export const deliveryWithAttempts = deliveryShown.extend({
  attempts: z.array(attempt).describe('Attempts in order'),
})

export function showDelivery(row: DeliveryRow): z.output<typeof deliveryShown> {
  return {
    id: row.id,
    event_id: row.eventId,
    type: row.type,
    resource_id: row.resourceId,
    status: row.status,
    attempt_count: row.attemptCount,
    next_attempt_at: row.nextAttemptAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
  }
}

export function showAttempt(row: AttemptRow): z.output<typeof attempt> {
  const { responseStatus: status, responseHeaders, responseBody, failure: code } = row
  return {
    attempted_at: row.attemptedAt.toISOString(),
    elapsed_ms: row.elapsedMs,
    request: { url: row.url, headers: row.requestHeaders, body: row.requestBody },
    response: status === null ? null : { status, headers: responseHeaders ?? {}, body: responseBody ?? '' },
    failure: code === null ? null : { code, detail: row.failureDetail ?? '' },
  }
}

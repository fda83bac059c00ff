import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { version } from '../../../shared/version.ts'
import type { ClaimedDelivery } from './delivery-queue.repository.ts'

const SECRET_BYTES = 32

/** As Standard Webhooks 1.0 writes a symmetric key. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

export interface SignedMessage {
  headers: Record<string, string>
  body: string
}

/**
 * The message of a delivery, signed with all live secrets (Standard Webhooks 1.0). Its id is the event's, the same at
 * each attempt and each redelivery; the time that is signed is that of the attempt.
 */
export function signMessage(delivery: ClaimedDelivery, now: Date): SignedMessage {
  const { eventId, type, resourceId, data, occurredAt, secrets } = delivery
  const body = JSON.stringify({
    type,
    timestamp: occurredAt.toISOString(),
    data: { ...data, event_id: eventId, resource_id: resourceId },
  })
  const signatures = secrets.map((secret) => new Webhook(secret).sign(eventId, now, body))
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': `Smartsource/${version}`,
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  }
}

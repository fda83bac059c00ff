import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { SecretBox } from '../../../platform/secrets/index.ts'
import { version } from '../../../shared/version.ts'
import type { ClaimedDelivery } from './delivery-queue.repository.ts'
import type { EndpointId } from './endpoints.repository.ts'

const SECRET_BYTES = 32

/** Creates a symmetric key as Standard Webhooks 1.0 writes it. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** Returns the label that binds a stored secret to its endpoint. */
export const secretLabel = (endpointId: EndpointId) => `webhook_secret ${endpointId}`

export interface SignedMessage {
  headers: Record<string, string>
  body: string
}

/** The content of a message. */
export interface WebhookEvent {
  eventId: string
  type: string
  resourceId: string
  data: Readonly<Record<string, unknown>> | null
  occurredAt: Date
}

/** Returns the message of a delivery, signed with all live secrets of its endpoint. Throws SecretsKeyError. */
export function signMessage(delivery: ClaimedDelivery, secrets: SecretBox, now: Date): SignedMessage {
  const label = secretLabel(delivery.endpointId)
  const opened = delivery.secrets.map((sealed) => secrets.open(sealed, label))
  return signEvent(delivery, opened, now)
}

/**
 * Returns the message of an event, signed with each secret (Standard Webhooks 1.0). Its id is that of the event, the same
 * for each attempt and redelivery; the signed time is that of the attempt.
 */
export function signEvent(event: WebhookEvent, secrets: readonly string[], now: Date): SignedMessage {
  const { eventId, type, resourceId, data, occurredAt } = event
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

import type { InTransaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { newId } from '../../../shared/ids.ts'
import { DAY_MS } from '../../../shared/time.ts'
import {
  type ClaimedDelivery,
  createDeliveryQueue,
  type DeliveryOutcome,
} from './delivery-queue.repository.ts'
import { createEndpointsRepository } from './endpoints.repository.ts'
import { nextAttemptAt } from './retry-schedule.ts'
import type { FailedRequest, SentRequest } from './send-request.ts'
import type { SignedMessage } from './sign-message.ts'
import type { AttemptRow, EndpointRow } from './webhooks.table.ts'

/** Days of failures after which an endpoint is disabled. */
export const FAILING_DAYS = 5
/** Status with which an endpoint ends its subscription (Standard Webhooks 1.0). */
const GONE = 410

export interface Attempt {
  delivery: ClaimedDelivery
  message: SignedMessage
  attemptedAt: Date
  answer: SentRequest | FailedRequest
  isDelivered: boolean
}

/** Stores attempts at one endpoint, and updates their deliveries and the endpoint. */
export async function recordAttempts(
  deps: { inTransaction: InTransaction; clock: Clock; random: () => number },
  attempts: readonly Attempt[],
): Promise<void> {
  const [first] = attempts
  if (!first) return
  const { partnerId, endpointId } = first.delivery
  await deps.inTransaction(async ({ db, append }) => {
    const endpoint = await createEndpointsRepository(db).lock(partnerId, endpointId)
    // It was deleted meanwhile, together with its deliveries.
    if (!endpoint) return
    const now = deps.clock()
    const outcomes = attempts.map((attempt) => outcomeOf(attempt, now, deps.random))
    await createDeliveryQueue(db).storeAttempts(endpoint, attempts.map(rowOf), outcomes, now)
    const change = changeOf(endpoint, attempts, now)
    if (!change) return
    await createEndpointsRepository(db).update(endpoint, change)
    if (change.status === 'disabled')
      append({
        partnerId,
        type: 'webhook_endpoint.disabled',
        resourceId: endpointId,
        data: { status: change.status, reason: change.disabledReason },
      })
  })
}

function outcomeOf({ delivery, isDelivered }: Attempt, now: Date, random: () => number): DeliveryOutcome {
  const { id, attemptCount } = delivery
  if (isDelivered) return { id, status: 'delivered', nextAttemptAt: null }
  const at = nextAttemptAt(attemptCount, now, random)
  return { id, status: at ? 'pending' : 'failed', nextAttemptAt: at }
}

interface FailingEndpoint {
  status?: undefined
  failingSince: Date | null
}
interface DisabledEndpoint extends Pick<EndpointRow, 'version' | 'updatedAt'> {
  status: 'disabled'
  disabledReason: 'gone' | 'failing'
}

/** Returns the new state of the endpoint after its attempts; null if nothing changes. */
function changeOf(
  endpoint: EndpointRow,
  attempts: readonly Attempt[],
  now: Date,
): FailingEndpoint | DisabledEndpoint | null {
  if (endpoint.status === 'disabled') return null
  const isGone = attempts.some(({ answer }) => 'status' in answer && answer.status === GONE)
  if (isGone) return disabled(endpoint, 'gone', now)
  if (attempts.some(({ isDelivered }) => isDelivered)) {
    return endpoint.failingSince ? { failingSince: null } : null
  }
  const { failingSince } = endpoint
  if (!failingSince) return { failingSince: now }
  const isFailingForLong = now.getTime() - failingSince.getTime() >= FAILING_DAYS * DAY_MS
  return isFailingForLong ? disabled(endpoint, 'failing', now) : null
}

function disabled(
  endpoint: EndpointRow,
  disabledReason: DisabledEndpoint['disabledReason'],
  now: Date,
): DisabledEndpoint {
  return { status: 'disabled', disabledReason, version: endpoint.version + 1, updatedAt: now }
}

function rowOf({ delivery, message, attemptedAt, answer }: Attempt): AttemptRow {
  const isAnswered = 'status' in answer
  return {
    partnerId: delivery.partnerId,
    id: newId('attempt'),
    deliveryId: delivery.id,
    attemptedAt,
    elapsedMs: answer.elapsedMs,
    url: delivery.url,
    requestHeaders: message.headers,
    requestBody: message.body,
    responseStatus: isAnswered ? answer.status : null,
    responseHeaders: isAnswered ? answer.headers : null,
    responseBody: isAnswered ? answer.bodyHead : null,
    failure: isAnswered ? null : answer.failed,
    failureDetail: isAnswered ? null : answer.detail,
  }
}

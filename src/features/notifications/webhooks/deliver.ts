import { setTimeout } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Database } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import { type BackgroundWork, createBackgroundWork } from '../../../platform/jobs/index.ts'
import type { SecretBox } from '../../../platform/secrets/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { logCandidatesIn } from '../../postings/index.ts'
import { type ClaimedDelivery, createDeliveryQueue } from './delivery-queue.repository.ts'
import type { EndpointId } from './endpoints.repository.ts'
import { type Attempt, recordAttempts } from './record-attempts.ts'
import { SEND_FAILURES, type SendRequest } from './send-request.ts'
import { signMessage } from './sign-message.ts'

/** Most concurrent requests of this process. */
const MAX_IN_FLIGHT = 64
/** Most concurrent requests to one endpoint, so that a slow one does not hold up the rest. */
const MAX_PER_ENDPOINT = 8
/** Added to the time limit of a request: a process that has stored no outcome by then has died. */
const CLAIM_SLACK_MS = 15_000
/** Time for endpoints to answer when the process stops, so that healthy ones get no message twice. */
const STOP_GRACE_MS = 1000

export const ATTEMPT_OUTCOMES = ['delivered', 'refused', ...SEND_FAILURES] as const
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

export interface DeliverDeps {
  db: Database
  inTransaction: InTransaction
  clock: Clock
  /** Decrypts the signing secrets. */
  secrets: SecretBox
  send: SendRequest
  timeoutMs: number
  /** Returns a number in [0, 1). */
  random: () => number
  onError: (error: Error) => void
  /** Called after each attempt. */
  onAttempt: (outcome: AttemptOutcome) => void
}

/** An endpoint with requests in progress. */
interface Busy {
  requests: number
  /** Attempts to be stored with the next write. They are batched because each write locks the endpoint. */
  unstored: Attempt[]
  /** Runs one write at a time. */
  writes: PQueue
}

/**
 * Creates a worker that sends due deliveries at least once, even if processes die: a delivery is claimed for a limited time,
 * which ends when its outcome is stored. Stopping aborts requests and releases their deliveries.
 */
export function createDeliverer(deps: DeliverDeps): BackgroundWork {
  const busy = new Map<EndpointId, Busy>()
  const requests = new PQueue({ concurrency: MAX_IN_FLIGHT })
  const stopping = new AbortController()
  const claiming = createBackgroundWork(claim, deps.onError)
  // A request has ended, so there is room for another.
  requests.on('next', claiming.wake)

  async function claim(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && requests.pending < MAX_IN_FLIGHT) {
      const now = deps.clock()
      const claimed = await createDeliveryQueue(deps.db).claim({
        now,
        until: new Date(now.getTime() + deps.timeoutMs + CLAIM_SLACK_MS),
        limit: MAX_IN_FLIGHT - requests.pending,
        perEndpoint: MAX_PER_ENDPOINT,
        inFlight: new Map(Array.from(busy, ([id, endpoint]) => [id, endpoint.requests])),
      })
      if (claimed.length === 0) return
      for (const delivery of claimed) void requests.add(() => work(delivery))
    }
  }

  async function work(delivery: ClaimedDelivery): Promise<void> {
    const { endpointId } = delivery
    const endpoint = busy.get(endpointId) ?? {
      requests: 0,
      unstored: [],
      writes: new PQueue({ concurrency: 1 }),
    }
    busy.set(endpointId, endpoint)
    endpoint.requests += 1
    await attempt(delivery)
      .then((made) => store(endpoint, made))
      .catch((error) => release(delivery, error))
    endpoint.requests -= 1
    if (endpoint.requests === 0) busy.delete(endpointId)
  }

  async function release(delivery: ClaimedDelivery, error: Error): Promise<void> {
    if (!stopping.signal.aborted) return deps.onError(error)
    // Without the database, the claim expires.
    await createDeliveryQueue(deps.db)
      .release(delivery, deps.clock())
      .catch(() => {})
  }

  async function attempt(delivery: ClaimedDelivery): Promise<Attempt> {
    const attemptedAt = deps.clock()
    const message = signMessage(delivery, deps.secrets, attemptedAt)
    const { partnerId } = delivery
    await logCandidatesIn({ ...deps, actor: { partnerId } }, message.body)
    const answer = await deps.send(new URL(delivery.url), message, stopping.signal)
    const isDelivered = !('failed' in answer) && answer.status >= 200 && answer.status < 300
    deps.onAttempt('failed' in answer ? answer.failed : isDelivered ? 'delivered' : 'refused')
    return { delivery, message, attemptedAt, answer, isDelivered }
  }

  /** Stores an attempt, together with all others that ended during the previous write. */
  function store(endpoint: Busy, made: Attempt): Promise<void> {
    endpoint.unstored.push(made)
    return endpoint.writes.add(() => recordAttempts(deps, endpoint.unstored.splice(0)))
  }

  return {
    wake: claiming.wake,
    async idle() {
      do {
        await requests.onIdle()
        await claiming.idle()
      } while (requests.pending > 0)
    },
    async stop() {
      await claiming.stop()
      await Promise.race([requests.onIdle(), setTimeout(STOP_GRACE_MS, undefined, { ref: false })])
      stopping.abort()
      await requests.onIdle()
    },
  }
}

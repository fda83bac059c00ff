import type { Database } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import { type BackgroundWork, createBackgroundWork } from '../../../platform/jobs/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { type ClaimedDelivery, createDeliveryQueue } from './delivery-queue.repository.ts'
import type { EndpointId } from './endpoints.repository.ts'
import { type Attempt, noteAttempts } from './note-attempts.ts'
import type { SendFailure, SendRequest } from './send-request.ts'
import { signMessage } from './sign-message.ts'

/** Requests that are under way at a time, in this process. */
const MOST_AT_HAND = 64
/** Of one endpoint, so that a slow one does not hold up the rest. */
const MOST_OF_ENDPOINT = 8
/** Beyond the time limit of a request: who has not told by then has died. */
const CLAIM_SLACK_MS = 15_000

export type AttemptOutcome = 'delivered' | 'refused' | SendFailure

export interface DeliverDeps {
  db: Database
  inTransaction: InTransaction
  clock: Clock
  send: SendRequest
  timeoutMs: number
  /** In [0, 1). */
  random: () => number
  onError: (error: Error) => void
  /** Told of each attempt. */
  onAttempt: (outcome: AttemptOutcome) => void
}

/**
 * Sends what is due, each delivery at least once whatever is killed when: it is at hand for a limited time, and ends
 * with the note of what became of it.
 */
export function createDeliverer(deps: DeliverDeps): BackgroundWork {
  const atHand = new Map<EndpointId, number>()
  const underWay = new Set<Promise<void>>()
  /** What will be noted together, since each note locks the endpoint, and the note before it. */
  const gathering = new Map<EndpointId, { attempts: Attempt[]; noted: Promise<void> }>()
  const writing = new Map<EndpointId, Promise<void>>()
  const claiming = createBackgroundWork(claim, deps.onError)

  async function claim(isStopping: () => boolean): Promise<void> {
    while (!isStopping() && underWay.size < MOST_AT_HAND) {
      const now = deps.clock()
      const claimed = await createDeliveryQueue(deps.db).claim({
        now,
        until: new Date(now.getTime() + deps.timeoutMs + CLAIM_SLACK_MS),
        limit: MOST_AT_HAND - underWay.size,
        perEndpoint: MOST_OF_ENDPOINT,
        atHand,
      })
      if (claimed.length === 0) return
      for (const delivery of claimed) start(delivery)
    }
  }

  function start(delivery: ClaimedDelivery): void {
    const { endpointId } = delivery
    atHand.set(endpointId, (atHand.get(endpointId) ?? 0) + 1)
    const work = attempt(delivery)
      .catch(deps.onError)
      .finally(() => {
        underWay.delete(work)
        const left = (atHand.get(endpointId) ?? 1) - 1
        if (left > 0) atHand.set(endpointId, left)
        else atHand.delete(endpointId)
        claiming.wake()
      })
    underWay.add(work)
  }

  async function attempt(delivery: ClaimedDelivery): Promise<void> {
    const attemptedAt = deps.clock()
    const message = signMessage(delivery, attemptedAt)
    const answer = await deps.send(new URL(delivery.url), message)
    const isDelivered = !('failed' in answer) && answer.status >= 200 && answer.status < 300
    deps.onAttempt('failed' in answer ? answer.failed : isDelivered ? 'delivered' : 'refused')
    await note({ delivery, message, attemptedAt, answer, isDelivered })
  }

  /** Together with what else is attempted at the endpoint until the note before is written. */
  function note(attempted: Attempt): Promise<void> {
    const { endpointId } = attempted.delivery
    const gathered = gathering.get(endpointId)
    if (gathered) {
      gathered.attempts.push(attempted)
      return gathered.noted
    }
    const attempts = [attempted]
    const before = writing.get(endpointId) ?? Promise.resolve()
    const noted = before.then(() => {
      gathering.delete(endpointId)
      return noteAttempts(deps, attempts)
    })
    gathering.set(endpointId, { attempts, noted })
    const written = noted
      .catch(() => {})
      .then(() => {
        if (writing.get(endpointId) === written) writing.delete(endpointId)
      })
    writing.set(endpointId, written)
    return noted
  }

  return {
    wake: claiming.wake,
    async idle() {
      do {
        await Promise.all(underWay)
        await claiming.idle()
      } while (underWay.size > 0)
    },
    async stop() {
      await claiming.stop()
      await Promise.all(underWay)
    },
  }
}

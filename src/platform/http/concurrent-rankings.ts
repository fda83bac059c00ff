import type { FastifyRequest } from 'fastify'
import PQueue from 'p-queue'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { App } from './app-type.ts'
import { followRequests } from './request-end.ts'

/**
 * Maximum number of concurrent computations of one partner. Reading rows for some overlaps with computing
 * another, and those that wait for the same question to the database share its answer.
 */
export const MAX_CONCURRENT = 4
/** Maximum number of waiting requests of one partner, each with its body in memory. */
export const MAX_WAITING = 64
const RETRY_AFTER_S = 1

/**
 * Limits the concurrent computations of one partner on routes of the rate class `rank`. Other requests wait
 * before any work is done for them. So a partner with many rankings only delays itself.
 */
export function limitConcurrentRankings(app: App): void {
  const queues = new Map<PartnerId, PQueue>()
  const ends = new WeakMap<FastifyRequest, () => void>()
  const follow = followRequests(app, (request) => ends.get(request)?.())

  function queueOf(partnerId: PartnerId): PQueue {
    const known = queues.get(partnerId)
    if (known) return known
    const queue = new PQueue({ concurrency: MAX_CONCURRENT })
    queue.on('idle', () => queues.delete(partnerId))
    queues.set(partnerId, queue)
    return queue
  }

  app.addHook('preValidation', async (request, reply) => {
    if (!request.actor || request.routeOptions.config.rateClass !== 'rank') return
    const queue = queueOf(request.actor.partnerId)
    if (queue.size >= MAX_WAITING) {
      reply.header('retry-after', String(RETRY_AFTER_S))
      throw new DomainError(
        'too_many_open_requests',
        `At most ${MAX_WAITING} rankings of one partner may wait at once. Wait for an answer, then send the next.`,
      )
    }
    const ended = new Promise<void>((resolve) => ends.set(request, resolve))
    follow(request, reply)
    await new Promise<void>((start) => {
      void queue.add(() => {
        start()
        return ended
      })
    })
  })
}

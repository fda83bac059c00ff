import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import type { App } from './app-type.ts'
import { followEventLoopDelay } from './event-loop-delay.ts'
import { followRequests } from './request-end.ts'

/**
 * Refuses requests with 503 while the process has more of them than it can answer in time, or is behind:
 * better to refuse some at once than to answer all too late. Above the limit of requests, only partners with
 * more than an equal share are refused; all requests without a token count as one partner. Health and metrics
 * are never refused, since operators need them. A limit of 0 means none.
 */
export function shedLoad(
  app: App,
  limits: {
    /** Maximum delay of the event loop, measured twice in a row, in ms. */
    eventLoopDelayMs: number
    /**
     * Maximum number of requests in progress. A request counts from the arrival of its body until its
     * response is ready.
     */
    requests: number
  },
): void {
  const counted = new WeakSet<FastifyRequest>()
  /** Requests in progress, by partner. */
  const countOf = new Map<PartnerId | 'no token', number>()
  let count = 0
  const add = (request: FastifyRequest, change: 1 | -1) => {
    const own = (countOf.get(ownerOf(request)) ?? 0) + change
    if (own > 0) countOf.set(ownerOf(request), own)
    else countOf.delete(ownerOf(request))
    count += change
  }
  const uncount = (request: FastifyRequest) => {
    if (counted.delete(request)) add(request, -1)
  }
  const hasItsShare = (request: FastifyRequest) => {
    const own = countOf.get(ownerOf(request)) ?? 0
    return own >= limits.requests / (countOf.size + (own === 0 ? 1 : 0))
  }
  const follow = followRequests(app, uncount)
  // Runs when the body has arrived.
  app.addHook('preValidation', async (request, reply) => {
    const { rateClass, isUpload } = request.routeOptions.config
    if (rateClass === 'operation' || isUpload) return
    if (limits.requests > 0 && count >= limits.requests && hasItsShare(request)) throw overloaded()
    counted.add(request)
    add(request, 1)
    follow(request, reply)
  })
  app.addHook('onSend', async (request, _, payload) => {
    if (!(payload instanceof Readable)) uncount(request)
  })
  if (limits.eventLoopDelayMs === 0) return
  const delay = followEventLoopDelay()
  app.addHook('onClose', async () => delay.stop())
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.rateClass !== 'operation' && delay.readMs() > limits.eventLoopDelayMs)
      throw overloaded()
  })
}

function ownerOf({ actor }: FastifyRequest): PartnerId | 'no token' {
  return actor?.partnerId ?? 'no token'
}

function overloaded(): DomainError {
  return new DomainError('overloaded', message('refusal_said', { what: 'overloaded' }))
}

import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { App } from './app-type.ts'
import { followEventLoopDelay } from './event-loop-delay.ts'
import { followRequests } from './request-end.ts'

/**
 * Refuses requests with 503 while the process has more of them than it answers in time, or is behind: rather some at once
 * than all too late. Above the limit of requests only partners with more than an equal share of it are refused; whoever
 * has no token counts as one partner. Operation goes on: it must be seen that the process is alive, and what it is doing. A limit of 0 is
 * none.
 */
export function shedLoad(
  app: App,
  limits: {
    /** For how long two turns of the event loop in succession are held. */
    eventLoopDelayMs: number
    /** That the process works on. A request whose body has not arrived is none of them, nor one whose answer is being read. */
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
  // Runs once the body has arrived.
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
  return new DomainError('overloaded', 'The service is overloaded. Try again shortly.')
}

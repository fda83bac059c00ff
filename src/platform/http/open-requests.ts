import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import type { App } from './app-type.ts'
import { type CallerKey, callerKeyOf } from './caller-key.ts'
import { followRequests } from './request-end.ts'

const RETRY_AFTER_S = 1

/** Maximum number of concurrent requests per caller. 0 means no limit. */
export type OpenRequestLimits = Readonly<Record<CallerKey['kind'], number>>

/**
 * Refuses callers with too many open requests with 429. A request is open from its header until its response
 * is sent, so slow senders and slow readers only use up their own share.
 */
export function limitOpenRequests(app: App, limits: OpenRequestLimits): void {
  const open = new Map<string, number>()
  const counted = new WeakMap<FastifyRequest, string>()
  const follow = followRequests(app, (request) => {
    const key = counted.get(request)
    if (key === undefined) return
    counted.delete(request)
    const left = (open.get(key) ?? 0) - 1
    if (left > 0) open.set(key, left)
    else open.delete(key)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.rateClass === 'operation') return
    const { kind, key } = callerKeyOf(request)
    const limit = limits[kind]
    if (limit === 0) return
    const count = open.get(key) ?? 0
    if (count >= limit) {
      reply.header('retry-after', String(RETRY_AFTER_S))
      throw new DomainError(
        'too_many_open_requests',
        message('refusal_open_requests', { most: limit, of: kind }),
      )
    }
    open.set(key, count + 1)
    counted.set(request, key)
    follow(request, reply)
  })
}

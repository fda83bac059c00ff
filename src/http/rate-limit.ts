import type { FastifyReply } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../shared/errors.ts'
import type { App } from './app-type.ts'

const WINDOW_S = 60

/**
 * Counts requests by the minute, by client where there is a token and by address
 * elsewhere, in this process alone: each replica has its own count. Tells the state in RateLimit and RateLimit-Policy
 * (draft-ietf-httpapi-ratelimit-headers) on every response.
 */
export function limitRate(app: App, options: { perMinute: number }): void {
  const limiter = new RateLimiterMemory({ points: options.perMinute, duration: WINDOW_S })

  async function count(key: string, reply: FastifyReply): Promise<void> {
    const result = await limiter.consume(key).catch((rejected: unknown) => {
      if (rejected instanceof RateLimiterRes) return rejected
      throw rejected
    })
    const resetS = Math.ceil(result.msBeforeNext / 1000)
    reply.header('ratelimit-policy', `"default";q=${options.perMinute};w=${WINDOW_S}`)
    reply.header('ratelimit', `"default";r=${result.remainingPoints};t=${resetS}`)
    if (result.consumedPoints > options.perMinute) {
      reply.header('retry-after', String(resetS))
      throw new DomainError('rate_limited', `More than ${options.perMinute} requests a minute.`)
    }
  }

  app.addHook('onRequest', (request, reply) =>
    count(request.actor?.clientId ?? `address:${request.ip}`, reply),
  )
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import type { App } from './app-type.ts'
import { type CallerKey, callerKeyOf } from './caller-key.ts'
import type { SharedUse } from './shared-use.ts'

/**
 * Classes of requests with separate limits. `rank`: expensive computations; `upload`: files; `token`:
 * requests and guesses of tokens; `operation`: health and metrics, which no partner's load may use up.
 */
export type RateClass = 'read' | 'write' | 'rank' | 'upload' | 'token' | 'operation'

/** Share of the configured limit for each class. */
const SHARES: Record<RateClass, number> = {
  read: 1,
  write: 1,
  rank: 0.5,
  upload: 0.01,
  token: 0.05,
  operation: 1,
}
/** Share of a minute's quota that may be used in one second, and the minimum number of requests. */
const BURST_SHARE = 0.1
const LEAST_BURST = 10
const BURST_S = 1
const SUSTAINED_S = 60
/**
 * Maximum number of addresses that a counter remembers. Clients are few, but one attacker may have many
 * addresses.
 */
const REMEMBERED_ADDRESSES = 10_000

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Default: `read` or `write`, by the method. */
    rateClass?: RateClass
  }
}

/** Maximum number of requests of a class that a client may make within a window of time. */
export interface Quota {
  name: string
  requests: number
  windowS: number
}

/** Returns the quotas of every class: the burst quota first, then the sustained one. */
export function quotasOf(perMinute: number): Record<RateClass, readonly [Quota, Quota]> {
  const of = (rateClass: RateClass): readonly [Quota, Quota] => {
    const requests = Math.ceil(perMinute * SHARES[rateClass])
    const burst = Math.min(requests, Math.max(LEAST_BURST, Math.ceil(requests * BURST_SHARE)))
    return [
      { name: `${rateClass}-burst`, requests: burst, windowS: BURST_S },
      { name: rateClass, requests, windowS: SUSTAINED_S },
    ]
  }
  return {
    read: of('read'),
    write: of('write'),
    rank: of('rank'),
    upload: of('upload'),
    token: of('token'),
    operation: of('operation'),
  }
}

/**
 * Limits requests per class and caller: the client of a valid token (for a sandbox, all its clients
 * together), else the address. Counts only in this process, unless there is a `sharedUse`: then the quota per
 * minute includes requests of clients to other processes. Every response has RateLimit and RateLimit-Policy
 * (draft-ietf-httpapi-ratelimit-headers-11).
 */
export function limitRate(
  app: App,
  { perMinute, sharedUse }: { perMinute: number; sharedUse?: Pick<SharedUse, 'note' | 'listen'> | undefined },
): void {
  const limits = new Map(
    Object.values(quotasOf(perMinute)).map(([burst, sustained]) => [
      sustained.name,
      { burst: createRequestCounter(burst), sustained: createRequestCounter(sustained) },
    ]),
  )
  sharedUse?.listen((key, requests) => {
    const [rateClass = '', client = ''] = key.split(' ')
    void limits.get(rateClass)?.sustained.add(client, requests)
  })

  app.addHook('onRequest', async (request, reply) => {
    const who = callerKeyOf(request)
    const rateClass = rateClassOf(request)
    const limit = limits.get(rateClass)
    const counts = limit ? await Promise.all([limit.burst.take(who), limit.sustained.take(who)]) : []
    if (who.kind === 'client') sharedUse?.note(`${rateClass} ${who.key}`)
    tell(reply, counts)
    const exceeded = counts.filter(({ isExceeded }) => isExceeded)
    if (exceeded.length === 0) return
    reply.header('retry-after', String(Math.max(...exceeded.map(({ resetS }) => resetS))))
    const quotas = exceeded.map(({ quota: { requests, windowS } }) => ({ requests, seconds: windowS }))
    throw new DomainError('rate_limited', message('refusal_rate', { quotas }))
  })
}

interface Count {
  quota: Quota
  left: number
  resetS: number
  isExceeded: boolean
}

/**
 * Creates a counter of requests by caller. Above `maxAddresses` it forgets the address that was inactive
 * longest.
 */
export function createRequestCounter(quota: Quota, maxAddresses = REMEMBERED_ADDRESSES) {
  const limiter = new RateLimiterMemory({ points: quota.requests, duration: quota.windowS })
  const addresses = new Set<string>()
  const remember = async (address: string) => {
    addresses.delete(address)
    addresses.add(address)
    if (addresses.size <= maxAddresses) return
    const [quietest = address] = addresses
    addresses.delete(quietest)
    await limiter.delete(quietest)
  }
  return {
    /** Counts a request and returns the state of the quota. */
    async take({ kind, key }: CallerKey): Promise<Count> {
      if (kind === 'address') await remember(key)
      const result = await limiter.consume(key).catch((rejected: unknown) => {
        if (rejected instanceof RateLimiterRes) return rejected
        throw rejected
      })
      return {
        quota,
        left: result.remainingPoints,
        resetS: Math.ceil(result.msBeforeNext / 1000),
        isExceeded: result.consumedPoints > quota.requests,
      }
    },
    /** Adds requests that other processes received. */
    async add(key: string, requests: number): Promise<void> {
      await limiter.penalty(key, requests)
    },
  }
}

function rateClassOf({ method, routeOptions }: FastifyRequest): RateClass {
  const given = routeOptions.config?.rateClass
  if (given) return given
  if (routeOptions.config?.isUpload) return 'upload'
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 'read' : 'write'
}

function tell(reply: FastifyReply, counts: readonly Count[]): void {
  reply.header(
    'ratelimit-policy',
    counts.map(({ quota }) => `"${quota.name}";q=${quota.requests};w=${quota.windowS}`).join(', '),
  )
  reply.header(
    'ratelimit',
    counts.map(({ quota, left, resetS }) => `"${quota.name}";r=${left};t=${resetS}`).join(', '),
  )
}

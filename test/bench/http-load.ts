import { performance } from 'node:perf_hooks'
import autocannon from 'autocannon'

/** One round of load: how many answers a second, and how long each took. */
export interface Round {
  rps: number
  latenciesMs: number[]
}

/**
 * Sends requests to a server over some connections for a while, each connection going round its own share of them.
 * There must be at least as many requests as connections. Throws where one of them fails or is answered by anything but a 2xx: a refusal is quick, and would flatter.
 */
export async function applyLoad(options: {
  address: string
  requests: autocannon.Request[]
  connections: number
  seconds: number
  /** Most requests a second, of all connections together. */
  perSecond?: number
}): Promise<Round> {
  const { address, requests, connections, seconds, perSecond } = options
  const latenciesMs: number[] = []
  let next = 0
  const begun = performance.now()
  const {
    errors,
    non2xx,
    '2xx': answered,
    statusCodeStats: statuses = {},
  } = await autocannon({
    url: address,
    connections,
    duration: seconds,
    ...(perSecond !== undefined && { overallRate: perSecond }),
    setupClient: (client) => {
      const own = next++ % connections
      client.setRequests(requests.filter((_, i) => i % connections === own))
      client.on('response', (_status, _bytes, responseMs) => latenciesMs.push(responseMs))
    },
  })
  const elapsedS = (performance.now() - begun) / 1000
  if (errors > 0 || non2xx > 0)
    throw new Error(`${errors} requests failed, ${non2xx} were refused: ${JSON.stringify(statuses)}`)
  if (answered === 0) throw new Error(`nothing was answered within ${seconds} s`)
  return { rps: answered / elapsedS, latenciesMs }
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The smallest value that at least this share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

import underPressure from '@fastify/under-pressure'
import { DomainError } from '../shared/errors.ts'
import type { App } from './app-type.ts'

const SAMPLE_MS = 250
const DATABASE_CHECK_MS = 100

/**
 * Refuses requests with 503 while the process is behind with those that it has: rather some at once than all too late.
 * Operation goes on: it must be seen that the process is alive, and what it is doing. A limit of 0 is none.
 */
export async function shedLoad(
  app: App,
  limits: {
    eventLoopDelayMs: number
    /** Queries that wait for a connection. */
    waitingQueries: number
    countWaiting: () => number
  },
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMs,
    sampleInterval: SAMPLE_MS,
    ...(limits.waitingQueries > 0 && {
      healthCheck: async () => limits.countWaiting() <= limits.waitingQueries,
      healthCheckInterval: DATABASE_CHECK_MS,
    }),
    async pressureHandler(request) {
      if (request.routeOptions.config?.rateClass === 'operation') return
      throw new DomainError('overloaded', 'The service has more to do than it can. Try again shortly.')
    },
  })
}

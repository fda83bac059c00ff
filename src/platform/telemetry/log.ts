import type { FastifyRequest } from 'fastify'
import { type DestinationStream, type Logger, pino } from 'pino'

/** Lines are written together, at the latest after `periodicFlush` milliseconds. */
const GATHERED = { sync: false, minLength: 4096, periodicFlush: 100 }

/**
 * Creates the log of the service. It logs the route of a request, not its address, which may contain a
 * person's external id, nor the client's address.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? null }),
    },
  }
  // A line for each request, written as it ends, was a twelfth of the processor's time of a page. What still waits at the end of the
  // process is written then.
  return pino(options, destination ?? pino.destination(GATHERED))
}

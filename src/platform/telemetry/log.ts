import type { FastifyRequest } from 'fastify'
import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The log of the service: of a request the route and not the address, which may hold a person's external id,
 * nor where it came from.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? null }),
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

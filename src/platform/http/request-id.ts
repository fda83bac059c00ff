import { randomUUIDv7 } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { App } from './app-type.ts'

/** Format of Request-Ids that callers may send. Ours have it too. */
export const REQUEST_ID = /^[\w.-]{8,64}$/

/** Returns the caller's Request-Id if it has this format, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newRequestId()
}

export function newRequestId(): string {
  return `req_${randomUUIDv7()}`
}

export function sendRequestId(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
  })
}

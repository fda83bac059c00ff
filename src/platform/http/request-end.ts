import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app-type.ts'

/**
 * Returns a function that starts to follow a request. Calls `onEnd` when the service is done with it: its
 * response is sent, or its connection is closed and its handler has ended. A client that disconnects does not
 * end the handler. `onEnd` may be called more than once, and also for a request that is not followed.
 */
export function followRequests(app: App, onEnd: (request: FastifyRequest) => void) {
  const answering = new WeakSet<FastifyRequest>()
  app.addHook('onSend', async (request, reply) => {
    if (reply.raw.destroyed) onEnd(request)
    else answering.add(request)
  })
  app.addHook('onResponse', async (request) => onEnd(request))
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.raw.once('close', () => {
      if (answering.has(request)) onEnd(request)
    })
  }
}

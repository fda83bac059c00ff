import type { App } from './app-type.ts'

/** One line for each request, when it has been answered: the route and not the address, which may name a person. */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        elapsed_ms: Math.round(reply.elapsedTime * 10) / 10,
        client_id: request.actor?.clientId ?? null,
      },
      'request',
    )
  })
}

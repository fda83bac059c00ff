import helmet from 'helmet'
import type { App } from './app-type.ts'

/** Sends the headers that helmet proposes. Pages have a stricter policy of their own. */
export function sendSecurityHeaders(app: App): void {
  // Made once: the plugin of Fastify makes all headers again for each request.
  const addHeaders = helmet({
    // The reference page must also load over plain http, without a TLS proxy.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  })
  app.addHook('onRequest', (request, reply, done) => addHeaders(request.raw, reply.raw, () => done()))
}

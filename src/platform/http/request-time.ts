import type { App } from './app-type.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body is a file, and may take as long as the server lets any request take. */
    isUpload?: boolean
  }
}

/** Ends a connection whose request is not there in time; Node itself knows one limit alone, which uploads have. */
export function limitRequestTime(app: App, { requestMs }: { requestMs: number }): void {
  app.server.headersTimeout = requestMs
  app.addHook('preParsing', async (request, _, payload) => {
    if (request.routeOptions.config.isUpload) return payload
    // A process that ends does not wait for it.
    const timer = setTimeout(() => request.raw.destroy(), requestMs).unref()
    payload.once('end', () => clearTimeout(timer))
    payload.once('close', () => clearTimeout(timer))
    return payload
  })
}

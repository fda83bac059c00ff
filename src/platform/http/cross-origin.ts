import cors from '@fastify/cors'
import type { App } from './app-type.ts'

/** Response headers that scripts of other origins may read. */
const READABLE = [
  ...['ETag', 'Location', 'Link', 'Content-Language', 'Retry-After', 'Request-Id'],
  ...['RateLimit', 'RateLimit-Policy', 'Idempotency-Replayed', 'Deprecation', 'Sunset'],
]
const PREFLIGHT_S = 600

/** Lets scripts of these origins call the service with their own token. Without origins, no script may. */
export async function allowOrigins(app: App, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: READABLE,
    maxAge: PREFLIGHT_S,
  })
  // Handlers that set Vary do not know about origins.
  app.addHook('onSend', async (_request, reply) => {
    const vary = reply.getHeader('vary')
    if (vary !== undefined && !/\borigin\b/i.test(String(vary))) reply.header('vary', `Origin, ${vary}`)
  })
}

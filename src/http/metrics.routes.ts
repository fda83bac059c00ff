import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import type { App } from './app-type.ts'

/** `/metrics` for Prometheus: the process, and the time of requests by route. Every app has its own registry. */
export function registerMetrics(app: App): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get(
    '/metrics',
    { schema: { tags: ['Operation'], summary: 'Metrics for Prometheus', response: { 200: z.string() } } },
    async (_request, reply) => {
      reply.type(register.contentType)
      return reply.serializer(String).send(await register.metrics())
    },
  )
}

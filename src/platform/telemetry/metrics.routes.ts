import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import { type App, addRoute } from '../http/index.ts'

/** A number that is read on each scrape; `null` if it is not available. */
export interface Reading {
  name: string
  help: string
  read(): number | Promise<number | null>
}

/** A counter by outcome. */
export interface Counted {
  name: string
  help: string
  outcomes: readonly string[]
  /** Calls `listener` with the outcome of each counted thing. */
  onCount(listener: (outcome: string) => void): void
}

/**
 * Registers `/metrics` for Prometheus: metrics of the process, request times by route, and the given
 * readings. Every app has its own registry.
 */
export function registerMetrics(
  app: App,
  { readings, counted }: { readings: readonly Reading[]; counted: readonly Counted[] },
): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Response time by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  })
  for (const { name, help, read } of readings)
    new Gauge({
      name,
      help,
      registers: [register],
      async collect() {
        // Readings that fail are omitted; the others are reported.
        const value = await Promise.resolve(read()).catch(() => null)
        if (value === null) this.remove()
        else this.set(value)
      },
    })
  for (const { name, help, outcomes, onCount } of counted) {
    const counter = new Counter({ name, help, labelNames: ['outcome'], registers: [register] })
    // Prometheus sees no increase in a series that begins with it.
    for (const outcome of outcomes) counter.inc({ outcome }, 0)
    onCount((outcome) => counter.inc({ outcome }))
  }
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  addRoute(
    app,
    'GET',
    '/metrics',
    {
      tag: 'Operation',
      summary: 'Read metrics for Prometheus',
      rateClass: 'operation',
      answers: { 200: { 'text/plain': z.string() } },
    },
    async (_request, reply) => {
      reply.type(register.contentType)
      return reply.serializer(String).send(await register.metrics())
    },
  )
}

import { setTimeout } from 'node:timers/promises'
import type { FastifyPluginCallback, FastifyRequest } from 'fastify'

export interface Tracing {
  /** Creates a span for each request. Must be registered before all hooks. */
  plugin: FastifyPluginCallback
  /** Sends remaining spans, if the collector accepts them soon. */
  stop(): Promise<void>
}

const STOP_LIMIT_MS = 1000

/** The only attributes that spans may have, since the address and error messages may name a person. */
const ALLOWED_ATTRIBUTES = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'fastify.type',
  'hook.name',
  'hook.callback.name',
])

/**
 * Sends traces of requests by OTLP over HTTP, and continues traces of callers (W3C Trace Context).
 * OpenTelemetry is loaded only here.
 */
export async function startTracing(options: { endpoint: string; version: string }): Promise<Tracing> {
  const { FastifyOtelInstrumentation } = await import('@fastify/otel')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node')
  type Exporter = ConstructorParameters<typeof BatchSpanProcessor>[0]

  const exporter = new OTLPTraceExporter({ url: `${options.endpoint.replace(/\/$/, '')}/v1/traces` })
  const discreet: Exporter = {
    export: (spans, done) => exporter.export(spans.map(withoutPersonalData), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  }
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'smartsource', 'service.version': options.version }),
    spanProcessors: [new BatchSpanProcessor(discreet)],
  })
  provider.register()
  const instrumentation = new FastifyOtelInstrumentation({
    instrumentHooks: false,
    recordExceptions: false,
    requestHook: (span, { method, routeOptions }: FastifyRequest) =>
      span.updateName(`${method} ${routeOptions.url ?? 'unknown'}`),
  })
  instrumentation.setTracerProvider(provider)
  const shutDown = () => provider.shutdown().catch(() => {})
  return {
    plugin: instrumentation.plugin(),
    stop: () => Promise.race([shutDown(), setTimeout(STOP_LIMIT_MS, undefined, { ref: false })]),
  }
}

/** Returns a copy of a span without attributes that could identify a person. */
function withoutPersonalData<S extends { attributes: Record<string, unknown>; status: { code: number } }>(
  span: S,
): S {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(([name]) => ALLOWED_ATTRIBUTES.has(name)),
  )
  return Object.create(span, {
    attributes: { value: attributes, enumerable: true },
    status: { value: { code: span.status.code }, enumerable: true },
    events: { value: [], enumerable: true },
  })
}

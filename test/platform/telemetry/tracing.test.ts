import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { runStatement } from '../../support/postgres.ts'
import { newToken, serve } from '../../support/process.ts'

interface Span {
  name: string
  traceId: string
  parentSpanId?: string
  attributes: { key: string; value: Record<string, unknown> }[]
}

/** A collector that takes OTLP over HTTP. */
async function startCollector() {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    if (request.url === '/v1/traces') bodies.push(body)
    response.setHeader('content-type', 'application/json').end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  // The address of a server that listens on a port is of this form.
  return { bodies, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

t.test('traces tell routes and take part in those of callers, and name nobody', async (t) => {
  const { bodies, endpoint } = await startCollector()
  const database = await createTestDatabase(t)
  const env = { DATABASE_URL: database.connectionString, DATA_DIR: temporaryFolder(t) }
  const service = await serve(t, { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })
  const token = await newToken(service.address, env)
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const headers = {
    authorization: `Bearer ${token}`,
    traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    'content-type': 'application/json',
    'if-none-match': 'canary',
  }
  await fetch(`${service.address}/v1/organizations/by-external-id/canary@example.org?canary=1`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ name: 'Canary' }),
  })
  await runStatement(database.ownerConnectionString, 'drop table helpers cascade')
  await fetch(`${service.address}/v1/helpers?external_id=canary@example.org`, { headers })
  service.child.kill('SIGTERM')
  await once(service.child, 'exit')

  const spans: Span[] = bodies.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
      resource.scopeSpans.flatMap((scope) => scope.spans),
    ),
  )
  const put = spans.find(({ name }) => name === 'PUT /v1/organizations/by-external-id/:external_id')
  t.match(put, { traceId, parentSpanId: 'b7ad6b7169203331' })
  const told = Object.fromEntries(
    (put?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]),
  )
  t.equal(told['http.route'], '/v1/organizations/by-external-id/:external_id')
  t.equal(Number(told['http.response.status_code']), 422)
  t.ok(
    spans.some(({ name }) => name === 'GET /v1/helpers'),
    'also of a fault',
  )
  t.notMatch(bodies.join(''), /canary/i)
  t.notOk(bodies.join('').includes(token.split('.')[2] ?? ''))
})

import t from 'tap'
import { organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'

interface Operation {
  operationId: string
  summary: string
  security?: unknown[]
  parameters?: { name: string; in: string }[]
  responses: Record<string, { headers: Record<string, unknown>; content?: Record<string, unknown> }>
}

const service = await startTestService(t)
const { body: document } = await service.inject({ method: 'GET', url: '/openapi.json' })
const operations: [string, Operation][] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
)

t.test('it is OpenAPI 3.1, every reference resolves, and no schema is there for nothing', async (t) => {
  t.equal(document.openapi, '3.1.0')
  const names = new Set(
    [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    ),
  )
  t.same([...names].sort(), Object.keys(document.components.schemas).sort())
})

t.test(
  'every operation has an id of its own, a summary, and under /v1 the scope that it needs',
  async (t) => {
    t.ok(operations.length > 30)
    t.equal(new Set(operations.map(([, { operationId }]) => operationId)).size, operations.length)
    for (const [name, { summary, security }] of operations) {
      t.ok(summary, name)
      if (name.includes(' /v1/')) t.match(security, [{ oauth2: [/^\w+:(read|write)$/] }], name)
    }
  },
)

t.test('refusals are told with their media type, and every answer with its headers', async (t) => {
  for (const [name, { responses }] of operations) {
    for (const [status, { headers, content }] of Object.entries(responses)) {
      // 431 is answered before the request is counted.
      t.ok(headers['Request-Id'] && (headers.RateLimit || status === '431'), `${name} ${status}`)
      if (Number(status) >= 400 && !name.includes('/oauth/token')) {
        t.same(Object.keys(content ?? {}), ['application/problem+json'], `${name} ${status}`)
      }
    }
    if (name.includes(' /v1/')) {
      for (const status of ['401', '403', '429', '503']) t.ok(responses[status], `${name} ${status}`)
    }
  }
})

t.test('a route answers with the headers that it tells of', async (t) => {
  const partner = await service.newPartner()
  const reply = await partner.call('POST', '/v1/organizations', { body: organizationBody() })
  const told = Object.keys(document.paths['/v1/organizations'].post.responses['201'].headers)
  for (const header of told.filter((name) => name !== 'Idempotency-Replayed')) {
    t.ok(reply.headers[header.toLowerCase()], header)
  }
})

t.test('the reference page loads from this server alone', async (t) => {
  const page = await service.inject({ method: 'GET', url: '/docs/' })
  t.equal(page.status, 200)
  const policy = String(page.headers['content-security-policy'])
  t.match(policy, /script-src 'self'/)
  t.notMatch(policy, /upgrade-insecure-requests/)
  const assets = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
  t.ok(assets.length > 3)
  for (const path of assets) {
    const url = new URL(path, 'http://test.example/docs/')
    t.equal(url.host, 'test.example', path)
    t.equal((await service.inject({ method: 'GET', url: url.pathname })).status, 200, path)
  }
  t.notMatch(String(page.body), /<script>[^<]/)
})

import t from 'tap'
import { organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'

interface Operation {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security?: unknown[]
  parameters?: { name: string; in: string; description?: string }[]
  requestBody?: { content: Record<string, object> }
  responses: Record<string, { headers: Record<string, unknown>; content?: Record<string, object> }>
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
      if (name.includes(' /v1/'))
        t.match(security, [{ oauth2: [/^(\w+:(read|write)|clients:manage)$/] }], name)
      else if (!name.includes('/oauth/token')) t.same(security, [], name)
    }
  },
)

t.test('an operation has the name that a developer would give it', async (t) => {
  const nameOf = (path: string, method: string) => document.paths[path][method].operationId
  t.equal(nameOf('/v1/needs', 'get'), 'listNeeds')
  t.equal(nameOf('/v1/needs/{id}', 'delete'), 'deleteNeed')
  t.equal(nameOf('/v1/needs/{id}/close', 'post'), 'closeNeed')
  t.equal(nameOf('/v1/needs/by-external-id/{external_id}', 'put'), 'upsertNeedByExternalId')
  t.equal(nameOf('/v1/engagements/{id}/hours.csv', 'get'), 'exportEngagementHoursAsCsv')
  for (const [name, { operationId }] of operations) t.match(operationId, /^[a-z][A-Za-z]+$/, name)
})

t.test('tags are described, in the order of a partner’s path, and each has operations', async (t) => {
  const tags: { name: string; description: string }[] = document.tags
  t.same(
    tags.slice(0, 3).map(({ name }) => name),
    ['Needs', 'Offers', 'Matches'],
  )
  t.equal(tags.at(-1)?.name, 'Operation')
  t.ok(tags.every(({ description }) => description.length > 20))
  const used = new Set(operations.flatMap(([, { tags }]) => tags))
  t.same([...used].sort(), tags.map(({ name }) => name).sort())
})

t.test('every property, parameter, operation and answer is described', async (t) => {
  const nameless: string[] = []
  const visit = (value: unknown, where: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) visit(inner, `${where}/${key}`)
    if (!('properties' in value) || !('type' in value)) return
    for (const [name, property] of Object.entries(value.properties as Record<string, object>))
      if (!('description' in property)) nameless.push(`${where} ${name}`)
  }
  visit(document.components.schemas, '')
  visit(document.paths, '')
  visit(document.webhooks, '')
  for (const [name, { parameters = [], description }] of operations) {
    if (!description) nameless.push(name)
    for (const parameter of parameters) if (!parameter.description) nameless.push(`${name} ${parameter.name}`)
  }
  t.same(nameless, [])
  t.notMatch(JSON.stringify(document), /Default Response/)
})

t.test('every body, parameter, answer, refusal and message has an example', async (t) => {
  const without: string[] = []
  const look = (name: string, content: Record<string, object> = {}) => {
    const media = Object.entries(content)
    // What comes in several media types has an example in one of them.
    if (media.length > 0 && !media.some(([, one]) => hasExample(one))) without.push(name)
  }
  for (const [name, { parameters = [], requestBody, responses }] of operations) {
    for (const parameter of parameters)
      if (!('example' in parameter)) without.push(`${name} ${parameter.name}`)
    look(`${name} body`, requestBody?.content)
    for (const [status, { content = {} }] of Object.entries(responses)) {
      if (status >= '400') look(`${name} ${status}`, content)
      // A signed record has another signature with each key.
      for (const [type, one] of Object.entries(content))
        if (status < '300' && type !== 'application/vc+jwt' && !hasExample(one))
          without.push(`${name} ${status} ${type}`)
    }
  }
  for (const { post } of Object.values<{ post: Operation }>(document.webhooks))
    look(post.operationId, post.requestBody?.content)
  t.same(without, [])
})

const hasExample = (media: { example?: unknown; examples?: unknown; schema?: object }) =>
  'example' in media || 'examples' in media || 'examples' in (media.schema ?? {})

t.test('a body in JSON has its example in every media type, and a file is described', async (t) => {
  const { patch } = document.paths['/v1/needs/{id}']
  const { content } = patch.requestBody
  t.same(Object.keys(content), ['application/merge-patch+json', 'application/json'])
  t.ok(content['application/json'].example)
  t.same(content['application/json'].example, content['application/merge-patch+json'].example)
  const { requestBody } = document.paths['/v1/imports'].post
  t.equal(requestBody.required, true)
  t.match(Object.keys(requestBody.content), [
    'text/csv',
    'application/x-ndjson',
    'application/json',
    /sheet$/,
  ])
  t.match(requestBody.content['text/csv'].example, /^Student ID,/)
  t.same(requestBody.content['multipart/form-data'].schema.required, ['file'])
})

t.test('a message is described for each event type that an endpoint can receive', async (t) => {
  t.same(Object.keys(document.webhooks), document.components.schemas.Event.properties.type.enum)
})

t.test('a refusal lists the codes that this operation may answer with', async (t) => {
  const codesOf = (path: string, method: string, status: number): string[] =>
    document.paths[path][method].responses[status].content['application/problem+json'].schema.allOf[1]
      .properties.code.enum
  t.same(codesOf('/v1/needs/{id}', 'get', 404), ['need_not_found'])
  t.same(codesOf('/v1/needs/{id}', 'patch', 428), ['precondition_required'])
  t.notOk(codesOf('/v1/needs', 'post', 422).includes('encoding_not_supported'))
})

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

t.test('every list with a next_cursor takes limit and cursor', async (t) => {
  const lists = operations.filter(
    ([name, { responses }]) =>
      name.startsWith('get ') && JSON.stringify(responses['200']).includes('next_cursor'),
  )
  t.ok(lists.length > 30, `${lists.length}`)
  for (const [name, { parameters = [] }] of lists)
    t.same(
      parameters.map((one) => one.name).filter((one) => one === 'limit' || one === 'cursor'),
      ['limit', 'cursor'],
      name,
    )
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
  const assets = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, path = '']) => path)
    // The page holds these itself.
    .filter((path) => !path.startsWith('data:'))
  t.ok(assets.length > 2)
  for (const path of assets) {
    const url = new URL(path, 'http://test.example/docs/')
    t.equal(url.host, 'test.example', path)
    t.equal((await service.inject({ method: 'GET', url: url.pathname })).status, 200, path)
  }
  t.notMatch(String(page.body), /<script>[^<]/)
})

import fc from 'fast-check'
import t from 'tap'
import { needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { runStatement } from '../../support/postgres.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const world = await postWorld(partner)
const isProblem = (reply: { headers: Record<string, unknown> }) =>
  String(reply.headers['content-type']).startsWith('application/problem+json')

t.test('what the framework refuses has the form of a problem too', async (t) => {
  const json = { 'content-type': 'application/json' }
  const refusals = [
    {
      code: 'malformed_request',
      status: 400,
      reply: await partner.call('POST', '/v1/needs', { body: '{"title":' }),
    },
    {
      code: 'malformed_request',
      status: 400,
      reply: await partner.call('POST', '/v1/needs', { body: '', headers: json }),
    },
    {
      code: 'unsupported_media_type',
      status: 415,
      reply: await partner.call('POST', '/v1/needs', {
        body: '<need/>',
        headers: { 'content-type': 'text/xml' },
      }),
    },
    {
      code: 'body_too_large',
      status: 413,
      reply: await partner.call('POST', '/v1/needs', {
        body: JSON.stringify({ title: 'x'.repeat(1024 * 1024) }),
      }),
    },
    { code: 'route_not_found', status: 404, reply: await partner.call('GET', '/v1/nothing') },
    { code: 'route_not_found', status: 404, reply: await service.inject({ method: 'GET', url: '/nothing' }) },
    { code: 'malformed_request', status: 400, reply: await partner.call('GET', '/v1/needs/%c3%28') },
    { code: 'uri_too_long', status: 414, reply: await partner.call('GET', `/v1/needs/${'x'.repeat(1000)}`) },
  ]
  for (const { code, status, reply } of refusals) {
    t.match(reply, { status, body: { code, status } }, code)
    t.ok(isProblem(reply), code)
    t.match(reply.body, { type: String, title: String, detail: String, request_id: String })
  }
})

t.test(
  'JSON of more than 20 levels is refused before it is parsed, wherever a body may be JSON',
  async (t) => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    const merge = { 'content-type': 'application/merge-patch+json', 'if-match': '*' }
    const requests = [
      ['POST', '/v1/candidates', {}],
      ['POST', '/v1/needs', {}],
      ['PUT', `/v1/needs/by-external-id/deep`, {}],
      ['PATCH', `/v1/needs/${world.needId}`, merge],
      ['PATCH', `/v1/needs/${world.needId}`, { ...merge, 'content-type': 'application/json' }],
    ] as const
    for (const [method, url, headers] of requests) {
      for (const levels of [21, 2000, 100_000]) {
        const reply = await partner.call(method, url, { body: nested(levels), headers })
        t.match(reply, { status: 400, body: { code: 'json_too_deep', detail: /at most 20 levels/ } }, url)
        t.ok(isProblem(reply))
      }
      const reply = await partner.call(method, url, { body: nested(20), headers })
      t.equal(reply.status, 422, `${method} ${url}: 20 levels are read`)
    }
  },
)

t.test('an object of more than 1,000 keys is refused before it is parsed', async (t) => {
  const body = `{${Array.from({ length: 90_000 }, (_, at) => `"k${at}":1`)}}`
  const reply = await partner.call('POST', '/v1/needs', { body })
  t.match(reply, { status: 400, body: { code: 'json_too_many_keys', detail: /at most 1000 keys/ } })
  t.ok(isProblem(reply))
})

t.test('a body of just under 1 MiB is read', async (t) => {
  const body = JSON.stringify(needBody(world.organizationId, { description: 'x'.repeat(1024 * 1024 - 2000) }))
  t.ok(body.length < 1024 * 1024)
  const reply = await partner.call('POST', '/v1/needs', { body })
  t.match(reply, { status: 422, body: { errors: [{ pointer: '/description' }] } })
})

t.test('dangerous keys are refused, and change no prototype', async (t) => {
  const bodies = ['{"__proto__": {"polluted": 1}}', '{"constructor": {"prototype": {"polluted": 1}}}']
  for (const body of bodies) {
    for (const reply of [
      await partner.call('POST', '/v1/needs', { body }),
      await partner.call('PATCH', `/v1/needs/${world.needId}`, { body, headers: { 'if-match': '*' } }),
    ]) {
      t.ok([400, 422].includes(reply.status), `${body} ${reply.status}`)
    }
  }
  t.notOk('polluted' in {})
})

t.test('no JSON that a client can send yields a 5xx', async (t) => {
  const good = [needBody(world.organizationId), offerBody(world.helperId), organizationBody()]
  const paths = ['needs', 'offers', 'organizations'] as const
  /** A good body with one value somewhere replaced by anything at all. */
  const mutated = fc
    .tuple(fc.nat(2), fc.nat(), fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }))
    .map(([which, at, value, text]) => {
      const body: Record<string, unknown> = { ...good[which] }
      const keys = Object.keys(body)
      body[keys[at % keys.length] ?? ''] = at % 3 === 0 ? text : value
      return { path: paths[which], body }
    })
  await fc.assert(
    fc.asyncProperty(mutated, async ({ path, body }) => {
      for (const reply of [
        await partner.call('POST', `/v1/${path}`, { body: JSON.stringify(body) }),
        await partner.call('PUT', `/v1/${path}/by-external-id/fuzz`, { body: JSON.stringify(body) }),
      ]) {
        if (reply.status >= 500) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
      }
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('no address, query or patch yields a 5xx', async (t) => {
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(text, text, fc.jsonValue(), async (path, query, patch) => {
      const segment = encodeURIComponent(path.toWellFormed())
      const q = encodeURIComponent(query.toWellFormed())
      const requests = [
        partner.call('GET', `/v1/needs/${segment}`),
        partner.call('GET', `/v1/skills/${segment}`),
        partner.call('GET', `/v1/skills?q=${q}`),
        partner.call('GET', `/v1/needs?external_id=${q}&cursor=${q}`),
        partner.call('GET', `/v1/needs/${world.needId}/matches?kinds=${q}&cursor=${q}`),
        partner.call('PUT', `/v1/needs/by-external-id/${segment}`, { body: needBody(world.organizationId) }),
        partner.call('POST', '/v1/skills/resolve', { body: { labels: [query], sentences: [query] } }),
        partner.call('PATCH', `/v1/needs/${world.needId}`, {
          body: JSON.stringify(patch),
          headers: { 'if-match': '"0"' },
        }),
      ]
      for (const reply of await Promise.all(requests)) {
        if (reply.status >= 500) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
      }
    }),
    { numRuns: 150 },
  )
  t.pass()
})

t.test(
  'values at the edge of what a calendar, a cursor or a parser takes are refused as faults',
  async (t) => {
    const need = (fields: Record<string, unknown>) =>
      partner.call('POST', '/v1/needs', { body: needBody(world.organizationId, fields) })
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const matches = `/v1/needs/${world.needId}/matches`
    for (const reply of [
      await need({ deadline_at: '0000-01-01T00:00:00Z' }),
      await need({ deadline_at: '9999-12-31T23:59:59-23:59' }),
      await need({ deadline_at: '2026-02-30T00:00:00Z' }),
      await need({ starts_on: '0000-01-01' }),
      await need({ title: '   ' }),
      await partner.call('POST', '/v1/organizations', { body: organizationBody({ url: 'http://a.b/\0x' }) }),
      await partner.call('POST', '/v1/organizations', {
        body: organizationBody({ location: { country: 'ZZ' } }),
      }),
      await partner.call('GET', '/v1/needs?updated_since=0000-01-01T00:00:00Z'),
      await partner.call(
        'GET',
        `/v1/needs?cursor=${cursor({ id: world.needId, u: '0000-01-01T00:00:00Z' })}`,
      ),
      await partner.call('GET', `${matches}?cursor=${cursor({ s: 1e308, i: 'x', t: 9e15 })}`),
      await partner.call('GET', `${matches}?cursor=${cursor({ s: 0.5, i: 'x', t: -8.64e15 })}`),
      await partner.call('GET', `${matches}?cursor=${cursor({ s: 0.5, i: 'x', t: 0 })}`),
    ]) {
      t.equal(reply.status, 422, JSON.stringify(reply.body).slice(0, 200))
    }
  },
)

t.test('the list of faults is never longer than helps', async (t) => {
  const fields = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`field_${i}`, i]))
  const reply = await partner.call('POST', '/v1/organizations', { body: fields })
  t.equal(reply.body.errors.length, 100)
  t.match(reply.body.detail, /^9\d\d values/)
})

t.test('a preview names the faults of what was meant', async (t) => {
  const preview = async (body: unknown) =>
    (await partner.call('POST', '/v1/matches/preview', { body })).body.errors
  const pointers = async (body: unknown) =>
    (await preview(body)).map((fault: { pointer: string }) => fault.pointer)
  const { kind: _, ...withoutKind } = offerBody(world.helperId)
  t.match(await preview({ offer: withoutKind }), [{ pointer: '/offer/kind', code: 'required' }])
  t.same(await pointers({ offer: { ...withoutKind, kind: 'barter' } }), ['/offer/terms'])
  t.same(await pointers({ offer: 'x' }), ['/offer'])
  t.same(await pointers({}), ['/need'])
  t.same(await pointers({ need: needBody(world.organizationId), offer: offerBody(world.helperId) }), [
    '/need',
  ])
})

t.test('many previews at once are all answered: they hold no connection while they wait', async (t) => {
  const body = { need: needBody(world.organizationId) }
  const replies = await Promise.all(
    Array.from({ length: 60 }, () => partner.call('POST', '/v1/matches/preview', { body })),
  )
  t.same([...new Set(replies.map((reply) => reply.status))], [200])
})

t.test('a fault of ours says nothing of the inside', async (t) => {
  const broken = await startTestService(t)
  const caller = await broken.newPartner()
  await runStatement(broken.database.ownerConnectionString, 'drop table offers cascade')
  const reply = await caller.call('GET', '/v1/offers')
  t.match(reply, { status: 500, body: { code: 'internal' } })
  t.notMatch(JSON.stringify(reply.body), /offers|relation|select/)
})

t.test('above the limit a client is told 429 and when to come back', async (t) => {
  const limited = await startTestService(t, { env: { RATE_LIMIT_PER_MINUTE: '3' } })
  const caller = await limited.newPartner()
  const replies = []
  for (let i = 0; i < 4; i++) replies.push(await caller.call('GET', '/v1/skills?q=book'))
  t.same(
    replies.map((reply) => reply.status),
    [200, 200, 200, 429],
  )
  t.match(replies[2]?.headers.ratelimit, /^"read-burst";r=\d+;t=1, "read";r=0;t=60$/)
  t.match(replies[3], { body: { code: 'rate_limited' }, headers: { 'retry-after': '60' } })
  t.equal((await (await limited.newPartner()).call('GET', '/v1/skills?q=book')).status, 200)
  const guess = () =>
    limited.inject({ method: 'GET', url: '/v1/needs', headers: { authorization: 'Bearer a.b.c' } })
  const guesses = [await guess(), await guess(), await guess(), await guess()]
  t.same(
    guesses.map((reply) => reply.status),
    [401, 401, 401, 429],
    'also one that guesses tokens',
  )
})

t.test('a body of a type that is not accepted is refused with the types that are', async (t) => {
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner)
  const detailOf = async (url: string, method: 'POST' | 'PATCH' = 'POST') => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'if-match': '*' }
    const { body } = await partner.call(method, url, { body: 'name=x', headers })
    t.equal(body.code, 'unsupported_media_type')
    return body.detail
  }
  t.match(await detailOf('/v1/organizations'), /Send Content-Type: application\/json\.$/)
  t.match(
    await detailOf(`/v1/organizations/${organizationId}`, 'PATCH'),
    /Send Content-Type: application\/merge-patch\+json or application\/json\.$/,
  )
  t.match(
    await detailOf('/v1/imports?type=needs&mode=apply'),
    /Send Content-Type: one of text\/csv, .*multipart\/form-data\.$/,
  )
})

t.test('no value of any query parameter of a list makes the service fail', async (t) => {
  const document = JSON.parse(JSON.stringify(service.app.swagger())) as {
    paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>
  }
  const lists = Object.entries(document.paths).filter(([path]) => /^\/(v1|public)\/[^{]*$/.test(path))
  for (const [path, { get }] of lists)
    for (const { in: place, name } of get?.parameters ?? []) {
      if (place !== 'query') continue
      for (const value of ['%00', 'a%00b', "'%22;--", '%F0%9F%90%9D', '-1', '1e400', 'x'.repeat(300)]) {
        const { status } = await partner.call('GET', `${path}?${name}=${value}`)
        if (status >= 500) t.fail(`${path}?${name}=${value} answers ${status}`)
      }
    }
  t.ok(lists.length > 20)
})

t.test('a wrong number or wrong pairs in a query are answered with what to write', async (t) => {
  for (const [query, detail] of [
    ['limit=ten', 'Must be a whole number, such as 20.'],
    ['limit=1.5', 'Must be a whole number, such as 20.'],
    ['limit=0x10', 'Must be a whole number, such as 20.'],
    ['limit=1e1', 'Must be a whole number, such as 20.'],
    ['limit=%205', 'Must be a whole number, such as 20.'],
    ['limit=', 'Must be a whole number, such as 20.'],
    ['metadata=77', 'Name the key in square brackets, such as metadata[crm_id]=77.'],
  ] as const)
    t.match(await partner.call('GET', `/v1/needs?${query}`), { status: 422, body: { errors: [{ detail }] } })
})

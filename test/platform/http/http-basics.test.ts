import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'

const OURS = 'https://help.example.org'
const service = await startTestService(t, { env: { CORS_ORIGINS: `${OURS}, http://localhost:5173` } })
const closed = await startTestService(t)

/** The answer as it is sent, without any decoding. */
function sent(
  by: Partner,
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
) {
  return service.app.inject({ method, url, headers: { authorization: `Bearer ${by.token}`, ...headers } })
}

t.test('HEAD answers as GET does, without the body', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  for (const path of [`/v1/needs/${needId}`, '/v1/needs', '/v1/needs.csv', '/livez', '/public/needs.json']) {
    const [get, head] = [await sent(partner, path), await sent(partner, path, {}, 'HEAD')]
    t.equal(head.statusCode, 200, path)
    t.equal(head.payload, '', path)
    for (const name of ['content-type', 'etag', 'content-language'])
      t.equal(head.headers[name], get.headers[name], `${path} ${name}`)
  }
  t.equal((await sent(partner, '/v1/needs/need_1', {}, 'HEAD')).statusCode, 404)
  const known = { 'if-none-match': String((await sent(partner, `/v1/needs/${needId}`)).headers.etag) }
  t.equal((await sent(partner, `/v1/needs/${needId}`, known, 'HEAD')).statusCode, 304)
  t.equal((await service.app.inject({ method: 'HEAD', url: '/v1/needs' })).statusCode, 401)
})

t.test('a method that a path does not take gets 405 with those that it takes', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  const wrong: [method: 'PUT' | 'POST' | 'DELETE' | 'PATCH', path: string, allow: string][] = [
    ['PUT', `/v1/needs/${needId}`, 'DELETE, GET, HEAD, PATCH'],
    ['DELETE', '/v1/needs?limit=3', 'GET, HEAD, POST'],
    ['POST', '/livez', 'GET, HEAD'],
    ['PATCH', `/v1/introductions/introduction_1/accept`, 'POST'],
  ]
  for (const [method, path, allow] of wrong) {
    const { status, headers, body } = await partner.call(method, path, { body: {} })
    t.equal(status, 405, path)
    t.equal(headers.allow, allow, path)
    t.match(body, { code: 'method_not_allowed', detail: `This path takes ${allow}, not ${method}.` })
  }
  for (const path of ['/v1/nothing', `/v1/needs/${needId}/nothing`, '/']) {
    const { status, headers, body } = await partner.call('DELETE', path)
    if (path !== '/') t.match({ status, body }, { status: 404, body: { code: 'route_not_found' } }, path)
    t.equal(headers.allow !== undefined, path === '/', path)
  }
})

t.test('Link leads through all pages of a list, with its filters', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const ids = []
  for (let at = 0; at < 5; at++) ids.push(await post(partner, '/v1/needs', needBody(organizationId)))
  await post(partner, '/v1/needs', needBody(organizationId, { status: 'closed' }))
  const found: string[] = []
  let next: string | undefined = '/v1/needs?limit=2&status=open'
  while (next) {
    const { body, headers } = await partner.call('GET', next)
    found.push(...body.data.map((one: { id: string }) => one.id))
    next = /^<([^>]+)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1]
    t.equal(next === undefined, body.next_cursor === null)
  }
  t.same(found.toSorted(), ids.toSorted())
})

t.test('answers over a kibibyte are compressed for clients that accept it, and no others', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  const path = `/v1/needs/${needId}?expand=organization`
  const plain = await sent(partner, path)
  t.ok(plain.payload.length > 1024)
  t.equal(plain.headers['content-encoding'], undefined)
  for (const [encoding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const reply = await sent(partner, path, { 'accept-encoding': encoding })
    t.equal(reply.headers['content-encoding'], encoding)
    t.match(String(reply.headers.vary).toLowerCase(), 'accept-encoding')
    t.match(String(reply.headers.vary), 'Accept-Language')
    t.equal(String(decode(reply.rawPayload)), plain.payload)
    t.equal(reply.headers.etag, plain.headers.etag)
  }
  const small = await sent(partner, '/v1/needs?fields=title', { 'accept-encoding': 'gzip' })
  t.equal(small.headers['content-encoding'], undefined)
  const csv = await sent(partner, '/v1/needs.csv', { 'accept-encoding': 'gzip' })
  t.equal(String(gunzipSync(csv.rawPayload)), (await sent(partner, '/v1/needs.csv')).payload)
})

t.test('no body of a request is unpacked: it is refused with the reason', async (t) => {
  const partner = await service.newPartner()
  const { status, headers, body } = await partner.call('POST', '/v1/organizations', {
    headers: { 'content-encoding': 'gzip' },
    body: organizationBody(),
  })
  t.match({ status, code: body.code }, { status: 415, code: 'unsupported_media_type' })
  t.equal(headers['accept-encoding'], 'identity')
  t.match(body.detail, /^Compressed bodies are not accepted/)
  const asItIs = { headers: { 'content-encoding': 'identity' }, body: organizationBody() }
  t.equal((await partner.call('POST', '/v1/organizations', asItIs)).status, 201)
})

t.test('scripts of the origins in CORS_ORIGINS may call, with all headers that they need', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  const preflight = await service.app.inject({
    method: 'OPTIONS',
    url: `/v1/needs/${needId}`,
    headers: {
      origin: OURS,
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,if-match,content-type',
    },
  })
  t.equal(preflight.statusCode, 204)
  t.match(preflight.headers, {
    'access-control-allow-origin': OURS,
    'access-control-allow-methods': /PATCH/,
    'access-control-allow-headers': 'authorization,if-match,content-type',
  })
  for (const [path, status] of [
    [`/v1/needs/${needId}`, 200],
    ['/v1/needs/need_1', 404],
  ] as const) {
    const { statusCode, headers } = await sent(partner, path, { origin: OURS })
    t.equal(statusCode, status)
    t.equal(headers['access-control-allow-origin'], OURS)
    t.match(headers['access-control-expose-headers'], /ETag/)
    t.match(headers.vary, /Origin/)
    t.equal(headers['access-control-allow-credentials'], undefined)
  }
})

t.test('other origins, and all of them by default, get no leave', async (t) => {
  const ask = (from: typeof service, method: 'GET' | 'OPTIONS') =>
    from.app.inject({
      method,
      url: '/v1/needs',
      headers: {
        origin: from === service ? 'https://evil.example' : OURS,
        'access-control-request-method': 'GET',
      },
    })
  for (const from of [service, closed])
    for (const method of ['GET', 'OPTIONS'] as const)
      t.equal((await ask(from, method)).headers['access-control-allow-origin'], undefined)
})

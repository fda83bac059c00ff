import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createClient,
  ifMatch,
  orThrow,
  SmartsourceError,
  type SmartsourceOptions,
  TokenError,
} from 'smartsource/client'
import t, { type Test } from 'tap'
import { needBody, organizationBody } from '../support/bodies.ts'
import { startTestService } from '../support/service.ts'

let now = new Date()
const service = await startTestService(t, { clock: () => now })
const address = await service.app.listen({ port: 0, host: '127.0.0.1' })

/** What the client waits for goes by at once; how long it would have been is noted. */
async function newClient(given: Partial<SmartsourceOptions> = {}) {
  const partner = await service.newPartner()
  const waitsMs: number[] = []
  const requests: Request[] = []
  const api = createClient({
    url: address,
    clientId: partner.clientId,
    clientSecret: partner.clientSecret,
    wait: async (ms) => void waitsMs.push(ms),
    ...given,
    fetch: (request) => {
      requests.push(request)
      return (given.fetch ?? fetch)(request)
    },
  })
  return { api, partner, waitsMs, requests }
}

const pathsOf = (requests: Request[]) =>
  requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)

async function serve(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  // The address of a server that listens on a port is of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** As the service refuses; its clients tell apart what a gateway says. */
const BUSY = '{"code":"overloaded","detail":"too much to do","errors":[]}'
const JSON_PROBLEM = { 'content-type': 'application/problem+json' }

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

t.test('calls that are made at once fetch one token, and a new one is fetched before it ends', async (t) => {
  const { api, requests } = await newClient()
  await Promise.all(Array.from({ length: 5 }, () => api.GET('/v1/needs')))
  t.equal(pathsOf(requests).filter((path) => path === 'POST /oauth/token').length, 1)
  await api.GET('/v1/needs')
  t.equal(pathsOf(requests).filter((path) => path === 'POST /oauth/token').length, 1)
})

t.test('a token that is good no more is renewed, once', async (t) => {
  const { api, requests } = await newClient()
  t.equal((await api.GET('/v1/needs')).response.status, 200)
  now = new Date(now.getTime() + 16 * 60_000)
  t.equal((await api.GET('/v1/needs')).response.status, 200)
  t.same(pathsOf(requests), [
    'POST /oauth/token',
    'GET /v1/needs',
    'GET /v1/needs',
    'POST /oauth/token',
    'GET /v1/needs',
  ])
})

t.test('wrong credentials are told as such, and tried anew with the next call', async (t) => {
  const { api, requests } = await newClient({ clientSecret: 'wrong' })
  for (let call = 1; call <= 2; call++) {
    await t.rejects(api.GET('/v1/needs'), new TokenError(401, 'invalid_client'))
    t.equal(requests.length, call)
  }
})

t.test('a POST whose answer was lost is done once, and answered', async (t) => {
  let losses = 2
  const { api, partner, waitsMs } = await newClient({
    async fetch(request) {
      const answer = await fetch(request)
      if (request.method !== 'POST' || request.url.endsWith('/oauth/token') || losses === 0) return answer
      losses -= 1
      await answer.body?.cancel()
      throw new TypeError('the connection was closed')
    },
  })
  const made = orThrow(await api.POST('/v1/organizations', { body: bodyOf(organizationBody()) }))
  const { body } = await partner.call('GET', '/v1/organizations')
  t.same(
    body.data.map(({ id }: { id: string }) => id),
    [made.id],
  )
  t.equal(waitsMs.length, 2)
  t.ok((waitsMs[0] ?? 0) <= 250 && (waitsMs[1] ?? 0) <= 500, 'longer each time, and never the same for all')
})

t.test('a PATCH or DELETE that was not answered is left to the caller', async (t) => {
  const { api } = await newClient({
    async fetch(request) {
      if (request.method !== 'PATCH' && request.method !== 'DELETE') return fetch(request)
      throw new TypeError('the connection was closed')
    },
  })
  const params = { path: { id: 'need_01h455vb4pex5vsknk084sn02q' }, header: ifMatch({ version: 1 }) }
  await t.rejects(api.PATCH('/v1/needs/{id}', { params, body: { title: 'x' } }), /closed/)
  await t.rejects(api.DELETE('/v1/needs/{id}', { params }), /closed/)
})

t.test('a service that has too much to do is asked again when it says, a few times', async (t) => {
  let asked = 0
  const url = await serve(t, async (request, response) => {
    await textOf(request)
    if (request.url === '/oauth/token') return response.end('{"access_token":"x","expires_in":900}')
    asked += 1
    response.writeHead(asked % 2 === 1 ? 503 : 429, { ...JSON_PROBLEM, 'retry-after': '7' }).end(BUSY)
  })
  const { api, waitsMs } = await newClient({ url })
  const { response } = await api.GET('/v1/needs')
  t.equal(response.status, 503)
  t.equal(asked, 5)
  t.same(waitsMs, [7000, 7000, 7000, 7000])
  asked = 0
  const far = await serve(t, (request, response) => {
    if (request.url === '/oauth/token') return response.end('{"access_token":"x","expires_in":900}')
    asked += 1
    response.writeHead(429, { ...JSON_PROBLEM, 'retry-after': '3600' }).end(BUSY)
  })
  t.equal((await (await newClient({ url: far })).api.GET('/v1/needs')).response.status, 429)
  t.equal(asked, 1, 'and where that is far off, the caller is told')
})

t.test('a signal ends the waiting too', async (t) => {
  const url = await serve(t, (request, response) => {
    if (request.url === '/oauth/token') return response.end('{"access_token":"x","expires_in":900}')
    response.writeHead(503, { 'retry-after': '20' }).end('{}')
  })
  const partner = await service.newPartner()
  const api = createClient({ url, clientId: partner.clientId, clientSecret: partner.clientSecret })
  const aborting = new AbortController()
  const call = api.GET('/v1/needs', { signal: aborting.signal })
  setImmediate(() => aborting.abort())
  await t.rejects(call, { name: 'AbortError' })
})

t.test('a refusal is thrown with its problem and every fault', async (t) => {
  const { api } = await newClient()
  const refused = await api.POST('/v1/organizations', { body: bodyOf({ name: '' }) })
  t.equal(refused.error?.code, 'validation_failed')
  try {
    orThrow(refused)
    t.fail('it must throw')
  } catch (error) {
    if (!(error instanceof SmartsourceError)) throw error
    t.match(error, { status: 422, problem: { code: 'validation_failed' } })
    t.ok((error.problem?.errors.length ?? 0) > 3)
  }
})

t.test('an iterator gives each item of a list once, over many pages', async (t) => {
  const { api, partner, requests } = await newClient()
  const organization = orThrow(await api.POST('/v1/organizations', { body: bodyOf(organizationBody()) }))
  const ids: string[] = []
  for (let one = 0; one < 7; one++)
    ids.push((await partner.call('POST', '/v1/needs', { body: needBody(organization.id) })).body.id)
  requests.length = 0
  const seen: string[] = []
  for await (const need of api.pages('/v1/needs', { params: { query: { limit: 3 } } })) seen.push(need.id)
  t.same(seen, ids)
  t.equal(requests.length, 3)
  await service.services.background.works.number_events.idle()
  const types: string[] = []
  for await (const { type } of api.pages('/v1/events', {
    params: { query: { limit: 3, types: ['need.*', 'import.cancelled'] } },
  }))
    types.push(type)
  t.same(types, Array(7).fill('need.posted'))
  const refused = api.pages('/v1/needs', { params: { query: { cursor: 'nonsense' } } })
  t.match(await refused.next().catch((error) => error), { problem: { code: 'invalid_cursor' } })
})

t.test('types demand of a body what the service demands, and know what comes of it', async (t) => {
  const { api } = await newClient()
  const contact = { name: 'Ines Marsh', email: 'ines@example.com' }
  const party = { contact, time_zone: 'America/Los_Angeles', languages: ['en'] }
  const organization = orThrow(
    await api.POST('/v1/organizations', { body: { name: 'Bakery', kind: 'small_business', ...party } }),
  )
  const work = { title: 'A web shop', description: 'Ordering that runs itself', modality: 'remote' } as const
  const skills = ['online shop']
  const gives = [{ skill: 'catering' }]
  const need = orThrow(
    await api.POST('/v1/needs', {
      body: { organization_id: organization.id, accepts: ['barter'], gives, skills, ...work },
    }),
  )
  const helper = orThrow(await api.POST('/v1/helpers', { body: { name: 'Noor', kind: 'person', ...party } }))
  const terms = { wants: [{ skill: 'catering' }] }
  const offer = orThrow(
    await api.POST('/v1/offers', {
      body: { helper_id: helper.id, kind: 'barter', terms, skills, ...work },
    }),
  )
  const path = { id: need.id }
  const titles: string[] = []
  for await (const match of api.pages('/v1/needs/{id}/matches', { params: { path } }))
    titles.push(match.offer.title)
  t.same(titles, ['A web shop'])
  const asked = { need_id: need.id, offer_id: offer.id }
  const { status } = orThrow(await api.POST('/v1/introductions', { body: asked }))
  t.equal(status, 'proposed')
})

t.test('types know the routes', async (t) => {
  const { api } = await newClient()
  // @ts-expect-error there is no such route
  await api.GET('/v1/unicorns').catch(() => {})
  // @ts-expect-error an introduction needs a need and an offer
  await api.POST('/v1/introductions', { body: { need_id: 1 } }).catch(() => {})
  // @ts-expect-error one need is no list
  api.pages('/v1/needs/{id}')
  const { data } = await api.GET('/v1/needs')
  const titles: string[] | undefined = data?.data.map(({ title }) => title)
  t.same(titles, [])
  const answer = await api.GET('/v1/needs/{id}', { params: { path: { id: 'need_none' } } })
  // Typed though the route answers with linked data too.
  const title: string | undefined = answer.data?.title
  const code: string | undefined = answer.error?.code
  t.same([title, code], [undefined, 'need_not_found'])
  const chart = await api.GET('/v1/insights.svg')
  const svg: string | undefined = chart.data
  t.match(svg, /^<svg /)
})

/** The bodies of the tests are looser than the types of routes. */
function bodyOf(body: unknown): never {
  return body as never
}

t.test('the language of a reader is sent with every request, unless a request has its own', async (t) => {
  const { api, requests } = await newClient({ language: 'es' })
  await api.GET('/v1/needs')
  await api.fetch('/v1/needs', { headers: { 'accept-language': 'fr' } })
  t.same(
    requests
      .filter(({ url }) => url.endsWith('/v1/needs'))
      .map(({ headers }) => headers.get('accept-language')),
    ['es', 'fr'],
  )
})

t.test('a client without an address or credentials is refused at once, in plain words', async (t) => {
  const good = { url: address, clientId: 'client_1', clientSecret: 'secret' }
  // What JavaScript gives where a variable of the environment is missing.
  for (const name of ['url', 'clientId', 'clientSecret'])
    for (const value of [undefined, null, '', ' '])
      t.throws(
        () => createClient({ ...good, [name]: value as never }),
        new TypeError(`${name} is missing: createClient needs url, clientId and clientSecret`),
      )
  for (const url of ['api.example.org', 'ftp://api.example.org', '/v1'])
    t.throws(() => createClient({ ...good, url }), /url must be an address such as/)
  const { api, requests } = await newClient()
  await t.rejects(api.GET('/v1/needs/{id}', { params: { path: { id: '' } } }), /params.path.id is missing/)
  t.same(requests, [])
})

t.test('what is deleted answers nothing, and no version but the one that was read is changed', async (t) => {
  const { api } = await newClient()
  const made = orThrow(await api.POST('/v1/organizations', { body: bodyOf(organizationBody()) }))
  const path = { id: made.id }
  const header = ifMatch(made)
  const changed = orThrow(
    await api.PATCH('/v1/organizations/{id}', { params: { path, header }, body: { name: 'Corner Bakery' } }),
  )
  const late = await api.DELETE('/v1/organizations/{id}', { params: { path, header } })
  t.equal(late.error?.code, 'precondition_failed')
  const gone = await api.DELETE('/v1/organizations/{id}', { params: { path, header: ifMatch(changed) } })
  t.equal(gone.response.status, 204)
  t.equal(orThrow(gone), undefined)
})

t.test('an attempt that is not answered in time ends, and is repeated where that is safe', async (t) => {
  let stalls = 0
  const { api, requests, waitsMs } = await newClient({
    fetch(request) {
      if (request.url.endsWith('/oauth/token') || stalls === 0) return fetch(request)
      stalls -= 1
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true })
      })
    },
  })
  orThrow(await api.GET('/v1/needs'))
  stalls = 2
  // Long enough for the attempt that is answered.
  orThrow(await api.GET('/v1/needs', { timeoutMs: 3000 }))
  t.equal(waitsMs.length, 2)
  stalls = 1
  requests.length = 0
  const path = { id: 'need_01h455vb4pex5vsknk084sn02q' }
  const params = { path, header: ifMatch({ version: 1 }) }
  await t.rejects(api.DELETE('/v1/needs/{id}', { params, timeoutMs: 10 }), {
    name: 'TimeoutError',
    message: 'no answer within 10 ms',
  })
  t.equal(requests.length, 1)
})

t.test('whoever waits for a token stops waiting at its own signal, and the others get it', async (t) => {
  const token = Promise.withResolvers<void>()
  const { api, requests } = await newClient({
    async fetch(request) {
      if (request.url.endsWith('/oauth/token')) await token.promise
      return fetch(request)
    },
  })
  const aborting = new AbortController()
  const stopped = api.GET('/v1/needs', { signal: aborting.signal })
  const patient = api.GET('/v1/needs')
  aborting.abort()
  await t.rejects(stopped, { name: 'AbortError' })
  token.resolve()
  orThrow(await patient)
  t.same(pathsOf(requests), ['POST /oauth/token', 'GET /v1/needs'])
})

t.test('the token goes to the service alone, at any path of its host', async (t) => {
  const { api, requests } = await newClient()
  for (const path of ['https://elsewhere.example/v1/needs', 'v1/needs', 'file:///etc/hosts'])
    t.throws(() => api.fetch(path), /is no path of the service/)
  t.equal((await api.fetch(`${address}/v1/needs?limit=1`)).status, 200)
  t.equal((await api.fetch('//elsewhere.example/v1/needs')).status, 404)
  t.ok(requests.every(({ url }) => url.startsWith(address)))
  const paths: string[] = []
  const url = await serve(t, (request, response) => {
    paths.push(request.url ?? '')
    response.setHeader('content-type', 'application/json')
    response.end('{"access_token":"x","expires_in":900,"data":[],"next_cursor":null}')
  })
  const behind = (await newClient({ url: `${url}/smartsource/` })).api
  await behind.GET('/v1/needs')
  await behind.fetch('/v1/needs.csv')
  t.same(paths, ['/smartsource/oauth/token', '/smartsource/v1/needs', '/smartsource/v1/needs.csv'])
})

t.test('what a gateway answers instead of the service is thrown with its status', async (t) => {
  const url = await serve(t, (request, response) => {
    response.setHeader('content-type', request.url === '/oauth/token' ? 'application/json' : 'text/html')
    if (request.url === '/oauth/token') return response.end('{"access_token":"x","expires_in":900}')
    response.writeHead(403).end('<h1>Forbidden</h1>')
  })
  await t.rejects((await newClient({ url })).api.GET('/v1/needs'), new SmartsourceError(403, null))
})

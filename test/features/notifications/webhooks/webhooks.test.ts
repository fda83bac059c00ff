import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { newId } from '../../../../src/shared/ids.ts'
import { organizationBody } from '../../../support/bodies.ts'
import { paged } from '../../../support/check-list.ts'
import { countedEvent, countOf } from '../../../support/counted-events.ts'
import { runJob } from '../../../support/jobs.ts'
import { type Receiver, startReceiver } from '../../../support/receiver.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { proposed, twoPartners } from '../../../support/two-partners.ts'
import { post } from '../../../support/world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
let now = new Date()
const service = await startTestService(t, {
  clock: () => now,
  env: { ALLOW_INSECURE_WEBHOOKS: 'true', WEBHOOK_TIMEOUT_MS: '2000' },
})
const { services } = service

/** Until everything that is due has been tried. */
async function delivered(): Promise<void> {
  await services.background.works.number_events.idle()
  services.background.works.send_deliveries.wake()
  await services.background.works.send_deliveries.idle()
}

async function later(ms: number): Promise<void> {
  now = new Date(now.getTime() + ms)
  await delivered()
}

interface Endpoint {
  partner: Partner
  receiver: Receiver
  id: string
  secret: string
  address: string
}

async function newEndpoint(given: { partner?: Partner; event_types?: string[] } = {}): Promise<Endpoint> {
  const { partner = await service.newPartner(), event_types } = given
  const receiver = await startReceiver(t)
  const { status, body } = await partner.call('POST', '/v1/webhook-endpoints', {
    body: { url: receiver.url, ...(event_types && { event_types }) },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { partner, receiver, id: body.id, secret: body.secret, address: `/v1/webhook-endpoints/${body.id}` }
}

/** Things that happen to one resource, one after the other. */
async function happen(partner: Partner, count: number, resourceId = newId('placement')): Promise<string> {
  const { partnerId } = partner
  for (let one = 0; one < count; one++)
    await services.runtime.inTransaction(async (tx) => tx.append(countedEvent(partnerId, resourceId, one)))
  return resourceId
}

const countsOf = ({ received }: Receiver, resource?: string) =>
  received.filter(({ resourceId }) => !resource || resourceId === resource).map(countOf)

async function deliveriesOf({ partner, address }: Endpoint, query = '') {
  return (await partner.call('GET', `${address}/deliveries${query}`)).body.data
}

async function stateOf({ partner, address }: Endpoint) {
  return (await partner.call('GET', address)).body
}

t.test('an event reaches the endpoint signed, with ids and states alone', async (t) => {
  const endpoint = await newEndpoint()
  const { partner, receiver, secret } = endpoint
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  await delivered()
  const [message] = receiver.received
  if (!message) throw new Error('nothing came')
  t.match(message, { type: 'organization.posted', resourceId: organizationId, eventId: /^event_/ })
  t.equal(message.headers['webhook-id'], message.eventId)
  t.match(message.headers, { 'content-type': 'application/json', 'user-agent': /^Smartsource\// })
  t.same(Object.keys(message.data), ['event_id', 'resource_id'])
  t.ok(new Webhook(secret).verify(message.body, message.headers))
  t.throws(() => new Webhook(secret).verify(`${message.body} `, message.headers))
  t.throws(() => new Webhook('whsec_bm90IHRoZSBvbmU=').verify(message.body, message.headers))
  t.match(await deliveriesOf(endpoint), [{ status: 'delivered', attempt_count: 1, next_attempt_at: null }])
})

t.test(
  'an endpoint is told of its partner and of what concerns it, by the types that it wants',
  async (t) => {
    const pair = await twoPartners(service)
    await delivered()
    const all = await newEndpoint({ partner: pair.offerSide })
    const some = await newEndpoint({
      partner: pair.needSide,
      event_types: ['introduction.*', 'engagement.begun'],
    })
    const stranger = await newEndpoint()
    const id = await proposed(pair)
    await pair.offerSide.call('POST', `/v1/introductions/${id}/accept`)
    await delivered()
    const types = ({ receiver }: Endpoint) => receiver.received.map(({ type }) => type).sort()
    t.same(types(some), ['engagement.begun', 'introduction.accepted', 'introduction.proposed'])
    t.same(types(all), ['engagement.begun', 'introduction.accepted', 'introduction.proposed'])
    t.same(types(stranger), [])
  },
)

t.test(
  'the secret is shown in the answers to create and rotate alone, and two sign while it is changed',
  async (t) => {
    const endpoint = await newEndpoint()
    const { partner, receiver, address, secret } = endpoint
    const { status, body } = await partner.call('POST', `${address}/rotate-secret`, {
      body: { keep_old_hours: 2 },
    })
    t.equal(status, 200)
    t.not(body.secret, secret)
    for (const url of ['/v1/webhook-endpoints', address, `${address}/deliveries`])
      t.notMatch(JSON.stringify((await partner.call('GET', url)).body), 'whsec_', url)
    await happen(partner, 1)
    await delivered()
    await later(3 * HOUR_MS)
    await happen(partner, 1)
    await delivered()
    const [first, second] = receiver.received
    if (!first || !second) throw new Error('nothing came')
    // The signed time is that of the service's clock; the receiver's is the real one.
    const verifies = (key: string, message: typeof first) => {
      const signature = new Webhook(key).sign(
        message.eventId,
        new Date(Number(message.headers['webhook-timestamp']) * 1000),
        message.body,
      )
      return message.headers['webhook-signature']?.split(' ').includes(signature)
    }
    t.ok(verifies(secret, first))
    t.ok(verifies(body.secret, first))
    t.notOk(verifies(secret, second))
    t.ok(verifies(body.secret, second))
    await partner.call('POST', `${address}/rotate-secret`, { body: {} })
    await partner.call('POST', `${address}/rotate-secret`, { body: {} })
    await happen(partner, 1)
    await delivered()
    t.equal(
      receiver.received.at(-1)?.headers['webhook-signature']?.split(' ').length,
      2,
      'never more than two',
    )
  },
)

t.test('whatever goes wrong is tried again, with the same id, until it is delivered', async (t) => {
  const endpoint = await newEndpoint()
  const { partner, receiver, address } = endpoint
  const faults: Receiver['answer'][] = [
    (response) => response.writeHead(500).end('not now'),
    () => {},
    (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    (_response, _message, request) => request.socket.destroy(),
    (response) => response.writeHead(204).end(),
  ]
  receiver.answer = (response, message, request) => faults.shift()?.(response, message, request)
  await happen(partner, 1)
  await delivered()
  t.equal(receiver.received.length, 1)
  await later(3000)
  t.equal(receiver.received.length, 1, 'not before its time')
  for (const ms of [4000, 6 * 60_000, 36 * 60_000, 3 * HOUR_MS]) await later(ms)
  t.equal(receiver.received.length, 5)
  t.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
  t.equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
  const [delivery] = await deliveriesOf(endpoint)
  t.match(delivery, { status: 'delivered', attempt_count: 5 })
  const { body } = await partner.call('GET', `${address}/deliveries/${delivery.id}`)
  t.match(
    body.attempts.map((attempt: { response: unknown; failure: unknown }) => [
      attempt.response,
      attempt.failure,
    ]),
    [
      [{ status: 500, body: 'not now' }, null],
      [null, { code: 'timeout' }],
      [{ status: 302, headers: { location: 'http://127.0.0.1:9/' } }, null],
      [null, { code: 'connection' }],
      [{ status: 204 }, null],
    ],
  )
  t.match(body.attempts[0].request, {
    url: receiver.url,
    headers: { 'webhook-id': delivery.event_id, 'webhook-signature': /^v1,/ },
    body: receiver.received[0]?.body,
  })
})

t.test('deliveries are listed by several statuses, in both directions, and counted', async (t) => {
  const endpoint = await newEndpoint()
  const { partner, address, receiver } = endpoint
  receiver.answer = (response, message) => response.writeHead(countOf(message) === 0 ? 410 : 200).end()
  // In one transaction: an endpoint that is disabled by the first would not get those that are numbered later.
  const resourceId = newId('placement')
  await services.runtime.inTransaction(async (tx) => {
    for (const one of [0, 1, 2]) await tx.append(countedEvent(partner.partnerId, resourceId, one))
  })
  await delivered()
  const all = (await deliveriesOf(endpoint)).map(({ id }: { id: string }) => id)
  t.equal(all.length, 3)
  const statuses: string[] = (await deliveriesOf(endpoint)).map(({ status }: { status: string }) => status)
  const of = (...wanted: string[]) =>
    all.filter((_: string, at: number) => wanted.includes(statuses[at] ?? ''))
  const expected: [query: string, ids: string[]][] = [
    ['', all],
    ['sort=created_at', all.toReversed()],
    ['sort=-created_at', all],
    ['status=pending,failed', of('pending', 'failed')],
    ['status=failed,delivered&sort=created_at', of('failed', 'delivered').toReversed()],
    ['status=pending,pending', of('pending')],
  ]
  for (const [query, ids] of expected) {
    const rows = await paged(partner, `${address}/deliveries`, query)
    t.same(
      rows.map(({ id }) => id),
      ids,
      query,
    )
    const { body } = await partner.call('GET', `${address}/deliveries?include=total&limit=1&${query}`)
    t.same(body.total, { value: ids.length, is_exact: true }, query)
  }
  const stranger = await newEndpoint()
  t.equal((await stranger.partner.call('GET', `${address}/deliveries?include=total`)).status, 404)
  t.equal((await partner.call('GET', `${address}/deliveries?status=lost`)).status, 422)
})

t.test('after about three days a message is given up, and the next of its resource comes', async (t) => {
  const endpoint = await newEndpoint()
  const { partner, receiver } = endpoint
  receiver.answer = (response, message) => response.writeHead(countOf(message) === 0 ? 500 : 200).end()
  await happen(partner, 2)
  await delivered()
  const start = now.getTime()
  while (receiver.received.every((message) => countOf(message) === 0)) await later(HOUR_MS)
  const days = (now.getTime() - start) / DAY_MS
  t.ok(days > 2.4 && days < 3.9, `${days} days`)
  t.equal(receiver.received.filter((message) => countOf(message) === 0).length, 10)
  t.match(await deliveriesOf(endpoint, '?status=failed'), [{ attempt_count: 10, next_attempt_at: null }])
  t.match(await stateOf(endpoint), { status: 'enabled', failing_since: null })
})

t.test(
  'what happens to one resource comes in its order, whatever fails, and nothing else waits for it',
  async (t) => {
    const endpoint = await newEndpoint()
    const { partner, receiver } = endpoint
    let failures = 3
    const sick = newId('placement')
    receiver.answer = (response, { resourceId }) =>
      response.writeHead(resourceId === sick && failures-- > 0 ? 503 : 200).end()
    await happen(partner, 5, sick)
    const well = await happen(partner, 5)
    await delivered()
    t.same(countsOf(receiver, well), [0, 1, 2, 3, 4])
    t.same(countsOf(receiver, sick), [0])
    await later(10_000)
    await later(10 * 60_000)
    t.same(countsOf(receiver, sick), [0, 0, 0])
    await happen(partner, 2, sick)
    await delivered()
    await later(HOUR_MS)
    t.same(countsOf(receiver, sick), [0, 0, 0, 0, 1, 2, 3, 4, 0, 1])
  },
)

t.test('410 disables the endpoint at once, and what waits comes once it is enabled', async (t) => {
  const endpoint = await newEndpoint()
  const { partner, receiver, address } = endpoint
  receiver.answer = (response) => response.writeHead(410).end()
  const watched = await newEndpoint({ partner, event_types: ['webhook_endpoint.*'] })
  await happen(partner, 2)
  await delivered()
  t.match(await stateOf(endpoint), { status: 'disabled', disabled_reason: 'gone' })
  await delivered()
  t.match(watched.receiver.received, [{ type: 'webhook_endpoint.disabled', data: { reason: 'gone' } }])
  await happen(partner, 1)
  await later(DAY_MS)
  t.equal(receiver.received.length, 1)
  const refused = await partner.call('POST', `${address}/test`)
  t.match(refused, { status: 409, body: { code: 'endpoint_disabled' } })
  receiver.answer = (response) => response.end()
  const changed = await partner.call('PATCH', address, {
    headers: { 'if-match': '*' },
    body: { status: 'enabled' },
  })
  t.match(changed.body, { status: 'enabled', disabled_reason: null })
  await delivered()
  t.same(countsOf(receiver), [0, 0, 1], 'what came while it was disabled is not kept for it')
})

t.test(
  'five failing days disable the endpoint, with an event; a success between starts them anew',
  async (t) => {
    const endpoint = await newEndpoint()
    const { partner, receiver } = endpoint
    let isWell = false
    receiver.answer = (response) => response.writeHead(isWell ? 200 : 500).end()
    const failDay = async () => {
      await happen(partner, 1)
      await delivered()
      await later(DAY_MS)
    }
    for (let day = 0; day < 4; day++) await failDay()
    t.match(await stateOf(endpoint), { status: 'enabled', failing_since: /./ })
    isWell = true
    await failDay()
    t.match(await stateOf(endpoint), { status: 'enabled', failing_since: null })
    isWell = false
    for (let day = 0; day < 4; day++) await failDay()
    t.match(await stateOf(endpoint), { status: 'enabled' })
    await failDay()
    t.match(await stateOf(endpoint), { status: 'disabled', disabled_reason: 'failing' })
    await services.background.works.number_events.idle()
    const { body } = await partner.call('GET', '/v1/events?types=webhook_endpoint.disabled')
    t.match(body.data, [{ resource_id: endpoint.id, data: { reason: 'failing' } }])
  },
)

t.test('a test message comes whatever types the endpoint wants', async (t) => {
  const endpoint = await newEndpoint({ event_types: ['need.posted'] })
  const { partner, receiver, address } = endpoint
  const { status, body } = await partner.call('POST', `${address}/test`)
  t.equal(status, 202)
  await delivered()
  t.match(receiver.received, [
    { type: 'webhook_endpoint.tested', eventId: body.event_id, resourceId: endpoint.id },
  ])
})

t.test('a delivery, and all events since a moment, can be sent once more with their ids', async (t) => {
  const endpoint = await newEndpoint()
  const { partner, receiver, address } = endpoint
  await happen(partner, 1)
  await later(HOUR_MS)
  const since = now.toISOString()
  await happen(partner, 2)
  await delivered()
  const first = receiver.received[0]?.eventId
  const [, , oldest] = await deliveriesOf(endpoint)
  t.equal((await partner.call('POST', `${address}/deliveries/${oldest.id}/redeliver`)).status, 202)
  await delivered()
  t.equal(receiver.received.at(-1)?.eventId, first)
  const replayed = await partner.call('POST', `${address}/replay`, { body: { since } })
  t.match(replayed, { status: 202, body: { queued: 2 } })
  await delivered()
  t.same(countsOf(receiver), [0, 0, 1, 0, 0, 1])
  t.equal(new Set(receiver.received.map(({ eventId }) => eventId)).size, 3)
})

t.test('a slow endpoint does not hold up another', async (t) => {
  const slow = await newEndpoint()
  const quick = await newEndpoint()
  const held: (() => void)[] = []
  let open = 0
  let mostOpen = 0
  slow.receiver.answer = (response) => {
    held.push(() => response.end())
    mostOpen = Math.max(mostOpen, ++open)
    response.on('close', () => (open -= 1))
  }
  for (let one = 0; one < 100; one++) await happen(slow.partner, 1)
  await happen(quick.partner, 1)
  await services.background.works.number_events.idle()
  services.background.works.send_deliveries.wake()
  while (quick.receiver.received.length === 0) await new Promise((resolve) => setImmediate(resolve))
  t.ok(mostOpen >= 1 && mostOpen <= 8, 'of one endpoint few are under way')
  slow.receiver.answer = (response) => response.end()
  for (const release of held) release()
  await delivered()
  await later(10_000)
  t.equal(new Set(slow.receiver.received.map(({ eventId }) => eventId)).size, 100)
})

t.test('an endpoint is for the public internet alone, unless it is for development', async (t) => {
  const strict = await startTestService(t)
  const partner = await strict.newPartner()
  const create = (url: string) => partner.call('POST', '/v1/webhook-endpoints', { body: { url } })
  t.match(await create('http://127.0.0.1/'), {
    status: 422,
    body: { code: 'validation_failed', errors: [{ pointer: '/url', code: 'scheme_not_allowed' }] },
  })
  t.match(await create('https://169.254.169.254/'), {
    status: 422,
    body: { errors: [{ code: 'inside_address' }] },
  })
  const made = await create('https://hooks.example.com')
  t.equal(made.body.url, 'https://hooks.example.com/')
  const patched = await partner.call('PATCH', `/v1/webhook-endpoints/${made.body.id}`, {
    headers: { 'if-match': '*' },
    body: { url: 'https://[::1]/' },
  })
  t.match(patched, { status: 422, body: { errors: [{ code: 'inside_address' }] } })
  for (let count = 1; count < 20; count++) t.equal((await create('https://hooks.example.com')).status, 201)
  t.match(await create('https://hooks.example.com'), { status: 409, body: { code: 'too_many_endpoints' } })
})

t.test('a deleted endpoint is told nothing more; ended deliveries go after 30 days', async (t) => {
  const endpoint = await newEndpoint()
  const kept = await newEndpoint()
  await happen(endpoint.partner, 1)
  await happen(kept.partner, 1)
  await delivered()
  t.equal(
    (await endpoint.partner.call('DELETE', endpoint.address, { headers: { 'if-match': '*' } })).status,
    204,
  )
  await happen(endpoint.partner, 1)
  await delivered()
  t.equal(endpoint.receiver.received.length, 1)
  await later(29 * DAY_MS)
  await runJob(services, 'remove_old_deliveries')
  t.equal((await deliveriesOf(kept)).length, 1)
  await later(2 * DAY_MS)
  await runJob(services, 'remove_old_deliveries')
  t.equal((await deliveriesOf(kept)).length, 0)
})

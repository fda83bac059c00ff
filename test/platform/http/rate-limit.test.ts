import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createRateCountsRepository } from '../../../src/platform/http/index.ts'
import { createRequestCounter } from '../../../src/platform/http/rate-limit.ts'
import { createSharedUse } from '../../../src/platform/http/shared-use.ts'
import { createTestDatabase } from '../../support/database.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t, { env: { RATE_LIMIT_PER_MINUTE: '40' } })

t.test('each response tells the quotas of its class, for a burst and sustained', async (t) => {
  const partner = await service.newPartner()
  const { headers } = await partner.call('GET', '/v1/needs')
  t.equal(headers['ratelimit-policy'], '"read-burst";q=10;w=1, "read";q=40;w=60')
  t.equal(headers.ratelimit, '"read-burst";r=9;t=1, "read";r=39;t=60')
  const answers = {
    'a problem': await partner.call('GET', '/v1/needs/none'),
    'an unknown address': await service.inject({ method: 'GET', url: '/nowhere' }),
    'the liveness': await service.inject({ method: 'GET', url: '/livez' }),
    'a token': await service.inject({ method: 'POST', url: '/oauth/token' }),
    'the reference': await service.inject({ method: 'GET', url: '/openapi.json' }),
  }
  for (const [what, reply] of Object.entries(answers)) {
    t.match(reply.headers['ratelimit-policy'], /^"\w+-burst";q=\d+;w=1, "\w+";q=\d+;w=60$/, what)
    t.match(reply.headers.ratelimit, /^"\w+-burst";r=\d+;t=\d+, "\w+";r=\d+;t=\d+$/, what)
  }
})

t.test('a burst is refused for a second, and other classes and clients go on', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  const replies = await Promise.all(Array.from({ length: 12 }, () => partner.call('GET', '/v1/needs')))
  const refused = replies.filter(({ status }) => status === 429)
  t.ok(refused.length >= 1, 'more than ten within a second')
  t.match(refused[0], {
    headers: { 'retry-after': '1', 'content-type': /problem\+json/ },
    body: { code: 'rate_limited' },
  })
  t.equal((await partner.call('GET', `/v1/needs/${needId}/matches`)).status, 200)
  t.equal((await (await service.newPartner()).call('GET', '/v1/needs')).status, 200)
  t.equal((await service.inject({ method: 'GET', url: '/livez' })).status, 200)
})

t.test('the sustained quota is told with the time to wait', async (t) => {
  const limited = await startTestService(t, { env: { RATE_LIMIT_PER_MINUTE: '5' } })
  const partner = await limited.newPartner()
  for (let count = 0; count < 5; count++) t.equal((await partner.call('GET', '/v1/needs')).status, 200)
  const { status, headers } = await partner.call('GET', '/v1/needs')
  t.equal(status, 429)
  const seconds = Number(headers['retry-after'])
  t.ok(seconds > 1 && seconds <= 60)
})

t.test('guesses at the token endpoint count by the address that the proxy saw', async (t) => {
  for (const TRUST_PROXY of ['1', '127.0.0.1', 'loopback']) {
    const limited = await startTestService(t, { env: { RATE_LIMIT_PER_MINUTE: '40', TRUST_PROXY } })
    const guess = async (forged: number, seen: string) =>
      (
        await limited.inject({
          method: 'POST',
          url: '/oauth/token',
          headers: { 'x-forwarded-for': `10.0.0.${forged}, ${seen}` },
        })
      ).status
    const statuses = []
    for (let forged = 1; forged <= 20; forged++) statuses.push(await guess(forged, '203.0.113.7'))
    t.same([...new Set(statuses)], [400, 429], 'forged addresses do not help')
    t.equal(await guess(1, '203.0.113.8'), 400, 'another caller goes on')
    const ofOneNetwork = []
    for (let host = 1; host <= 20; host++) ofOneNetwork.push(await guess(1, `2001:db8::${host}`))
    t.same([...new Set(ofOneNetwork)], [400, 429], 'all addresses of an IPv6 network are one caller')
    t.equal(await guess(1, '2001:db8:0:1::1'), 400)
  }
})

t.test('a count remembers only so many addresses, and every client', async (t) => {
  const count = createRequestCounter({ name: 'read', requests: 2, windowS: 60 }, 3)
  const left = async (kind: 'address' | 'client', key: string) => (await count.take({ kind, key })).left
  t.same([await left('client', 'c'), await left('address', 'a')], [1, 1])
  for (let other = 0; other < 3; other++) await left('address', `other ${other}`)
  t.equal(await left('address', 'other 2'), 0, 'is remembered')
  t.equal(await left('address', 'a'), 1, 'was forgotten, and starts anew')
  t.equal(await left('client', 'c'), 0)
})

t.test('the clients of one sandbox share a quota', async (t) => {
  const limited = await startTestService(t, { env: { RATE_LIMIT_PER_MINUTE: '5' } })
  const partner = await limited.newPartner()
  const statuses = []
  for (let client = 0; client < 3; client++) {
    const { body } = await partner.call('POST', '/v1/sandbox')
    const token = limited.services.access.tokens.issue({
      partnerId: body.partner_id,
      clientId: body.client_id,
      scopes: ['needs:read'],
    })
    for (let request = 0; request < 2; request++) {
      const headers = { authorization: `Bearer ${token}` }
      statuses.push((await limited.inject({ method: 'GET', url: '/v1/needs', headers })).status)
    }
  }
  t.same(statuses, [200, 200, 200, 200, 200, 429])
})

/** The counts are those of a minute: what was seen over the end of one is seen anew. */
async function withinOneMinute<T>(look: () => Promise<T>): Promise<T> {
  for (;;) {
    const minute = Math.floor(Date.now() / 60_000)
    const seen = await look()
    if (Math.floor(Date.now() / 60_000) === minute) return seen
  }
}

t.test('with a shared store a client has its quota of a minute once for all processes', async (t) => {
  const database = await createTestDatabase(t)
  const env = { RATE_LIMIT_PER_MINUTE: '12', RATE_LIMIT_STORE: 'shared' }
  const [here, there] = [
    await startTestService(t, { database, env }),
    await startTestService(t, { database, env }),
  ]
  const left = async (at: typeof here, token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    const { headers: told } = await at.inject({ method: 'GET', url: '/v1/needs', headers })
    return Number(/"read";r=(\d+)/.exec(String(told.ratelimit))?.[1])
  }
  const exchange = async () => {
    for (const { services } of [here, there]) await services.runtime.sharedUse?.exchange()
  }
  const seen = await withinOneMinute(async () => {
    const [{ token }, other] = [await here.newPartner(), await here.newPartner()]
    for (let count = 0; count < 6; count++) await left(here, token)
    const beforeThere = await left(there, token)
    await exchange()
    const afterThere = await left(there, token)
    await exchange()
    const ofOther = await left(here, other.token)
    const askedHere = await left(here, token)
    await exchange()
    await exchange()
    const again = await left(here, token)
    return { beforeThere, afterThere, ofOther, askedHere, again }
  })
  // A process is told of the clients that come to it: with the exchange after their request.
  t.same(seen, { beforeThere: 11, afterThere: 4, ofOther: 11, askedHere: 5, again: 2 })
})

t.test('what processes tell at once is all counted, and only once', async (t) => {
  const { db } = await createTestDatabase(t)
  const told = await withinOneMinute(async () => {
    const counted = [0, 0, 0]
    const uses = counted.map((_, process) => {
      const use = createSharedUse(createRateCountsRepository(db))
      use.listen((_key, requests) => {
        counted[process] = (counted[process] ?? 0) + requests
      })
      return use
    })
    const keys = Array.from({ length: 3 }, () => `read ${randomUUID()}`)
    const tell = (use: (typeof uses)[number]) => {
      for (const key of keys) use.note(key)
      return use.exchange()
    }
    for (let round = 0; round < 10; round++) await Promise.all(uses.map(tell))
    for (const use of uses) await tell(use)
    return counted
  })
  t.same(
    told,
    [60, 63, 66],
    'of eleven rounds of three keys of two others, but for the last rounds of those who came later',
  )
})

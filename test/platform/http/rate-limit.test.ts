import t from 'tap'
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

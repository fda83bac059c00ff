import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

let now = new Date('2027-01-04T12:00:00Z')
const service = await startTestService(t, { clock: () => now })
const key = (value: string) => ({ 'idempotency-key': value })

t.test('a repeated POST is answered the same and done once', async (t) => {
  const partner = await service.newPartner()
  const request = { body: organizationBody(), headers: key('order-1') }
  const first = await partner.call('POST', '/v1/organizations', request)
  const second = await partner.call('POST', '/v1/organizations', request)
  t.equal(first.status, 201)
  t.equal(first.headers['idempotency-replayed'], undefined)
  t.equal(second.status, 201)
  t.same(second.body, first.body)
  t.equal(second.headers['idempotency-replayed'], 'true')
  t.equal(second.headers.etag, first.headers.etag)
  t.equal(second.headers.location, first.headers.location)
  t.equal((await partner.call('GET', '/v1/organizations')).body.data.length, 1)
})

t.test('the answer stays what it was after the resource has changed', async (t) => {
  const partner = await service.newPartner()
  const request = { body: organizationBody(), headers: key('order-2') }
  const first = await partner.call('POST', '/v1/organizations', request)
  await partner.call('PATCH', `/v1/organizations/${first.body.id}`, {
    body: { name: 'Later' },
    headers: { 'if-match': '*' },
  })
  t.same((await partner.call('POST', '/v1/organizations', request)).body, first.body)
})

t.test('the same key with another body or address is refused', async (t) => {
  const partner = await service.newPartner()
  await partner.call('POST', '/v1/organizations', { body: organizationBody(), headers: key('k') })
  const other = { body: organizationBody({ name: 'Other' }), headers: key('k') }
  t.match(await partner.call('POST', '/v1/organizations', other), {
    status: 422,
    body: { code: 'idempotency_key_reused' },
  })
  const elsewhere = { body: { labels: ['x'] }, headers: key('k') }
  t.match(await partner.call('POST', '/v1/skills/resolve', elsewhere), {
    status: 422,
    body: { code: 'idempotency_key_reused' },
  })
})

t.test('two partners may use the same key', async (t) => {
  const [one, two] = [await service.newPartner(), await service.newPartner()]
  const request = { body: organizationBody(), headers: key('shared') }
  const replies = [
    await one.call('POST', '/v1/organizations', request),
    await two.call('POST', '/v1/organizations', request),
  ]
  t.same(
    replies.map((reply) => [reply.status, reply.headers['idempotency-replayed']]),
    [
      [201, undefined],
      [201, undefined],
    ],
  )
})

t.test('of many at once one does the work; the others wait for their turn or are told so', async (t) => {
  const partner = await service.newPartner()
  const send = () =>
    partner.call('POST', '/v1/organizations', { body: organizationBody(), headers: key('race') })
  const replies = await Promise.all(Array.from({ length: 8 }, send))
  for (const reply of replies) t.ok(reply.status === 201 || reply.body.code === 'idempotency_key_in_use')
  t.equal(replies.filter((reply) => reply.status === 201 && !reply.headers['idempotency-replayed']).length, 1)
  t.equal((await partner.call('GET', '/v1/organizations')).body.data.length, 1)
})

t.test('a refused request may be corrected under the same key', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const taken = { body: needBody(organizationId, { external_id: 'a' }) }
  await partner.call('POST', '/v1/needs', taken)
  t.equal((await partner.call('POST', '/v1/needs', { ...taken, headers: key('fix') })).status, 409)
  const fixed = { body: needBody(organizationId, { external_id: 'b' }), headers: key('fix') }
  t.equal((await partner.call('POST', '/v1/needs', fixed)).status, 201)
})

t.test('after 24 hours a key is new again', async (t) => {
  const partner = await service.newPartner()
  const request = { body: { labels: ['bookkeeping'] }, headers: key('old') }
  await partner.call('POST', '/v1/skills/resolve', request)
  now = new Date(now.getTime() + 24 * 3_600_000 - 1000)
  const token = service.services.access.tokens.issue({ ...partner, scopes: ['skills:read'] })
  const again = async () =>
    service.inject({
      method: 'POST',
      url: '/v1/skills/resolve',
      headers: { authorization: `Bearer ${token}`, ...key('old') },
      payload: { labels: ['bookkeeping'] },
    })
  t.equal((await again()).headers['idempotency-replayed'], 'true')
  now = new Date(now.getTime() + 2000)
  t.equal((await again()).headers['idempotency-replayed'], undefined)
})

t.test('a malformed key is refused', async (t) => {
  const partner = await service.newPartner()
  for (const bad of ['', 'a b', 'x'.repeat(256), 'é']) {
    const reply = await partner.call('POST', '/v1/organizations', {
      body: organizationBody(),
      headers: key(bad),
    })
    t.match(reply, { status: 400, body: { code: 'malformed_request' } }, bad)
  }
})

t.test('what is stored can not be read without the key, and goes when the resource is deleted', async (t) => {
  const partner = await service.newPartner()
  const request = { body: organizationBody({ name: 'Canary Society' }), headers: key('secret-order') }
  const { body } = await partner.call('POST', '/v1/organizations', request)
  const stored = async () =>
    (await service.database.pool.query('select * from idempotency_keys where resource_id = $1', [body.id]))
      .rows
  const [row] = await stored()
  const readable = Buffer.concat([row.response, row.key_hash, row.fingerprint]).toString('latin1')
  t.notMatch(readable, /Canary|ada@|secret-order/)
  await partner.call('DELETE', `/v1/organizations/${body.id}`, { headers: { 'if-match': '*' } })
  t.same(await stored(), [])
})

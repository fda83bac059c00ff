import t from 'tap'
import { asOperator, disableClient } from '../../../src/features/access/index.ts'
import type { Id } from '../../../src/shared/ids.ts'
import { organizationBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { startReceiver } from '../../support/receiver.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t, { env: { ALLOW_INSECURE_WEBHOOKS: 'true' } })

async function newAdmin(): Promise<{ partner: Partner; admin: Awaited<ReturnType<typeof signInToDesk>> }> {
  const partner = await service.newPartner()
  return { partner, admin: await signInToDesk(service, { partnerId: partner.partnerId, role: 'admin' }) }
}
function madeIn(page: string): { id: string; secret: string } {
  const [, id = ''] = /class="key">(client_\w+)</.exec(page) ?? []
  const [, secret = ''] = /client_secret<\/dt><dd><span class="key">([^<]+)</.exec(page) ?? []
  return { id, secret }
}
async function tokenOf({ id, secret }: { id: string; secret: string }): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
  const request = { method: 'POST', url: '/oauth/token', headers, payload: 'grant_type=client_credentials' }
  return (await service.inject({ ...request, method: 'POST' })).status
}

t.test('a client is created with a secret that works and is shown once', async (t) => {
  const { partner, admin } = await newAdmin()
  const { status, body } = await admin.send('/desk/developers/clients', { name: '<i>sync', access: 'viewer' })
  t.equal(status, 200)
  const made = madeIn(body)
  t.equal(await tokenOf(made), 200)
  const page = (await admin.get('/desk/developers')).body
  t.match(page, /&#60;i&#62;sync/)
  t.notMatch(page, made.secret)
  const { body: shown } = await partner.call('GET', `/v1/clients/${made.id}`)
  t.ok(shown.scopes.includes('needs:read'))
  t.notOk(shown.scopes.some((one: string) => one.endsWith(':write') || one === 'clients:manage'))
  t.match((await admin.get('/desk/log.csv')).body, new RegExp(`client_created,${made.id}`))
})

t.test('a new secret works beside the old one, and a suspended client has no token', async (t) => {
  const { admin } = await newAdmin()
  const first = madeIn((await admin.send('/desk/developers/clients', { name: 'a', access: 'viewer' })).body)
  const second = madeIn((await admin.send(`/desk/clients/${first.id}/rotate`)).body)
  t.not(first.secret, second.secret)
  t.same([await tokenOf(first), await tokenOf({ ...second, id: first.id })], [200, 200])
  t.match(await admin.send(`/desk/clients/${first.id}/disable`), { status: 303 })
  t.equal(await tokenOf(first), 401)
  t.match(await admin.send(`/desk/clients/${first.id}/enable`), { status: 303 })
  t.equal(await tokenOf(first), 200)
})

t.test(
  'the desk is no operator: it neither lets in what one suspended nor locks out all clients',
  async (t) => {
    const { partner, admin } = await newAdmin()
    const { id } = madeIn(
      (await admin.send('/desk/developers/clients', { name: 'a', access: 'viewer' })).body,
    )
    const { db, clock } = service.services.runtime
    // The page shows ids of clients.
    await asOperator({ db, clock }, id as Id<'client'>, (ctx) =>
      disableClient(ctx, { id: id as Id<'client'> }),
    )
    t.match(await admin.send(`/desk/clients/${id}/enable`), { status: 409, body: /Ask the operator/ })
    t.match(await admin.send(`/desk/clients/${partner.clientId}/disable`), {
      status: 409,
      body: /No other client/,
    })
  },
)

t.test('deliveries are listed and sent again', async (t) => {
  const { partner, admin } = await newAdmin()
  const receiver = await startReceiver(t)
  const id = await post(partner, '/v1/webhook-endpoints', { url: receiver.url })
  t.match((await admin.get(`/desk/webhooks/${id}`)).body, /Nothing was sent yet/)
  const { headers } = await admin.send(`/desk/webhooks/${id}/test`)
  await service.services.background.works.send_deliveries.idle()
  const { body } = await admin.get(String(headers.location))
  t.match(body, /webhook_endpoint\.tested[\s\S]*Delivered/)
  const [, delivery = ''] = /name="delivery_id" value="(delivery_\w+)"/.exec(body) ?? []
  t.match(await admin.send(`/desk/webhooks/${id}/redeliver`, { delivery_id: delivery }), { status: 303 })
  await service.services.background.works.send_deliveries.idle()
  const { body: listed } = await partner.call('GET', `/v1/webhook-endpoints/${id}/deliveries`)
  t.same(
    listed.data.map((one: { status: string }) => one.status),
    ['delivered', 'delivered'],
  )
  t.match((await admin.get('/desk/developers')).body, receiver.url)
})

t.test('events are read page by page in their order', async (t) => {
  const { partner, admin } = await newAdmin()
  t.match((await admin.get('/desk/developers/events')).body, /Nothing happened yet/)
  for (let count = 0; count < 60; count++)
    await post(partner, '/v1/organizations', organizationBody({ name: `Site ${count}` }))
  await service.services.background.works.number_events.idle()
  const first = await admin.get('/desk/developers/events')
  const [, next = ''] = /href="(\/desk\/developers\/events\?after=\d+)"/.exec(first.body) ?? []
  const second = await admin.get(next)
  const count = (page: string) => page.split('organization.posted').length - 1
  t.same([count(first.body), count(second.body)], [50, 10])
})

t.test('requests of programs are listed, and found by their id', async (t) => {
  const { partner, admin } = await newAdmin()
  const { partner: other } = await newAdmin()
  t.match((await admin.get('/desk/developers')).body, /No request is kept here/)
  await partner.call('GET', '/v1/needs', { headers: { 'request-id': 'the-wanted-one' } })
  await partner.call('GET', '/v1/needs?limit=0', { headers: { 'request-id': 'the-refused-one' } })
  await other.call('GET', '/v1/needs', { headers: { 'request-id': 'of-another-partner' } })
  await service.services.access.requestKeeper.flush()
  const { body: latest } = await admin.get('/desk/developers')
  t.match(latest, /the-refused-one[\s\S]*the-wanted-one/)
  t.match(latest, /GET \/v1\/needs[\s\S]*422[\s\S]*validation_failed/)
  t.notMatch(latest, 'of-another-partner')
  const { body: found } = await admin.get('/desk/developers?request_id=%20the-wanted-one')
  t.match(found, '<code>the-wanted-one</code>')
  t.notMatch(found, 'the-refused-one')
  for (const none of ['of-another-partner', 'no%00id', '%3Ci%3E'])
    t.match((await admin.get(`/desk/developers?request_id=${none}`)).body, /No request is kept here/)
})

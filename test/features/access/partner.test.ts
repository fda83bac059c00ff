import t from 'tap'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

t.test('a partner reads itself, and another one itself', async (t) => {
  const [one, other] = [await service.newPartner(), await service.newPartner({ kind: 'internship_office' })]
  const { status, body, headers } = await one.call('GET', '/v1/partner')
  t.equal(status, 200)
  t.equal(headers.etag, '"1"')
  t.match(body, { id: one.partnerId, name: 'Test', kind: 'site', public_feed: true, version: 1 })
  t.match((await other.call('GET', '/v1/partner')).body, { id: other.partnerId, kind: 'internship_office' })
  const again = await one.call('GET', '/v1/partner', { headers: { 'if-none-match': '"1"' } })
  t.equal(again.status, 304)
})

t.test('it changes its settings, not over a change that it has not read, and nobody else', async (t) => {
  const [one, other] = [await service.newPartner(), await service.newPartner()]
  const change = (body: object, headers: Record<string, string> = {}) =>
    one.call('PATCH', '/v1/partner', { body, headers })
  t.equal((await change({ public_feed: false })).status, 428)
  t.match(await change({ public_feed: false }, { 'if-match': '"1"' }), {
    status: 200,
    headers: { etag: '"2"' },
    body: { public_feed: false, version: 2 },
  })
  t.equal((await change({ public_feed: true }, { 'if-match': '"1"' })).status, 412)
  t.match((await one.call('GET', '/v1/partner')).body, { public_feed: false })
  t.match((await other.call('GET', '/v1/partner')).body, { public_feed: true, version: 1 })
  await service.services.background.works.number_events.idle()
  const { body } = await one.call('GET', '/v1/events?types=partner.*')
  t.match(body.data, [{ type: 'partner.changed', resource_id: one.partnerId }])
})

t.test('what changes nothing is no new version, and what is not its to change is refused', async (t) => {
  const one = await service.newPartner()
  const change = (body: object, type = 'application/merge-patch+json') =>
    one.call('PATCH', '/v1/partner', { body, headers: { 'if-match': '*', 'content-type': type } })
  t.match(await change({ public_feed: true }), { status: 200, body: { version: 1 } })
  t.match(await change({}, 'application/json'), { status: 200, body: { version: 1 } })
  t.same((await one.call('GET', '/v1/events')).body.data, [])
  for (const field of ['kind', 'id', 'version'])
    t.match(
      await change({ [field]: 'x' }),
      { status: 422, body: { errors: [{ pointer: `/${field}` }] } },
      field,
    )
  t.equal((await change({ public_feed: null })).status, 422)
})

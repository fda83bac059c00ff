import t from 'tap'
import { inviteTo, signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
async function newAdmin() {
  const partner = await service.newPartner()
  return { partner, admin: await signInToDesk(service, { partnerId: partner.partnerId, role: 'admin' }) }
}

t.test(
  'the public feed and the page for offers are changed as by the API, and a wrong address is kept',
  async (t) => {
    const { partner, admin } = await newAdmin()
    const url = 'https://site.example/help?need={need_id}'
    t.match(await admin.send('/desk/settings/feed', { offer_help_url: url }), { status: 303 })
    t.match(await partner.call('GET', '/v1/partner'), { body: { public_feed: false, offer_help_url: url } })
    const wrong = await admin.send('/desk/settings/feed', {
      public_feed: 'true',
      offer_help_url: 'javascript:1"<',
    })
    t.match(wrong, { status: 422, body: /id="offer_help_url-fault"/ })
    t.match(wrong.body, /value="javascript:1&#34;&#60;"/)
    t.match(await partner.call('GET', '/v1/partner'), { body: { public_feed: false, offer_help_url: url } })
    t.match(await admin.send('/desk/settings/feed', { public_feed: 'true' }), { status: 303 })
    t.match(await partner.call('GET', '/v1/partner'), { body: { public_feed: true, offer_help_url: null } })
  },
)

t.test('the name of a partner is changed, stands on every page, and can be read by the API', async (t) => {
  const { partner, admin } = await newAdmin()
  t.match(await admin.send('/desk/settings/name', { name: 'Chamber <East>' }), { status: 303 })
  t.match((await admin.get('/desk')).body, '<span class="partner">Chamber &#60;East&#62;</span>')
  t.match(await partner.call('GET', '/v1/partner'), { body: { name: 'Chamber <East>' } })
  for (const name of ['', ' ', 'a'.repeat(201)])
    t.match(await admin.send('/desk/settings/name', { name }), { status: 422, body: /id="name-fault"/ })
  const changed = await partner.call('PATCH', '/v1/partner', {
    body: { name: 'West' },
    headers: { 'if-match': '*' },
  })
  t.match(changed, { status: 200, body: { name: 'West', version: 3 } })
})

t.test('whoever opens a link to sign in sees the name and the colour of the partner', async (t) => {
  const { partner, admin } = await newAdmin()
  await admin.send('/desk/settings/name', { name: 'Chamber' })
  await admin.send('/desk/settings/colour', { colour: '#7a1f5c' })
  const { key } = await inviteTo(service, { partnerId: partner.partnerId, role: 'viewer' })
  const { body } = await service.inject({ method: 'GET', url: `/desk/sign-in/${key}` })
  t.match(body, /<span class="partner">Chamber<\/span>/)
  t.match(body, /href="\/desk\/look\/[^"]*7a1f5c/)
})

t.test('the line for another site names the feed of this partner', async (t) => {
  const { partner, admin } = await newAdmin()
  const { body } = await admin.get('/desk/settings')
  t.match(body, `/public/needs.json?partner=${partner.partnerId}`)
  t.notMatch(body, '<script src="http')
})

t.test('an import profile is removed, and a calendar has an address until it is revoked', async (t) => {
  const { partner, admin } = await newAdmin()
  await partner.call('PUT', '/v1/import-profiles/%3Cb%3Eroster', { body: { type: 'candidates' } })
  t.match((await admin.get('/desk/settings')).body, /&#60;b&#62;roster/)
  t.match(await admin.send('/desk/settings/profiles', { name: '<b>roster' }), { status: 303 })
  t.match(await partner.call('GET', '/v1/import-profiles'), { body: { data: [] } })
  t.match(await admin.send('/desk/settings/profiles', { name: '<b>roster' }), { status: 404 })

  const made = await admin.send('/desk/settings/calendars')
  const [, path = ''] = /http:\/\/test\.example(\/calendars\/[\w.-]+)/.exec(made.body) ?? []
  t.match(await service.inject({ method: 'GET', url: path }), { status: 200 })
  const page = (await admin.get('/desk/settings')).body
  t.notMatch(page, path)
  const [, id = ''] = /\/desk\/calendars\/(calendar_\w+)\/revoke/.exec(page) ?? []
  t.match(await admin.send(`/desk/calendars/${id}/revoke`), { status: 303 })
  t.match(await service.inject({ method: 'GET', url: path }), { status: 404 })
})

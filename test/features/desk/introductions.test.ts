import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const needing = await service.newPartner({ name: 'Chamber' })
const offering = await service.newPartner({ name: 'College' })
const organizationId = await post(needing, '/v1/organizations', organizationBody())
const coordinator = await deskOf(needing)
const office = await deskOf(offering)

function deskOf({ partnerId }: Partner) {
  return signInToDesk(service, { partnerId, role: 'editor' })
}

async function propose(
  by: Partner,
  fields: { title: string; message?: string; helper?: string },
): Promise<string> {
  const { title, message } = fields
  // Someone who declined is not asked again at once: each proposal is to somebody else.
  const helper = fields.helper ?? (await post(offering, '/v1/helpers', helperBody()))
  const needId = await post(needing, '/v1/needs', needBody(organizationId, { title }))
  const offerId = await post(offering, '/v1/offers', offerBody(helper))
  return post(by, '/v1/introductions', { need_id: needId, offer_id: offerId, ...(message && { message }) })
}

t.test('a proposal waits at the other desk, which accepts it and then sees whom to reach', async (t) => {
  const id = await propose(needing, { title: 'Keep our books', message: 'We would love that.' })
  t.match((await coordinator.get('/desk')).body, /Nothing waits/)
  t.match((await office.get('/desk')).body, /1 introduction to answer[\s\S]*Keep our books/)
  const { body } = await office.get(`/desk/introductions/${id}`)
  t.match(body, /Your answer is awaited[\s\S]*We would love that\./)
  t.notMatch(body, /@/)
  t.match((await coordinator.get(`/desk/introductions/${id}`)).body, /Withdraw/)
  t.match(await coordinator.send(`/desk/introductions/${id}/accept`), {
    status: 403,
    body: /other side answers/,
  })
  const accepted = await office.send(`/desk/introductions/${id}/accept`)
  t.equal(accepted.headers.location, `/desk/introductions/${id}?done=introduction_accepted`)
  const after = await office.get(String(accepted.headers.location))
  t.match(after.body, /role="status">Accepted an introduction/)
  t.match(after.body, /Contacts[\s\S]*@/)
  t.match(await needing.call('GET', `/v1/introductions/${id}`), { body: { status: 'accepted' } })
  t.match((await office.get('/desk')).body, /Nothing waits/)
})

t.test(
  'each desk reads the name of its own party, not that of the other side, and is led to the work',
  async (t) => {
    const organization = organizationBody({ name: 'Our <Bakery>' })
    const own = await post(needing, '/v1/organizations', organization)
    const helper = await post(offering, '/v1/helpers', helperBody({ name: 'Ana Lima' }))
    const needId = await post(needing, '/v1/needs', needBody(own, { title: 'Bake with us' }))
    const offerId = await post(offering, '/v1/offers', offerBody(helper))
    const id = await post(needing, '/v1/introductions', { need_id: needId, offer_id: offerId })
    const at = `/desk/introductions/${id}`
    for (const page of ['/desk/introductions', at]) {
      const [ours, theirs] = [(await coordinator.get(page)).body, (await office.get(page)).body]
      t.match(ours, 'Our &#60;Bakery&#62;')
      t.notMatch(ours, 'Ana Lima')
      t.match(theirs, 'Ana Lima')
      t.notMatch(theirs, 'Bakery')
      t.notMatch(theirs, '/desk/engagements/')
    }
    await office.send(`${at}/accept`)
    const [, work = ''] = /href="(\/desk\/engagements\/\w+)"/.exec((await office.get(at)).body) ?? []
    t.match(await office.get(work), { status: 200, body: /Ana Lima/ })
    t.match((await coordinator.get('/desk/engagements')).body, /Our &#60;Bakery&#62;/)
  },
)

t.test('a proposal is declined with a reason, which the other desk reads', async (t) => {
  const id = await propose(needing, { title: 'Paint our fence' })
  t.match(await office.send(`/desk/introductions/${id}/decline`), { status: 422 })
  t.match(await office.send(`/desk/introductions/${id}/decline`, { reason: 'too_far_away' }), { status: 303 })
  t.match((await coordinator.get(`/desk/introductions/${id}`)).body, /Declined[\s\S]*Too far away/)
  t.match(await office.send(`/desk/introductions/${id}/accept`), { status: 409, body: /answered already/ })
})

t.test('only the side that proposed withdraws', async (t) => {
  const id = await propose(needing, { title: 'Sew our flags' })
  t.match(await office.send(`/desk/introductions/${id}/withdraw`), { status: 403 })
  t.match(await coordinator.send(`/desk/introductions/${id}/withdraw`), { status: 303 })
  t.match((await office.get(`/desk/introductions/${id}`)).body, /Withdrawn/)
})

t.test('the inbox shows what was chosen, the latest first', async (t) => {
  const shown = async (show: string) =>
    [
      ...String((await office.get(`/desk/introductions?show=${show}`)).body).matchAll(
        /(Keep our books|Paint our fence|Sew our flags)<\/a>/g,
      ),
    ].map(([, title]) => title)
  t.same(await shown(''), ['Sew our flags', 'Paint our fence', 'Keep our books'])
  t.same(await shown('accepted'), ['Keep our books'])
  t.same(await shown('declined'), ['Paint our fence'])
  t.same(await shown('yours'), [])
})

t.test('accepting beyond the hours of a helper is refused, unless one insists', async (t) => {
  const helper = await post(offering, '/v1/helpers', helperBody({ max_hours_per_week: 5 }))
  const [first, second] = [
    await propose(needing, { title: 'First work', helper }),
    await propose(needing, { title: 'Second work', helper }),
  ]
  t.match(await office.send(`/desk/introductions/${first}/accept`), { status: 303 })
  t.match(await office.send(`/desk/introductions/${second}/accept`), {
    status: 409,
    body: /promised these hours already/,
  })
  t.match(await office.send(`/desk/introductions/${second}/accept`, { overcommit: 'true' }), { status: 303 })
})

t.test('the log names the person and the introduction', async (t) => {
  const admin = await signInToDesk(service, { partnerId: offering.partnerId, role: 'admin' })
  const { body } = await admin.get('/desk/log.csv')
  t.match(body, new RegExp(`${office.staffId},Dana,introduction_accepted,introduction_`))
})

t.test('text of others is shown as it was written and never becomes markup, in every language', async (t) => {
  const canary = `"><img src=x onerror=alert(1)>'{{7*7}}`
  const id = await propose(needing, { title: canary, message: canary })
  for (const language of ['en', 'de', 'es', 'fr', 'pt'])
    for (const url of ['/desk', '/desk/introductions', `/desk/introductions/${id}`]) {
      const { body } = await office.get(url, { 'accept-language': language })
      t.match(body, `<html lang="${language}">`)
      t.notMatch(body, '<img', `${language} ${url}`)
      t.ok(String(body).includes('&#60;img src=x onerror=alert(1)&#62;'), `${language} ${url}`)
    }
})

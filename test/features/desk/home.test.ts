import t from 'tap'
import { helperBody, organizationBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { postDeskRecords } from '../../support/desk-pages.ts'
import { startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const DAY_MS = 86_400_000
const START_MS = Date.parse('2026-11-02T20:00:00Z')
let nowMs = START_MS
const service = await startTestService(t, { clock: () => new Date(nowMs) })
t.beforeEach(() => {
  nowMs = START_MS
})
const deskOf = ({ partnerId }: { partnerId: Parameters<typeof signInToDesk>[1]['partnerId'] }) =>
  signInToDesk(service, { partnerId, role: 'editor' })

t.test('hours wait at the desk of the side that confirms them, and no longer once it has', async (t) => {
  const two = await twoPartners(service)
  const introduction = await proposed(two, two.needId)
  await answer(two.offerSide, introduction, 'accept')
  const { body } = await two.needSide.call('GET', '/v1/engagements')
  const url = `/v1/engagements/${body.data[0].id}/hours`
  const [needDesk, offerDesk] = [await deskOf(two.needSide), await deskOf(two.offerSide)]
  const ids = []
  for (const hours of [1, 2]) ids.push(await post(two.offerSide, url, { worked_on: '2026-11-02', hours }))
  const home = (await needDesk.get('/desk')).body
  t.match(home, /2 entries of hours to confirm/)
  t.equal(
    home.match(new RegExp(`href="${url.replace('/v1', '/desk').replace('/hours', '')}"`, 'g'))?.length,
    1,
  )
  t.notMatch((await offerDesk.get('/desk')).body, /hours to confirm/)
  await two.needSide.call('POST', `${url}/${ids[0]}/confirm`, { body: {} })
  t.match((await needDesk.get('/desk')).body, /1 entry of hours to confirm/)
  await two.needSide.call('POST', `${url}/${ids[1]}/confirm`, { body: {} })
  t.notMatch((await needDesk.get('/desk')).body, /hours to confirm/)
})

t.test('sprints wait in their last day, imports while they can be corrected', async (t) => {
  const partner = await service.newPartner()
  const stranger = await service.newPartner()
  const [desk, other] = [await deskOf(partner), await deskOf(stranger)]
  const organization_id = await post(partner, '/v1/organizations', organizationBody())
  await post(partner, '/v1/sprints', {
    organization_id,
    bottlenecks: [{ title: 'Reply to donors', description: 'Write a thank-you letter.' }],
  })
  t.match((await desk.get('/desk')).body, /Nothing waits/)
  nowMs += 2 * DAY_MS
  t.match(
    (await deskOf(partner).then((one) => one.get('/desk'))).body,
    /href="\/desk\/sprints\?show=open">1 sprint ends within a day/,
  )
  await postDeskRecords(service, partner)
  const waits = async () => (await deskOf(partner).then((one) => one.get('/desk'))).body
  t.match(await waits(), /1 import to look through/)
  t.match((await other.get('/desk')).headers, { location: '/desk/sign-in' })
  t.match((await deskOf(stranger).then((one) => one.get('/desk'))).body, /Nothing waits/)
})

t.test('helpers wait whose check or licence expires within 30 days, each once', async (t) => {
  const partner = await service.newPartner()
  const helper = (background: string, licence: string) =>
    post(
      partner,
      '/v1/helpers',
      helperBody({
        credentials: {
          background_check: { issued_on: '2026-01-01', expires_on: background },
          licences: [{ name: 'Driver', expires_on: licence }],
        },
      }),
    )
  await helper('2026-12-02', '2026-11-03')
  await helper('2026-12-03', '2027-01-01')
  const desk = await deskOf(partner)
  t.match((await desk.get('/desk')).body, /1 helper with a credential/)
  await helper('2026-11-02', '2027-01-01')
  t.match((await desk.get('/desk')).body, /2 helpers with a credential/)
  t.equal((await desk.get('/desk')).body.match(/href="\/desk\/helpers\/helper_/g)?.length, 2)
  const stranger = await deskOf(await service.newPartner())
  t.match((await stranger.get('/desk')).body, /Nothing waits/)
})

t.test(
  'a page says what was done once, and only if it was: a link from elsewhere says nothing',
  async (t) => {
    const { partnerId } = await service.newPartner()
    const admin = await signInToDesk(service, { partnerId, role: 'admin' })
    const zoe = await signInToDesk(service, { partnerId, role: 'viewer', name: 'Zoe' })
    const forged = '/desk/team?done=staff_removed'
    t.notMatch((await admin.get(forged)).body, /role="status"/)
    const { headers } = await admin.send(`/desk/team/${zoe.staffId}/suspend`)
    t.notMatch((await admin.get(forged)).body, /role="status"/)
    t.match((await admin.get(String(headers.location))).body, /role="status">Suspended somebody/)
    t.notMatch((await admin.get(String(headers.location))).body, /role="status"/)
    t.match(await admin.get('/desk/team?done=money_sent'), { status: 422 })
  },
)

import t from 'tap'
import {
  type Barterer,
  helperWithOffer,
  newSkills,
  organizationWithNeed,
  proposeRing,
} from '../../../support/barterers.ts'
import { startTestService } from '../../../support/service.ts'
import { dayFromToday } from '../../../support/workday.ts'

const service = await startTestService(t)

const closed = async ([first, second]: [Barterer, Barterer]) => {
  const ring = await proposeRing([first, second])
  return (await second.partner.call('POST', `/v1/rings/${ring.body.id}/accept`)).body
}

t.test('a ring in which a helper has fewer hours than are wanted takes those that it has', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const first = await organizationWithNeed(service, a, b, { hours_per_week: 8 })
  const second = await helperWithOffer(service, b, a)
  const ring = await closed([first, second])
  t.equal(ring.status, 'accepted')
  const { body } = await second.partner.call('GET', '/v1/engagements')
  const given = body.data.find(({ need_id }: { need_id: string }) => need_id === first.postingId)
  t.equal(given.hours_per_week, 5, 'the offer gives 5 hours, the need wants 8')
  const left = await second.partner.call('GET', `/v1/offers/${second.postingId}?expand=left`)
  t.same(left.body.left, { hours_per_week: 0 })
})

t.test('a ring through a dated need takes the sessions that the giver can attend', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const [early, late] = [dayFromToday(30), dayFromToday(37)]
  const sessions = [early, late].map((day) => ({
    starts_at: `${day}T09:00`,
    ends_at: `${day}T12:00`,
    time_zone: 'America/Los_Angeles',
  }))
  const first = await organizationWithNeed(service, a, b, { hours_per_week: undefined, sessions })
  const second = await helperWithOffer(service, b, a)
  await second.partner.call('PATCH', `/v1/offers/${second.postingId}`, {
    headers: { 'if-match': '*' },
    body: { not_available: [{ starts_on: early }] },
  })
  t.equal((await closed([first, second])).status, 'accepted')
  const { body } = await second.partner.call('GET', '/v1/engagements')
  const given = body.data.find(({ need_id }: { need_id: string }) => need_id === first.postingId)
  const { epochMilliseconds } = Temporal.ZonedDateTime.from(`${late}T09:00[America/Los_Angeles]`)
  t.match(given.sessions, [{ starts_at: new Date(epochMilliseconds).toISOString() }])
  const need = await first.partner.call('GET', `/v1/needs/${first.postingId}?expand=left`)
  t.match(need.body, {
    status: 'open',
    left: { positions: 1, sessions: [{ positions: 1 }, { positions: 0 }] },
  })
})

t.test(
  'a ring through a minor without the consent of a guardian breaks, and tells nobody an age',
  async (t) => {
    const [a = '', b = ''] = newSkills(2)
    const first = await organizationWithNeed(service, a, b)
    const second = await helperWithOffer(service, b, a)
    const ring = await proposeRing([first, second])
    await second.partner.call('PATCH', `/v1/helpers/${second.helperId}`, {
      headers: { 'if-match': '*' },
      body: { credentials: { age_over_18: null, age_band: '16_17', licences: [] } },
    })
    const answered = await second.partner.call('POST', `/v1/rings/${ring.body.id}/accept`)
    t.match(answered.body, { status: 'broken', reason: 'not_open_any_more' })
  },
)

import ICAL from 'ical.js'
import t from 'tap'
import { type Partner, type Reply, startTestService } from '../../support/service.ts'
import { propose, twoPartners } from '../../support/two-partners.ts'
import { created } from '../../support/world.ts'

const START = Date.parse('2030-03-01T09:00:00Z')
let nowMs = START
const service = await startTestService(t, { clock: () => new Date(nowMs) })
t.beforeEach(() => {
  nowMs = START
})

const ZONE = 'America/Los_Angeles'
const on = (day: string, more: Record<string, unknown> = {}) => ({
  starts_at: `2030-${day}T09:00`,
  ends_at: `2030-${day}T11:30`,
  time_zone: ZONE,
  ...more,
})

/** Three sessions, on the 9th, the 10th (clocks go forward in that night) and the 16th. */
const THREE = [
  on('03-09'),
  on('03-10', { starts_at: '2030-03-10T00:30', ends_at: '2030-03-10T04:00' }),
  on('03-16'),
]

/** Work of these sessions. */
async function engaged(sessions: object[] = THREE, agreed: object = {}) {
  const pair = await twoPartners(service, { need: { sessions, hours_per_week: undefined } })
  const introduction = created(await propose(pair.needSide, pair.needId, pair.offerId))
  const accepted = await pair.offerSide.call('POST', `/v1/introductions/${introduction.id}/accept`, {
    body: agreed,
  })
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body))
  const { body } = await pair.offerSide.call('GET', '/v1/engagements')
  const [engagement] = body.data
  const url = `/v1/engagements/${engagement.id}/hours`
  return {
    ...pair,
    engagementId: String(engagement.id),
    ids: engagement.sessions.map(({ id }: { id: string }) => id) as string[],
    offered: async (by: Partner = pair.offerSide) => (await by.call('GET', `${url}/from-sessions`)).body.data,
    log: (body: object = {}, by: Partner = pair.offerSide): Promise<Reply> =>
      by.call('POST', `${url}/from-sessions`, { body }),
    logged: async () => (await pair.offerSide.call('GET', url)).body.data,
    url,
  }
}

t.test('sessions that are over wait to be logged, each once, and none before', async (t) => {
  const work = await engaged()
  const [first, second, third] = work.ids
  t.same(await work.offered(), [])
  t.same((await work.log()).body, { data: [] }, 'nothing is logged for the future')
  t.match(await work.log({ session_ids: [first] }), {
    status: 422,
    body: { errors: [{ pointer: '/session_ids/0', code: 'not_over' }] },
  })
  nowMs = Date.parse('2030-03-10T12:00:00Z')
  t.match(await work.offered(), [{ session_id: first, hours: 2.5, minutes: 150 }], 'under way is not over')
  nowMs = Date.parse('2030-03-10T20:00:00Z')
  t.match(await work.offered(work.needSide), [
    { session_id: first },
    { session_id: second, hours: 2.5, minutes: 150, starts_at: '2030-03-10T08:30:00.000Z' },
  ])
  const reply = await work.log({ session_ids: [second] })
  t.equal(reply.status, 201)
  t.match(reply.body.data, [
    {
      session_id: second,
      worked_on: '2030-03-10',
      hours: 2.5,
      starts_at: '2030-03-10T08:30:00.000Z',
      ends_at: '2030-03-10T11:00:00.000Z',
      logged_by: 'offer',
      status: 'logged',
    },
  ])
  t.match(await work.log({ session_ids: [second] }), {
    status: 422,
    body: { errors: [{ code: 'logged_already' }] },
  })
  t.match((await work.log()).body.data, [{ session_id: first }])
  t.same((await work.log()).body.data, [])
  t.same(await work.offered(), [])
  nowMs = Date.parse('2030-03-20T09:00:00Z')
  t.match(await work.offered(), [{ session_id: third }])
  t.equal((await work.logged()).length, 2)
})

t.test('a call that is sent twice at once logs each session once', async (t) => {
  const work = await engaged()
  nowMs = Date.parse('2030-03-20T09:00:00Z')
  const replies = await Promise.all([work.log(), work.log(), work.log()])
  t.same(
    replies.map(({ status }) => status),
    [201, 201, 201],
  )
  t.same(replies.map(({ body }) => body.data.length).sort(), [0, 0, 3])
  t.equal((await work.logged()).length, 3)
})

t.test('hours of the time of a session are its hours, and withdrawn ones wait again', async (t) => {
  const work = await engaged()
  const [first, second] = work.ids
  nowMs = Date.parse('2030-03-11T09:00:00Z')
  const byHand = created(
    await work.offerSide.call('POST', work.url, {
      body: { starts_at: '2030-03-09T17:00:00Z', ends_at: '2030-03-09T19:00:00Z' },
    }),
  )
  t.match(await work.offered(), [{ session_id: second }])
  await work.offerSide.call('DELETE', `${work.url}/${byHand.id}`, { headers: { 'if-match': '*' } })
  t.match(await work.offered(), [{ session_id: first }, { session_id: second }])
})

t.test('hours of sessions are answered and corrected as all hours are', async (t) => {
  const work = await engaged()
  nowMs = Date.parse('2030-03-11T09:00:00Z')
  const [entry] = (await work.log()).body.data
  t.match(await work.needSide.call('POST', `${work.url}/${entry.id}/confirm`), {
    body: { status: 'confirmed' },
  })
  const correction = created(
    await work.offerSide.call('POST', `${work.url}/${entry.id}/correct`, {
      body: { hours: 2, reason: 'Left early' },
    }),
  )
  t.match(correction, { hours: -0.5, session_id: null, corrects: entry.id })
  t.match(
    (await work.needSide.call('GET', '/v1/hours?include=total')).body.totals,
    {
      confirmed_hours: 2.5,
      logged_hours: 2.5,
      open_corrections_hours: -0.5,
    },
    'a correction that waits takes nothing of what is logged',
  )
})

t.test('of agreed sessions at the same time either can be logged, but not both', async (t) => {
  const atOnce = [on('03-09', { note: 'Kitchen' }), on('03-09', { note: 'Door' })]
  const work = await engaged([...atOnce, on('03-16')], { overcommit: true })
  const [kitchen, door, later] = work.ids
  nowMs = Date.parse('2030-03-20T09:00:00Z')
  t.match(await work.offered(), [{ session_id: kitchen }, { session_id: door }, { session_id: later }])
  t.match(await work.log({ session_ids: [kitchen, door] }), {
    status: 422,
    body: { errors: [{ pointer: '/session_ids/1', code: 'overlaps' }] },
  })
  t.match((await work.log({ session_ids: [door] })).body.data, [{ session_id: door }])
  t.match(await work.offered(), [{ session_id: later }])
  await work.offerSide.call('DELETE', `${work.url}/${(await work.logged())[0].id}`, {
    headers: { 'if-match': '*' },
  })
  t.match((await work.log()).body.data, [{ session_id: kitchen }, { session_id: later }])
})

t.test('sessions after the end of the work are not logged', async (t) => {
  const work = await engaged()
  nowMs = Date.parse('2030-03-09T20:00:00Z')
  await work.offerSide.call('POST', `/v1/engagements/${work.engagementId}/end`, {
    body: { reason: 'agreed' },
  })
  nowMs = Date.parse('2030-03-20T09:00:00Z')
  t.match(await work.offered(), [{ session_id: work.ids[0] }])
  t.equal((await work.offered()).length, 1)
})

t.test('calendars have an event for each session, cancelled after the end of the work', async (t) => {
  const work = await engaged()
  const feed = created(await work.needSide.call('POST', '/v1/calendars', { body: {} }))
  const eventsOf = async () => {
    const own = await work.offerSide.call('GET', `/v1/engagements/${work.engagementId}/calendar.ics`)
    const subscribed = await service.inject({ method: 'GET', url: new URL(String(feed.url)).pathname })
    return [own, subscribed].map(({ body }) =>
      new ICAL.Component(ICAL.parse(String(body))).getAllSubcomponents('vevent').map((component) => {
        const event = new ICAL.Event(component)
        return {
          uid: event.uid,
          startsAt: event.startDate.toJSDate().toISOString(),
          summary: event.summary,
          status: String(component.getFirstPropertyValue('status')),
        }
      }),
    )
  }
  const events = (summary: string, ...statuses: string[]) =>
    ['2030-03-09T17:00:00.000Z', '2030-03-10T08:30:00.000Z', '2030-03-16T16:00:00.000Z'].map(
      (startsAt, at) => ({
        uid: `${work.engagementId}-${work.ids[at]}`,
        startsAt,
        summary,
        status: statuses[at],
      }),
    )
  const all = ['CONFIRMED', 'CONFIRMED', 'CONFIRMED']
  t.same(await eventsOf(), [
    events('Session with Harbor Food Pantry', ...all),
    events('Session of Harbor Food Pantry with Lee', ...all),
  ])
  nowMs = Date.parse('2030-03-10T20:00:00Z')
  await work.offerSide.call('POST', `/v1/engagements/${work.engagementId}/end`, {
    body: { reason: 'agreed' },
  })
  const [own] = await eventsOf()
  t.same(
    own?.map(({ status }) => status),
    ['CONFIRMED', 'CONFIRMED', 'CANCELLED'],
  )
})

import t from 'tap'
import { helperBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { runJob } from '../../support/jobs.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, propose } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

const books = {
  title: 'Books are months behind',
  description: 'A monthly routine for our bookkeeping that any of us can run.',
  skills: [{ skill: 'bookkeeping', importance: 'must' }],
  hours_per_week: 4,
}

async function startSprint(partner: Partner, body: Record<string, unknown> = {}) {
  const organization_id = await post(partner, '/v1/organizations', organizationBody())
  return partner.call('POST', '/v1/sprints', { body: { organization_id, bottlenecks: [books], ...body } })
}

async function offerOf(partner: Partner, overrides: Record<string, unknown> = {}) {
  const helperId = await post(partner, '/v1/helpers', helperBody())
  return post(partner, '/v1/offers', offerBody(helperId, { visibility: 'partner', ...overrides }))
}

t.test('each bottleneck becomes an open need that takes only free help, by the deadline', async (t) => {
  const partner = await service.newPartner()
  const { status, body } = await startSprint(partner, {
    bottlenecks: [books, { title: 'No website', description: 'Somebody to set up our website.' }],
    deadline_hours: 48,
  })
  t.equal(status, 201)
  t.equal(body.deadline_at, new Date(nowMs + 48 * HOUR_MS).toISOString())
  t.equal(body.need_ids.length, 2)
  for (const id of body.need_ids)
    t.match((await partner.call('GET', `/v1/needs/${id}`)).body, {
      status: 'open',
      accepts: ['volunteer', 'intern', 'barter'],
      deadline_at: body.deadline_at,
    })
})

t.test('one to three bottlenecks, 48 to 72 hours, of an organization of one’s own', async (t) => {
  const partner = await service.newPartner()
  const other = await post(await service.newPartner(), '/v1/organizations', organizationBody())
  const wrong = [
    { bottlenecks: [] },
    { bottlenecks: [books, books, books, books] },
    { deadline_hours: 24 },
    { deadline_hours: 73 },
    { organization_id: other },
  ]
  for (const body of wrong) t.equal((await startSprint(partner, body)).status, 422, JSON.stringify(body))
})

t.test(
  'a bottleneck on site is at its own place, or what it lacks is told where it was written',
  async (t) => {
    const partner = await service.newPartner()
    const organization_id = await post(
      partner,
      '/v1/organizations',
      organizationBody({ location: undefined }),
    )
    const onsite = { title: 'Serve soup', description: 'Every Saturday at noon.', modality: 'onsite' }
    const start = (second: object) => startSprint(partner, { organization_id, bottlenecks: [books, second] })
    t.match(await start(onsite), { status: 422, body: { errors: [{ pointer: '/bottlenecks/1/location' }] } })
    const { status, body } = await start({ ...onsite, location: { city: 'Portland', country: 'US' } })
    t.equal(status, 201)
    t.match((await partner.call('GET', `/v1/needs/${body.need_ids[1]}`)).body, {
      location: { city: 'Portland' },
    })
  },
)

t.test(
  'a sprint shows free matches, introductions under way, what is found, and the time left',
  async (t) => {
    const partner = await service.newPartner()
    const free = await offerOf(partner)
    await offerOf(partner, {
      kind: 'paid',
      terms: { rate: { amount_minor: 5000, currency: 'USD', unit: 'hour' } },
    })
    const { body: started } = await startSprint(partner)
    const read = async () => (await partner.call('GET', `/v1/sprints/${started.id}`)).body
    const first = await read()
    t.match(first, {
      hours_left: 72,
      found: 0,
      bottlenecks: [{ found: false, change_that_opens_most: null }],
    })
    t.same(
      first.bottlenecks[0].matches.map((match: { offer_id: string }) => match.offer_id),
      [free],
    )
    nowMs += 6 * HOUR_MS
    const { body: introduction } = await propose(partner, started.need_ids[0], free)
    t.match(await read(), { hours_left: 66, bottlenecks: [{ introductions: { proposed: 1, accepted: 0 } }] })
    await answer(partner, introduction.id, 'accept')
    t.match(await read(), {
      found: 1,
      bottlenecks: [{ found: true, introductions: { accepted: 1 }, matches: [] }],
    })
    t.equal((await (await service.newPartner()).call('GET', `/v1/sprints/${started.id}`)).status, 404)
  },
)

t.test('where nothing free is in sight it names the one change that would open most', async (t) => {
  const partner = await service.newPartner()
  for (let count = 0; count < 2; count++) await offerOf(partner, { hours_per_week: 1 })
  await offerOf(partner, { modality: 'onsite' })
  const { body: started } = await startSprint(partner)
  const { body } = await partner.call('GET', `/v1/sprints/${started.id}`)
  t.same(body.bottlenecks[0].matches, [])
  t.match(body.bottlenecks[0].change_that_opens_most, {
    code: 'too_few_hours',
    opens: 2,
    change: /hours? a week/,
  })

  const alone = await service.newPartner()
  const { body: lonely } = await startSprint(alone, {
    bottlenecks: [{ title: 'Quixotry', description: 'Zymurgy', skills: ['falconry'] }],
  })
  const seen = (await alone.call('GET', `/v1/sprints/${lonely.id}`)).body
  t.equal(seen.bottlenecks[0].change_that_opens_most, null)
})

t.test('the change to make is the smallest change of the near misses that a ranking shows', async (t) => {
  const partner = await service.newPartner()
  const farAway = await post(
    partner,
    '/v1/helpers',
    helperBody({ location: { city: 'Sydney', country: 'AU', lat: -33.87, lon: 151.21 } }),
  )
  for (let count = 0; count < 2; count++)
    await post(partner, '/v1/offers', offerBody(farAway, { visibility: 'partner', modality: 'onsite' }))
  await offerOf(partner, { hours_per_week: 1, modality: 'onsite' })
  const { body: started } = await startSprint(partner, { bottlenecks: [{ ...books, modality: 'onsite' }] })
  const { body: ranking } = await partner.call('GET', `/v1/needs/${started.need_ids[0]}/matches`)
  const [nearest] = ranking.near_misses
  t.match(nearest.blockers, [{ code: 'too_few_hours' }])
  const { body } = await partner.call('GET', `/v1/sprints/${started.id}`)
  const { code, smallest_change: change } = nearest.blockers[0]
  t.same(body.bottlenecks[0].change_that_opens_most, { code, change, opens: 1 })
})

t.test('an organization goes with its sprints, once its needs are gone', async (t) => {
  const partner = await service.newPartner()
  const { body: started } = await startSprint(partner)
  const remove = (url: string) => partner.call('DELETE', url, { headers: { 'if-match': '*' } })
  await remove(`/v1/needs/${started.need_ids[0]}`)
  t.match((await partner.call('GET', `/v1/sprints/${started.id}`)).body.bottlenecks, [
    { title: null, matches: [] },
  ])
  t.equal((await remove(`/v1/organizations/${started.organization_id}`)).status, 204)
  t.equal((await partner.call('GET', `/v1/sprints/${started.id}`)).status, 404)
})

t.test('half-time and end are told once each, also after downtime', async (t) => {
  const partner = await service.newPartner()
  const { body: started } = await startSprint(partner)
  const told = async () => {
    await runJob(service.services, 'tell_sprint_moments')
    const { rows } = await service.database.pool.query(
      'select type from events where resource_id = $1 order by id',
      [started.id],
    )
    return rows.map(({ type }) => type)
  }
  t.same(await told(), ['sprint.started'])
  nowMs += 36 * HOUR_MS
  t.same(await told(), ['sprint.started', 'sprint.half_time'])
  t.same(await told(), ['sprint.started', 'sprint.half_time'])
  nowMs += 100 * HOUR_MS
  t.same(await told(), ['sprint.started', 'sprint.half_time', 'sprint.ended'])
  t.same(await told(), ['sprint.started', 'sprint.half_time', 'sprint.ended'])
  t.equal((await partner.call('GET', `/v1/sprints/${started.id}`)).body.hours_left, 0)
})

t.test('near a deadline responsive helpers rank higher, and the reason says so', async (t) => {
  const partner = await service.newPartner()
  const slow = await offerOf(partner)
  const { body: earlier } = await startSprint(partner)
  const { body: introduction } = await propose(partner, earlier.need_ids[0], slow, {
    expires_at: new Date(nowMs + 24 * HOUR_MS).toISOString(),
  })
  t.ok(introduction.id)
  nowMs += 25 * HOUR_MS
  await runJob(service.services, 'expire_introductions')
  const { body: started } = await startSprint(partner)
  const factorIn = async (needId: string) => {
    const { body } = await partner.call('GET', `/v1/needs/${needId}/matches/${slow}`)
    return body.factors.find((factor: { name: string }) => factor.name === 'responsiveness')
  }
  const urgent = await factorIn(started.need_ids[0])
  await partner.call('PATCH', `/v1/needs/${started.need_ids[0]}`, {
    body: { deadline_at: null },
    headers: { 'if-match': '*' },
  })
  const calm = await factorIn(started.need_ids[0])
  t.ok(urgent.value < calm.value)
  t.match(urgent.reason, /deadline is close/)
  t.notMatch(calm.reason, /deadline/)
})

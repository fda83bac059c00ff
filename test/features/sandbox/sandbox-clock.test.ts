import t from 'tap'
import { DAY_MS, HOUR_MS } from '../../../src/shared/time.ts'
import { newSkills } from '../../support/barterers.ts'
import { candidateBody, helperBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { runJob } from '../../support/jobs.ts'
import { runStatement } from '../../support/postgres.ts'
import { openSandboxOf } from '../../support/sandbox.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, propose } from '../../support/two-partners.ts'
import { workday } from '../../support/workday.ts'
import { created, post, postWorld } from '../../support/world.ts'

let now = new Date()
const service = await startTestService(t, { clock: () => now })
const { services } = service

/** A sandbox is called like a partner, but its tokens come from the service. */
type Caller = Pick<Partner, 'call'>
async function sandboxOf(partner: Caller): Promise<Partner> {
  return (await openSandboxOf(service, partner)) as unknown as Partner
}

async function worldWithWaiting(by: Partner) {
  const world = await postWorld(by)
  const introductionId = String(created(await propose(by, world.needId, world.offerId)).id)
  const sprintId = await post(by, '/v1/sprints', {
    organization_id: world.organizationId,
    deadline_hours: 72,
    bottlenecks: [
      { title: 'Books are behind', description: 'A routine for our books', skills: ['bookkeeping'] },
    ],
  })
  return { ...world, introductionId, sprintId }
}
const statusOf = async (by: Caller, id: string) =>
  (await by.call('GET', `/v1/introductions/${id}`)).body.status
const hoursLeft = async (by: Caller, id: string) =>
  (await by.call('GET', `/v1/sprints/${id}`)).body.hours_left
const move = (by: Caller, body: unknown, headers = {}) =>
  by.call('POST', '/v1/sandbox/clock', { body, headers })
const timeIn = async (by: Caller) => new Date((await by.call('GET', '/v1/sandbox')).body.clock.now).getTime()
const runTimetable = async () => {
  for (const job of [
    'expire_introductions',
    'expire_rings',
    'tell_sprint_moments',
    'remind_credentials',
    'remind_evaluations',
    'follow_sandbox_clocks',
  ])
    await runJob(services, job)
}

t.test(
  'a moved clock ends what is due in that sandbox, and nothing of another or of live data',
  async (t) => {
    const partner = await service.newPartner()
    const moved = await sandboxOf(partner)
    const other = await sandboxOf(await service.newPartner())
    const [live, tried, untouched] = [
      await worldWithWaiting(partner),
      await worldWithWaiting(moved),
      await worldWithWaiting(other),
    ]
    const answered = await move(moved, { advance_days: 8 })
    t.match(answered, { status: 200, body: { clock: { ahead_seconds: 8 * 86_400 } } })
    const types = answered.body.events.map((event: { type: string }) => event.type).sort()
    t.same(types, ['introduction.expired', 'sprint.ended', 'sprint.half_time'])
    t.equal(answered.body.event_count, types.length)
    await runTimetable()
    t.equal(await statusOf(moved, tried.introductionId), 'expired')
    t.equal(await hoursLeft(moved, tried.sprintId), 0)
    for (const [by, world] of [
      [partner, live],
      [other, untouched],
    ] as const) {
      t.equal(await statusOf(by, world.introductionId), 'proposed')
      t.equal(await hoursLeft(by, world.sprintId), 72)
    }
    t.equal(await timeIn(moved), now.getTime() + 8 * DAY_MS)
    t.equal(await timeIn(other), now.getTime())
  },
)

t.test('what begins after a move ends by the time of the sandbox, without another move', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner())
  await move(sandbox, { advance_days: 30 })
  const world = await worldWithWaiting(sandbox)
  await runTimetable()
  t.equal(await statusOf(sandbox, world.introductionId), 'proposed')
  now = new Date(now.getTime() + 73 * HOUR_MS)
  await runTimetable()
  t.equal(await statusOf(sandbox, world.introductionId), 'expired')
  t.equal(await hoursLeft(sandbox, world.sprintId), 0)
})

t.test('reminders of credentials and evaluations come by the time of the sandbox, once each', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner({ kind: 'internship_office' }))
  const live = await service.newPartner()
  const day = (count: number) => new Date(now.getTime() + count * DAY_MS).toISOString().slice(0, 10)
  const expiring = helperBody({ credentials: { licences: [{ name: 'notary', expires_on: day(50) }] } })
  for (const by of [sandbox, live]) await post(by, '/v1/helpers', expiring)
  const question = { id: 'progress', question: 'How well does it go?', kind: 'scale' }
  const programId = await post(
    sandbox,
    '/v1/programs',
    programBody({ ends_on: day(200), evaluations: { mid_term: [question], final: [] } }),
  )
  const candidateId = await post(sandbox, '/v1/candidates', candidateBody(programId))
  const needId = await post(
    sandbox,
    '/v1/needs',
    needBody(await post(sandbox, '/v1/organizations', organizationBody())),
  )
  const { id } = created(await propose(sandbox, needId, candidateId.replace('candidate_', 'offer_')))
  t.equal((await answer(sandbox, String(id), 'accept')).status, 200)
  const [{ id: engagementId }] = (await sandbox.call('GET', '/v1/engagements')).body.data
  const plan = await sandbox.call('PUT', `/v1/engagements/${engagementId}/plan`, {
    headers: { 'if-match': '*' },
    body: { starts_on: day(0), ends_on: day(60) },
  })
  t.equal(plan.status, 200)
  const typesAfter = async (days: number) =>
    (await move(sandbox, { advance_days: days })).body.events.map(({ type }: { type: string }) => type)
  t.same(await typesAfter(19), [])
  t.same(await typesAfter(6), ['helper.credential_expiring'])
  t.same(await typesAfter(10), ['engagement.evaluation_due'])
  await runTimetable()
  t.same(await typesAfter(10), ['helper.credential_expiring'], 'the reminder of 7 days')
  await service.services.background.works.number_events.idle()
  const { body } = await live.call('GET', '/v1/events?limit=100')
  t.notOk(body.data.some(({ type }: { type: string }) => type === 'helper.credential_expiring'))
})

t.test('a clock moves forward only, to a time or by days, and not more than ten years', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner())
  const target = new Date(now.getTime() + 5 * DAY_MS).toISOString()
  t.match(await move(sandbox, { now: target }), { status: 200, body: { clock: { now: target } } })
  for (const [body, code] of [
    [{ now: new Date(now.getTime() + 4 * DAY_MS).toISOString() }, 'too_early'],
    [{ advance_days: 3652 }, 'too_far'],
    [{ now: '2120-01-01T00:00:00Z' }, 'too_far'],
  ] as const)
    t.match(await move(sandbox, body), { status: 422, body: { errors: [{ code }] } })
  for (const body of [{}, { advance_days: 1, now: target }, { advance_days: 0 }, { advance_days: -1 }])
    t.equal((await move(sandbox, body)).status, 422)
  t.equal(await timeIn(sandbox), now.getTime() + 5 * DAY_MS)
  t.match(await move(await service.newPartner(), { advance_days: 1 }), {
    status: 404,
    body: { code: 'sandbox_not_found' },
  })
})

t.test('a repeated move with the same Idempotency-Key moves the clock once', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner())
  const headers = { 'idempotency-key': 'move-once' }
  const first = await move(sandbox, { advance_days: 2 }, headers)
  t.same((await move(sandbox, { advance_days: 2 }, headers)).body, first.body)
  t.equal(await timeIn(sandbox), now.getTime() + 2 * DAY_MS)
})

t.test('hours, deadlines and rankings follow the time of the sandbox', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner())
  const world = await worldWithWaiting(sandbox)
  const deadline = new Date(now.getTime() + 10 * DAY_MS)
  const needId = await post(
    sandbox,
    '/v1/needs',
    needBody(world.organizationId, { deadline_at: deadline.toISOString() }),
  )
  t.equal((await answer(sandbox, world.introductionId, 'accept')).status, 200)
  const [engagement] = (await sandbox.call('GET', '/v1/engagements')).body.data
  const later = new Date(now.getTime() + 11 * DAY_MS)
  const log = () =>
    sandbox.call('POST', `/v1/engagements/${engagement.id}/hours`, {
      body: { side: 'offer', worked_on: workday(later), hours: 2 },
    })
  const matches = async () => (await sandbox.call('GET', `/v1/needs/${needId}/matches`)).body.data.length
  t.match(await log(), { status: 422, body: { errors: [{ code: 'after_today' }] } })
  t.equal(await matches(), 1)
  await move(sandbox, { advance_days: 11 })
  t.equal((await log()).status, 201)
  t.equal(await matches(), 0, 'the deadline has passed')
  const late = needBody(world.organizationId, { deadline_at: deadline.toISOString() })
  t.equal((await sandbox.call('POST', '/v1/needs', { body: late })).status, 422)
})

/** Two organizations of a sandbox that swap, one until its deadline. */
async function swapOf(by: Partner) {
  const [one = '', other = ''] = newSkills(2)
  const needOf = async (gives: string, wants: string, more = {}) =>
    post(
      by,
      '/v1/needs',
      needBody(await post(by, '/v1/organizations', organizationBody()), {
        title: `Help with ${wants}`,
        description: `We look for ${wants}.`,
        skills: [{ skill: wants, importance: 'must' }],
        accepts: ['barter'],
        gives: [{ skill: gives, hours_per_week: 3, already_doing: true }],
        ...more,
      }),
    )
  const deadline_at = new Date(now.getTime() + 10 * DAY_MS).toISOString()
  return [await needOf(one, other), await needOf(other, one, { deadline_at })] as const
}

t.test(
  'rings are searched, proposed and cleared at the time of the sandbox, also what was ranked before',
  async (t) => {
    const moved = await sandboxOf(await service.newPartner())
    const other = await sandboxOf(await service.newPartner())
    const swaps = new Map([
      [moved, await swapOf(moved)],
      [other, await swapOf(other)],
    ])
    const found = async (by: Partner) =>
      (await by.call('GET', `/v1/needs/${swaps.get(by)?.[0]}/rings`)).body.data.length
    const proposed = async (by: Partner) => {
      const [a, b] = swaps.get(by) ?? []
      const links = [
        { gives_id: a, to_id: b },
        { gives_id: b, to_id: a },
      ]
      return by.call('POST', '/v1/rings', { body: { links } })
    }
    const cleared = async (by: Partner) => {
      const { body } = await by.call('POST', '/v1/rings/clearings')
      services.background.works.run_clearings.wake()
      await services.background.works.run_clearings.idle()
      return (await by.call('GET', `/v1/rings/clearings/${body.id}`)).body.result.rings.length
    }
    t.same([await found(moved), await found(other)], [1, 1])
    await move(moved, { advance_days: 11 })
    t.same([await found(moved), await found(other)], [0, 1])
    t.same([await cleared(moved), await cleared(other)], [0, 1])
    t.match(await proposed(moved), { status: 409, body: { code: 'not_a_ring' } })
    t.match(await proposed(other), { status: 201 })
  },
)

t.test('secrets, tokens and the times of events stay in real time', async (t) => {
  const partner = await service.newPartner()
  const sandbox = await sandboxOf(partner)
  await move(sandbox, { advance_days: 400 })
  const world = await postWorld(sandbox)
  const { body: client } = await sandbox.call('POST', '/v1/clients', {
    body: { name: 'Site', scopes: ['needs:read', 'clients:manage'] },
  })
  t.equal(client.created_at, now.toISOString())
  const rotated = await sandbox.call('POST', `/v1/clients/${client.id}/rotate-secret`, {
    body: { keep_old_hours: 1 },
  })
  const ends = rotated.body.secrets.map(({ expires_at }: { expires_at: string | null }) => expires_at)
  t.same(ends.filter(Boolean), [new Date(now.getTime() + HOUR_MS).toISOString()])
  await services.background.works.number_events.idle()
  const { body } = await sandbox.call('GET', '/v1/events')
  const posted = body.data.find((event: { resource_id: string }) => event.resource_id === world.needId)
  t.equal(posted.occurred_at, now.toISOString())
  t.ok((await sandbox.call('GET', `/v1/needs/${world.needId}`)).body.created_at > now.toISOString())
})

t.test('a reset returns to real time', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner())
  await move(sandbox, { advance_days: 3 })
  await postWorld(sandbox)
  t.equal((await sandbox.call('POST', '/v1/sandbox/reset')).status, 200)
  t.match((await sandbox.call('GET', '/v1/sandbox')).body, {
    clock: { now: now.toISOString(), ahead_seconds: 0 },
    holds: { needs: 0, offers: 0 },
  })
})

t.test('a sandbox says when it was made, what its time is, its clients and what it holds', async (t) => {
  const partner = await service.newPartner({ name: 'Tryout' })
  t.match(await partner.call('GET', '/v1/sandbox'), { status: 404, body: { code: 'sandbox_not_found' } })
  const sandbox = await sandboxOf(partner)
  await worldWithWaiting(sandbox)
  const { body } = await partner.call('GET', '/v1/sandbox')
  t.match(body, {
    name: 'Tryout (sandbox)',
    created_at: now.toISOString(),
    holds: { organizations: 1, helpers: 1, needs: 2, offers: 1, introductions: 1, engagements: 0 },
  })
  t.equal(body.clients.length, 1)
  t.same({ ...(await sandbox.call('GET', '/v1/sandbox')).body, clients: [] }, { ...body, clients: [] })
})

const asOwner = (statement: string) => runStatement(service.database.ownerConnectionString, statement)

t.test('a move is refused whole if something in it fails', async (t) => {
  const sandbox = await sandboxOf(await service.newPartner())
  const world = await worldWithWaiting(sandbox)
  await asOwner('alter table sprints add constraint no_end check (not end_told) not valid')
  t.equal((await move(sandbox, { advance_days: 8 })).status, 500)
  await asOwner('alter table sprints drop constraint no_end')
  t.equal(await statusOf(sandbox, world.introductionId), 'proposed')
  t.equal(await timeIn(sandbox), now.getTime())
})

import { parse } from 'csv-parse/sync'
import t from 'tap'
import { remindEvaluations } from '../../../src/features/internship-work/index.ts'
import { eventData } from '../../../src/platform/events/index.ts'
import { idToUuid, isId } from '../../../src/shared/ids.ts'
import { programBody } from '../../support/bodies.ts'
import { internWork } from '../../support/intern-work.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { dayFromToday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const evaluations = {
  mid_term: [
    { id: 'progress', question: 'How well does it go?', kind: 'scale' },
    { id: 'next', question: 'What is next?', kind: 'text', is_required: false },
  ],
  final: [{ id: 'hire', question: 'Again?', kind: 'choice', choices: ['Yes', 'No'] }],
}

const uuidOf = (id: string) => (isId('engagement', id) ? idToUuid(id) : t.fail(id))

const send = (by: Partner, address: string, moment: string, answers: object[]) =>
  by.call('POST', `${address}/evaluations`, { body: { moment, answers } })

t.test('each side sees its own evaluation, and the other one once both have answered', async (t) => {
  const { office, site, address } = await internWork(service, { program: { evaluations } })
  t.match((await site.call('GET', `${address}/evaluations`)).body, {
    questions: evaluations,
    evaluations: [],
  })
  const sent = await send(site, address, 'mid_term', [{ question_id: 'progress', value: 4 }])
  t.match(sent, {
    status: 201,
    body: { side: 'need', answers: [{ question: { id: 'progress' }, value: 4 }] },
  })
  const sides = async (by: Partner) =>
    (await by.call('GET', `${address}/evaluations`)).body.evaluations.map((one: { side: string }) => one.side)
  t.same(await sides(site), ['need'])
  t.same(await sides(office), [])
  await send(office, address, 'mid_term', [
    { question_id: 'progress', value: 5 },
    { question_id: 'next', value: 'Taxes' },
  ])
  for (const by of [office, site]) t.same((await sides(by)).sort(), ['need', 'offer'])
  const again = await send(site, address, 'mid_term', [{ question_id: 'progress', value: 1 }])
  t.match(again, { status: 409, body: { code: 'evaluation_given' } })
})

t.test('answers fit their questions, and all faults are named at once', async (t) => {
  const { site, address } = await internWork(service, { program: { evaluations } })
  const reply = await send(site, address, 'mid_term', [
    { question_id: 'next', value: 3 },
    { question_id: 'other', value: 'x' },
  ])
  t.match(reply, {
    status: 422,
    body: {
      errors: [
        { pointer: '/answers/0/value' },
        { pointer: '/answers/1/question_id' },
        { pointer: '/answers' },
      ],
    },
  })
})

t.test('the final evaluation waits for the last two weeks or the end', async (t) => {
  const { office, site, address } = await internWork(service, {
    program: { evaluations, starts_on: dayFromToday(-10), ends_on: dayFromToday(60) },
  })
  const plan = (ends_on: string) =>
    site.call('PUT', `${address}/plan`, {
      headers: { 'if-match': '*' },
      body: { starts_on: dayFromToday(-10), ends_on },
    })
  const answers = [{ question_id: 'hire', value: 'Yes' }]
  await plan(dayFromToday(60))
  t.match(await send(site, address, 'final', answers), { status: 409, body: { code: 'evaluation_not_due' } })
  await plan(dayFromToday(10))
  t.equal((await send(site, address, 'final', answers)).status, 201)
  for (const by of [office, site]) await by.call('POST', `${address}/complete`)
  t.equal((await send(office, address, 'final', answers)).status, 201)
  t.match(await send(office, address, 'mid_term', [{ question_id: 'progress', value: 1 }]), {
    status: 409,
    body: { code: 'evaluation_not_due' },
  })
})

t.test('a program without questions has no evaluations', async (t) => {
  const { site, address } = await internWork(service)
  t.match(await send(site, address, 'final', []), { status: 409, body: { code: 'no_evaluation' } })
})

t.test('each reminder comes once, at mid-time and a week before the end, also after a restart', async (t) => {
  const work = await internWork(service, { program: { evaluations } })
  const { office, site, address } = work
  const plan = (starts_on: string, ends_on: string) =>
    site.call('PUT', `${address}/plan`, { headers: { 'if-match': '*' }, body: { starts_on, ends_on } })
  const { inTransaction, clock } = service.services.runtime
  const reminders = async (by: Partner) => {
    const { rows } = await service.database.pool.query<{ data: { moment: string; waiting_for: string[] } }>(
      `select data from events where partner_id = $1 and type = 'engagement.evaluation_due' order by xid, seq`,
      [idToUuid(by.partnerId)],
    )
    for (const { data } of rows) t.ok(eventData['engagement.evaluation_due'].safeParse(data).success)
    return rows.map(({ data }) => `${data.moment} ${data.waiting_for.join()}`)
  }
  await plan(dayFromToday(-10), dayFromToday(40))
  await remindEvaluations(inTransaction, clock)
  t.same(await reminders(site), [])
  await send(site, address, 'mid_term', [{ question_id: 'progress', value: 4 }])
  await plan(dayFromToday(-30), dayFromToday(20))
  await Promise.all([remindEvaluations(inTransaction, clock), remindEvaluations(inTransaction, clock)])
  for (const by of [office, site]) t.same(await reminders(by), ['mid_term offer'])
  await plan(dayFromToday(-30), dayFromToday(7))
  for (let run = 0; run < 2; run++) await remindEvaluations(inTransaction, clock)
  for (const by of [office, site]) t.same(await reminders(by), ['mid_term offer', 'final need,offer'])
})

t.test('reminders reach all internships, however few are looked at in one transaction', async (t) => {
  const { inTransaction, clock } = service.services.runtime
  const works = []
  for (let count = 0; count < 3; count++) works.push(await internWork(service, { program: { evaluations } }))
  for (const { site, address } of works)
    await site.call('PUT', `${address}/plan`, {
      ...{ headers: { 'if-match': '*' }, body: { starts_on: dayFromToday(-30), ends_on: dayFromToday(3) } },
    })
  await remindEvaluations(inTransaction, clock, { walkedAtOnce: 1 })
  const { rows } = await service.database.pool.query<{ engagement_id: string; moment: string }>(
    'select engagement_id, moment from evaluation_reminders where engagement_id = any($1::uuid[]) order by 1, 2',
    [works.map(({ engagementId }) => uuidOf(engagementId))],
  )
  t.equal(rows.length, 2 * works.length)
  t.equal(await remindEvaluations(inTransaction, clock), 0)
})

t.test("a program's evaluations are a list and a CSV, by the same rule", async (t) => {
  const { office, site, address, programId, candidateId, engagementId } = await internWork(service, {
    program: { evaluations },
  })
  const list = `/v1/programs/${programId}/evaluations`
  await send(site, address, 'mid_term', [{ question_id: 'progress', value: 4 }])
  t.same((await office.call('GET', list)).body.data, [], 'the office has not answered yet')
  await send(office, address, 'mid_term', [{ question_id: 'progress', value: 5 }])
  const first = await office.call('GET', `${list}?limit=1`)
  t.match(first.body, { data: [{ engagement_id: engagementId, side: 'need' }], has_more: true })
  const next = await office.call('GET', `${list}?limit=1&cursor=${first.body.next_cursor}`)
  t.match(next.body, { data: [{ side: 'offer' }], has_more: false })
  const { body } = await office.call('GET', `${list}.csv`)
  t.match(parse(String(body), { columns: true }), [
    {
      engagement_id: engagementId,
      candidate_id: candidateId,
      side: 'need',
      question_id: 'progress',
      answer: '4',
    },
    { side: 'offer', answer: '5' },
  ])
  t.equal((await site.call('GET', list)).status, 404)
})

t.test(
  'an evaluation stays with the program whose questions it answers, also one that the version before wrote',
  async (t) => {
    const { office, site, address, programId, candidateId, engagementId } = await internWork(service, {
      program: { evaluations },
    })
    await send(office, address, 'mid_term', [{ question_id: 'progress', value: 5 }])
    await service.database.pool.query(
      `insert into evaluations (engagement_id, moment, side, answers, created_at) values ($1, 'mid_term', 'need', '[]', now())`,
      [uuidOf(engagementId)],
    )
    const sidesOf = async (id: string) =>
      (await office.call('GET', `/v1/programs/${id}/evaluations`)).body.data.map(
        (one: { side: string }) => one.side,
      )
    t.same(await sidesOf(programId), ['need', 'offer'])
    const other = await post(office, '/v1/programs', programBody({ evaluations }))
    const moved = await office.call('PATCH', `/v1/candidates/${candidateId}`, {
      headers: { 'if-match': '*' },
      body: { program_id: other },
    })
    t.equal(moved.status, 200)
    t.same(await sidesOf(programId), ['need', 'offer'])
    t.same(await sidesOf(other), [])
    t.equal((await site.call('GET', `/v1/programs/${programId}/evaluations`)).status, 404)
  },
)

t.test('the evaluations of a program have an index in the order of their list', async (t) => {
  const { rows } = await service.database.pool.query(
    `select indexdef from pg_indexes where indexname = 'evaluations_of_program'`,
  )
  t.match(rows, [{ indexdef: /\(offer_partner_id, program_id, engagement_id, moment, side\)/ }])
})

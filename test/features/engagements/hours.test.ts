import t from 'tap'
import { candidateBody, programBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { anotherNeed, answer, proposed, type TwoPartners, twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const DAY_MS = 86_400_000
const START_MS = Date.parse('2026-11-02T20:00:00Z')
let nowMs = START_MS
const service = await startTestService(t, { clock: () => new Date(nowMs) })
t.beforeEach(() => {
  nowMs = START_MS
})

interface Engaged extends TwoPartners {
  id: string
  url: string
}

async function engaged(pair?: TwoPartners, needId?: string): Promise<Engaged> {
  const two = pair ?? (await twoPartners(service))
  const introduction = await proposed(two, needId ?? two.needId)
  const { body } = await answer(two.offerSide, introduction, 'accept')
  const id = String(body.engagement_id)
  return { ...two, id, url: `/v1/engagements/${id}` }
}

const log = (by: Partner, { url }: Engaged, body: Record<string, unknown>) =>
  by.call('POST', `${url}/hours`, { body: { worked_on: '2026-11-02', ...body } })
const confirm = (by: Partner, { url }: Engaged, id: string, body = {}) =>
  by.call('POST', `${url}/hours/${id}/confirm`, { body })
const correct = (by: Partner, { url }: Engaged, id: string, hours: number) =>
  by.call('POST', `${url}/hours/${id}/correct`, { body: { hours, reason: 'Counted twice' } })
const totals = async (by: Partner, query = '') =>
  (await by.call('GET', `/v1/hours?include=total${query}`)).body.totals

t.test('hours are kept to the minute, and less than one minute is refused', async (t) => {
  const work = await engaged()
  t.match((await log(work.offerSide, work, { hours: 0.33 })).body, { minutes: 20, hours: 0.33 })
  t.match((await log(work.offerSide, work, { hours: 1 / 60 })).body, { minutes: 1, hours: 0.02 })
  for (const hours of [0.005, 0.01, 0.016, 0, -1])
    t.match(await log(work.offerSide, work, { hours }), {
      status: 422,
      body: { errors: [{ pointer: '/hours' }] },
    })
})

t.test('beginning and end give the minutes, and the day in the time zone of the plan', async (t) => {
  const work = await engaged()
  const span = (starts_at: string, ends_at: string) =>
    work.offerSide.call('POST', `${work.url}/hours`, { body: { starts_at, ends_at } })
  const { headers } = await work.needSide.call('GET', work.url)
  await work.needSide.call('PUT', `${work.url}/plan`, {
    headers: { 'if-match': String(headers.etag) },
    body: { check_ins: { every_days: 7, start: '10:00', time_zone: 'Pacific/Auckland' } },
  })
  // 21:00 on the second in Berlin is the third in Auckland.
  t.match((await span('2026-11-02T19:00:00Z', '2026-11-02T19:50:00Z')).body, {
    worked_on: '2026-11-03',
    minutes: 50,
    starts_at: '2026-11-02T19:00:00.000Z',
  })
  for (const [from, to, code] of [
    ['2026-11-02T19:00:00Z', '2026-11-02T19:00:20Z', 'too_short'],
    ['2026-11-02T19:00:00Z', '2026-11-02T19:00:59Z', 'too_short'],
    ['2026-11-02T19:00:00Z', '2026-11-02T18:00:00Z', 'too_short'],
    ['2026-11-02T19:00:00Z', '2026-11-03T19:01:00Z', 'too_long'],
  ] as const)
    t.match(await span(from, to), { status: 422, body: { errors: [{ pointer: '/ends_at', code }] } })
  for (const body of [
    { worked_on: '2026-11-02' },
    { hours: 1 },
    { starts_at: '2026-11-02T19:00:00Z' },
    { worked_on: '2026-11-02', hours: 1, starts_at: '2026-11-02T19:00:00Z', ends_at: '2026-11-02T20:00:00Z' },
  ])
    t.equal((await work.offerSide.call('POST', `${work.url}/hours`, { body })).status, 422)
})

t.test('no hours after today in the plan’s zone, before the work began or after it ended', async (t) => {
  const work = await engaged()
  const code = async (worked_on: string) =>
    (await log(work.offerSide, work, { worked_on, hours: 1 })).body.errors?.[0]?.code
  t.equal(await code('2026-11-03'), 'after_today')
  t.equal(await code('2026-11-01'), 'before_start')
  t.equal(await code('2026-11-02'), undefined)
  nowMs += 3 * DAY_MS
  for (const side of [work.needSide, work.offerSide])
    await side.call('POST', `${work.url}/complete`, { body: {} })
  nowMs += 5 * DAY_MS
  t.equal(await code('2026-11-06'), 'after_end')
  t.equal(await code('2026-11-05'), undefined, 'a late timesheet')
  nowMs += 25 * DAY_MS
  t.equal(await code('2026-11-04'), undefined, '30 days later')
  nowMs += 1
  t.match(await log(work.offerSide, work, { hours: 1 }), {
    status: 409,
    body: { code: 'engagement_not_active' },
  })
})

t.test(
  'a helper has at most 24 hours a day over all engagements, also of two that log at once',
  async (t) => {
    const first = await engaged()
    const second = await engaged(first, await anotherNeed(first))
    t.equal((await log(first.offerSide, first, { hours: 10 })).status, 201)
    const both = await Promise.all([
      log(first.offerSide, first, { hours: 14 }),
      log(second.needSide, second, { hours: 14 }),
    ])
    t.same(both.map(({ status }) => status).sort(), [201, 422])
    t.match(both.find(({ status }) => status === 422)?.body.errors, [
      { pointer: '/hours', code: 'too_many_hours' },
    ])
    nowMs += DAY_MS
    t.equal((await log(second.offerSide, second, { hours: 14, worked_on: '2026-11-03' })).status, 201)
  },
)

t.test(
  'work that goes past midnight takes its hours of the next day too, until it is corrected',
  async (t) => {
    const work = await engaged()
    const { headers } = await work.needSide.call('GET', work.url)
    await work.needSide.call('PUT', `${work.url}/plan`, {
      headers: { 'if-match': String(headers.etag) },
      body: {
        starts_on: '2026-10-01',
        check_ins: { every_days: 7, start: '10:00', time_zone: 'Europe/Berlin' },
      },
    })
    const span = (starts_at: string, ends_at: string) =>
      work.offerSide.call('POST', `${work.url}/hours`, { body: { starts_at, ends_at } })
    const refused = { status: 422, body: { errors: [{ code: 'too_many_hours', detail: /2026-10-2[5-7]/ }] } }
    t.equal((await log(work.offerSide, work, { worked_on: '2026-10-27', hours: 22 })).status, 201)
    t.match(
      await span('2026-10-26T21:00:00Z', '2026-10-27T01:30:00Z'),
      refused,
      'two and a half hours of the next day',
    )
    const { body: night } = await span('2026-10-26T21:00:00Z', '2026-10-27T00:30:00Z')
    t.match(night, { worked_on: '2026-10-26', hours: 3.5 })
    t.match(await log(work.offerSide, work, { worked_on: '2026-10-27', hours: 1 }), refused)
    t.equal((await log(work.offerSide, work, { worked_on: '2026-10-27', hours: 0.5 })).status, 201)
    t.match(
      await log(work.offerSide, work, { worked_on: '2026-10-26', hours: 21 }),
      refused,
      'all on its own day',
    )
    await confirm(work.needSide, work, night.id)
    const { body: less } = await correct(work.needSide, work, night.id, 2)
    t.match(
      await log(work.offerSide, work, { worked_on: '2026-10-27', hours: 1 }),
      refused,
      'not yet confirmed',
    )
    await confirm(work.offerSide, work, less.id)
    t.equal((await log(work.offerSide, work, { worked_on: '2026-10-27', hours: 1 })).status, 201)
    // Clocks go back on the 25th: from 22:00 to 03:00 are six hours, four of them after midnight.
    t.equal((await log(work.offerSide, work, { worked_on: '2026-10-25', hours: 20.5 })).status, 201)
    t.match(await span('2026-10-24T20:00:00Z', '2026-10-25T02:00:00Z'), refused)
    t.equal((await span('2026-10-24T20:00:00Z', '2026-10-25T01:30:00Z')).status, 201)
  },
)

t.test('the side that logged changes or withdraws an entry until it is confirmed', async (t) => {
  const work = await engaged()
  const { body: entry } = await log(work.offerSide, work, { hours: 3 })
  const url = `${work.url}/hours/${entry.id}`
  const change = (by: Partner, hours: number, version: number) =>
    by.call('PUT', url, { headers: { 'if-match': `"${version}"` }, body: { worked_on: '2026-11-02', hours } })
  t.match(await change(work.needSide, 2, 1), { status: 403, body: { code: 'not_your_side' } })
  t.match(await change(work.offerSide, 2, 1), { status: 200, body: { hours: 2, version: 2 } })
  t.match(await change(work.offerSide, 4, 1), { status: 412 })
  t.equal(
    (await work.offerSide.call('PUT', url, { body: { worked_on: '2026-11-02', hours: 2 } })).status,
    428,
  )
  t.match(await confirm(work.needSide, work, entry.id, { version: 1 }), {
    status: 412,
    body: { code: 'precondition_failed' },
  })
  t.match(await confirm(work.needSide, work, entry.id, { version: 2 }), { body: { status: 'confirmed' } })
  t.match(await change(work.offerSide, 1, 3), { status: 409, body: { code: 'hours_answered' } })
  const remove = (id: string, by: Partner) =>
    by.call('DELETE', `${work.url}/hours/${id}`, { headers: { 'if-match': '*' } })
  t.match(await remove(entry.id, work.offerSide), { status: 409, body: { code: 'hours_answered' } })
  const { body: other } = await log(work.offerSide, work, { hours: 1 })
  await work.needSide.call('POST', `${work.url}/hours/${other.id}/dispute`, { body: { reason: 'Only one' } })
  t.match(
    await work.offerSide.call('PUT', `${work.url}/hours/${other.id}`, {
      headers: { 'if-match': '"2"' },
      body: { worked_on: '2026-11-02', hours: 0.5 },
    }),
    { body: { status: 'logged', minutes: 30 } },
  )
  t.equal((await remove(other.id, work.needSide)).status, 403)
  t.equal((await remove(other.id, work.offerSide)).status, 204)
  t.equal((await work.offerSide.call('GET', `${work.url}/hours/${other.id}`)).status, 404)
  t.match(await totals(work.needSide), { entries: 1, confirmed_hours: 2, logged_hours: 0 })
})

t.test('a change and a confirmation at once never confirm what was not seen', async (t) => {
  const work = await engaged()
  for (let run = 0; run < 5; run++) {
    const { body: entry } = await log(work.offerSide, work, { hours: 1 })
    const [changed, confirmed] = await Promise.all([
      work.offerSide.call('PUT', `${work.url}/hours/${entry.id}`, {
        headers: { 'if-match': '"1"' },
        body: { worked_on: '2026-11-02', hours: 2 },
      }),
      confirm(work.needSide, work, entry.id, { version: 1 }),
    ])
    t.equal([changed.status, confirmed.status].filter((status) => status === 200).length, 1)
    const { body } = await work.needSide.call('GET', `${work.url}/hours/${entry.id}`)
    t.equal(body.status === 'confirmed' ? body.hours : 1, 1)
  }
})

t.test('confirmed hours are corrected by an entry that both sides agree on', async (t) => {
  const work = await engaged()
  const { body: entry } = await log(work.offerSide, work, { hours: 3 })
  t.match(await correct(work.needSide, work, entry.id, 2), {
    status: 409,
    body: { code: 'hours_not_confirmed' },
  })
  await confirm(work.needSide, work, entry.id)
  t.match(await correct(work.needSide, work, entry.id, 3), {
    status: 422,
    body: { errors: [{ code: 'unchanged' }] },
  })
  const lower = await correct(work.needSide, work, entry.id, 2.5)
  t.match(lower, { status: 201, body: { hours: -0.5, minutes: -30, corrects: entry.id, logged_by: 'need' } })
  t.match(await correct(work.offerSide, work, entry.id, 1), {
    status: 409,
    body: { code: 'correction_open' },
  })
  t.match(await totals(work.needSide), { confirmed_hours: 3 })
  t.equal((await confirm(work.needSide, work, lower.body.id)).status, 403, 'not by who made it')
  t.equal((await confirm(work.offerSide, work, lower.body.id)).status, 200)
  t.match(await totals(work.needSide), { confirmed_hours: 2.5 })
  t.match(await correct(work.needSide, work, lower.body.id, 1), { status: 409 }, 'a correction has none')
  const none = await correct(work.offerSide, work, entry.id, 0)
  t.match(none.body, { minutes: -150 })
  await confirm(work.needSide, work, none.body.id)
  t.match(await totals(work.offerSide), { confirmed_hours: 0, entries: 3 })
})

t.test(
  'a disputed correction keeps neither side from correcting, and never counts beside the new one',
  async (t) => {
    const work = await engaged()
    const { body: entry } = await log(work.offerSide, work, { hours: 3 })
    await confirm(work.needSide, work, entry.id)
    const { body: refused } = await correct(work.offerSide, work, entry.id, 5)
    const url = `${work.url}/hours/${refused.id}`
    t.equal((await work.needSide.call('POST', `${url}/dispute`, { body: { reason: 'No' } })).status, 200)
    const other = await correct(work.needSide, work, entry.id, 2)
    t.match(other, { status: 201, body: { minutes: -60 } })
    t.equal((await confirm(work.needSide, work, refused.id)).status, 404, 'it was withdrawn for the new one')
    await confirm(work.offerSide, work, other.body.id)
    t.match(await totals(work.needSide), { confirmed_hours: 2, open_corrections_hours: 0, entries: 2 })

    const { body: third } = await correct(work.offerSide, work, entry.id, 4)
    await work.needSide.call('POST', `${work.url}/hours/${third.id}/dispute`, { body: { reason: 'No' } })
    const [confirmed] = await Promise.all([
      confirm(work.needSide, work, third.id),
      correct(work.offerSide, work, entry.id, 1),
    ])
    const { confirmed_hours } = await totals(work.needSide)
    t.equal(confirmed_hours, confirmed.status === 200 ? 4 : 2)
    const open = (await totals(work.needSide)).open_corrections_hours
    t.equal(confirmed_hours + open, 1, 'the last correction leads to what it says')
  },
)

t.test('two corrections at once leave one', async (t) => {
  const work = await engaged()
  const { body: entry } = await log(work.offerSide, work, { hours: 3 })
  await confirm(work.needSide, work, entry.id)
  const both = await Promise.all([
    correct(work.needSide, work, entry.id, 2),
    correct(work.offerSide, work, entry.id, 1),
  ])
  t.same(both.map(({ status }) => status).sort(), [201, 409])
})

t.test('many hours are confirmed at once: all or none', async (t) => {
  const first = await engaged()
  const second = await engaged(first, await anotherNeed(first))
  const entries = []
  for (const work of [first, second, first]) {
    const { body } = await log(work.offerSide, work, { hours: 1 })
    entries.push({ engagement_id: work.id, id: body.id, version: 1 })
  }
  const { body: own } = await log(first.needSide, first, { hours: 1 })
  const all = (by: Partner, hours: unknown[]) => by.call('POST', '/v1/hours/confirm', { body: { hours } })
  t.match(
    await all(first.needSide, [
      ...entries,
      { engagement_id: first.id, id: own.id },
      { engagement_id: second.id, id: entries[0]?.id },
    ]),
    {
      status: 422,
      body: {
        errors: [
          { pointer: '/hours/3/id', code: 'not_your_side' },
          { pointer: '/hours/4/id', code: 'hours_not_found' },
        ],
      },
    },
  )
  t.match(await totals(first.needSide), { confirmed_hours: 0 })
  t.equal((await all(await service.newPartner(), entries)).status, 422)
  const done = await all(first.needSide, entries)
  t.match(done, {
    status: 200,
    body: { data: entries.map(({ id }) => ({ id, status: 'confirmed', version: 2 })) },
  })
  t.match(await totals(first.needSide), { confirmed_hours: 3, logged_hours: 1 })
  t.match(await all(first.needSide, entries), { status: 422, body: { errors: [{ code: 'hours_answered' }] } })
})

t.test('hours of a partner are listed by page, filtered and summed, as JSON and as CSV', async (t) => {
  const pair = await twoPartners(service)
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody())
  const otherProgramId = await post(office, '/v1/programs', programBody())
  const { body: student } = await office.call('POST', '/v1/candidates', { body: candidateBody(programId) })
  const first = await engaged(pair)
  const needId = await anotherNeed(pair)
  const second = await engaged({ ...pair, offerSide: office, offerId: student.offer_id }, needId)
  for (const hours of [1, 2, 3]) await log(first.offerSide, first, { hours })
  await log(office, second, { hours: 4 })
  const read: number[] = []
  let cursor = ''
  for (;;) {
    const { body } = await pair.needSide.call('GET', `/v1/hours?limit=3${cursor}`)
    read.push(...body.data.map((one: { hours: number }) => one.hours))
    if (!body.has_more) break
    cursor = `&cursor=${body.next_cursor}`
  }
  t.same(read.sort(), [1, 2, 3, 4])
  t.match(await totals(pair.needSide), { entries: 4, logged_hours: 10 })
  t.match(await totals(pair.needSide, `&helper_id=${pair.helperId}`), { logged_hours: 6 })
  t.match(await totals(pair.needSide, `&organization_id=${pair.organizationId}`), { logged_hours: 10 })
  t.match(await totals(pair.needSide, '&status=confirmed&from=2026-11-02'), { entries: 0 })
  t.match(await totals(pair.needSide, '&from=2026-11-03'), { entries: 0 })
  t.match(await totals(office, `&program_id=${programId}`), { logged_hours: 4 })
  t.match(await totals(office, `&program_id=${otherProgramId}`), { logged_hours: 0 })
  t.match(
    await totals(pair.needSide, `&program_id=${programId}`),
    { logged_hours: 0 },
    'not a program of theirs',
  )
  for (const list of ['introductions', 'engagements'])
    for (const [by, id, count] of [
      [office, programId, 1],
      [office, otherProgramId, 0],
      [pair.needSide, programId, 0],
    ] as const) {
      const { body } = await by.call('GET', `/v1/${list}?program_id=${id}&include=total`)
      t.match(body, { total: { value: count, is_exact: true } }, `${list} of a program`)
    }
  const csv = String((await pair.needSide.call('GET', '/v1/hours.csv?include=total')).body)
  const lines = csv.trim().split(/\r?\n/)
  t.equal(lines.length, 1 + 4 + 3)
  t.match(lines[5], /^,,10,600,,,logged/)
})

t.test('a list of hours from a day after its last is refused', async (t) => {
  const { offerSide } = await engaged()
  const from = { status: 422, body: { errors: [{ pointer: '?from', code: 'invalid_value' }] } }
  for (const path of ['/v1/hours', '/v1/hours.csv'])
    t.match(await offerSide.call('GET', `${path}?from=2026-11-03&to=2026-11-02`), from)
})

t.test('who names the side of the other learns which side is theirs', async (t) => {
  const work = await engaged()
  t.match(await log(work.offerSide, work, { side: 'need', hours: 1 }), {
    status: 403,
    body: { code: 'not_your_side', detail: /You speak for the offer side/ },
  })
})

t.test('nobody works twice at once in an engagement, whichever side logs it', async (t) => {
  const work = await engaged()
  const span = (by: Partner, from: string, to: string) =>
    by.call('POST', `${work.url}/hours`, {
      body: { starts_at: `2026-11-02T${from}:00Z`, ends_at: `2026-11-02T${to}:00Z` },
    })
  const first = (await span(work.offerSide, '10:00', '12:00')).body
  const refused = { status: 422, body: { errors: [{ pointer: '/starts_at', code: 'overlaps' }] } }
  for (const [by, from, to] of [
    [work.offerSide, '10:00', '12:00'],
    [work.needSide, '10:00', '12:00'],
    [work.needSide, '11:59', '12:30'],
    [work.offerSide, '09:00', '13:00'],
  ] as const)
    t.match(await span(by, from, to), refused, `${from} ${to}`)
  t.match((await span(work.needSide, '11:00', '11:30')).body.errors[0].detail, first.id)
  t.equal((await span(work.needSide, '12:00', '12:30')).status, 201, 'the end is no overlap')
  const change = (to: string) =>
    work.offerSide.call('PUT', `${work.url}/hours/${first.id}`, {
      headers: { 'if-match': '*' },
      body: { starts_at: '2026-11-02T10:30:00Z', ends_at: `2026-11-02T${to}:00Z` },
    })
  t.match(await change('12:10'), refused, 'a change, with the other entry')
  t.equal((await change('11:30')).status, 200, 'not with itself')

  const other = await engaged(work, await anotherNeed(work))
  const elsewhere = { starts_at: '2026-11-02T10:00:00Z', ends_at: '2026-11-02T12:00:00Z' }
  t.equal((await other.offerSide.call('POST', `${other.url}/hours`, { body: elsewhere })).status, 201)
})

t.test('hours that did not take place leave their time free', async (t) => {
  const work = await engaged()
  const body = { starts_at: '2026-11-02T10:00:00Z', ends_at: '2026-11-02T12:00:00Z' }
  const span = (by: Partner) => by.call('POST', `${work.url}/hours`, { body })
  const { id } = (await span(work.offerSide)).body
  await work.needSide.call('POST', `${work.url}/hours/${id}/dispute`, { body: { reason: 'An hour less' } })
  const { id: second } = (await span(work.needSide)).body
  t.ok(second, 'the disputed entry does not count')
  await confirm(work.offerSide, work, second)
  const { id: correction } = (await correct(work.offerSide, work, second, 0)).body
  t.equal((await span(work.offerSide)).status, 422, 'until both agree on the correction')
  await confirm(work.needSide, work, correction)
  t.equal((await span(work.offerSide)).status, 201)
})

t.test('of two entries of the same time that are sent at once, one is kept', async (t) => {
  const work = await engaged()
  const body = { starts_at: '2026-11-02T10:00:00Z', ends_at: '2026-11-02T12:00:00Z' }
  const sent = Array.from({ length: 6 }, (_, at) =>
    (at % 2 === 0 ? work.offerSide : work.needSide).call('POST', `${work.url}/hours`, { body }),
  )
  const statuses = (await Promise.all(sent)).map(({ status }) => status)
  t.same(statuses.sort(), [201, 422, 422, 422, 422, 422])
})

t.test('work that is not over is not logged, except for the difference of clocks', async (t) => {
  const work = await engaged()
  const until = (ends_at: string) =>
    work.offerSide.call('POST', `${work.url}/hours`, { body: { starts_at: '2026-11-02T19:00:00Z', ends_at } })
  t.match(await until('2026-11-02T20:06:00Z'), {
    status: 422,
    body: { errors: [{ pointer: '/ends_at', code: 'not_over' }] },
  })
  t.equal((await until('2026-11-02T20:04:00Z')).status, 201)
})

import t from 'tap'
import {
  candidateBody,
  helperBody,
  needBody,
  offerBody,
  organizationBody,
  programBody,
} from '../../support/bodies.ts'
import { newOffice } from '../../support/office.ts'
import { type Partner, type Reply, startTestService } from '../../support/service.ts'
import { created, post, postWorld } from '../../support/world.ts'

let nowMs = Date.parse('2030-03-01T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

const ZONE = 'America/Chicago'
const saturday = (more: Record<string, unknown> = {}) => ({
  starts_at: '2030-03-09T09:00',
  ends_at: '2030-03-09T12:00',
  time_zone: ZONE,
  ...more,
})
const NEXT = { starts_at: '2030-03-16T09:00', ends_at: '2030-03-16T12:00', time_zone: ZONE }

async function newPoster() {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const postNeed = (sessions: unknown, more: Record<string, unknown> = {}): Promise<Reply> =>
    partner.call('POST', '/v1/needs', { body: needBody(organizationId, { sessions, ...more }) })
  return { partner, organizationId, postNeed }
}
const patch = (partner: Partner, path: string, body: unknown) =>
  partner.call('PATCH', path, { body, headers: { 'if-match': '*' } })
const faultsOf = ({ body }: Reply) =>
  (body.errors ?? []).map(({ pointer, code, detail }: Record<string, string>) => ({ pointer, code, detail }))

t.test(
  'sessions are kept as instants, the earliest first, and a need wants as many helpers as they do',
  async (t) => {
    const { partner, postNeed } = await newPoster()
    const sessions = [NEXT, saturday({ positions: 2, note: 'Meet at the back door' })]
    t.match(await postNeed(sessions, { positions: 9 }), {
      status: 422,
      body: { errors: [{ pointer: '/positions', code: 'two_values', detail: /together 3/ }] },
    })
    const { id } = created(await postNeed(sessions, { positions: 3 }))
    const { body } = await partner.call('GET', `/v1/needs/${id}`)
    t.equal(body.positions, 3)
    const [first, second] = body.sessions
    t.match(first, {
      id: /^session_/,
      starts_at: '2030-03-09T15:00:00.000Z',
      ends_at: '2030-03-09T18:00:00.000Z',
      time_zone: ZONE,
      positions: 2,
      note: 'Meet at the back door',
    })
    t.match(second, { starts_at: '2030-03-16T14:00:00.000Z', positions: 1, note: null }, 'in summer time')
  },
)

t.test('a need that is sent back with other sessions takes the positions of these', async (t) => {
  const { partner, postNeed } = await newPoster()
  const need = created(await postNeed([NEXT, saturday({ positions: 2 })]))
  const path = `/v1/needs/${need.id}`
  t.match(await patch(partner, path, { sessions: [NEXT], positions: need.positions }), {
    status: 200,
    body: { positions: 1 },
  })
  t.match(await patch(partner, path, { positions: 4 }), {
    status: 422,
    body: { errors: [{ pointer: '/positions', code: 'two_values' }] },
  })
})

t.test('an offset says the time as well as the clocks of the zone', async (t) => {
  const { postNeed } = await newPoster()
  const reply = await postNeed([
    saturday({ starts_at: '2030-03-09T16:00+01:00', ends_at: '2030-03-09T18:00:00Z' }),
  ])
  t.match(created(reply), {
    sessions: [{ starts_at: '2030-03-09T15:00:00.000Z', ends_at: '2030-03-09T18:00:00.000Z' }],
  })
})

t.test('a local time that clocks never show, or show twice, is answered with what to send', async (t) => {
  const { postNeed } = await newPoster()
  const never = await postNeed([saturday({ starts_at: '2030-03-10T02:30', ends_at: '2030-03-10T05:00' })])
  t.match(faultsOf(never), [
    {
      pointer: '/sessions/0/starts_at',
      detail:
        'The clocks of America/Chicago never show this time: they go forward from 02:00 to 03:00. Send a time that they show.',
    },
  ])
  const twice = await postNeed([saturday({ starts_at: '2030-11-03T00:30', ends_at: '2030-11-03T01:30' })])
  t.match(faultsOf(twice), [
    {
      pointer: '/sessions/0/ends_at',
      detail:
        'The clocks of America/Chicago show this time twice. Say which is meant: 2030-11-03T01:30-05:00 or 2030-11-03T01:30-06:00.',
    },
  ])
  const said = await postNeed([
    saturday({ starts_at: '2030-11-03T00:30', ends_at: '2030-11-03T01:30-06:00' }),
  ])
  t.match(created(said), {
    sessions: [{ starts_at: '2030-11-03T05:30:00.000Z', ends_at: '2030-11-03T07:30:00.000Z' }],
  })
  const halfHour = await postNeed([
    saturday({
      starts_at: '2030-10-06T02:10',
      ends_at: '2030-10-06T04:00',
      time_zone: 'Australia/Lord_Howe',
    }),
  ])
  t.match(faultsOf(halfHour), [{ detail: /go forward from 02:00 to 02:30/ }])
})

t.test('sessions that cannot be meant are refused, each at its place', async (t) => {
  const { postNeed } = await newPoster()
  const cases: [Record<string, unknown>, string, RegExp][] = [
    [{ ends_at: '2030-03-09T09:00' }, '/sessions/0/ends_at', /after the start/],
    [{ ends_at: '2030-03-10T10:01' }, '/sessions/0/ends_at', /at most 24 hours/],
    [{ starts_at: '2030-03-09' }, '/sessions/0/starts_at', /to the minute/],
    [{ starts_at: '2030-03-09T09:00:30' }, '/sessions/0/starts_at', /to the minute/],
    [{ starts_at: '2030-02-30T09:00' }, '/sessions/0/starts_at', /to the minute/],
    [{ time_zone: 'PST' }, '/sessions/0/time_zone', /America\/Los_Angeles/],
    [{ time_zone: 'Pacific Standard Time' }, '/sessions/0/time_zone', /America\/Los_Angeles/],
    [{ positions: 0 }, '/sessions/0/positions', /./],
    [{ starts_at: '2030-03-01T02:59', ends_at: '2030-03-01T06:00' }, '/sessions/0/starts_at', /has begun/],
    [{ id: 'session_01h455vb4pex5vsknk084sn02q' }, '/sessions/0/id', /no session with this id/],
  ]
  for (const [more, pointer, detail] of cases)
    t.match(faultsOf(await postNeed([saturday(more)])), [{ pointer, detail }], JSON.stringify(more))
  t.equal((await postNeed(Array.from({ length: 101 }, () => saturday()))).status, 422)
  t.equal((await postNeed([saturday({ positions: 600 }), saturday({ positions: 401 })])).status, 422)
  t.equal((await postNeed(Array.from({ length: 100 }, () => saturday()))).status, 201)
})

t.test('sessions keep their ids while others are added, changed and removed', async (t) => {
  const { partner, postNeed } = await newPoster()
  const need = created(await postNeed([saturday(), NEXT], { external_id: 'dated' }))
  const path = `/v1/needs/${need.id}`
  const idsOf = ({ body }: Reply) => body.sessions.map(({ id }: { id: string }) => id)
  const before = await partner.call('GET', path)
  const [first, second] = idsOf(before)

  const longer = await patch(partner, path, {
    sessions: [
      { starts_at: '2030-03-02T09:00', ends_at: '2030-03-02T10:00', time_zone: ZONE },
      saturday({ ends_at: '2030-03-09T13:00' }),
      { ...NEXT, positions: 4 },
    ],
  })
  t.same(idsOf(longer).slice(1), [first, second], 'a session that begins at the same time stays')
  const moved = await patch(partner, path, {
    sessions: [{ ...saturday({ starts_at: '2030-03-09T07:00' }), id: second }],
  })
  t.same(idsOf(moved), [second], 'one that is named stays, whatever becomes of it')
  t.equal(moved.body.positions, 1)
  const same = await patch(partner, path, { title: 'Sort the donations' })
  t.same(same.body.sessions, moved.body.sessions, 'a change of something else changes none')
  const version = same.body.version
  const again = await partner.call('PUT', '/v1/needs/by-external-id/dated', {
    body: needBody(String(need.organization_id), {
      title: 'Sort the donations',
      sessions: [saturday({ starts_at: '2030-03-09T07:00' })],
    }),
  })
  t.match(again, { status: 200, body: { version } }, 'and neither does the same body')
  const twice = await patch(partner, path, { sessions: [saturday({ id: second }), { ...NEXT, id: second }] })
  t.match(faultsOf(twice), [{ pointer: '/sessions/0/id' }, { pointer: '/sessions/1/id' }])
})

t.test('a session that has begun stays with its need, and no other may begin before now', async (t) => {
  const { partner, postNeed } = await newPoster()
  const soon = { starts_at: '2030-03-01T04:00', ends_at: '2030-03-01T05:00', time_zone: ZONE }
  const { id } = created(await postNeed([soon, saturday()]))
  nowMs = Date.parse('2030-03-01T10:30:00Z')
  t.teardown(() => {
    nowMs = Date.parse('2030-03-01T09:00:00Z')
  })
  t.match(await patch(partner, `/v1/needs/${id}`, { title: 'Sort' }), { status: 200 })
  t.match(await patch(partner, `/v1/needs/${id}`, { sessions: [soon, NEXT] }), { status: 200 })
  const earlier = { ...soon, starts_at: '2030-03-01T03:30' }
  t.match(faultsOf(await patch(partner, `/v1/needs/${id}`, { sessions: [soon, earlier] })), [
    { pointer: '/sessions/1/starts_at', code: 'in_the_past' },
  ])
  const closed = await patch(partner, `/v1/needs/${id}`, { sessions: [soon, earlier], status: 'closed' })
  t.match(closed, { status: 200 }, 'a closed need may tell of the past')
})

t.test(
  'an offer that can attend no session is a near miss with the time to be free, in each language',
  async (t) => {
    const partner = await service.newPartner()
    const { needId, offerId } = await postWorld(partner, {
      need: { hours_per_week: undefined, visibility: 'partner', sessions: [saturday(), NEXT] },
      offer: { not_available: [{ starts_on: '2030-03-08', ends_on: '2030-03-17' }] },
    })
    const seen = (language: string) =>
      partner.call('GET', `/v1/needs/${needId}/matches?include=near_misses`, {
        headers: { 'accept-language': language },
      })
    const { body } = await seen('en')
    t.same(body.data, [])
    t.match(body.near_misses, [
      {
        offer_id: offerId,
        offer: { not_available: [{ starts_on: '2030-03-08', ends_on: '2030-03-17' }], dates: [] },
        blockers: [
          {
            code: 'no_session_fits',
            detail: 'The helper cannot come to any of the 2 sessions that still have a place.',
            smallest_change:
              'Make the helper available on March 9, 2030 from 09:00 to 12:00 (America/Chicago), or add a session that suits.',
          },
        ],
      },
    ])
    t.match(body.blocked_by, [{ code: 'no_session_fits', count: 1, detail: /none of the sessions/ }])
    for (const [language, detail] of [
      ['de', /keinem der 2 Termine/],
      ['es', /ninguna de las 2 sesiones/],
      ['fr', /aucune des 2 séances/],
      ['pt', /nenhuma das 2 sessões/],
    ] as const)
      t.match((await seen(language)).body.near_misses[0].blockers[0].detail, detail)

    await patch(partner, `/v1/offers/${offerId}`, { not_available: [{ starts_on: '2030-03-16' }] })
    const ranked = (await seen('en')).body.data
    t.match(ranked, [{ offer_id: offerId, need_id: needId }])
    const time = ranked[0].factors.find(({ name }: { name: string }) => name === 'time')
    t.match(time, { value: 0.5, reason: 'Can come to 1 of 2 sessions.' })
    const fromOffer = await partner.call('GET', `/v1/offers/${offerId}/matches`)
    const isOwn = ({ need_id }: { need_id: string }) => need_id === needId
    t.match(fromOffer.body.data.find(isOwn), {
      score: ranked[0].score,
      need: { positions_left: 2, sessions: [{ positions_left: 1 }, { positions_left: 1 }] },
    })
  },
)

t.test('a session that begins leaves a ranking that is remembered', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner, {
    need: {
      visibility: 'partner',
      sessions: [{ starts_at: '2030-03-01T03:30', ends_at: '2030-03-01T05:00', time_zone: ZONE }],
    },
  })
  const ranked = async () => (await partner.call('GET', `/v1/needs/${needId}/matches`)).body.data.length
  t.equal(await ranked(), 1)
  nowMs = Date.parse('2030-03-01T09:29:59Z')
  t.equal(await ranked(), 1)
  nowMs = Date.parse('2030-03-01T09:30:00Z')
  t.teardown(() => {
    nowMs = Date.parse('2030-03-01T09:00:00Z')
  })
  t.equal(await ranked(), 0)
})

t.test('a preview ranks sessions as a posted need does', async (t) => {
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner, { offer: { dates: [{ starts_on: '2030-03-16' }] } })
  const preview = (sessions: unknown) =>
    partner.call('POST', '/v1/matches/preview', {
      body: { need: needBody(organizationId, { sessions, visibility: 'partner' }) },
    })
  t.equal((await preview([NEXT])).body.data.length, 1)
  t.equal((await preview([saturday()])).body.data.length, 0)
})

t.test('days that a program is away are those of its candidates, beside their own', async (t) => {
  const office = await newOffice(service)
  const programId = await post(
    office,
    '/v1/programs',
    programBody({
      starts_on: '2030-01-10',
      ends_on: '2030-06-30',
      not_available: [{ starts_on: '2030-03-04', ends_on: '2030-03-09' }],
    }),
  )
  const candidate = created(
    await office.call('POST', '/v1/candidates', {
      body: candidateBody(programId, {
        not_available: [{ starts_on: '2030-04-01' }],
        graduates_on: undefined,
      }),
    }),
  )
  t.match(candidate, { not_available: [{ starts_on: '2030-04-01', ends_on: '2030-04-01' }], dates: [] })
  const offerOf = async () => (await office.call('GET', `/v1/offers/${candidate.offer_id}`)).body
  t.match(await offerOf(), {
    not_available: [
      { starts_on: '2030-03-04', ends_on: '2030-03-09' },
      { starts_on: '2030-04-01', ends_on: '2030-04-01' },
    ],
  })
  const site = await newPoster()
  const need = created(await site.postNeed([saturday()]))
  const isRanked = async () => {
    const { body } = await site.partner.call('GET', `/v1/needs/${need.id}/matches`)
    return body.data.some(({ offer_id }: { offer_id: string }) => offer_id === candidate.offer_id)
  }
  t.notOk(await isRanked())
  t.match(await patch(office, `/v1/programs/${programId}`, { not_available: [] }), {
    status: 200,
    body: { not_available: [] },
  })
  t.match((await offerOf()).not_available, [{ starts_on: '2030-04-01' }])
  t.ok(await isRanked())
})

t.test('days in the wrong order are refused, on offers, candidates and programs', async (t) => {
  const office = await newOffice(service)
  const helperId = await post(office, '/v1/helpers', helperBody())
  const programId = await post(office, '/v1/programs', programBody())
  const days = [{ starts_on: '2030-03-09', ends_on: '2030-03-08' }]
  for (const [path, body, field] of [
    ['/v1/offers', offerBody(helperId, { dates: days }), 'dates'],
    ['/v1/candidates', candidateBody(programId, { not_available: days }), 'not_available'],
    ['/v1/programs', programBody({ not_available: days }), 'not_available'],
  ] as const)
    t.match(faultsOf(await office.call('POST', path, { body })), [{ pointer: `/${field}/0/ends_on` }])
})

t.test('sessions can be sent back as they were read', async (t) => {
  const { partner, postNeed } = await newPoster()
  const { body: need } = await postNeed([saturday(), NEXT])
  const [first, second] = need.sessions
  t.match(first, { note: null })
  t.match(await patch(partner, `/v1/needs/${need.id}`, { sessions: [{ ...first, positions: 3 }, second] }), {
    status: 200,
    body: { positions: 4, sessions: [{ id: first.id, note: null, positions: 3 }, { id: second.id }] },
  })
})

t.test('an offer without a day left says so, and dates that have passed are refused', async (t) => {
  const partner = await service.newPartner()
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const days = (starts_on: string, ends_on: string) => ({ starts_on, ends_on })
  const notices = async (body: Record<string, unknown>) => {
    const { status, body: offer } = await partner.call('POST', '/v1/offers', {
      body: offerBody(helperId, body),
    })
    t.equal(status, 201)
    return offer.notices.some(({ code }: { code: string }) => code === 'never_available')
  }
  const week = [days('2030-05-06', '2030-05-12')]
  for (const [body, isNever] of [
    [{ dates: week }, false],
    [{ dates: week, not_available: [days('2030-05-01', '2030-05-11')] }, false],
    [
      { dates: week, not_available: [days('2030-05-10', '2030-05-20'), days('2030-05-01', '2030-05-09')] },
      true,
    ],
    [{ dates: week, ends_on: '2030-05-05' }, true],
    [{ dates: week, starts_on: '2030-05-12' }, false],
    [
      { starts_on: '2030-05-06', ends_on: '2030-05-12', not_available: [days('2030-05-06', '2030-05-12')] },
      true,
    ],
    [{ not_available: [days('2030-05-06', '2030-05-12')] }, false],
    [{ ends_on: '2030-05-12', not_available: [days('1900-01-01', '2030-05-12')] }, false],
  ] as const)
    t.equal(await notices(body), isNever, JSON.stringify(body))
  const past = { dates: [days('2020-05-06', '2020-05-07')] }
  t.match(await partner.call('POST', '/v1/offers', { body: offerBody(helperId, past) }), {
    status: 422,
    body: { errors: [{ pointer: '/dates', code: 'in_the_past' }] },
  })
  const mixed = { dates: [...past.dates, ...week] }
  t.equal((await partner.call('POST', '/v1/offers', { body: offerBody(helperId, mixed) })).status, 201)
})

t.test('sessions outside the days of their need are noticed', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const codes = async (body: Record<string, unknown>) => {
    const session = {
      starts_at: '2030-05-06T23:00',
      ends_at: '2030-05-07T01:00',
      time_zone: 'America/New_York',
    }
    const reply = await partner.call('POST', '/v1/needs', {
      body: needBody(organizationId, { sessions: [session], ...body }),
    })
    t.equal(reply.status, 201)
    return reply.body.notices.map(({ code }: { code: string }) => code)
  }
  t.same(await codes({ starts_on: '2030-05-06', ends_on: '2030-05-06' }), [])
  t.same(await codes({ ends_on: '2030-05-05' }), ['sessions_outside_dates'])
  t.same(await codes({ starts_on: '2030-05-07' }), ['sessions_outside_dates'])
})

import t from 'tap'
import { type Partner, type Reply, startTestService } from '../../support/service.ts'
import {
  anotherNeed,
  anotherOffer,
  propose,
  type TwoPartners,
  twoPartners,
} from '../../support/two-partners.ts'
import { created } from '../../support/world.ts'

let nowMs = Date.parse('2030-03-01T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })
t.afterEach(() => {
  nowMs = Date.parse('2030-03-01T09:00:00Z')
})

const ZONE = 'America/Los_Angeles'
const on = (day: string, more: Record<string, unknown> = {}) => ({
  starts_at: `2030-${day}T09:00`,
  ends_at: `2030-${day}T12:00`,
  time_zone: ZONE,
  ...more,
})
const dated = (sessions: unknown, offer: Record<string, unknown> = {}) =>
  twoPartners(service, {
    need: { sessions, visibility: 'network', hours_per_week: undefined },
    offer: { hours_per_week: undefined, ...offer },
  })
const idsOf = async ({ needSide, needId }: TwoPartners): Promise<string[]> =>
  (await needSide.call('GET', `/v1/needs/${needId}`)).body.sessions.map(({ id }: { id: string }) => id)
const accept = (by: Partner, id: unknown, body: object = {}): Promise<Reply> =>
  by.call('POST', `/v1/introductions/${id}/accept`, { body })
const codesOf = ({ body }: Reply) => (body.errors ?? []).map(({ code }: { code: string }) => code)
const seenNeed = async (pair: TwoPartners, offerId = pair.offerId) =>
  (await pair.offerSide.call('GET', `/v1/needs/${pair.needId}/matches/${offerId}`)).body
const engagementOf = async (by: Partner, introductionId: unknown) =>
  (await by.call('GET', '/v1/engagements?limit=100')).body.data.find(
    (one: { introduction_id: unknown }) => one.introduction_id === introductionId,
  )
const end = (by: Partner, engagementId: string) =>
  by.call('POST', `/v1/engagements/${engagementId}/end`, { body: { reason: 'agreed' } })

t.test('an introduction is about all sessions that suit the helper, or those that are named', async (t) => {
  const pair = await dated([on('03-09'), on('03-16'), on('03-23')], {
    not_available: [{ starts_on: '2030-03-16' }],
  })
  const [first, second, third] = await idsOf(pair)
  const all = created(await propose(pair.needSide, pair.needId, pair.offerId))
  t.same(all.session_ids, [first, third])
  await pair.needSide.call('POST', `/v1/introductions/${all.id}/withdraw`)
  const one = await propose(pair.offerSide, pair.needId, pair.offerId, { session_ids: [third, third] })
  t.same(created(one).session_ids, [third])
  await pair.offerSide.call('POST', `/v1/introductions/${created(one).id}/withdraw`)
  const away = await propose(pair.needSide, pair.needId, pair.offerId, { session_ids: [second] })
  t.match(away, { status: 409, body: { code: 'not_a_match', errors: [{ code: 'no_session_fits' }] } })
  const unknown = await propose(pair.needSide, pair.needId, pair.offerId, {
    session_ids: ['session_01h455vb4pex5vsknk084sn02q'],
  })
  t.match(unknown, {
    status: 422,
    body: { errors: [{ pointer: '/session_ids/0', code: 'unknown_session' }] },
  })
})

t.test('each session fills by itself, and the need once none ahead has a place', async (t) => {
  const pair = await dated([on('03-09'), on('03-16', { positions: 2 })])
  const [first, second] = await idsOf(pair)
  const other = await anotherOffer(pair)
  const left = async (offerId?: string) => {
    const { need } = await seenNeed(pair, offerId)
    return [need.positions_left, need.sessions.map((one: { positions_left: number }) => one.positions_left)]
  }
  t.same(await left(), [3, [1, 2]])
  const introduction = created(await propose(pair.needSide, pair.needId, pair.offerId))
  t.match(await accept(pair.offerSide, introduction.id), { status: 200 })
  t.same(await left(), [1, [0, 1]])
  const engagement = await engagementOf(pair.offerSide, introduction.id)
  t.match(engagement, {
    sessions: [
      { id: first, starts_at: '2030-03-09T17:00:00.000Z', time_zone: ZONE },
      { id: second, starts_at: '2030-03-16T16:00:00.000Z' },
    ],
    plan: { starts_on: '2030-03-09', ends_on: '2030-03-16' },
  })
  const full = await propose(pair.needSide, pair.needId, other, { session_ids: [first] })
  t.match(full, { status: 409, body: { code: 'session_not_open', errors: [{ code: 'session_full' }] } })
  const last = created(await propose(pair.needSide, pair.needId, other))
  t.same(last.session_ids, [second], 'full ones are not proposed')
  t.match(await accept(pair.offerSide, last.id), { status: 200 })
  t.match(await pair.needSide.call('GET', `/v1/needs/${pair.needId}`), { body: { status: 'filled' } })

  t.equal((await end(pair.offerSide, engagement.id)).status, 200)
  t.same(await left(), [2, [1, 1]], 'what ends gives its places back')
  t.match(await pair.needSide.call('GET', `/v1/needs/${pair.needId}`), { body: { status: 'open' } })
})

t.test('of sessions at the same time one helper takes one, and the others stay free', async (t) => {
  const pair = await dated([on('03-09', { note: 'Kitchen' }), on('03-09', { note: 'Door' }), on('03-16')])
  const [kitchen, door, later] = await idsOf(pair)
  const mine = created(await propose(pair.needSide, pair.needId, pair.offerId))
  t.same(mine.session_ids, [kitchen, door, later], 'any of them may be chosen')
  const both = await accept(pair.offerSide, mine.id, { session_ids: [later, kitchen, door] })
  t.match(both, {
    status: 409,
    body: { code: 'fully_committed', errors: [{ pointer: '/session_ids/2', code: 'fully_committed' }] },
  })
  t.match(await accept(pair.offerSide, mine.id), { status: 200 })
  const { sessions } = await engagementOf(pair.offerSide, mine.id)
  t.same(
    sessions.map(({ id }: { id: string }) => id),
    [kitchen, later],
  )
  const theirs = created(await propose(pair.needSide, pair.needId, await anotherOffer(pair)))
  t.same(theirs.session_ids, [door])
})

t.test(
  'an acceptance of a session that has filled, begun or gone is refused, and may take the others',
  async (t) => {
    const pair = await dated([on('03-09'), on('03-16'), on('03-23')])
    const [first, second, third] = await idsOf(pair)
    const other = await anotherOffer(pair)
    const mine = created(await propose(pair.needSide, pair.needId, pair.offerId))
    const theirs = created(await propose(pair.needSide, pair.needId, other, { session_ids: [second] }))
    t.match(await accept(pair.offerSide, theirs.id), { status: 200 })
    const refused = await accept(pair.offerSide, mine.id)
    t.match(refused, {
      status: 409,
      body: {
        code: 'session_not_open',
        errors: [{ code: 'session_full', detail: new RegExp(String(second)) }],
      },
    })
    const foreign = await accept(pair.offerSide, theirs.id, { session_ids: [first] })
    t.equal(foreign.status, 409, 'it is answered already')
    await pair.needSide.call('PATCH', `/v1/needs/${pair.needId}`, {
      body: { sessions: [on('03-09'), on('03-16')] },
      headers: { 'if-match': '*' },
    })
    t.same(codesOf(await accept(pair.offerSide, mine.id, { session_ids: [third] })), ['session_removed'])
    const wrong = await accept(pair.offerSide, mine.id, {
      session_ids: ['session_01h455vb4pex5vsknk084sn02q'],
    })
    t.match(wrong, { status: 422, body: { errors: [{ code: 'unknown_session' }] } })
    t.match(await accept(pair.offerSide, mine.id, { session_ids: [first] }), { status: 200 })
    t.match((await engagementOf(pair.offerSide, mine.id)).sessions, [{ id: first }])
  },
)

t.test('whoever was accepted for one session can be introduced for the others, each once', async (t) => {
  const pair = await dated([on('03-09'), on('03-16'), on('03-23')])
  const [first, second, third] = await idsOf(pair)
  const proposed = (session: unknown) =>
    propose(pair.needSide, pair.needId, pair.offerId, { session_ids: [session] })
  const one = created(await proposed(first))
  t.match(await proposed(second), { status: 409, body: { code: 'introduction_standing' } })
  t.match(await accept(pair.offerSide, one.id), { status: 200 })
  t.match(await proposed(first), { status: 409 }, 'that place is taken')
  const another = created(await proposed(second))
  t.match(await proposed(third), { status: 409, body: { code: 'introduction_standing' } })
  t.match(await accept(pair.offerSide, another.id), { status: 200 })
  t.match((await engagementOf(pair.offerSide, one.id)).sessions, [{ id: first }])
  t.match((await engagementOf(pair.offerSide, another.id)).sessions, [{ id: second }])
  const rest = created(await propose(pair.offerSide, pair.needId, pair.offerId))
  t.same(rest.session_ids, [third])
  t.match(await accept(pair.needSide, rest.id), { status: 200 })
  t.match(await pair.needSide.call('GET', `/v1/needs/${pair.needId}`), { body: { status: 'filled' } })
})

t.test('a session that has begun is refused if it is named, and left out if not', async (t) => {
  const pair = await dated([on('03-02'), on('03-03')])
  const [first, second] = await idsOf(pair)
  const { id } = created(await propose(pair.needSide, pair.needId, pair.offerId))
  nowMs = Date.parse('2030-03-02T17:00:00Z')
  t.same(codesOf(await accept(pair.offerSide, id, { session_ids: [first, second] })), ['session_over'])
  t.match(await accept(pair.offerSide, id), { status: 200 })
  t.match((await engagementOf(pair.offerSide, id)).sessions, [{ id: second }])
})

t.test('of two simultaneous acceptances of the last place one wins', async (t) => {
  for (let round = 0; round < 5; round++) {
    const pair = await dated([on('03-09'), on('03-16', { positions: 9 })])
    const [first] = await idsOf(pair)
    const other = await anotherOffer(pair)
    const proposals = await Promise.all(
      [pair.offerId, other].map(async (offerId) =>
        created(await propose(pair.needSide, pair.needId, offerId, { session_ids: [first] })),
      ),
    )
    const replies = await Promise.all(proposals.map(({ id }) => accept(pair.offerSide, id)))
    t.same(replies.map(({ status }) => status).sort(), [200, 409])
    const refused = replies.find(({ status }) => status === 409)
    t.match(refused, { body: { code: 'session_not_open', errors: [{ code: 'session_full' }] } })
    const { need } = await seenNeed(pair)
    t.same(need.sessions[0].positions_left, 0)
  }
})

t.test(
  'a helper promises a time once: in rankings, and in acceptances unless both sides want it',
  async (t) => {
    const pair = await dated([on('03-09')])
    const second = await anotherNeed(pair, { sessions: [on('03-09', { starts_at: '2030-03-09T11:00' })] })
    const mine = created(await propose(pair.needSide, pair.needId, pair.offerId))
    const theirs = created(await propose(pair.needSide, second, pair.offerId))
    t.match(await accept(pair.offerSide, mine.id), { status: 200 })
    const engagement = await engagementOf(pair.offerSide, mine.id)
    const blocked = await pair.needSide.call('GET', `/v1/needs/${second}/matches/${pair.offerId}`)
    t.match(blocked.body, { eligible: false, blockers: [{ code: 'no_session_fits' }] })
    const clash = await accept(pair.offerSide, theirs.id)
    t.match(clash, {
      status: 409,
      body: { code: 'fully_committed', errors: [{ detail: new RegExp(`promised to ${engagement.id}`) }] },
    })
    t.equal((await end(pair.needSide, engagement.id)).status, 200)
    t.match((await pair.needSide.call('GET', `/v1/needs/${second}/matches/${pair.offerId}`)).body, {
      eligible: true,
    })
    t.match(await accept(pair.offerSide, theirs.id), { status: 200 })
  },
)

t.test(
  'a helper whose hours a week are all promised still takes part in sessions, which take none of them',
  async (t) => {
    const pair = await dated([on('03-09')], { hours_per_week: 4 })
    const weekly = await anotherNeed(pair, { hours_per_week: 4 })
    const both = await anotherNeed(pair, { hours_per_week: 2, sessions: [on('03-16')] })
    const first = created(await propose(pair.needSide, weekly, pair.offerId))
    t.match(await accept(pair.offerSide, first.id), { status: 200 })
    const seen = (needId: unknown) => pair.needSide.call('GET', `/v1/needs/${needId}/matches/${pair.offerId}`)
    t.match((await seen(pair.needId)).body, { eligible: true, offer: { hours_left: 0 }, notices: [] })
    t.match((await seen(both)).body, { eligible: false, blockers: [{ code: 'fully_committed' }] })
    const ranked = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches`)
    t.ok(ranked.body.data.some((one: { offer_id: string }) => one.offer_id === pair.offerId))
    const forOffer = await pair.offerSide.call('GET', `/v1/offers/${pair.offerId}/matches?limit=100`)
    const found = forOffer.body.data.map((one: { need_id: string }) => one.need_id)
    t.ok(found.includes(pair.needId))
    t.notOk(found.includes(both))
    const { id } = created(await propose(pair.needSide, pair.needId, pair.offerId))
    t.match(await accept(pair.offerSide, id, { hours_per_week: 1 }), {
      status: 409,
      body: { code: 'fully_committed' },
    })
    t.match(await accept(pair.offerSide, id), { status: 200 })
    t.match(await engagementOf(pair.offerSide, id), { hours_per_week: null, sessions: [{}] })
  },
)

t.test('two simultaneous acceptances of sessions at one time leave the helper with one', async (t) => {
  const pair = await dated([on('03-09')])
  const second = await anotherNeed(pair, { sessions: [on('03-09')] })
  const proposals = await Promise.all(
    [pair.needId, second].map(async (needId) => created(await propose(pair.needSide, needId, pair.offerId))),
  )
  const replies = await Promise.all(proposals.map(({ id }) => accept(pair.offerSide, id)))
  t.same(replies.map(({ status }) => status).sort(), [200, 409])
})

t.test('work agreed on keeps its sessions when the need changes them', async (t) => {
  const pair = await dated([on('03-09'), on('03-16')])
  const [first, second] = await idsOf(pair)
  const { id } = created(await propose(pair.needSide, pair.needId, pair.offerId, { session_ids: [first] }))
  t.match(await accept(pair.offerSide, id), { status: 200 })
  const patch = (sessions: unknown) =>
    pair.needSide.call('PATCH', `/v1/needs/${pair.needId}`, {
      body: { sessions },
      headers: { 'if-match': '*' },
    })
  await patch([{ id: first, ...on('03-10'), positions: 2 }, on('03-16')])
  t.match((await engagementOf(pair.offerSide, id)).sessions, [
    { id: first, starts_at: '2030-03-09T17:00:00.000Z' },
  ])
  t.match((await seenNeed(pair)).need, { positions_left: 2, sessions: [{ positions_left: 1 }, {}] })
  await patch([on('03-16')])
  t.match((await seenNeed(pair)).need, { positions_left: 1, sessions: [{ id: second, positions_left: 1 }] })
})

t.test('a need without sessions takes none', async (t) => {
  const pair = await twoPartners(service)
  const named = { session_ids: ['session_01h455vb4pex5vsknk084sn02q'] }
  t.match(await propose(pair.needSide, pair.needId, pair.offerId, named), { status: 422 })
  const introduction = created(await propose(pair.needSide, pair.needId, pair.offerId))
  t.same(introduction.session_ids, [])
  t.match(await accept(pair.offerSide, introduction.id), { status: 200 })
  t.same((await engagementOf(pair.offerSide, introduction.id)).sessions, [])
})

t.test(
  'own needs and offers show what is left of them, one by one and in lists, with expand=left',
  async (t) => {
    const pair = await dated([on('03-09'), on('03-16', { positions: 2 })], { hours_per_week: 5 })
    const [first, second] = await idsOf(pair)
    const need = `/v1/needs/${pair.needId}`
    const leftOf = async (by: Partner, url: string) => (await by.call('GET', `${url}?expand=left`)).body
    const whole = { positions: 3, hours_per_week: null }
    t.match(await leftOf(pair.needSide, need), { left: whole })
    const introduction = created(await propose(pair.needSide, pair.needId, pair.offerId))
    t.match(await accept(pair.offerSide, introduction.id, { hours_per_week: 3 }), { status: 200 })
    const left = {
      positions: 1,
      sessions: [
        { session_id: first, positions: 0 },
        { session_id: second, positions: 1 },
      ],
    }
    t.match(await leftOf(pair.needSide, need), { left, positions: 3 })
    t.match(await leftOf(pair.needSide, '/v1/needs'), { data: [{ id: pair.needId, left }] })
    t.match(await leftOf(pair.offerSide, `/v1/offers/${pair.offerId}`), { left: { hours_per_week: 2 } })
    t.match(await leftOf(pair.offerSide, '/v1/offers'), { data: [{ left: { hours_per_week: 2 } }] })
    const { headers } = await pair.needSide.call('GET', need)
    const etag = { 'if-none-match': String(headers.etag) }
    t.equal((await pair.needSide.call('GET', `${need}?expand=left`, { headers: etag })).status, 200)
  },
)

import t from 'tap'
import { runJob } from '../../support/jobs.ts'
import { startTestService } from '../../support/service.ts'
import {
  anotherNeed,
  anotherOffer,
  answer,
  propose,
  proposed,
  twoPartners,
} from '../../support/two-partners.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

t.test('both partners see a proposal at once, each from its own side, and nobody else', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  const views = await Promise.all(
    [pair.needSide, pair.offerSide, await service.newPartner()].map(async (partner) => ({
      one: await partner.call('GET', `/v1/introductions/${id}`),
      list: (await partner.call('GET', '/v1/introductions?status=proposed')).body.data,
    })),
  )
  t.match(views[0]?.one.body, { status: 'proposed', proposed_by: 'need', yours: ['need'], contacts: null })
  t.match(views[1]?.one.body, { status: 'proposed', proposed_by: 'need', yours: ['offer'], contacts: null })
  t.equal(views[2]?.one.status, 404)
  t.same(
    views.map(({ list }) => list.map((one: { id: string }) => one.id)),
    [[id], [id], []],
  )
  const asNeed = await pair.offerSide.call('GET', '/v1/introductions?role=need')
  t.same(asNeed.body.data, [])
})

t.test('it expires after 72 hours, or at a time from 24 hours to 14 days away', async (t) => {
  const pair = await twoPartners(service)
  const { body } = await propose(pair.offerSide, pair.needId, pair.offerId)
  t.match(body, { proposed_by: 'offer', expires_at: new Date(nowMs + 72 * HOUR_MS).toISOString() })
  const at = (ms: number) => ({ expires_at: new Date(nowMs + ms).toISOString() })
  for (const accepted of [at(24 * HOUR_MS), at(14 * 24 * HOUR_MS)])
    t.match(await propose(pair.needSide, await anotherNeed(pair), pair.offerId, accepted), {
      status: 201,
      body: accepted,
    })
  for (const refused of [at(0), at(700), at(24 * HOUR_MS - 1), at(14 * 24 * HOUR_MS + 1)])
    t.match(await propose(pair.needSide, await anotherNeed(pair), pair.offerId, refused), {
      status: 422,
      body: { errors: [{ pointer: '/expires_at', detail: /at least 24 and at most 336 hours/ }] },
    })
})

t.test('only the side that was asked accepts or declines, only the one that asked withdraws', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  const wrong = [
    await answer(pair.needSide, id, 'accept'),
    await answer(pair.needSide, id, 'decline'),
    await answer(pair.offerSide, id, 'withdraw'),
  ]
  for (const reply of wrong)
    t.match(reply, { status: 403, body: { code: 'introduction_not_yours_to_answer' } })
  t.match(await answer(await service.newPartner(), id, 'accept'), { status: 404 })
  t.match(await answer(pair.offerSide, id, 'accept'), { status: 200, body: { status: 'accepted' } })
})

t.test('an accepted introduction names the engagement that it began, to both sides', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  t.equal((await pair.needSide.call('GET', `/v1/introductions/${id}`)).body.engagement_id, null)
  const { engagement_id } = (await answer(pair.offerSide, id, 'accept')).body
  for (const partner of [pair.needSide, pair.offerSide]) {
    t.match(await partner.call('GET', `/v1/introductions/${id}`), { body: { engagement_id } })
    t.match(await partner.call('GET', '/v1/introductions'), { body: { data: [{ id, engagement_id }] } })
    t.match(await partner.call('GET', `/v1/engagements/${engagement_id}`), { body: { introduction_id: id } })
  }
})

t.test('a partner of both sides proposes for the need and answers for the offer', async (t) => {
  const pair = await twoPartners(service)
  const { body } = await propose(pair.needSide, pair.needId, pair.offerId)
  t.match(body.yours, ['need'])
})

t.test('what has ended does not end again, in whatever way', async (t) => {
  const ends = {
    accepted: 'accept',
    declined: 'decline',
    withdrawn: 'withdraw',
  } as const
  for (const [state, verb] of Object.entries(ends)) {
    const pair = await twoPartners(service)
    const id = await proposed(pair)
    const by = (one: string) => (one === 'withdraw' ? pair.needSide : pair.offerSide)
    t.match(await answer(by(verb), id, verb), { status: 200, body: { status: state } })
    for (const again of Object.values(ends))
      t.match(
        await answer(by(again), id, again),
        {
          status: 409,
          body: { code: again === 'accept' && state === 'accepted' ? /./ : 'introduction_not_open' },
        },
        `${state}, then ${again}`,
      )
  }
})

t.test('one introduction of a pair stands at a time; an ended one makes room', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  t.match(await propose(pair.offerSide, pair.needId, pair.offerId), {
    status: 409,
    body: { code: 'introduction_standing' },
  })
  await answer(pair.needSide, id, 'withdraw')
  t.equal((await propose(pair.offerSide, pair.needId, pair.offerId)).status, 201)
})

t.test('a pair is introduced again once its work has ended, and not before', async (t) => {
  for (const end of ['end', 'complete']) {
    const pair = await twoPartners(service, { need: { positions: 2 } })
    await answer(pair.offerSide, await proposed(pair), 'accept')
    t.match(await propose(pair.offerSide, pair.needId, pair.offerId), {
      status: 409,
      body: { code: 'introduction_standing' },
    })
    const { id } = (await pair.needSide.call('GET', '/v1/engagements')).body.data[0]
    const sides = end === 'end' ? [pair.needSide] : [pair.needSide, pair.offerSide]
    const body = end === 'end' ? { reason: 'agreed' } : {}
    for (const side of sides)
      t.equal((await side.call('POST', `/v1/engagements/${id}/${end}`, { body })).status, 200)
    const again = await proposed(pair)
    t.equal((await propose(pair.offerSide, pair.needId, pair.offerId)).status, 409, 'one at a time')
    t.match(await answer(pair.offerSide, again, 'accept'), { status: 200 })
    const { body: all } = await pair.needSide.call('GET', '/v1/engagements')
    t.same(new Set(all.data.map((one: { status: string }) => one.status)).size, 2, `${end}, then new work`)
  }
})

t.test('a helper has three open introductions at most, a need five', async (t) => {
  const pair = await twoPartners(service)
  const needs = [pair.needId]
  for (let more = 0; more < 3; more++) needs.push(await anotherNeed(pair))
  const ofHelper = []
  for (const needId of needs) ofHelper.push(await propose(pair.needSide, needId, pair.offerId))
  t.same(
    ofHelper.map(({ status }) => status),
    [201, 201, 201, 409],
  )
  t.match(ofHelper[3]?.body, { code: 'too_many_introductions', detail: /helper already has 3/ })

  const needId = await anotherNeed(pair)
  const ofNeed = []
  for (let count = 0; count < 6; count++)
    ofNeed.push(await propose(pair.needSide, needId, await anotherOffer(pair)))
  t.same(
    ofNeed.map(({ status }) => status),
    [201, 201, 201, 201, 201, 409],
  )
  t.match(ofNeed[5]?.body, { code: 'too_many_introductions', detail: /need already has 5/ })
})

t.test('a pair that gates keep apart is not introduced, and is told all that keeps it apart', async (t) => {
  const pair = await twoPartners(service, { offer: { hours_per_week: 1 } })
  const { status, body } = await propose(pair.needSide, pair.needId, pair.offerId)
  t.equal(status, 409)
  t.match(body, { code: 'not_a_match', errors: [{ code: 'too_few_hours' }] })
})

t.test('a need or an offer that is not open is not introduced', async (t) => {
  const pair = await twoPartners(service)
  await pair.offerSide.call('POST', `/v1/offers/${pair.offerId}/pause`)
  t.match(await propose(pair.offerSide, pair.needId, pair.offerId), { body: { code: 'offer_not_open' } })
  t.match(await propose(pair.needSide, pair.needId, pair.offerId), { status: 404 })
  await pair.needSide.call('POST', `/v1/needs/${pair.needId}/close`)
  const own = await twoPartners(service)
  await own.needSide.call('POST', `/v1/needs/${own.needId}/close`)
  t.match(await propose(own.needSide, own.needId, own.offerId), { body: { code: 'need_not_open' } })
})

t.test(
  'contacts are shown after both said yes, to the two partners only, and each time is recorded',
  async (t) => {
    const pair = await twoPartners(service)
    const id = await proposed(pair)
    const shown = async () => {
      const { rows } = await service.database.pool.query(
        'select count(*)::int as count from disclosures where subject_id = $1',
        [pair.helperId],
      )
      return rows[0]?.count
    }
    t.equal((await pair.needSide.call('GET', `/v1/introductions/${id}`)).body.contacts, null)
    const accepted = await answer(pair.offerSide, id, 'accept')
    t.equal(accepted.body.contacts, null)
    t.equal(await shown(), 0)
    const { body } = await pair.needSide.call('GET', `/v1/introductions/${id}`)
    t.match(body.contacts, {
      organization: { id: pair.organizationId, contact: { email: 'ada@example.org' } },
      helper: { id: pair.helperId, name: 'Lee Moreno', contact: { email: 'lee@example.com' } },
    })
    t.equal(await shown(), 1)
    await pair.offerSide.call('GET', `/v1/introductions/${id}`)
    t.equal(await shown(), 2)
    t.equal((await pair.needSide.call('GET', '/v1/introductions')).body.data[0].contacts, null)
    t.equal(await shown(), 2)
  },
)

t.test('a declined pair is not ranked for that need again, nor introduced', async (t) => {
  const pair = await twoPartners(service)
  const other = await anotherNeed(pair)
  await answer(pair.offerSide, await proposed(pair), 'decline')
  const offersFor = async (needId: string) =>
    (await pair.needSide.call('GET', `/v1/needs/${needId}/matches`)).body.data.map(
      (match: { offer_id: string }) => match.offer_id,
    )
  t.notOk((await offersFor(pair.needId)).includes(pair.offerId))
  t.ok((await offersFor(other)).includes(pair.offerId))
  t.match(await propose(pair.needSide, pair.needId, pair.offerId), {
    status: 409,
    body: { code: 'not_a_match', errors: [{ code: 'declined' }] },
  })
})

t.test('what was closed or deleted meanwhile is not accepted', async (t) => {
  const ends: [string, (pair: Awaited<ReturnType<typeof twoPartners>>) => Promise<unknown>][] = [
    ['need_not_open', (pair) => pair.needSide.call('POST', `/v1/needs/${pair.needId}/close`)],
    [
      'need_not_open',
      (pair) => pair.needSide.call('DELETE', `/v1/needs/${pair.needId}`, { headers: { 'if-match': '*' } }),
    ],
    ['offer_not_open', (pair) => pair.offerSide.call('POST', `/v1/offers/${pair.offerId}/close`)],
    [
      'offer_not_open',
      (pair) => pair.offerSide.call('DELETE', `/v1/offers/${pair.offerId}`, { headers: { 'if-match': '*' } }),
    ],
  ]
  for (const [code, end] of ends) {
    const pair = await twoPartners(service)
    const id = await proposed(pair)
    await end(pair)
    t.match(await answer(pair.offerSide, id, 'accept'), { status: 409, body: { code } })
  }
})

t.test('the last position fills the need and withdraws what is still open for it', async (t) => {
  const pair = await twoPartners(service, { need: { positions: 2 } })
  const offers = [pair.offerId, await anotherOffer(pair), await anotherOffer(pair)]
  const ids = []
  for (const offerId of offers) ids.push(await proposed(pair, pair.needId, offerId))
  const statusOf = async () => (await pair.needSide.call('GET', `/v1/needs/${pair.needId}`)).body.status
  await answer(pair.offerSide, ids[0] ?? '', 'accept')
  t.equal(await statusOf(), 'open')
  await answer(pair.offerSide, ids[1] ?? '', 'accept')
  t.equal(await statusOf(), 'filled')
  t.match((await pair.offerSide.call('GET', `/v1/introductions/${ids[2]}`)).body, {
    status: 'withdrawn',
    reason: 'need_filled',
  })
})

t.test('of several yeses at the same moment for the last position one wins', async (t) => {
  const pair = await twoPartners(service, { need: { positions: 1 } })
  const ids = [await proposed(pair)]
  for (let more = 0; more < 4; more++) ids.push(await proposed(pair, pair.needId, await anotherOffer(pair)))
  const replies = await Promise.all(ids.map((id) => answer(pair.offerSide, id, 'accept')))
  t.same(replies.map(({ status }) => status).sort(), [200, 409, 409, 409, 409])
  const { body } = await pair.needSide.call('GET', '/v1/introductions?status=accepted')
  t.equal(body.data.length, 1)
})

t.test('of many proposals at the same moment no more than the limit stand', async (t) => {
  const pair = await twoPartners(service)
  const needs = [pair.needId]
  for (let more = 0; more < 5; more++) needs.push(await anotherNeed(pair))
  const replies = await Promise.all(needs.map((needId) => propose(pair.needSide, needId, pair.offerId)))
  t.equal(replies.filter(({ status }) => status === 201).length, 3)
})

t.test(
  'what nobody answers expires, also after downtime, and the silent side is trusted less to answer',
  async (t) => {
    const pair = await twoPartners(service)
    const id = await proposed(pair)
    const responsiveness = async () => {
      const { body } = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches/${pair.offerId}`)
      return body.factors.find((factor: { name: string }) => factor.name === 'responsiveness')
    }
    const before = await responsiveness()
    nowMs += 72 * HOUR_MS
    t.match(await answer(pair.offerSide, id, 'accept'), {
      status: 409,
      body: { code: 'introduction_not_open', detail: /expired/ },
    })
    nowMs += 48 * HOUR_MS
    await runJob(service.services, 'expire_introductions')
    t.match((await pair.needSide.call('GET', `/v1/introductions/${id}`)).body, { status: 'expired' })
    const after = await responsiveness()
    t.ok(after.value < before.value)
    t.match(after.reason, /answered 0 of 1 introduction/)
    t.equal((await propose(pair.needSide, pair.needId, pair.offerId)).status, 201)
  },
)

t.test('an answer counts with the time it took', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  nowMs += 5 * HOUR_MS
  await answer(pair.offerSide, id, 'decline')
  const needId = await anotherNeed(pair)
  const { body } = await pair.needSide.call('GET', `/v1/needs/${needId}/matches/${pair.offerId}`)
  const reason = body.factors.find((factor: { name: string }) => factor.name === 'responsiveness').reason
  t.match(reason, /The helper answered 1 of 1 introduction, after 5 hours on average/)
})

t.test('each step is an event of both partners, with ids only', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  await answer(pair.offerSide, id, 'accept')
  const { rows } = await service.database.pool.query(
    'select type, count(distinct partner_id)::int as partners from events where resource_id = $1 group by type order by type',
    [id],
  )
  t.same(rows, [
    { type: 'introduction.accepted', partners: 2 },
    { type: 'introduction.proposed', partners: 2 },
  ])
})

t.test('a list is read page by page, in the order of proposal', async (t) => {
  const pair = await twoPartners(service)
  const ids = []
  for (let count = 0; count < 3; count++)
    ids.push(await proposed(pair, await anotherNeed(pair), await anotherOffer(pair)))
  const first = (await pair.needSide.call('GET', '/v1/introductions?limit=2')).body
  const second = (await pair.needSide.call('GET', `/v1/introductions?limit=2&cursor=${first.next_cursor}`))
    .body
  t.same(
    [...first.data, ...second.data].map((one: { id: string }) => one.id),
    ids,
  )
  t.equal(second.next_cursor, null)
  t.match(await pair.needSide.call('GET', '/v1/introductions?cursor=nonsense'), {
    body: { code: 'invalid_cursor' },
  })
})

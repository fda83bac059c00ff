import fc from 'fast-check'
import pg from 'pg'
import t from 'tap'
import {
  candidateBody,
  helperBody,
  needBody,
  offerBody,
  organizationBody,
  programBody,
} from '../../support/bodies.ts'
import { type Partner, type Reply, startTestService } from '../../support/service.ts'
import {
  anotherNeed,
  anotherOffer,
  proposed,
  type TwoPartners,
  twoPartners,
} from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t, { env: { OPEN_INTRODUCTIONS_PER_HELPER: '50' } })

const accept = (by: Partner, id: string, body: object = {}): Promise<Reply> =>
  by.call('POST', `/v1/introductions/${id}/accept`, { body })
const idOf = async (by: Partner, introduction: string): Promise<string> =>
  String((await by.call('GET', `/v1/introductions/${introduction}`)).body.engagement_id)
const end = (by: Partner, engagement: string) =>
  by.call('POST', `/v1/engagements/${engagement}/end`, { body: { reason: 'agreed' } })

/** A pair whose offer has so many hours a week, and a need that takes so many. */
const withHours = (offered: number, wanted: number, more: { positions?: number } = {}) =>
  twoPartners(service, {
    offer: { hours_per_week: offered },
    need: { hours_per_week: wanted, ...more },
  })

async function began(pair: TwoPartners, needId = pair.needId, offerId = pair.offerId): Promise<string> {
  const id = await proposed(pair, needId, offerId)
  const reply = await accept(pair.offerSide, id)
  t.equal(reply.status, 200)
  return idOf(pair.offerSide, id)
}

/** What the need's side sees of the offer for another need of so many hours. */
async function seenFor(pair: TwoPartners, hours: number) {
  const needId = await anotherNeed(pair, { hours_per_week: hours })
  const [ranked, explained] = await Promise.all([
    pair.needSide.call('GET', `/v1/needs/${needId}/matches?include=near_misses`),
    pair.needSide.call('GET', `/v1/needs/${needId}/matches/${pair.offerId}`),
  ])
  const isThis = (one: { offer_id: string }) => one.offer_id === pair.offerId
  return {
    ranked: ranked.body.data.find(isThis),
    near: ranked.body.near_misses?.find(isThis),
    blockedBy: ranked.body.blocked_by,
    explained: explained.body,
  }
}

t.test(
  'work takes its hours of the offer: at once in the ranking, with a notice when tight, until it ends',
  async (t) => {
    const pair = await withHours(10, 4)
    t.match((await seenFor(pair, 6)).ranked, { offer: { hours_left: 10 }, notices: [] })
    const first = await began(pair)
    const tight = await seenFor(pair, 6)
    t.match(tight.ranked, { offer: { hours_per_week: 10, hours_left: 6 } })
    t.same(
      tight.ranked.notices.map((one: { code: string }) => one.code),
      ['few_hours_left'],
    )
    const time = ({ factors }: { factors: { name: string; value: number }[] }) =>
      factors.find(({ name }) => name === 'time')?.value
    t.equal(time(tight.ranked), 1, 'what is left is enough')
    const partly = await seenFor(pair, 10)
    t.equal(time(partly.ranked), 0.6, 'less than wanted scores less')
    const second = await began(pair, await anotherNeed(pair, { hours_per_week: 6 }))
    const none = await seenFor(pair, 6)
    t.equal(none.ranked, undefined)
    t.match(none.near, { blockers: [{ code: 'fully_committed', smallest_change: /Free at least 3 hours/ }] })
    t.match(none.explained, {
      eligible: false,
      blockers: [{ code: 'fully_committed' }],
      offer: { hours_left: 0 },
    })
    t.match(none.blockedBy, [{ code: 'fully_committed', count: 1 }])
    for (const by of [pair.needSide, pair.offerSide])
      await by.call('POST', `/v1/engagements/${first}/complete`, { body: {} })
    t.match((await seenFor(pair, 4)).ranked, { offer: { hours_left: 4 } }, 'completed')
    await end(pair.needSide, second)
    t.match((await seenFor(pair, 4)).ranked, { offer: { hours_left: 10 }, notices: [] }, 'ended early')
  },
)

t.test(
  'accepting more than is left names the engagements that the caller may read, unless it says so',
  async (t) => {
    const pair = await withHours(10, 6)
    const other = { ...pair, needSide: await service.newPartner() }
    other.organizationId = await post(other.needSide, '/v1/organizations', organizationBody())
    const needId = await anotherNeed(other, { hours_per_week: 6 })
    const [first, second] = [await proposed(pair), await proposed(other, needId)]
    t.match(await accept(pair.offerSide, first), { status: 200 })
    const engagement = await idOf(pair.offerSide, first)
    t.match(await pair.offerSide.call('GET', `/v1/engagements/${engagement}`), {
      body: { hours_per_week: 6 },
    })
    const refused = await accept(pair.offerSide, second)
    t.match(refused, {
      status: 409,
      body: {
        code: 'fully_committed',
        errors: [{ code: 'fully_committed', detail: `${engagement} takes 6 hours a week.` }],
      },
    })
    t.match(await accept(pair.offerSide, second, { hours_per_week: 5 }), { status: 409 })
    t.match(await accept(pair.offerSide, second, { hours_per_week: 4 }), { status: 200 })
    t.match((await other.needSide.call('GET', '/v1/engagements')).body.data, [{ hours_per_week: 4 }])
    const third = await anotherNeed(pair, { hours_per_week: 6 })
    t.match(
      await pair.needSide.call('POST', '/v1/introductions', {
        body: { need_id: third, offer_id: pair.offerId },
      }),
      { status: 409, body: { code: 'not_a_match', errors: [{ code: 'fully_committed' }] } },
    )
    await end(pair.offerSide, engagement)
    const fourth = await proposed(pair, third)
    await accept(pair.offerSide, await proposed(other, await anotherNeed(other, { hours_per_week: 6 })))
    t.match(await accept(pair.offerSide, fourth), { status: 409 })
    t.match(await accept(pair.offerSide, fourth, { overcommit: true }), { status: 200 })
  },
)

t.test('a partner is not told of the engagements that others have with the helper', async (t) => {
  const pair = await withHours(10, 6)
  const other = { ...pair, needSide: await service.newPartner() }
  other.organizationId = await post(other.needSide, '/v1/organizations', organizationBody())
  const needId = await anotherNeed(other, { hours_per_week: 6 })
  const body = { need_id: needId, offer_id: pair.offerId }
  const mine = String((await pair.offerSide.call('POST', '/v1/introductions', { body })).body.id)
  const engagement = await began(pair)
  const refused = await accept(other.needSide, mine)
  t.match(refused, { status: 409, body: { code: 'fully_committed', errors: [] } })
  t.notMatch(JSON.stringify(refused.body), engagement)
})

t.test('all offers of a helper share what the helper gives in all, and each keeps its own', async (t) => {
  const pair = await twoPartners(service, { offer: { hours_per_week: 8 }, need: { hours_per_week: 6 } })
  const patch = (max: number | null) =>
    pair.offerSide.call('PATCH', `/v1/helpers/${pair.helperId}`, {
      headers: { 'if-match': '*' },
      body: { max_hours_per_week: max },
    })
  t.match(await patch(10), { status: 200, body: { max_hours_per_week: 10 } })
  const second = await post(pair.offerSide, '/v1/offers', offerBody(pair.helperId, { hours_per_week: 8 }))
  const unsaid = await post(
    pair.offerSide,
    '/v1/offers',
    offerBody(pair.helperId, { hours_per_week: undefined }),
  )
  await began(pair)
  const left = async (offerId: string) =>
    (await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches/${offerId}`)).body.offer.hours_left
  t.same([await left(pair.offerId), await left(second), await left(unsaid)], [2, 4, 4])
  const id = await proposed(pair, await anotherNeed(pair, { hours_per_week: 4 }), second)
  t.match(await accept(pair.offerSide, id), { status: 200 })
  t.same([await left(pair.offerId), await left(second), await left(unsaid)], [0, 0, 0])
  await patch(null)
  t.same([await left(pair.offerId), await left(second), await left(unsaid)], [2, 4, null])
})

t.test(
  'of acceptances at the same time one takes the last hours, also across partners and offers',
  async (t) => {
    const pair = await twoPartners(service, { offer: { hours_per_week: 8 }, need: { hours_per_week: 6 } })
    await pair.offerSide.call('PATCH', `/v1/helpers/${pair.helperId}`, {
      headers: { 'if-match': '*' },
      body: { max_hours_per_week: 12 },
    })
    const ids: string[] = []
    for (let at = 0; at < 6; at++) {
      const needSide = await service.newPartner()
      const organizationId = await post(needSide, '/v1/organizations', organizationBody())
      const needId = await post(needSide, '/v1/needs', needBody(organizationId, { hours_per_week: 6 }))
      const offerId = await post(
        pair.offerSide,
        '/v1/offers',
        offerBody(pair.helperId, { hours_per_week: 8 }),
      )
      ids.push(await proposed({ ...pair, needSide }, needId, offerId))
    }
    const replies = await Promise.all(ids.map((id) => accept(pair.offerSide, id)))
    t.same(replies.map(({ status }) => status).sort(), [200, 200, 409, 409, 409, 409])
  },
)

t.test(
  'a position is free again when its work is broken off: the filled need is open and ranked',
  async (t) => {
    const pair = await withHours(20, 4, { positions: 2 })
    const need = async () => (await pair.needSide.call('GET', `/v1/needs/${pair.needId}`)).body
    const helperId = await post(pair.offerSide, '/v1/helpers', helperBody({ name: 'Noa Bright' }))
    const offerId = await post(pair.offerSide, '/v1/offers', offerBody(helperId))
    const first = await began(pair)
    const seen = await pair.offerSide.call('GET', `/v1/offers/${offerId}/matches?include=near_misses`)
    const match = seen.body.data.find((one: { need_id: string }) => one.need_id === pair.needId)
    t.match(match.need, { positions: 2, positions_left: 1, hours_left: 4 })
    const second = await began(pair, pair.needId, offerId)
    t.equal((await need()).status, 'filled')
    await end(pair.offerSide, first)
    t.equal((await need()).status, 'open')
    const again = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches`)
    t.ok(again.body.data.some((one: { offer_id: string }) => one.offer_id === pair.offerId))
    for (const by of [pair.needSide, pair.offerSide])
      await by.call('POST', `/v1/engagements/${second}/complete`, { body: {} })
    t.equal((await need()).positions, 2)
    await pair.needSide.call('POST', `/v1/needs/${pair.needId}/fill`)
    t.equal((await need()).status, 'filled', 'completed work has filled its position')
  },
)

t.test(
  'a need that its partner filled or closed, or that is over, stays so when work is broken off',
  async (t) => {
    for (const verb of ['fill', 'close']) {
      const pair = await withHours(20, 4, { positions: 3 })
      const work = await began(pair)
      await pair.needSide.call('POST', `/v1/needs/${pair.needId}/${verb}`)
      const { status } = (await pair.needSide.call('GET', `/v1/needs/${pair.needId}`)).body
      await end(pair.needSide, work)
      t.equal((await pair.needSide.call('GET', `/v1/needs/${pair.needId}`)).body.status, status, verb)
    }
  },
)

t.test('a need without positions left is blocked in every ranking, though it is open', async (t) => {
  const pair = await withHours(20, 4)
  await began(pair)
  await pair.needSide.call('POST', `/v1/needs/${pair.needId}/reopen`)
  const helperId = await post(pair.offerSide, '/v1/helpers', helperBody())
  const offerId = await post(pair.offerSide, '/v1/offers', offerBody(helperId))
  const reply = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches/${offerId}`)
  t.match(reply.body.blockers, [{ code: 'fully_committed', smallest_change: /Add a position/ }])
  t.match(await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches`), { body: { data: [] } })
  await pair.needSide.call('PATCH', `/v1/needs/${pair.needId}`, {
    headers: { 'if-match': '*' },
    body: { positions: 2 },
  })
  const wider = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches`)
  t.ok(wider.body.data.some((one: { offer_id: string }) => one.offer_id === offerId))
})

t.test('work of merged helpers adds up', async (t) => {
  const pair = await withHours(10, 6)
  const from = await post(pair.offerSide, '/v1/helpers', helperBody())
  const offerId = await post(pair.offerSide, '/v1/offers', offerBody(from, { hours_per_week: 10 }))
  await began(pair)
  await began(pair, await anotherNeed(pair, { hours_per_week: 5 }), offerId)
  await pair.offerSide.call('PATCH', `/v1/helpers/${pair.helperId}`, {
    headers: { 'if-match': '*' },
    body: { max_hours_per_week: 12 },
  })
  const merged = await pair.offerSide.call('POST', `/v1/helpers/${pair.helperId}/merge`, {
    body: { from_id: from },
  })
  t.equal(merged.status, 200)
  t.match((await seenFor(pair, 1)).explained, { offer: { hours_left: 1 } })
})

t.test('an erased student gives the position back', async (t) => {
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody())
  const candidateId = await post(office, '/v1/candidates', candidateBody(programId))
  const offerId = candidateId.replace('candidate', 'offer')
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const needId = await post(site, '/v1/needs', needBody(organizationId, { hours_per_week: 4 }))
  const proposal = await site.call('POST', '/v1/introductions', {
    body: { need_id: needId, offer_id: offerId },
  })
  t.match(await accept(office, proposal.body.id), { status: 200 })
  t.equal((await site.call('GET', `/v1/needs/${needId}`)).body.status, 'filled')
  const erased = await office.call('DELETE', `/v1/candidates/${candidateId}`, {
    headers: { 'if-match': '*' },
  })
  t.equal(erased.status, 204)
  t.equal((await site.call('GET', `/v1/needs/${needId}`)).body.status, 'open')
})

t.test(
  'over random histories no helper gives more than it has, and all hours come back in full',
  async (t) => {
    const steps = fc.array(
      fc.record({
        offer: fc.nat(1),
        hours: fc.constantFrom(1, 2.5, 4),
        verb: fc.constantFrom('accept', 'end', 'complete'),
      }),
      { minLength: 4, maxLength: 14 },
    )
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(6, 9), async (history, max) => {
        const pair = await withHours(8, 4)
        await pair.offerSide.call('PATCH', `/v1/helpers/${pair.helperId}`, {
          headers: { 'if-match': '*' },
          body: { max_hours_per_week: max },
        })
        const offers = [
          pair.offerId,
          await post(pair.offerSide, '/v1/offers', offerBody(pair.helperId, { hours_per_week: 5 })),
        ]
        const own = [8, 5]
        const running: { id: string; offer: number; hours: number }[] = []
        const taken = (offer?: number) =>
          running
            .filter((one) => offer === undefined || one.offer === offer)
            .reduce((sum, one) => sum + one.hours, 0)
        const leftOf = (offer: number) => Math.min(Number(own[offer]) - taken(offer), max - taken())
        const shown = async (offer: number) =>
          (await pair.offerSide.call('GET', `/v1/needs/${pair.needId}/matches/${offers[offer]}`)).body
            .offer ??
          (await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches/${offers[offer]}`)).body.offer
        for (const { offer, hours, verb } of history) {
          if (verb === 'accept') {
            const needId = await anotherNeed(pair, { hours_per_week: hours })
            const body = { need_id: needId, offer_id: offers[offer] }
            const proposal = await pair.needSide.call('POST', '/v1/introductions', { body })
            if (leftOf(offer) < hours / 2 || leftOf(offer) <= 0) {
              if (proposal.status !== 409) throw new Error(`proposed with ${leftOf(offer)} left`)
              continue
            }
            const reply = await accept(pair.offerSide, proposal.body.id)
            const fits = hours <= leftOf(offer)
            if ((reply.status === 200) !== fits)
              throw new Error(`${reply.status} for ${hours} of ${leftOf(offer)}`)
            if (fits) running.push({ id: await idOf(pair.offerSide, proposal.body.id), offer, hours })
          } else {
            const one = running.shift()
            if (!one) continue
            if (verb === 'end') await end(pair.needSide, one.id)
            else
              for (const by of [pair.needSide, pair.offerSide])
                await by.call('POST', `/v1/engagements/${one.id}/complete`, { body: {} })
          }
          if (taken() > max) throw new Error('over capacity')
        }
        for (const one of running.splice(0)) await end(pair.needSide, one.id)
        for (const offer of [0, 1])
          if ((await shown(offer)).hours_left !== leftOf(offer)) throw new Error('hours were not returned')
      }),
      { numRuns: 6 },
    )
    t.pass()
  },
)

t.test('what is left is read by indexes', async (t) => {
  const client = new pg.Client({ connectionString: service.database.ownerConnectionString })
  await client.connect()
  t.teardown(() => client.end())
  const key = "'00000000-0000-0000-0000-000000000000'"
  for (const [where, index] of [
    [`offer_partner_id = ${key} and helper_id = ${key} and is_under_way`, 'engagements_under_way_of_helper'],
    [`need_partner_id = ${key} and need_id = ${key}`, 'engagements_taking_positions'],
  ]) {
    // Of a few rows the planner may take any index, so the others are away while it plans.
    await client.query('begin')
    await client.query('set local enable_seqscan = off')
    const { rows: others } = await client.query(
      `select indexrelid::regclass::text as name from pg_index
      where indrelid = 'engagements'::regclass and not indisunique and indexrelid <> $1::regclass`,
      [index],
    )
    await client.query(`drop index ${others.map(({ name }) => name).join(', ')}`)
    const plan = await client.query(
      `explain (format json) select sum(hours_per_week) from promised_work where ${where}`,
    )
    t.match(JSON.stringify(plan.rows), new RegExp(`Index Name":"${index}`))
    await client.query('rollback')
  }
})

t.test(
  'following the smallest change opens a pair again, also where more was promised than there is',
  async (t) => {
    const pair = await withHours(8, 6)
    await began(pair)
    const second = await proposed(pair, await anotherNeed(pair))
    t.match(await accept(pair.offerSide, second, { hours_per_week: 5, overcommit: true }), { status: 200 })
    const { explained } = await seenFor(pair, 4)
    t.match(explained, { offer: { hours_left: 0 }, blockers: [{ code: 'fully_committed' }] })
    const [, hours] = /at least (\d+) hours/.exec(explained.blockers[0].smallest_change) ?? []
    t.equal(hours, '5', '11 of 8 hours are promised, and the need can do with 2')
    const raised = await pair.offerSide.call('PATCH', `/v1/offers/${pair.offerId}`, {
      body: { hours_per_week: 8 + Number(hours) },
      headers: { 'if-match': '*' },
    })
    t.equal(raised.status, 200)
    t.match((await seenFor(pair, 4)).explained, { offer: { hours_left: 2 }, blockers: [] })
  },
)

t.test('who comes too late for the last position learns that the need was filled', async (t) => {
  const pair = await withHours(8, 2)
  const other = await anotherOffer(pair)
  const late = await proposed(pair, pair.needId, other)
  await began(pair)
  t.match(await accept(pair.offerSide, late), {
    status: 409,
    body: { code: 'introduction_not_open', detail: /withdrawn when the need was filled/ },
  })
})

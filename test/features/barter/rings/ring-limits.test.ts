import t from 'tap'
import {
  type Barterer,
  helperWithOffer,
  newSkills,
  organizationWithNeed,
  proposeRing,
} from '../../../support/barterers.ts'
import { needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { type Reply, startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, {
  clock: () => new Date(nowMs),
  env: { OPEN_PROPOSALS_PER_PARTNER: '3', PROPOSALS_PER_PARTNER_PAIR: '2' },
})

function answerRing(by: Barterer, ring: Reply, verb: 'accept' | 'decline'): Promise<Reply> {
  return by.partner.call('POST', `/v1/rings/${ring.body.id}/${verb}`)
}

/** Two who can swap, of a partner each: an organization and a helper. */
async function swap(): Promise<[Barterer, Barterer]> {
  const [a = '', b = ''] = newSkills(2)
  return [await organizationWithNeed(service, a, b), await helperWithOffer(service, b, a)]
}

/** One more organization and helper, of the same two partners, that can swap. */
async function swapOfSamePartners([first, second]: [Barterer, Barterer]): Promise<[Barterer, Barterer]> {
  const [a = '', b = ''] = newSkills(2)
  const organizationId = await post(first.partner, '/v1/organizations', organizationBody())
  const skills = [{ skill: b, importance: 'must' }]
  const need = { title: b, description: b, skills, accepts: ['barter'], gives: [{ skill: a }] }
  const needId = await post(first.partner, '/v1/needs', needBody(organizationId, need))
  const terms = { kind: 'barter', title: b, description: b, skills: [b], terms: { wants: [{ skill: a }] } }
  const helper = await post(second.partner, '/v1/helpers', {
    ...{ name: 'Kim Osei', kind: 'person', contact: { name: 'Kim Osei', email: 'kim@example.com' } },
    ...{ time_zone: 'America/Los_Angeles', languages: ['en'] },
  })
  const offerId = await post(second.partner, '/v1/offers', offerBody(helper, terms))
  return [
    { partner: first.partner, organizationId, postingId: needId },
    { partner: second.partner, helperId: helper, postingId: offerId },
  ]
}

const offersFor = async ({ partner, postingId }: Barterer) =>
  (await partner.call('GET', `/v1/needs/${postingId}/matches?kinds=barter`)).body.data.map(
    (match: { offer_id: string }) => match.offer_id,
  )

t.test('an unanswered ring takes an offer from no ranking and from no other ring', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const proposer = await organizationWithNeed(service, a, b)
  const other = await organizationWithNeed(service, a, b)
  const helper = await helperWithOffer(service, b, a)
  const ring = await proposeRing([proposer, helper])
  t.same(await offersFor(other), [helper.postingId])
  t.same(await offersFor(proposer), [], 'the proposer has promised its own need')
  t.equal((await proposeRing([other, helper])).status, 201)
  t.match(await answerRing(helper, ring, 'accept'), { body: { status: 'accepted' } })
})

t.test('what its own partner has accepted is held until the ring ends', async (t) => {
  const [a = '', b = '', c = ''] = newSkills(3)
  const first = await organizationWithNeed(service, a, c)
  const helper = await helperWithOffer(service, b, a)
  const last = await organizationWithNeed(service, c, b)
  const other = await organizationWithNeed(service, a, b)
  const ring = await proposeRing([first, helper, last])
  t.same(await offersFor(other), [helper.postingId])
  // Accepting twice changes nothing.
  for (const reply of [await answerRing(helper, ring, 'accept'), await answerRing(helper, ring, 'accept')])
    t.match(reply, { status: 200, body: { status: 'proposed' } })
  t.same(await offersFor(other), [])
  await answerRing(last, ring, 'decline')
  t.same(await offersFor(other), [helper.postingId])
})

t.test('a ring that was declined is not proposed again by the same partner at once', async (t) => {
  const parties = await swap()
  const ring = await proposeRing(parties)
  await answerRing(parties[1], ring, 'decline')
  t.match(await proposeRing(parties), {
    status: 409,
    body: { code: 'declined_recently', detail: new RegExp(new Date(nowMs + 24 * HOUR_MS).toISOString()) },
    headers: { 'retry-after': String(24 * 3600) },
  })
  const [first, second] = parties
  t.match(await proposeRing([second, first]), { status: 201 }, 'the one that declined may propose')
  nowMs += 24 * HOUR_MS
  t.match(await proposeRing(await swapOfSamePartners(parties)), { status: 201 })
})

t.test('of parallel rings with one partner no more than the limit stand', async (t) => {
  const parties = await swap()
  const swaps = [parties]
  for (let more = 0; more < 3; more++) swaps.push(await swapOfSamePartners(parties))
  const replies = await Promise.all(swaps.map((one) => proposeRing(one)))
  t.same(replies.map(({ status }) => status).sort(), [201, 201, 409, 409])
  t.match(
    replies.find(({ status }) => status === 409),
    { body: { code: 'too_many_proposals', detail: /to this partner .* the limit is 2/ } },
  )
})

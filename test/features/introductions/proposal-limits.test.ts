import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { runJob } from '../../support/jobs.ts'
import { startTestService } from '../../support/service.ts'
import {
  anotherNeed,
  anotherOffer,
  answer,
  propose,
  proposed,
  type TwoPartners,
  twoPartners,
} from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, {
  clock: () => new Date(nowMs),
  env: { OPEN_PROPOSALS_PER_PARTNER: '5', PROPOSALS_PER_PARTNER_PAIR: '3' },
})

/** Pairs of a need and an offer that nobody has introduced yet, each of a helper of its own. */
async function freshPairs(pair: TwoPartners, count: number): Promise<[string, string][]> {
  const pairs: [string, string][] = []
  for (let more = 0; more < count; more++) pairs.push([await anotherNeed(pair), await anotherOffer(pair)])
  return pairs
}

/** The need side of a pair, and the offer side of another. */
async function withOtherOffers(pair: TwoPartners): Promise<TwoPartners> {
  const other = await twoPartners(service)
  return { ...pair, offerSide: other.offerSide, offerId: other.offerId, helperId: other.helperId }
}

t.test('of parallel proposals to one partner no more than the limit stand', async (t) => {
  const pair = await twoPartners(service)
  const pairs = await freshPairs(pair, 9)
  const replies = await Promise.all(pairs.map(([needId, offerId]) => propose(pair.needSide, needId, offerId)))
  t.same(replies.map(({ status }) => status).sort(), [201, 201, 201, 409, 409, 409, 409, 409, 409])
  for (const { body, headers } of replies.filter(({ status }) => status === 409)) {
    t.match(body, {
      code: 'too_many_proposals',
      detail: /the limit is 3\. Try again after 2026-11-06T09:00:00/,
    })
    t.equal(headers['retry-after'], String(96 * 3600))
  }
})

t.test('of parallel proposals to many partners no more than the limit stand', async (t) => {
  const pair = await twoPartners(service)
  const pairs: [string, string][] = []
  for (let others = 0; others < 4; others++) pairs.push(...(await freshPairs(await withOtherOffers(pair), 2)))
  const replies = await Promise.all(pairs.map(([needId, offerId]) => propose(pair.needSide, needId, offerId)))
  t.same(replies.map(({ status }) => status).sort(), [201, 201, 201, 201, 201, 409, 409, 409])
  t.match(
    replies.find(({ status }) => status === 409),
    { body: { code: 'too_many_proposals', detail: /to other partners .* the limit is 5/ } },
  )
})

t.test('what others propose to a partner takes nothing from its own limit', async (t) => {
  const pair = await twoPartners(service)
  for (const [needId, offerId] of await freshPairs(pair, 3)) await proposed(pair, needId, offerId)
  const [[needId, offerId] = ['', '']] = await freshPairs(pair, 1)
  t.equal((await propose(pair.needSide, needId, offerId)).status, 409)
  t.equal((await propose(pair.offerSide, needId, offerId)).status, 201)
})

t.test('within one partner proposals are not limited', async (t) => {
  const pair = await twoPartners(service)
  const own = { ...pair, offerSide: pair.needSide }
  for (const [needId] of await freshPairs(pair, 7))
    t.equal((await propose(pair.needSide, needId, await anotherOffer(own))).status, 201)
})

t.test('a yes makes room at once, any other end after the cool-down', async (t) => {
  const pair = await twoPartners(service)
  const pairs = await freshPairs(pair, 6)
  const ids: string[] = []
  for (const [needId, offerId] of pairs.slice(0, 3)) ids.push(await proposed(pair, needId, offerId))
  const next = () => propose(pair.needSide, ...(pairs[3] ?? (['', ''] as const)))
  await answer(pair.offerSide, ids[0] ?? '', 'decline')
  await answer(pair.needSide, ids[1] ?? '', 'withdraw')
  t.match(await next(), { status: 409, body: { code: 'too_many_proposals' } })
  await answer(pair.offerSide, ids[2] ?? '', 'accept')
  t.equal((await next()).status, 201)
  const [, , , , another = ['', '']] = pairs
  t.equal((await propose(pair.needSide, ...another)).status, 409)
  nowMs += 24 * HOUR_MS
  t.equal((await propose(pair.needSide, ...another)).status, 201)
})

t.test(
  'a helper that declined an organization is not asked again for another need of it at once',
  async (t) => {
    const pair = await twoPartners(service)
    await answer(pair.offerSide, await proposed(pair), 'decline')
    const needId = await anotherNeed(pair)
    const refused = await propose(pair.needSide, needId, pair.offerId)
    t.match(refused, {
      status: 409,
      body: { code: 'declined_recently', detail: new RegExp(new Date(nowMs + 24 * HOUR_MS).toISOString()) },
      headers: { 'retry-after': String(24 * 3600) },
    })
    const organizationId = await post(pair.needSide, '/v1/organizations', organizationBody())
    const elsewhere = await post(pair.needSide, '/v1/needs', needBody(organizationId))
    t.equal((await propose(pair.needSide, elsewhere, pair.offerId)).status, 201)
    t.equal(
      (await propose(pair.offerSide, needId, pair.offerId)).status,
      201,
      'the one that declined may ask',
    )
    nowMs += 24 * HOUR_MS
    t.equal((await propose(pair.needSide, await anotherNeed(pair), pair.offerId)).status, 201)
  },
)

t.test('a proposal that nobody answered counts until the cool-down after its expiry is over', async (t) => {
  const pair = await twoPartners(service)
  for (const [needId, offerId] of await freshPairs(pair, 3)) await proposed(pair, needId, offerId)
  nowMs += 95 * HOUR_MS
  const [[needId, offerId] = ['', '']] = await freshPairs(pair, 1)
  t.equal((await propose(pair.needSide, needId, offerId)).status, 409)
  await runJob(service.services, 'expire_introductions')
  t.equal((await propose(pair.needSide, needId, offerId)).status, 409)
  nowMs += HOUR_MS
  t.equal((await propose(pair.needSide, needId, offerId)).status, 201)
})

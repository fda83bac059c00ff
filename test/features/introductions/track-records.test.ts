import t from 'tap'
import { needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { runJob } from '../../support/jobs.ts'
import { startTestService } from '../../support/service.ts'
import {
  anotherNeed,
  answer,
  propose,
  proposed,
  type TwoPartners,
  twoPartners,
} from '../../support/two-partners.ts'
import { created, post, postWorld } from '../../support/world.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, {
  clock: () => new Date(nowMs),
  env: { PROPOSAL_MIN_HOURS: '1', OPEN_INTRODUCTIONS_PER_HELPER: '20' },
})

/** Another partner with an organization, that meets the same helper. */
async function withAnotherNeedSide(pair: TwoPartners): Promise<TwoPartners> {
  const needSide = await service.newPartner()
  const organizationId = await post(needSide, '/v1/organizations', organizationBody())
  const needId = await post(needSide, '/v1/needs', needBody(organizationId))
  return { ...pair, needSide, organizationId, needId }
}

/** How a factor of the pair is explained. */
async function reasonFor(factor: 'trust' | 'responsiveness', pair: TwoPartners): Promise<string> {
  const needId = await anotherNeed(pair)
  const { body } = await pair.needSide.call('GET', `/v1/needs/${needId}/matches/${pair.offerId}`)
  return body.factors.find((one: { name: string }) => one.name === factor).reason
}

/** Introductions of the helper that expire without an answer after so many hours. */
async function ignored(pair: TwoPartners, times: number, hours = 24): Promise<void> {
  const expires_at = new Date(nowMs + hours * HOUR_MS).toISOString()
  for (let time = 0; time < times; time++)
    created(await propose(pair.needSide, await anotherNeed(pair), pair.offerId, { expires_at }))
  nowMs += hours * HOUR_MS
  await runJob(service.services, 'expire_introductions')
}

/** Introductions of the helper that are declined, and so long past that others may be proposed. */
async function declined(pair: TwoPartners, times: number): Promise<void> {
  const ids: string[] = []
  for (let time = 0; time < times; time++) ids.push(await proposed(pair, await anotherNeed(pair)))
  for (const id of ids) await answer(pair.offerSide, id, 'decline')
  nowMs += 24 * HOUR_MS
}

/** An engagement that the side of the offer ends. */
async function broken(pair: TwoPartners): Promise<void> {
  await answer(pair.offerSide, await proposed(pair, await anotherNeed(pair)), 'accept')
  const { body } = await pair.offerSide.call('GET', '/v1/engagements?status=active')
  const url = `/v1/engagements/${body.data[0].id}/end`
  const { status } = await pair.offerSide.call('POST', url, { body: { side: 'offer', reason: 'no_time' } })
  if (status !== 200) throw new Error(`${url}: ${status}`)
}

t.test('silence counts from 24 hours on, and 18 shorter ones do nothing', async (t) => {
  const pair = await twoPartners(service)
  await ignored(pair, 18, 23.9)
  t.equal(await reasonFor('responsiveness', pair), '')
  await ignored(pair, 1, 24)
  t.match(await reasonFor('responsiveness', pair), /^The helper answered 0 of 1 introduction\.$/)
})

t.test('of the introductions with one other partner the newest three count', async (t) => {
  const pair = await twoPartners(service)
  await declined(pair, 1)
  t.match(await reasonFor('responsiveness', pair), 'The helper answered 1 of 1 introduction')
  await ignored(pair, 5)
  t.match(await reasonFor('responsiveness', pair), 'The helper answered 0 of 3 introductions')
  const other = await withAnotherNeedSide(pair)
  await ignored(other, 2)
  t.match(await reasonFor('responsiveness', pair), 'The helper answered 0 of 5 introductions')
  await declined(pair, 2)
  t.match(await reasonFor('responsiveness', pair), 'The helper answered 2 of 5 introductions')
})

t.test('of the engagements with one other partner the newest three count', async (t) => {
  const pair = await twoPartners(service)
  for (let time = 0; time < 5; time++) await broken(pair)
  t.match(await reasonFor('trust', pair), 'The helper has completed 0 of 3 engagements')
  await broken(await withAnotherNeedSide(pair))
  t.match(await reasonFor('trust', pair), 'The helper has completed 0 of 4 engagements')
})

t.test('within one partner everything counts', async (t) => {
  const partner = await service.newPartner()
  const own = { needSide: partner, offerSide: partner, ...(await postWorld(partner)) }
  await ignored(own, 5)
  t.match(await reasonFor('responsiveness', own), 'The helper answered 0 of 5 introductions')
  for (let time = 0; time < 5; time++) await broken(own)
  t.match(await reasonFor('trust', own), 'The helper has completed 0 of 5 engagements')
})

t.test('simultaneous answers of one helper all count', async (t) => {
  const partner = await service.newPartner()
  const own = { needSide: partner, offerSide: partner, ...(await postWorld(partner)) }
  const ids: string[] = []
  for (let count = 0; count < 8; count++) {
    const offerId = await post(partner, '/v1/offers', offerBody(own.helperId))
    ids.push(await proposed(own, await anotherNeed(own), offerId))
  }
  const replies = await Promise.all(ids.map((id) => answer(partner, id, 'decline')))
  t.same([...new Set(replies.map(({ status }) => status))], [200])
  t.match(await reasonFor('responsiveness', own), 'The helper answered 8 of 8 introductions')
})

import t from 'tap'
import { reportMatches } from '../../../../src/features/matches/index.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)
const { services } = service

interface Reported {
  resource_id: string
  data: { matches: { need_id: string; offer_id: string; score: number }[] }
}

/** All that a partner was told of, once everything is told. */
async function reportedTo(partner: Partner): Promise<Reported[]> {
  for (let round = 0; round < 3; round++) {
    await services.background.works.number_events.idle()
    await services.background.works.report_matches.idle()
  }
  return (await partner.call('GET', '/v1/events?types=match.found&limit=100')).body.data
}

const pairsOf = (told: Reported[]) =>
  told.flatMap(({ data }) => data.matches.map(({ need_id, offer_id }) => `${need_id} ${offer_id}`)).sort()

/** All tests of this file share one market: each takes skills that no other has. */
const words = [
  'falconry',
  'puppetry',
  'glassblowing',
  'cartography',
  'bookbinding',
  'archery',
  'thatching',
  'yodelling',
]
const newSkill = () => words.pop() ?? 'none'

async function newNeed(partner: Partner, skill: string, more: Record<string, unknown> = {}) {
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const skills = [{ skill, importance: 'must' }]
  return post(partner, '/v1/needs', needBody(organizationId, { ...ofSkill(skill), skills, ...more }))
}

async function newOffer(partner: Partner, skill: string, more: Record<string, unknown> = {}) {
  const helperId = await post(partner, '/v1/helpers', helperBody())
  return post(partner, '/v1/offers', offerBody(helperId, { ...ofSkill(skill), ...more }))
}

const ofSkill = (skill: string) => ({ title: skill, description: skill, skills: [{ skill }] })

t.test('a need that asks for it is told of each match once, as soon as an offer is posted', async (t) => {
  const [site, other] = [await service.newPartner(), await service.newPartner()]
  const skill = newSkill()
  const needId = await newNeed(site, skill, { alert_min_score: 0.3 })
  t.same(await reportedTo(site), [])
  const offerId = await newOffer(other, skill)
  const told = await reportedTo(site)
  t.match(told, [{ resource_id: needId, data: { matches: [{ need_id: needId, offer_id: offerId }] } }])
  const { body } = await site.call('GET', `/v1/needs/${needId}/matches/${offerId}`)
  t.equal(told[0]?.data.matches[0]?.score, body.score, 'with the score of the ranking')
  await other.call('PATCH', `/v1/offers/${offerId}`, {
    headers: { 'if-match': '*' },
    body: { title: `Good ${skill}` },
  })
  t.equal((await reportedTo(site)).length, 1)
  t.same(await reportedTo(other), [], 'who does not ask is not told')
})

t.test('an offer is told of needs likewise, and both sides where both ask', async (t) => {
  const [site, other] = [await service.newPartner(), await service.newPartner()]
  const skill = newSkill()
  const offerId = await newOffer(other, skill, { alert_min_score: 0.3 })
  const needId = await newNeed(site, skill, { alert_min_score: 0.3 })
  t.match(await reportedTo(other), [{ resource_id: offerId }])
  t.match(await reportedTo(site), [{ resource_id: needId }])
})

t.test('what is there already is told when it is asked for, all together', async (t) => {
  const [site, other] = [await service.newPartner(), await service.newPartner()]
  const skill = newSkill()
  const offers = await Promise.all(Array.from({ length: 5 }, () => newOffer(other, skill)))
  const needId = await newNeed(site, skill)
  t.same(await reportedTo(site), [])
  await site.call('PATCH', `/v1/needs/${needId}`, {
    headers: { 'if-match': '*' },
    body: { alert_min_score: 0 },
  })
  const told = await reportedTo(site)
  t.equal(told.length, 1)
  t.same(pairsOf(told), offers.map((offerId) => `${needId} ${offerId}`).sort())
})

t.test('a match below the score asked for is told once a change lifts it', async (t) => {
  const site = await service.newPartner()
  const skill = newSkill()
  const needId = await newNeed(site, skill, { skills: [skill] })
  const offerId = await newOffer(site, newSkill(), { description: `A little ${skill}` })
  const { body } = await site.call('GET', `/v1/needs/${needId}/matches/${offerId}`)
  const patch = (url: string, body: unknown) =>
    site.call('PATCH', url, { headers: { 'if-match': '*' }, body })
  await patch(`/v1/needs/${needId}`, { alert_min_score: Math.min(1, body.score + 0.05) })
  t.same(await reportedTo(site), [])
  await patch(`/v1/offers/${offerId}`, ofSkill(skill))
  t.same(pairsOf(await reportedTo(site)), [`${needId} ${offerId}`])
})

t.test('nobody is told of what it may not see, or of what is not open', async (t) => {
  const [site, other] = [await service.newPartner(), await service.newPartner()]
  const skill = newSkill()
  await newNeed(site, skill, { alert_min_score: 0 })
  await newOffer(other, skill, { visibility: 'partner' })
  await newOffer(other, skill, { status: 'paused' })
  t.same(await reportedTo(site), [])
})

t.test('several processes at once tell each pair once, and none is missed', async (t) => {
  const [site, other] = [await service.newPartner(), await service.newPartner()]
  const skill = newSkill()
  const needs = await Promise.all(
    Array.from({ length: 8 }, () => newNeed(site, skill, { alert_min_score: 0 })),
  )
  const reporters = Array.from({ length: 4 }, () =>
    reportMatches({ ...services.runtime, ...services.market }, new AbortController().signal),
  )
  const offers = await Promise.all(
    Array.from({ length: 8 }, () => newOffer(other, skill, { alert_min_score: 0 })),
  )
  await Promise.all(reporters)
  const pairs = needs.flatMap((needId) => offers.map((offerId) => `${needId} ${offerId}`)).sort()
  t.same(pairsOf(await reportedTo(site)), pairs)
  t.same(pairsOf(await reportedTo(other)), pairs)
})

t.test('a score outside of 0 to 1 is refused', async (t) => {
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const reply = await site.call('POST', '/v1/needs', {
    body: needBody(organizationId, { alert_min_score: 2 }),
  })
  t.match(reply, { status: 422, body: { errors: [{ pointer: '/alert_min_score' }] } })
})

import t from 'tap'
import {
  candidateBody,
  helperBody,
  needBody,
  offerBody,
  organizationBody,
  programBody,
} from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

/** Every test has a word of its own, so that it meets no rows of the others. */
const words = [
  'blorptank',
  'quivernest',
  'dramsickle',
  'fenwhistle',
  'oxgravure',
  'tulipmancy',
  'yarrowjig',
  'hexcobble',
  'pumicelute',
  'wicketvane',
  'crumbolith',
  'snorkelfig',
]
function ownSkill(): string {
  const word = words.pop()
  if (!word) throw new Error('add a word')
  return word
}
const wanting = (skill: string) => ({ title: skill, description: skill, skills: [skill] })

async function postNeed(partner: Partner, skill: string, overrides: Record<string, unknown> = {}) {
  const { kind = 'nonprofit', ...need } = overrides
  const organizationId = await post(partner, '/v1/organizations', organizationBody({ kind }))
  return post(partner, '/v1/needs', needBody(organizationId, { ...wanting(skill), ...need }))
}

async function postOffer(partner: Partner, skill: string, overrides: Record<string, unknown> = {}) {
  const helperId = await post(partner, '/v1/helpers', helperBody())
  return post(partner, '/v1/offers', offerBody(helperId, { ...wanting(skill), ...overrides }))
}

const dollars = (amount_minor: number) => ({ amount_minor, currency: 'USD' })
const paidFor = (rate: number) => ({ kind: 'paid', terms: { rate: { ...dollars(rate), unit: 'hour' } } })
const matchesOf = async (partner: Partner, needId: string, query = '') =>
  partner.call('GET', `/v1/needs/${needId}/matches${query}`)

t.test(
  'an empty page names the tax preparer above the budget and the volunteers for nonprofits',
  async (t) => {
    const [mine, theirs] = [await service.newPartner(), await service.newPartner()]
    const skill = ownSkill()
    const budget = { ...dollars(4000), unit: 'hour' }
    const needId = await postNeed(mine, skill, { kind: 'small_business', budget })
    const offerId = await postOffer(theirs, skill, paidFor(4700))
    for (let at = 0; at < 3; at++) await postOffer(theirs, skill)
    const { body } = await matchesOf(mine, needId)
    t.same(body.data, [])
    const [first] = body.near_misses.filter((one: { offer_id: string }) => one.offer_id === offerId)
    t.match(first, {
      need_id: needId,
      offer: { id: offerId, kind: 'paid' },
      blockers: [{ code: 'over_budget', smallest_change: 'Raise the budget to $47 an hour.' }],
    })
    t.ok(first.score > 0 && first.factors.length > 0)
    t.match(body.blocked_by, [
      {
        code: 'volunteer_for_profit',
        count: 3,
        count_alone: 3,
        is_minimum: false,
        detail: /^3 volunteers would fit but are not open to small businesses/,
      },
      {
        code: 'over_budget',
        count: 1,
        detail: /^1 paid offer would fit but is more than 15 % above the budget\.$/,
      },
    ])
  },
)

t.test('both sides read in their own language why nobody matches', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const needId = await postNeed(partner, skill)
  const offerId = await postOffer(partner, skill, { modality: 'onsite' })
  await postOffer(partner, skill, { modality: 'onsite' })
  const inSpanish = { headers: { 'accept-language': 'es' } }
  const forNeed = await partner.call('GET', `/v1/needs/${needId}/matches`, inSpanish)
  t.same(
    forNeed.body.blocked_by.map(({ detail }: { detail: string }) => detail),
    ['2 ofertas de voluntariado encajarían, pero son solo presenciales, y el trabajo es a distancia.'],
  )
  const forOffer = await partner.call('GET', `/v1/offers/${offerId}/matches`, inSpanish)
  t.same(
    forOffer.body.blocked_by.map(({ detail }: { detail: string }) => detail),
    ['1 necesidad encajaría, pero es solo a distancia, y la oferta es presencial.'],
  )
})

t.test('a rate within 15 % of the budget is a match, and one change moves only its own pair', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const needId = await postNeed(partner, skill, { budget: { ...dollars(4000), unit: 'hour' } })
  const [near, far] = [
    await postOffer(partner, skill, paidFor(4500)),
    await postOffer(partner, skill, paidFor(5000)),
  ]
  const before = (await matchesOf(partner, needId)).body
  t.match(before.data, [{ offer_id: near, notices: [{ code: 'above_budget' }] }])
  t.match(before.near_misses, [{ offer_id: far }])
  await partner.call('PATCH', `/v1/offers/${far}`, {
    headers: { 'if-match': '*' },
    body: { terms: paidFor(4600).terms },
  })
  const after = (await matchesOf(partner, needId)).body
  t.same(
    after.data.map((one: { offer_id: string }) => one.offer_id),
    [near, far],
  )
  t.same(after.data[0], before.data[0])
  t.same(after.near_misses, [])
  t.same(after.blocked_by, [])
})

t.test('a full page says nothing of near misses unless it is asked', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const needId = await postNeed(partner, skill)
  for (let at = 0; at < 2; at++) await postOffer(partner, skill)
  await postOffer(partner, skill, { modality: 'onsite' })
  const full = (await matchesOf(partner, needId, '?limit=2')).body
  t.same([full.data.length, 'near_misses' in full, 'blocked_by' in full], [2, false, false])
  const asked = (await matchesOf(partner, needId, '?limit=2&include=near_misses')).body
  t.same(asked.data, full.data)
  t.match(asked.near_misses, [{ blockers: [{ code: 'modality_differs' }] }])
  const short = (await matchesOf(partner, needId, '?limit=3')).body
  t.match(short.blocked_by, [{ code: 'modality_differs', count: 1 }])
  const both = (await matchesOf(partner, needId, '?limit=2&include=weak,near_misses')).body
  t.equal(both.near_misses.length, 1)
})

t.test('an unknown value of include is refused', async (t) => {
  const partner = await service.newPartner()
  const needId = await postNeed(partner, ownSkill())
  const { status, body } = await matchesOf(partner, needId, '?include=near_misses,everything')
  t.equal(status, 422)
  t.equal(body.code, 'validation_failed')
})

t.test('min_score and kinds narrow near misses as they narrow matches', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const needId = await postNeed(partner, skill)
  await postOffer(partner, skill, { modality: 'onsite' })
  const of = async (query: string) => (await matchesOf(partner, needId, query)).body.near_misses.length
  t.equal(await of(''), 1)
  t.equal(await of('?kinds=paid'), 0)
  t.equal(await of('?min_score=0.99'), 0)
})

t.test('the helper learns what keeps needs away, also what only their own partner may know', async (t) => {
  const [mine, theirs] = [await service.newPartner(), await service.newPartner()]
  const skill = ownSkill()
  const needId = await postNeed(mine, skill, { requires: ['background_check'] })
  const offerId = await postOffer(theirs, skill)
  const { body: offered } = await theirs.call('GET', `/v1/offers/${offerId}/matches`)
  t.match(offered.near_misses, [{ need_id: needId, blockers: [{ code: 'requirement_not_held' }] }])
  t.match(offered.blocked_by, [
    {
      code: 'requirement_not_held',
      detail: /^1 need would fit but requires something that the helper lacks/,
    },
  ])
  const { body: needed } = await matchesOf(mine, needId)
  t.same([needed.near_misses, needed.blocked_by], [[], []], 'the other side does not')
})

t.test('near misses show no name, no contact and no private posting of others', async (t) => {
  const [mine, theirs] = [await service.newPartner(), await service.newPartner()]
  const skill = ownSkill()
  const needId = await postNeed(mine, skill)
  const contact = { name: 'Canary Person', email: 'canary@example.org' }
  const helperId = await post(theirs, '/v1/helpers', helperBody({ name: 'Canary Person', contact }))
  const onsite = { ...wanting(skill), modality: 'onsite', external_id: 'canary-3' }
  const shown = await post(theirs, '/v1/offers', offerBody(helperId, onsite))
  await post(
    theirs,
    '/v1/offers',
    offerBody(helperId, { ...wanting(skill), modality: 'onsite', visibility: 'partner' }),
  )
  const { body } = await matchesOf(mine, needId)
  t.match(body.near_misses, [{ offer_id: shown }])
  t.equal(body.near_misses.length, 1)
  t.equal(body.blocked_by[0].count, 1)
  t.notMatch(JSON.stringify(body), /canary/i)
})

t.test('a student shown as a near miss is in the log of disclosures', async (t) => {
  const [office, site] = [await service.newPartner(), await service.newPartner()]
  const skill = ownSkill()
  const programId = await post(office, '/v1/programs', programBody())
  const candidate = candidateBody(programId, { skills: [skill] })
  const { body: posted } = await office.call('POST', '/v1/candidates', { body: candidate })
  const needId = await postNeed(site, skill, { accepts: ['volunteer'] })
  const { body } = await matchesOf(site, needId)
  t.match(body.near_misses, [{ offer: { kind: 'intern' }, blockers: [{ code: 'kind_not_accepted' }] }])
  const { body: log } = await office.call('GET', `/v1/candidates/${posted.id}/disclosures`)
  t.match(log.data, [{ need_id: needId }])
})

t.test('a preview says why nobody matches, without ids of its own', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const offerId = await postOffer(partner, skill, { modality: 'onsite' })
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const { body } = await partner.call('POST', '/v1/matches/preview', {
    body: { need: needBody(organizationId, wanting(skill)) },
  })
  t.match(body, {
    data: [],
    near_misses: [{ need_id: null, offer_id: offerId, blockers: [{ code: 'modality_differs' }] }],
    blocked_by: [{ code: 'modality_differs', count: 1, count_alone: 1 }],
  })
})

t.test('a closed need has no matches, and nothing comes near', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const needId = await postNeed(partner, skill)
  await postOffer(partner, skill, { modality: 'onsite' })
  await partner.call('POST', `/v1/needs/${needId}/close`)
  t.match((await matchesOf(partner, needId)).body, { data: [], near_misses: [], blocked_by: [] })
})

import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'

const service = await startTestService(t)

/** Every test has skills of its own, so that it meets no rows of the others. */
let market = 0
const ownSkill = () => `rare craft number ${++market} of the zyx kind`
const only = (skill: string) => ({
  title: skill,
  description: skill,
  skills: [{ skill, importance: 'must' }],
})
const offering = (skill: string) => ({ title: skill, description: skill, skills: [skill] })

const offersFor = async (partner: Partner, needId: string, query = '') =>
  (await partner.call('GET', `/v1/needs/${needId}/matches${query}`)).body
const ids = (page: { data: { offer_id: string; need_id: string }[] }) =>
  page.data.map((match) => match.offer_id)

t.test(
  'a need gets its offers and an offer its needs, with one score, reasons, cost and faces',
  async (t) => {
    const partner = await service.newPartner()
    const skill = ownSkill()
    const world = await postWorld(partner, { need: only(skill), offer: offering(skill) })
    const [match] = (await offersFor(partner, world.needId)).data
    t.match(match, {
      need_id: world.needId,
      offer_id: world.offerId,
      offer: { id: world.offerId, helper_id: world.helperId, place: { city: 'Berkeley' } },
      matched_skills: [{ wanted: skill, offered: skill, relatedness: 1 }],
      missing_skills: [],
      cost: { money: null, in_kind: [] },
    })
    t.equal(match.need, undefined)
    const sum = match.factors.reduce(
      (total: number, factor: { contribution: number }) => total + factor.contribution,
      0,
    )
    t.ok(Math.abs(sum - match.score) < 1e-5, `${sum} ${match.score}`)
    const reasons: string[] = match.factors.map(({ reason }: { reason: string }) => reason).filter(Boolean)
    t.ok(reasons.length > 2)
    t.equal(new Set(reasons).size, reasons.length, 'no reason is given twice')

    const [reverse] = (await partner.call('GET', `/v1/offers/${world.offerId}/matches`)).body.data
    t.match(reverse, { need_id: world.needId, need: { id: world.needId, organization_kind: 'nonprofit' } })
    t.equal(reverse.score, match.score)
    const pair = (await partner.call('GET', `/v1/needs/${world.needId}/matches/${world.offerId}`)).body
    t.match(pair, { eligible: true, blockers: [] })
    t.equal(pair.score, match.score)
  },
)

t.test('what people read of a match repeats the words of a posting, and no slip of the pen', async (t) => {
  const partner = await service.newPartner()
  const wordsOf = async (skill: string) => {
    const { needId, offerId } = await postWorld(partner, {
      need: only('bookkeeping'),
      offer: offering(skill),
    })
    const path = `/v1/needs/${needId}/matches/${offerId}`
    const { summary, matched_skills } = (await partner.call('GET', path)).body
    return JSON.stringify({ summary, matched_skills })
  }
  t.match(await wordsOf('Book keeping'), /Book keeping/)
  const corrected = await wordsOf('Bookkeping')
  t.match(corrected, /Bookkeeping/)
  t.notMatch(corrected, /Bookkeping/)
})

t.test('a face shows no name, no contact and no point on the map', async (t) => {
  const [mine, theirs] = [await service.newPartner(), await service.newPartner()]
  const skill = ownSkill()
  const organizationId = await post(mine, '/v1/organizations', organizationBody({ name: 'Canary Org' }))
  const needId = await post(mine, '/v1/needs', needBody(organizationId, only(skill)))
  const contact = { name: 'Canary Person', email: 'canary@example.org', phone: '+1 555 0100 000' }
  const location = { country: 'US', city: 'Berkeley', postal_code: '94704', lat: 37.123456, lon: -122.654321 }
  const helperId = await post(
    theirs,
    '/v1/helpers',
    helperBody({ name: 'Canary Person', contact, location, external_id: 'canary-1' }),
  )
  const offerId = await post(
    theirs,
    '/v1/offers',
    offerBody(helperId, { ...offering(skill), external_id: 'canary-2' }),
  )
  const seen = [
    await mine.call('GET', `/v1/needs/${needId}/matches`),
    await mine.call('GET', `/v1/needs/${needId}/matches/${offerId}`),
    await theirs.call('GET', `/v1/offers/${offerId}/matches`),
    await theirs.call('GET', `/v1/needs/${needId}/matches/${offerId}`),
  ]
  for (const reply of seen) {
    t.equal(reply.status, 200)
    t.notMatch(JSON.stringify(reply.body), /canary|555 0100|94704|37\.1234|122\.65/i)
  }
  t.same(ids(seen[0]?.body), [offerId])
})

t.test(
  'closing, filling, pausing and deleting take out of every ranking at once; reopening puts back',
  async (t) => {
    const partner = await service.newPartner()
    const skill = ownSkill()
    const { needId, offerId } = await postWorld(partner, { need: only(skill), offer: offering(skill) })
    const bothEmpty = async () => [
      (await offersFor(partner, needId)).data.length,
      (await partner.call('GET', `/v1/offers/${offerId}/matches`)).body.data.length,
    ]
    t.same(await bothEmpty(), [1, 1])
    for (const [out, back] of [
      [`needs/${needId}/close`, `needs/${needId}/reopen`],
      [`needs/${needId}/fill`, `needs/${needId}/reopen`],
      [`offers/${offerId}/pause`, `offers/${offerId}/resume`],
      [`offers/${offerId}/close`, `offers/${offerId}/resume`],
    ] as const) {
      t.equal((await partner.call('POST', `/v1/${out}`)).status, 200)
      t.same(await bothEmpty(), [0, 0], out)
      await partner.call('POST', `/v1/${back}`)
      t.same(await bothEmpty(), [1, 1], back)
    }
    await partner.call('PATCH', `/v1/offers/${offerId}`, {
      body: { status: 'paused' },
      headers: { 'if-match': '*' },
    })
    t.same(await bothEmpty(), [0, 0])
    await partner.call('DELETE', `/v1/offers/${offerId}`, { headers: { 'if-match': '*' } })
    t.same((await offersFor(partner, needId)).data, [])
  },
)

t.test('what is visible to its partner alone is met by nobody else, from either side', async (t) => {
  const [one, two] = [await service.newPartner(), await service.newPartner()]
  const skill = ownSkill()
  const hidden = { visibility: 'partner' }
  const open = await postWorld(one, { need: only(skill), offer: offering(skill) })
  const closed = await postWorld(two, {
    need: { ...only(skill), ...hidden },
    offer: { ...offering(skill), ...hidden },
  })
  t.same(ids(await offersFor(one, open.needId)), [open.offerId])
  t.same(ids(await offersFor(two, closed.needId)), [closed.offerId])
  const needs = (await one.call('GET', `/v1/offers/${open.offerId}/matches`)).body.data
  t.same(
    needs.map((match: { need_id: string }) => match.need_id),
    [open.needId],
  )
  t.match(await one.call('GET', `/v1/needs/${open.needId}/matches/${closed.offerId}`), {
    status: 404,
    body: { code: 'offer_not_found' },
  })
  t.match(await one.call('GET', `/v1/needs/${closed.needId}/matches/${open.offerId}`), {
    status: 404,
    body: { code: 'need_not_found' },
  })
})

t.test('a change of the organization or the helper changes their rankings at once', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const world = await postWorld(partner, { need: only(skill), offer: offering(skill) })
  const patch = (url: string, body: object) =>
    partner.call('PATCH', url, { body, headers: { 'if-match': '*' } })
  await patch(`/v1/organizations/${world.organizationId}`, { languages: ['fr'] })
  t.same(ids(await offersFor(partner, world.needId)), [])
  await patch(`/v1/helpers/${world.helperId}`, { languages: ['fr-CA'] })
  t.same(ids(await offersFor(partner, world.needId)), [world.offerId])
  await patch(`/v1/organizations/${world.organizationId}`, { blocked_helper_ids: [world.helperId] })
  t.same(ids(await offersFor(partner, world.needId)), [])
})

t.test(
  'a blocked pair is explained: each blocker with its smallest change, and the score without them',
  async (t) => {
    const partner = await service.newPartner()
    const skill = ownSkill()
    const { needId, offerId } = await postWorld(partner, {
      need: { ...only(skill), accepts: ['paid'], requires: ['background_check'], hours_per_week: 20 },
      offer: { ...offering(skill), hours_per_week: 5 },
    })
    const { body } = await partner.call('GET', `/v1/needs/${needId}/matches/${offerId}`)
    t.equal(body.eligible, false)
    t.same(body.blockers.map((blocker: { code: string }) => blocker.code).sort(), [
      'kind_not_accepted',
      'requirement_not_held',
      'too_few_hours',
    ])
    t.ok(body.blockers.every((blocker: { smallest_change: string }) => blocker.smallest_change.length > 10))
    t.ok(body.score > 0)
    t.same((await offersFor(partner, needId)).data, [])
    await partner.call('POST', `/v1/offers/${offerId}/pause`)
    const paused = (await partner.call('GET', `/v1/needs/${needId}/matches/${offerId}`)).body
    t.ok(paused.blockers.some((blocker: { code: string }) => blocker.code === 'offer_not_open'))
  },
)

t.test('a preview ranks just as the same posting does once it is saved', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const { organizationId, helperId } = await postWorld(partner, { need: only(skill), offer: offering(skill) })
  await post(partner, '/v1/offers', offerBody(helperId, { ...offering(skill), hours_per_week: 2 }))
  const strip = (page: { data: Record<string, unknown>[] }) =>
    page.data.map(({ need_id: _, offer_id: __, factors: ___, score, ...rest }) => ({
      ...rest,
      score: Number(score).toFixed(3),
    }))

  const need = needBody(organizationId, only(skill))
  const previewed = (await partner.call('POST', '/v1/matches/preview', { body: { need } })).body
  t.equal(previewed.data.length, 2)
  t.equal(previewed.data[0].need_id, null)
  const needId = await post(partner, '/v1/needs', need)
  t.same(strip(await offersFor(partner, needId)), strip(previewed))

  const offer = offerBody(helperId, { ...offering(skill), title: 'Another' })
  const previewedOffer = (await partner.call('POST', '/v1/matches/preview', { body: { offer } })).body
  const offerId = await post(partner, '/v1/offers', offer)
  t.same(strip((await partner.call('GET', `/v1/offers/${offerId}/matches`)).body), strip(previewedOffer))
  t.equal(previewedOffer.data.length, 2)
})

t.test('a preview refers to the caller’s own organizations and helpers alone', async (t) => {
  const [mine, theirs] = [await service.newPartner(), await service.newPartner()]
  const world = await postWorld(theirs)
  const need = { need: needBody(world.organizationId) }
  t.match(await mine.call('POST', '/v1/matches/preview', { body: need }), {
    status: 422,
    body: { errors: [{ pointer: '/need/organization_id', code: 'organization_not_found' }] },
  })
  const offer = { offer: offerBody(world.helperId) }
  t.match(await mine.call('POST', '/v1/matches/preview', { body: offer }), {
    status: 422,
    body: { errors: [{ pointer: '/offer/helper_id', code: 'helper_not_found' }] },
  })
})

t.test('pages of a ranking hold every match once, best first, ties by id', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const { needId, helperId } = await postWorld(partner, { need: only(skill), offer: offering(skill) })
  for (let i = 0; i < 6; i++) {
    await post(
      partner,
      '/v1/offers',
      offerBody(helperId, { ...offering(skill), hours_per_week: 2 + (i % 3) }),
    )
  }
  const whole = await offersFor(partner, needId, '?limit=100')
  t.equal(whole.data.length, 7)
  t.equal(whole.next_cursor, null)
  const paged: string[] = []
  for (let cursor = ''; cursor !== null; ) {
    const page = await offersFor(partner, needId, `?limit=2${cursor && `&cursor=${cursor}`}`)
    paged.push(...ids(page))
    cursor = page.next_cursor
  }
  t.same(paged, ids(whole))
  const order = whole.data.map((match: { score: number; offer_id: string }) => [-match.score, match.offer_id])
  t.same(
    order,
    [...order].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)),
  )
})

t.test('kinds and min_score narrow a ranking without changing its scores', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const { needId, helperId } = await postWorld(partner, { need: only(skill), offer: offering(skill) })
  const intern = { ...offering(skill), kind: 'intern', terms: { learning_goals: [skill] } }
  await post(partner, '/v1/offers', offerBody(helperId, intern))
  const all = (await offersFor(partner, needId)).data
  t.equal(all.length, 2)
  const interns = (await offersFor(partner, needId, '?kinds=intern,paid')).data
  t.same(
    interns,
    all.filter((match: { offer: { kind: string } }) => match.offer.kind === 'intern'),
  )
  const best = (await offersFor(partner, needId, `?min_score=${all[0].score - 1e-6}`)).data
  t.equal(best[0].offer_id, all[0].offer_id)
  t.same((await offersFor(partner, needId, '?min_score=1')).data, [])
  t.match(await partner.call('GET', `/v1/needs/${needId}/matches?kinds=friend`), { status: 422 })
})

t.test('rows that only a stray word speaks for are listed on request, as weak', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const things =
    'lanterns kettles ropes wagons maps spoons drums barrels banners puppets ribbons trumpets ladders candles carpets mirrors'
  const more =
    'buckets shovels whistles umbrellas pumpkins feathers marbles saddles helmets goggles anvils bellows compasses quilts'
  const long = `Our quarterly parade wants ${things} ${more} and sheep.`
  const need = { title: `Set up the ${skill}`, description: long, skills: [{ skill }] }
  const stray = { title: 'Walks with sheep', description: 'Over the hills.', skills: [] }
  const { needId, offerId } = await postWorld(partner, { need, offer: stray })
  t.notOk(ids(await offersFor(partner, needId)).includes(offerId))
  const weak = (await offersFor(partner, needId, '?include=weak')).data
  t.equal(weak.find((match: { offer_id: string }) => match.offer_id === offerId)?.fit, 'weak')
  t.match(await partner.call('GET', `/v1/needs/${needId}/matches?include=everything`), { status: 422 })
})

t.test('a need without any skill named is matched by its words', async (t) => {
  const partner = await service.newPartner()
  const skill = ownSkill()
  const need = { title: `Help us with the ${skill}`, description: 'In our own words.', skills: [] }
  const { needId, offerId } = await postWorld(partner, { need, offer: offering(skill) })
  t.ok(ids(await offersFor(partner, needId)).includes(offerId))
})

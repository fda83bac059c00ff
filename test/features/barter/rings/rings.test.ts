import t from 'tap'
import {
  acceptAll,
  helperWithOffer,
  linksOf,
  newSkills,
  organizationWithNeed,
  proposeRing,
  threeInARing,
} from '../../../support/barterers.ts'
import { helperBody, needBody, organizationBody } from '../../../support/bodies.ts'
import { runJob } from '../../../support/jobs.ts'
import { startTestService } from '../../../support/service.ts'
import { propose } from '../../../support/two-partners.ts'
import { post } from '../../../support/world.ts'

let now = new Date()
const service = await startTestService(t, { clock: () => now })

t.test('rings through a need are found, with hours each way and what is left', async (t) => {
  const [first, second, third] = await threeInARing(service)
  const { status, body } = await first.partner.call('GET', `/v1/needs/${first.postingId}/rings`)
  t.equal(status, 200)
  t.equal(body.data.length, 1)
  t.match(body.data[0], {
    parties: [
      {
        organization_id: first.organizationId,
        is_yours: true,
        hours_per_week: 3,
        gets_hours_per_week: 3,
        balance_hours_per_week: 0,
      },
      {
        organization_id: second.organizationId,
        is_yours: false,
        gives: { id: second.postingId },
        to: { id: third.postingId },
      },
      { organization_id: third.organizationId },
    ],
  })
  t.ok(body.data[0].score >= 0.5)
  const byOrganization = await second.partner.call('GET', `/v1/organizations/${second.organizationId}/rings`)
  t.equal(byOrganization.body.data.length, 1)
  t.same((await first.partner.call('GET', `/v1/needs/${first.postingId}/rings?max_length=2`)).body.data, [])
})

t.test('a direct swap of a need and a barter offer is a ring of two', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const organization = await organizationWithNeed(service, a, b)
  const helper = await helperWithOffer(service, b, a)
  const { body } = await organization.partner.call('GET', `/v1/needs/${organization.postingId}/rings`)
  t.match(body.data, [
    {
      parties: [
        { organization_id: organization.organizationId, hours_per_week: 2, balance_hours_per_week: -2 },
        { helper_id: helper.helperId, hours_per_week: 4, balance_hours_per_week: 2 },
      ],
    },
  ])
})

t.test('an organization and the helper that it is are one party', async (t) => {
  const [a = '', b = '', unwanted = ''] = newSkills(3)
  // It gives b as a helper, whose offer wants what nobody gives, and wants a as an organization, which gives nothing.
  const helper = await helperWithOffer(service, b, unwanted)
  const linked = organizationBody({ helper_id: helper.helperId })
  const organizationId = await post(helper.partner, '/v1/organizations', linked)
  const skills = [{ skill: a, importance: 'must' }]
  const need = { title: a, description: a, skills, accepts: ['barter'], hours_per_week: 2 }
  const needId = await post(helper.partner, '/v1/needs', needBody(organizationId, need))
  const other = await organizationWithNeed(service, a, b)
  const { body } = await helper.partner.call('GET', `/v1/organizations/${organizationId}/rings`)
  t.match(body.data, [
    {
      parties: [
        { organization_id: organizationId, gives: { id: helper.postingId } },
        { organization_id: other.organizationId, to: { id: needId } },
      ],
    },
  ])
  t.match(await helper.partner.call('POST', '/v1/organizations', { body: linked }), {
    status: 409,
    body: { code: 'helper_taken' },
  })
})

t.test('with the last yes all engagements begin, and what was held is free', async (t) => {
  const parties = await threeInARing(service)
  const proposed = await proposeRing(parties, { message: 'Shall we?' })
  t.match(proposed, {
    status: 201,
    body: { status: 'proposed', is_proposed_by_you: true, message: 'Shall we?' },
  })
  t.same(
    proposed.body.parties.map((one: { has_accepted: boolean }) => one.has_accepted),
    [true, false, false],
  )
  const [, second, third] = await acceptAll(parties.slice(1), proposed.body.id).then((replies) => [
    null,
    ...replies,
  ])
  t.match(second?.body, { status: 'proposed' })
  t.match(third?.body, { status: 'accepted' })
  t.ok(
    third?.body.parties.every((one: { engagement_id: string }) =>
      one.engagement_id?.startsWith('engagement_'),
    ),
  )
  for (const { partner } of parties) {
    const { body } = await partner.call('GET', '/v1/engagements')
    t.equal(body.data.length, 2, 'one that it gives by, one that it gets by')
    t.ok(
      body.data.every(
        (one: { kind: string; status: string }) => one.kind === 'barter' && one.status === 'active',
      ),
    )
  }
  const held = await service.database.pool.query('select from ring_holds where ring_id is not null')
  t.equal(held.rowCount, 0)
  for (const { partner, postingId } of parties)
    t.match((await partner.call('GET', `/v1/needs/${postingId}`)).body, { status: 'filled' })
})

t.test('a swap of an organization and a helper makes the other half of each', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const organization = await organizationWithNeed(service, a, b)
  const helper = await helperWithOffer(service, b, a)
  const { body: proposed } = await proposeRing([organization, helper])
  const [accepted] = await acceptAll([helper], proposed.id)
  t.match(accepted?.body, { status: 'accepted' })
  const { body } = await helper.partner.call('GET', '/v1/engagements')
  t.same(body.data.map((one: { yours: string[] }) => one.yours).sort(), [['need'], ['offer']])
  t.match((await organization.partner.call('GET', `/v1/organizations/${organization.organizationId}`)).body, {
    helper_id: /^helper_/,
  })
  const { body: needs } = await helper.partner.call('GET', '/v1/needs')
  t.match(needs.data, [{ title: a, status: 'filled' }], 'titled by what it wants, in the words of the party')
  const { body: offers } = await organization.partner.call('GET', '/v1/offers')
  t.match(offers.data, [{ title: a, status: 'closed' }], 'titled by what it gives')
})

t.test('two that work together can close no ring of the same pair until that work has ended', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const organization = await organizationWithNeed(service, a, b, { positions: 2, hours_per_week: 2 })
  const helper = await helperWithOffer(service, b, a)
  const { body: introduction } = await propose(organization.partner, organization.postingId, helper.postingId)
  const { body: accepted } = await helper.partner.call('POST', `/v1/introductions/${introduction.id}/accept`)
  const swap = async () => {
    const { body } = await proposeRing([organization, helper])
    const [last] = await acceptAll([helper], body.id)
    return last?.body
  }
  t.match(await swap(), { status: 'broken', reason: 'introduced_already' })
  const work = `/v1/engagements/${accepted.engagement_id}`
  await organization.partner.call('POST', `${work}/complete`)
  t.match((await helper.partner.call('POST', `${work}/complete`)).body, { status: 'completed' })
  t.match(await swap(), { status: 'accepted', reason: null })
  const { body } = await helper.partner.call('GET', '/v1/engagements?status=active')
  t.equal(body.data.length, 2, 'both links of the ring begin')
})

t.test('what is held is ranked for no other barter, and is free after a no', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const organization = await organizationWithNeed(service, a, b)
  const helper = await helperWithOffer(service, b, a)
  const matches = async () =>
    (await organization.partner.call('GET', `/v1/needs/${organization.postingId}/matches?kinds=barter`)).body
      .data
  t.equal((await matches()).length, 1)
  const { body: ring } = await proposeRing([organization, helper])
  t.same(await matches(), [])
  t.same((await helper.partner.call('GET', `/v1/offers/${helper.postingId}/matches`)).body.data, [])
  t.match(await propose(helper.partner, organization.postingId, helper.postingId), { status: 409 })
  t.match(await proposeRing([organization, helper]), {
    status: 409,
    body: {
      code: 'held_in_ring',
      detail: new RegExp(ring.id),
      errors: [{ detail: `${organization.postingId} is reserved for ${ring.id}.` }],
    },
  })
  t.match((await helper.partner.call('POST', `/v1/rings/${ring.id}/decline`)).body, { status: 'declined' })
  t.equal((await matches()).length, 1)
  t.match(await helper.partner.call('POST', `/v1/rings/${ring.id}/accept`), {
    status: 409,
    body: { code: 'ring_not_open' },
  })
})

t.test('a ring whose posting another ring holds names that ring to its partner alone', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const shared = await organizationWithNeed(service, a, b)
  const [left, right] = [await organizationWithNeed(service, b, a), await organizationWithNeed(service, b, a)]
  const { body: first } = await proposeRing([left, shared])
  const { body: second } = await proposeRing([right, shared])
  await shared.partner.call('POST', `/v1/rings/${first.id}/decline`)
  const { body: third } = await proposeRing([shared, left])
  t.match(await shared.partner.call('POST', `/v1/rings/${second.id}/accept`), {
    status: 409,
    body: { code: 'held_in_ring', errors: [{ detail: `${shared.postingId} is reserved for ${third.id}.` }] },
  })
  const other = await organizationWithNeed(service, b, a)
  const refused = await proposeRing([other, shared])
  t.match(refused, { status: 409, body: { code: 'not_a_ring' } })
  t.notMatch(JSON.stringify(refused.body), new RegExp(third.id))
})

t.test('a ring that nobody closes in time expires, and frees what it held', async (t) => {
  const parties = await threeInARing(service)
  const { body: ring } = await proposeRing(parties)
  now = new Date(now.getTime() + 73 * 3_600_000)
  await runJob(service.services, 'expire_rings')
  t.match((await parties[1].partner.call('GET', `/v1/rings/${ring.id}`)).body, { status: 'expired' })
  t.equal((await proposeRing(parties)).status, 201)
})

t.test('what is no ring is refused, link by link', async (t) => {
  const parties = await threeInARing(service)
  const [first, second, third] = parties
  t.match(await proposeRing([third, second, first]), {
    status: 409,
    body: { code: 'not_a_ring', errors: [{ pointer: '/links/0' }, {}, {}] },
  })
  const stranger = await service.newPartner()
  t.match(await stranger.call('POST', '/v1/rings', { body: { links: linksOf(parties) } }), {
    status: 409,
    body: { code: 'not_a_ring' },
  })
  const links = linksOf(parties).slice(0, 2)
  t.match(await first.partner.call('POST', '/v1/rings', { body: { links } }), { status: 409 })
  t.match(await first.partner.call('POST', '/v1/rings', { body: { links: [] } }), { status: 422 })
})

t.test("a ring is nobody's but its partners'", async (t) => {
  const parties = await threeInARing(service)
  const { body: ring } = await proposeRing(parties)
  const stranger = await service.newPartner()
  t.equal((await stranger.call('GET', `/v1/rings/${ring.id}`)).status, 404)
  t.equal((await stranger.call('POST', `/v1/rings/${ring.id}/accept`)).status, 404)
  t.same((await stranger.call('GET', '/v1/rings')).body.data, [])
  t.equal((await parties[2].partner.call('GET', '/v1/rings?status=proposed')).body.data.length, 1)
})

t.test("in a ring of four nobody is shown another partner's own", async (t) => {
  const [a = '', b = '', c = '', d = ''] = newSkills(4)
  const first = await organizationWithNeed(service, a, d)
  const second = await organizationWithNeed(service, b, a)
  const { partner } = second
  const of = async (gives: string, wants: string, visibility: string) => {
    const organizationId = await post(partner, '/v1/organizations', organizationBody())
    const skills = [{ skill: wants, importance: 'must' }]
    const about = { title: wants, description: wants, hours_per_week: 3, visibility }
    const body = { ...about, skills, accepts: ['barter'], gives: [{ skill: gives }] }
    return {
      partner,
      organizationId,
      postingId: await post(partner, '/v1/needs', needBody(organizationId, body)),
    }
  }
  // Between two of its own partner's, which the network may see.
  const third = await of(c, b, 'partner')
  const fourth = await of(d, c, 'network')
  const ringsOf = async () =>
    (await first.partner.call('GET', `/v1/needs/${first.postingId}/rings?max_length=4`)).body.data
  t.same(await ringsOf(), [])
  const parties = [second, third, fourth, first]
  t.match(await proposeRing(parties), { status: 409, body: { code: 'not_a_ring' } })
  await partner.call('PATCH', `/v1/needs/${third.postingId}`, {
    headers: { 'if-match': '*' },
    body: { visibility: 'network' },
  })
  t.equal((await ringsOf()).length, 1)
  t.equal((await proposeRing(parties)).status, 201)
})

t.test('who blocks the helper that an organization is meets it in no ring', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const first = await organizationWithNeed(service, a, b)
  const second = await organizationWithNeed(service, b, a)
  const rings = async () =>
    (await first.partner.call('GET', `/v1/needs/${first.postingId}/rings`)).body.data.length
  t.equal(await rings(), 1)
  const helperId = await post(first.partner, '/v1/helpers', helperBody())
  const headers = { 'if-match': '*' }
  const own = `/v1/organizations/${first.organizationId}`
  await first.partner.call('PATCH', own, { headers, body: { helper_id: helperId } })
  const other = `/v1/organizations/${second.organizationId}`
  await second.partner.call('PATCH', other, { headers, body: { blocked_helper_ids: [helperId] } })
  t.equal(await rings(), 0)
})

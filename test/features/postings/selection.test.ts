import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { anotherNeed, answer, proposed, twoPartners } from '../../support/two-partners.ts'
import { post, postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }

/** An accepted introduction of two partners, with its engagement. */
async function engaged() {
  const pair = await twoPartners(service)
  const introductionId = await proposed(pair)
  await answer(pair.offerSide, introductionId, 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  return { ...pair, introductionId, engagementId: String(body.data[0].id) }
}

const read = async (by: Partner, path: string) => {
  const reply = await by.call('GET', path)
  t.equal(reply.status, 200, `${path} ${JSON.stringify(reply.body)}`)
  return reply.body
}

t.test('fields leaves out all other fields of one resource and of lists', async (t) => {
  const partner = await service.newPartner()
  const { organizationId, needId, offerId, helperId } = await postWorld(partner)
  const resources: [path: string, id: string, field: string][] = [
    ['/v1/organizations', organizationId, 'name'],
    ['/v1/helpers', helperId, 'kind'],
    ['/v1/needs', needId, 'title'],
    ['/v1/offers', offerId, 'terms'],
  ]
  for (const [path, id, field] of resources) {
    const whole = await read(partner, `${path}/${id}`)
    const expected = { id, [field]: whole[field], version: whole.version }
    t.same(await read(partner, `${path}/${id}?fields=${field},version`), expected)
    const list = await read(partner, `${path}?fields=${field},version`)
    t.same(list, { data: [expected], next_cursor: null, has_more: false })
  }
})

t.test('fields works for introductions and engagements, from both sides', async (t) => {
  const { needSide, offerSide, introductionId, engagementId } = await engaged()
  for (const partner of [needSide, offerSide]) {
    const introduction = { id: introductionId, status: 'accepted' }
    t.same(await read(partner, `/v1/introductions/${introductionId}?fields=status`), introduction)
    t.same((await read(partner, '/v1/introductions?fields=status')).data, [introduction])
    const engagement = { id: engagementId, status: 'active', kind: 'volunteer' }
    t.same(await read(partner, `/v1/engagements/${engagementId}?fields=status,kind`), engagement)
    t.same((await read(partner, '/v1/engagements?fields=status,kind')).data, [engagement])
  }
})

t.test('unknown names are refused with those that are allowed', async (t) => {
  const { needSide, needId, introductionId, engagementId } = await engaged()
  const wrong: [path: string, allowed: RegExp][] = [
    [`/v1/needs/${needId}?fields=titel`, /title/],
    ['/v1/needs?expand=helper', /organization/],
    [`/v1/offers?expand=organization`, /helper/],
    [`/v1/introductions/${introductionId}?expand=engagement`, /need.*offer.*organization.*helper/],
    [`/v1/engagements/${engagementId}?fields=id,nothing`, /kind/],
    ['/v1/organizations?expand=needs', /expand/],
  ]
  for (const [path, allowed] of wrong) {
    const { status, body } = await needSide.call('GET', path)
    t.equal(status, 422, path)
    t.match(JSON.stringify(body.errors), allowed, path)
  }
})

t.test('a need includes its organization and an offer its helper, as a read of them shows it', async (t) => {
  const partner = await service.newPartner()
  const { organizationId, needId, offerId, helperId } = await postWorld(partner)
  const organization = await read(partner, `/v1/organizations/${organizationId}`)
  const helper = await read(partner, `/v1/helpers/${helperId}`)
  t.same((await read(partner, `/v1/needs/${needId}?expand=organization`)).organization, organization)
  t.same((await read(partner, '/v1/needs?expand=organization')).data[0].organization, organization)
  t.same((await read(partner, `/v1/offers/${offerId}?expand=helper`)).helper, helper)
  t.same((await read(partner, '/v1/offers?expand=helper&fields=title')).data, [
    { id: offerId, title: 'Bookkeeping for nonprofits', helper },
  ])
  t.notOk('organization' in (await read(partner, `/v1/needs/${needId}`)))
})

t.test('nothing is included that the token may not read by itself', async (t) => {
  const partner = await service.newPartner()
  const { needId, offerId } = await postWorld(partner)
  const token = service.services.access.tokens.issue({ ...partner, scopes: ['needs:read', 'offers:read'] })
  const headers = { authorization: `Bearer ${token}` }
  for (const [path, scope] of [
    [`/v1/needs/${needId}?expand=organization`, 'organizations:read'],
    ['/v1/offers?expand=helper', 'helpers:read'],
    [`/v1/offers/${offerId}?expand=helper`, 'helpers:read'],
  ] as const)
    t.match(await partner.call('GET', path, { headers }), {
      status: 403,
      body: { code: 'scope_missing', detail: new RegExp(scope) },
    })
})

t.test('introductions and engagements include both postings, and the parties of the own side', async (t) => {
  const { needSide, offerSide, organizationId, helperId, needId, offerId, introductionId, engagementId } =
    await engaged()
  await offerSide.call('PATCH', `/v1/offers/${offerId}`, {
    headers: anyVersion,
    body: { title: 'A new title', status: 'closed', visibility: 'partner' },
  })
  const all = 'expand=need,offer,organization,helper'
  for (const path of [`/v1/introductions/${introductionId}`, `/v1/engagements/${engagementId}`]) {
    const asNeed = await read(needSide, `${path}?${all}`)
    t.match(asNeed, {
      need: { id: needId },
      offer: { id: offerId, title: 'A new title', place: { city: 'Berkeley' } },
      organization: { id: organizationId, contact: { email: 'ada@example.org' } },
      helper: null,
    })
    const asOffer = await read(offerSide, `${path}?${all}`)
    t.match(asOffer, {
      need: { id: needId },
      offer: { id: offerId },
      organization: null,
      helper: { id: helperId },
    })
    t.notMatch(
      JSON.stringify([asNeed.offer, asNeed.need, asOffer.need]),
      /Moreno|Ada|@example|external_id|37\.8/,
    )
    const [inList] = (await read(needSide, `${path.replace(/\/[^/]+$/, '')}?${all}`)).data
    t.same(inList.offer, asNeed.offer)
  }
  const { introduction } = await read(needSide, `/v1/engagements/${engagementId}?expand=introduction`)
  t.match(introduction, { id: introductionId, status: 'accepted', contacts: null })
})

t.test("before acceptance another partner's hidden posting is not included", async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  const needOf = async (by: Partner) => (await read(by, `/v1/introductions/${id}?expand=need`)).need
  t.match(await needOf(pair.offerSide), { id: pair.needId })
  await pair.needSide.call('PATCH', `/v1/needs/${pair.needId}`, {
    headers: anyVersion,
    body: { visibility: 'partner' },
  })
  t.equal(await needOf(pair.offerSide), null)
  t.match(await needOf(pair.needSide), { id: pair.needId })
})

t.test('what is included is read at once for all rows of a page', async (t) => {
  const { pool } = service.database
  /** How many of a request's queries read postings or introductions of several rows. */
  const queriesOf = async (by: Partner, path: string) => {
    for (const work of Object.values(service.services.background.works)) await work.idle()
    const { query } = pool
    let count = 0
    pool.query = ((...given: Parameters<typeof query>) => {
      // The index reads by statements with names.
      const { text = '', name } = Object(given[0])
      if (!name && /from "(needs|offers|organizations|helpers|introductions)"/.test(text)) count += 1
      return Reflect.apply(query, pool, given)
    }) as typeof query
    try {
      await read(by, path)
    } finally {
      pool.query = query
    }
    return count
  }
  const pair = await twoPartners(service)
  const partner = pair.needSide
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const paths = [
    '/v1/needs?expand=organization',
    '/v1/offers?expand=helper',
    '/v1/introductions?expand=need,offer,organization,helper',
    '/v1/engagements?expand=need,offer,organization,helper,introduction',
  ]
  const grow = async () => {
    const organizationId = await post(partner, '/v1/organizations', organizationBody())
    await post(partner, '/v1/needs', needBody(organizationId))
    await post(partner, '/v1/offers', offerBody(helperId))
    const id = await proposed(pair, await anotherNeed(pair))
    await answer(pair.offerSide, id, 'accept')
  }
  await grow()
  const before: number[] = []
  for (const path of paths) before.push(await queriesOf(partner, path))
  t.ok(before.every((count) => count > 0))
  await grow()
  await grow()
  for (const [at, path] of paths.entries()) t.equal(await queriesOf(partner, path), before[at], path)
})

t.test('what includes others is never answered by "not modified"', async (t) => {
  const partner = await service.newPartner()
  const { needId, offerId } = await postWorld(partner)
  for (const [path, expand] of [
    [`/v1/needs/${needId}`, 'organization'],
    [`/v1/offers/${offerId}`, 'helper'],
  ]) {
    const { headers } = await partner.call('GET', `${path}?expand=${expand}`)
    const known = { headers: { 'if-none-match': String(headers.etag) } }
    t.equal((await partner.call('GET', `${path}?expand=${expand}`, known)).status, 200)
    t.equal((await partner.call('GET', `${path}?fields=title`, known)).status, 304)
    const changed = await partner.call('PATCH', `${path}`, {
      headers: { 'if-match': String(headers.etag) },
      body: { title: 'Another title' },
    })
    t.equal(changed.status, 200, 'the ETag is that of the version')
  }
})

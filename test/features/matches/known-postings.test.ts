import t from 'tap'
import { helperBody, needBody, offerBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import type { Partner, Reply, TestService } from '../../support/service.ts'
import { startTestService } from '../../support/service.ts'
import { twoPartners } from '../../support/two-partners.ts'
import { post, postWorld } from '../../support/world.ts'

// Two processes on one database. The second follows the first only when a test says so, as if it were slow.
const writer = await startTestService(t)
const reader = await startTestService(t, { database: writer.database })

const patch = (partner: Partner, url: string, body: object) =>
  partner.call('PATCH', url, { body, headers: { 'if-match': '*' } })

function ask(at: TestService, partner: Partner, url: string, headers: Record<string, string> = {}) {
  return at.inject({ method: 'GET', url, headers: { authorization: `Bearer ${partner.token}`, ...headers } })
}

/** The page of a need or an offer, asked twice, so that the second comes from memory. */
async function askTwice(at: TestService, partner: Partner, url: string): Promise<Reply> {
  const first = await ask(at, partner, url)
  const second = await ask(at, partner, url)
  t.same(second.body, first.body, 'a page comes out the same from rows and from memory')
  return second
}

/** A need and an offer of a skill that nobody else has. */
async function pair() {
  const skill = inventedWord()
  const skills = [{ skill, level: 'expert' }]
  const made = await twoPartners(writer, {
    need: { skills: [{ skill, importance: 'must' }] },
    offer: { skills },
  })
  await reader.services.market.feed.catchUp()
  return { ...made, skills, page: `/v1/needs/${made.needId}/matches` }
}

t.test(
  'a posting that another process closed, hid, deleted or changed is never shown as it was',
  async (t) => {
    const ends = {
      paused: (one: Partner, id: string) => one.call('POST', `/v1/offers/${id}/pause`),
      hidden: (one: Partner, id: string) => patch(one, `/v1/offers/${id}`, { visibility: 'partner' }),
      deleted: (one: Partner, id: string) =>
        one.call('DELETE', `/v1/offers/${id}`, { headers: { 'if-match': '*' } }),
    }
    for (const [how, end] of Object.entries(ends)) {
      const { needSide, offerSide, offerId, page } = await pair()
      const shown = await askTwice(reader, needSide, page)
      t.equal(shown.body.data[0].offer_id, offerId)
      await patch(offerSide, `/v1/offers/${offerId}`, { title: `Soon ${how}` })
      t.equal((await ask(reader, needSide, page)).body.data[0].offer.title, `Soon ${how}`)
      await end(offerSide, offerId)
      t.same((await ask(reader, needSide, page)).body.data, [], how)
      await reader.services.market.feed.catchUp()
      t.same((await ask(reader, needSide, page)).body.data, [], `${how}, and the index knows`)
    }
  },
)

t.test('a change of the party behind a posting shows at once in another process', async (t) => {
  const { offerSide, helperId, offerId, needSide, organizationId, needId, page } = await pair()
  await askTwice(reader, needSide, page)
  await askTwice(reader, offerSide, `/v1/offers/${offerId}/matches`)
  await patch(offerSide, `/v1/helpers/${helperId}`, { languages: ['en', 'eo'] })
  await patch(needSide, `/v1/organizations/${organizationId}`, { causes: ['lighthouses'] })
  t.same((await ask(reader, needSide, page)).body.data[0].offer.languages, ['en', 'eo'])
  const needs = (await ask(reader, offerSide, `/v1/offers/${offerId}/matches`)).body.data
  t.same(needs.find((one: { need_id: string }) => one.need_id === needId).need.causes, ['lighthouses'])
})

t.test("the caller's own need is ranked as it is, not as it was remembered", async (t) => {
  const { needSide, needId, page } = await pair()
  await askTwice(reader, needSide, page)
  await patch(needSide, `/v1/needs/${needId}`, { accepts: ['paid'] })
  t.same((await ask(reader, needSide, page)).body.data, [])
  await patch(needSide, `/v1/needs/${needId}`, { status: 'filled' })
  t.same((await ask(reader, needSide, page)).body.blocked_by, [])
  await needSide.call('DELETE', `/v1/needs/${needId}`, { headers: { 'if-match': '*' } })
  t.equal((await ask(reader, needSide, page)).status, 404)
})

t.test('what a partner was told is in its next ranking, whichever process answers', async (t) => {
  const skill = inventedWord()
  const skills = [{ skill, level: 'expert' }]
  const wanted = [{ skill, importance: 'must' }]
  const owner = await writer.newPartner()
  const { organizationId, helperId } = await postWorld(owner)
  const needId = await post(owner, '/v1/needs', needBody(organizationId, { skills: wanted }))
  const offerId = await post(owner, '/v1/offers', offerBody(helperId, { skills }))
  const page = `/v1/needs/${needId}/matches`
  const offersOn = (body: Reply['body']) => body.data.map((one: { offer_id: string }) => one.offer_id)
  t.same(offersOn((await ask(reader, owner, page)).body), [offerId], 'posted')
  await askTwice(reader, owner, page)

  const second = await post(owner, '/v1/offers', offerBody(helperId, { skills }))
  t.same(offersOn((await ask(reader, owner, page)).body).length, 2, 'a page that was kept')
  const later = await post(owner, '/v1/needs', needBody(organizationId, { skills: wanted }))
  const { data } = (await ask(reader, owner, `/v1/offers/${second}/matches`)).body
  const best = data.slice(0, 2).map((one: { need_id: string }) => one.need_id)
  t.same(new Set(best), new Set([needId, later]))

  const headers = { authorization: `Bearer ${owner.token}` }
  const compute = async (url: string, body: object) =>
    (await reader.inject({ method: 'POST', url, headers, body })).body
  await patch(owner, `/v1/offers/${second}`, {
    skills: [{ skill: inventedWord(), level: 'expert' }],
    title: 'Kites',
  })
  const { data: batch } = await compute('/v1/matches/batch', { ids: [needId] })
  t.equal(batch[0].matches[0].offer_id, offerId)
  await patch(owner, `/v1/offers/${offerId}`, { status: 'paused' })
  const third = await post(owner, '/v1/offers', offerBody(helperId, { skills }))
  const preview = await compute('/v1/matches/preview', { need: needBody(organizationId, { skills: wanted }) })
  t.equal(offersOn(preview)[0], third)
})

t.test("a remembered posting is still the partner's own: others get 404 for its page", async (t) => {
  const { needSide, offerSide, offerId, page } = await pair()
  await askTwice(reader, needSide, page)
  await askTwice(reader, offerSide, `/v1/offers/${offerId}/matches`)
  t.equal((await ask(reader, offerSide, page)).status, 404)
  t.equal((await ask(reader, needSide, `/v1/offers/${offerId}/matches`)).status, 404)
})

t.test(
  'names and external ids are shown to their own partner alone, as far as the token may read them',
  async (t) => {
    const owner = await writer.newPartner()
    const blind = { ...owner, token: '' }
    const { organizationId } = await postWorld(owner)
    const helperId = await post(owner, '/v1/helpers', helperBody({ name: 'Ada Own' }))
    const external_id = `own-${helperId}`
    const skill = inventedWord()
    const skills = [{ skill, level: 'expert' }]
    await post(owner, '/v1/offers', offerBody(helperId, { external_id, skills }))
    const wanted = { skills: [{ skill, importance: 'must' }] }
    const needId = await post(owner, '/v1/needs', needBody(organizationId, wanted))
    const { needSide, organizationId: theirs } = await pair()
    const theirNeed = await post(needSide, '/v1/needs', needBody(theirs, wanted))
    blind.token = writer.services.access.tokens.issue({ ...owner, scopes: ['matches:read'] })
    const first = async (partner: Partner, id: string) =>
      (await ask(writer, partner, `/v1/needs/${id}/matches?limit=1`)).body.data[0]
    for (const round of ['from rows', 'from memory']) {
      const own = await first(owner, needId)
      t.match(own, { is_own: true, external_id, name: 'Ada Own' }, round)
      t.match(await first(blind, needId), { is_own: true, external_id: null, name: null }, round)
      t.match(await first(needSide, theirNeed), { is_own: false, external_id: null, name: null }, round)
    }
    await patch(owner, `/v1/helpers/${helperId}`, { name: 'Ada Renamed' })
    t.equal((await first(owner, needId)).name, 'Ada Renamed')
  },
)

t.test('each reader gets the language that was asked for, of the same remembered postings', async (t) => {
  const { needSide, page } = await pair()
  const summaryIn = async (language: string) =>
    (await ask(reader, needSide, page, { 'accept-language': language })).body.data[0].summary
  const first = [await summaryIn('en'), await summaryIn('de'), await summaryIn('es')]
  t.equal(new Set(first).size, 3)
  t.same([await summaryIn('en'), await summaryIn('de'), await summaryIn('es')], first)
})

t.test('a merged or erased helper is not shown by its former id', async (t) => {
  const { needSide, offerSide, helperId, page } = await pair()
  await askTwice(reader, needSide, page)
  const into = await post(offerSide, '/v1/helpers', helperBody())
  const body = { from_id: helperId }
  const merged = await offerSide.call('POST', `/v1/helpers/${into}/merge`, { body })
  t.equal(merged.status, 200, JSON.stringify(merged.body))
  t.equal((await ask(reader, needSide, page)).body.data[0].offer.helper_id, into)
  await reader.services.market.feed.catchUp()
  t.equal((await ask(reader, needSide, page)).body.data[0].offer.helper_id, into)
})

t.test('a new posting is in the next page, however often the ranking was asked for', async (t) => {
  const { needSide, offerSide, helperId, offerId, skills, page } = await pair()
  const ids = async (at: TestService) =>
    (await ask(at, needSide, page)).body.data.map((one: { offer_id: string }) => one.offer_id)
  await askTwice(writer, needSide, page)
  await askTwice(reader, needSide, page)
  const better = await post(offerSide, '/v1/offers', offerBody(helperId, { skills }))
  t.same(new Set(await ids(writer)), new Set([offerId, better]))
  await reader.services.market.feed.catchUp()
  t.same(new Set(await ids(reader)), new Set([offerId, better]))
})

t.test(
  'of many writes and pages at once, no page shows less than was answered before it was asked for',
  async (t) => {
    const { needSide, offerSide, offerId, page } = await pair()
    let answered = 0
    let isOver = false
    const errors: string[] = []
    const write = async () => {
      for (let round = 1; round <= 60; round++) {
        await patch(offerSide, `/v1/offers/${offerId}`, { title: `Round ${round}` })
        answered = round
      }
      isOver = true
    }
    let pages = 0
    const read = async (at: TestService) => {
      while (!isOver) {
        const least = answered
        const { body } = await ask(at, needSide, page)
        const round = Number(/\d+/.exec(body.data[0]?.offer.title ?? '')?.[0] ?? 0)
        if (round < least) errors.push(`asked after round ${least}, shown round ${round}`)
        pages++
      }
    }
    const follow = async () => {
      while (!isOver) await reader.services.market.feed.catchUp()
    }
    await Promise.all([
      write(),
      read(writer),
      read(writer),
      read(reader),
      read(reader),
      read(reader),
      follow(),
    ])
    t.same(errors, [])
    t.ok(pages > 60, `${pages} pages`)
  },
)

t.test(
  'a posting of another process is proposed before the index has it, and a made-up one is not found',
  async (t) => {
    const skill = inventedWord()
    const { needSide, offerSide, offerId, needId } = await twoPartners(writer, {
      need: { skills: [{ skill, importance: 'must' }] },
      offer: { skills: [{ skill, level: 'expert' }] },
    })
    const propose = (by: Partner, body: object) => {
      const headers = { authorization: `Bearer ${by.token}` }
      return reader.inject({ method: 'POST', url: '/v1/introductions', headers, body })
    }
    const hidden = await post(
      offerSide,
      '/v1/offers',
      offerBody(await helperOf(offerSide, offerId), { visibility: 'partner' }),
    )
    for (const by of [needSide, offerSide]) {
      const other =
        by === needSide
          ? { need_id: needId, offer_id: hidden }
          : { need_id: needId, offer_id: hidden.replace(/.$/, '0') }
      t.match(await propose(by, other), { status: 404 })
    }
    t.match(await propose(needSide, { need_id: needId, offer_id: offerId }), { status: 201 })
  },
)

async function helperOf(by: Partner, offerId: string): Promise<string> {
  return (await by.call('GET', `/v1/offers/${offerId}`)).body.helper_id
}

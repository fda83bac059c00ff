import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, propose } from '../../support/two-partners.ts'
import { post, postWorld } from '../../support/world.ts'

const service = await startTestService(t)

type Row = { need_id: string; offer_id: string; score: number; offer: { modality: string } }

/** Every market has a word and a craft of its own, so that it meets no rows of the others. */
const craftOf = (word: string) => `${word}ery`
const workOf = (word: string) => ({ title: word, description: word, skills: [word, craftOf(word)] })
const newOffer = async (partner: Partner, word: string, more = {}, helper = {}) =>
  post(
    partner,
    '/v1/offers',
    offerBody(await post(partner, '/v1/helpers', helperBody(helper)), { ...workOf(word), ...more }),
  )
const rowsOf = async (partner: Partner, path: string): Promise<Row[]> => {
  const reply = await partner.call('GET', path)
  t.equal(reply.status, 200, path)
  return reply.body.data
}

/** A hybrid need, and offers that differ in modality, place, skills and kind, of its partner and of another. */
async function market() {
  const [mine, theirs] = [await service.newPartner(), await service.newPartner()]
  const word = inventedWord()
  const organizationId = await post(
    mine,
    '/v1/organizations',
    organizationBody({ external_id: `org-${word}` }),
  )
  const need = needBody(organizationId, { ...workOf(word), modality: 'hybrid', external_id: `need-${word}` })
  const needId = await post(mine, '/v1/needs', { ...need, max_distance_km: 300 })
  const far = { location: { country: 'US', region: 'CA', city: 'San Jose', lat: 37.3382, lon: -121.8863 } }
  const offers = {
    own: await newOffer(mine, word, { external_id: `offer-${word}` }, { name: 'Quirin Vale' }),
    remote: await newOffer(theirs, word, { external_id: `theirs-${word}` }),
    onsite: await newOffer(theirs, word, { modality: 'onsite' }),
    far: await newOffer(theirs, word, { modality: 'hybrid', max_distance_km: 300 }, far),
    intern: await newOffer(theirs, word, { kind: 'intern', terms: { learning_goals: [] } }),
    otherSkill: await newOffer(theirs, word, { skills: [word] }),
  }
  return { mine, theirs, word, organizationId, needId, offers, path: `/v1/needs/${needId}/matches` }
}

t.test('filters leave out rows and change neither scores nor order', async (t) => {
  const { mine, word, path, offers } = await market()
  const all = await rowsOf(mine, path)
  t.same(new Set(all.map((row) => row.offer_id)), new Set(Object.values(offers)))
  const without = (...left: string[]) => all.filter((row) => !left.includes(row.offer_id))
  const expected: [query: string, rows: Row[]][] = [
    ['modality=remote', without(offers.onsite, offers.far)],
    ['modality=onsite,hybrid', all.filter(({ offer }) => offer.modality !== 'remote')],
    ['max_distance_km=30', without(offers.far)],
    ['max_distance_km=100', all],
    [`skill=${craftOf(word)}`, without(offers.otherSkill)],
    [`skill=${craftOf(word).toUpperCase()}`, without(offers.otherSkill)],
    [`skill=${inventedWord()}`, []],
    ['kinds=intern', all.filter((row) => row.offer_id === offers.intern)],
    ['kinds=volunteer&modality=remote&max_distance_km=30', without(offers.onsite, offers.far, offers.intern)],
  ]
  for (const [query, rows] of expected) t.same(await rowsOf(mine, `${path}?${query}`), rows, query)
  for (const wrong of ['modality=home', 'max_distance_km=-1', 'skill=', 'exclude_introduced=yes'])
    t.match(await mine.call('GET', `${path}?${wrong}`), { status: 422 }, wrong)
})

t.test(
  'a skill that the catalogue does not know is named, with the nearest, in both directions and in a batch',
  async (t) => {
    const { mine, word, path, needId, offers } = await market()
    const notFound = { parameter: 'skill', code: 'skill_unknown' }
    const ask = async (skill: string, language = 'en') => {
      const query = `skill=${encodeURIComponent(skill)}`
      const headers = { 'accept-language': language }
      const batch = { ids: [needId, offers.own], skill }
      return Promise.all([
        mine.call('GET', `${path}?${query}`, { headers }),
        mine.call('GET', `/v1/offers/${offers.own}/matches?${query}`, { headers }),
        mine.call('POST', '/v1/matches/batch', { body: batch, headers }),
      ])
    }
    for (const { status, body } of await ask(craftOf(word))) {
      t.match({ status, notices: body.notices }, { status: 200, notices: [notFound] })
      t.ok((body.data[0].matches ?? body.data).length > 0, 'postings that name it alike are listed')
      t.ok(body.notices[0].detail.includes(craftOf(word)))
    }
    for (const { body } of await ask('carp')) t.match(body.notices[0].detail, /come near: Carpentry/)
    for (const { body } of await ask('bookkeeping')) t.equal(body.notices, undefined)
    for (const { body } of await ask(craftOf(word), 'de')) t.match(body.notices[0].detail, /Verzeichnis/)
  },
)

t.test(
  'a posting that lists no skill, and whose text expresses none, is told so where others are ranked for it',
  async (t) => {
    const { mine, needId, offers } = await market()
    for (const path of [`/v1/needs/${needId}`, `/v1/offers/${offers.own}`]) {
      const rank = async (language = 'en') =>
        (await mine.call('GET', `${path}/matches`, { headers: { 'accept-language': language } })).body.notices
      t.equal(await rank(), undefined, 'a posting with a skill')
      const change = { skills: [], infer_skills: false }
      t.match(await mine.call('PATCH', path, { headers: { 'if-match': '*' }, body: change }), { status: 200 })
      t.match(await rank(), [{ parameter: null, code: 'no_skill_known', detail: /^No skill is listed/ }])
      t.match(await rank('fr'), [{ code: 'no_skill_known', detail: /^Aucune compétence/ }])
    }
  },
)

t.test('near misses are narrowed like the ranking', async (t) => {
  const { mine, theirs, word, path } = await market()
  const blocked = await newOffer(theirs, word, { modality: 'onsite' }, { languages: ['sw'] })
  const nearOf = async (query: string) =>
    (await mine.call('GET', `${path}?include=near_misses&${query}`)).body.near_misses.map(
      (row: Row) => row.offer_id,
    )
  t.same(await nearOf('modality=onsite'), [blocked])
  t.same(await nearOf('modality=remote'), [])
  t.same(await nearOf(`skill=${inventedWord()}`), [])
})

t.test('an offer narrows its needs by the same filters', async (t) => {
  const { mine, word, organizationId, needId, offers } = await market()
  const work = { ...workOf(word), modality: 'remote', skills: [word] }
  const remote = await post(mine, '/v1/needs', needBody(organizationId, work))
  const paid = await post(mine, '/v1/needs', needBody(organizationId, { ...work, accepts: ['paid'] }))
  const needsOf = async (query: string) =>
    (await rowsOf(mine, `/v1/offers/${offers.own}/matches?${query}`)).map((row) => row.need_id).toSorted()
  t.same(await needsOf(''), [needId, remote].toSorted())
  t.same(await needsOf('modality=remote'), [remote])
  t.same(await needsOf('modality=hybrid,onsite'), [needId])
  t.same(await needsOf(`skill=${craftOf(word)}`), [needId])
  t.same(await needsOf('kinds=volunteer,paid'), [needId, remote].toSorted())
  t.same(await needsOf('kinds=paid'), [])
  t.notOk((await needsOf('')).includes(paid))
})

t.test('exclude_introduced leaves out open and accepted introductions, from both sides', async (t) => {
  const { mine, theirs, needId, offers, path } = await market()
  await mine.call('PATCH', `/v1/needs/${needId}`, { headers: { 'if-match': '*' }, body: { positions: 9 } })
  const open = await propose(mine, needId, offers.remote)
  await answer(theirs, (await propose(mine, needId, offers.onsite)).body.id, 'accept')
  const withdrawn = await propose(mine, needId, offers.intern)
  await answer(mine, withdrawn.body.id, 'withdraw')
  t.match(open, { status: 201 })
  const left = (await rowsOf(mine, `${path}?exclude_introduced=true`)).map((row) => row.offer_id)
  t.same(left.toSorted(), [offers.own, offers.far, offers.intern, offers.otherSkill].toSorted())
  t.equal((await rowsOf(mine, `${path}?exclude_introduced=false`)).length, 6)
  const needsOf = async (offerId: string) =>
    (await rowsOf(theirs, `/v1/offers/${offerId}/matches?exclude_introduced=true`)).map((row) => row.need_id)
  t.same(await needsOf(offers.remote), [])
  t.same(await needsOf(offers.far), [needId])
})

t.test(
  "rows name the caller's own postings, as far as its token may read them, and nobody else's",
  async (t) => {
    const { mine, theirs, word, needId, offers, path } = await market()
    const rowOf = async (partner: Partner, from: string, id: string) =>
      (await rowsOf(partner, from)).find((row) => row.offer_id === id || row.need_id === id)
    t.match(await rowOf(mine, path, offers.own), {
      ...{ is_own: true, external_id: `offer-${word}`, name: 'Quirin Vale' },
    })
    t.match(await rowOf(mine, path, offers.remote), { is_own: false, external_id: null, name: null })
    t.match(await rowOf(mine, `/v1/offers/${offers.own}/matches`, needId), {
      ...{ is_own: true, external_id: `need-${word}`, name: 'Harbor Food Pantry' },
    })
    t.match(await rowOf(theirs, `/v1/offers/${offers.remote}/matches`, needId), {
      ...{ is_own: false, external_id: null, name: null },
    })
    const token = service.services.access.tokens.issue({ ...mine, scopes: ['matches:read'] })
    const { body } = await mine.call('GET', path, { headers: { authorization: `Bearer ${token}` } })
    t.match(
      body.data.find((row: Row) => row.offer_id === offers.own),
      { is_own: true, external_id: null, name: null },
    )
  },
)

t.test(
  'a batch holds the ranking of each id, as its own route does, and says which do not exist',
  async (t) => {
    const { mine, theirs, word, organizationId, needId, offers } = await market()
    const closed = await post(mine, '/v1/needs', needBody(organizationId, { status: 'closed' }))
    const ids = [
      needId,
      offers.own,
      closed,
      offers.remote,
      needId.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
    ]
    for (const query of [{}, { modality: ['remote'], max_distance_km: 30, skill: craftOf(word), limit: 2 }]) {
      const { status, body } = await mine.call('POST', '/v1/matches/batch', { body: { ids, ...query } })
      t.equal(status, 200)
      t.same(
        body.data.map((item: { id: string }) => item.id),
        ids,
      )
      const [ofNeed, ofOffer, ofClosed, ofTheirs, ofNobody] = body.data
      const parameters = new URLSearchParams(
        Object.entries({ limit: 5, ...query }).map(([name, value]) => [name, String(value)]),
      )
      for (const [item, path] of [
        [ofNeed, `/v1/needs/${needId}/matches`],
        [ofOffer, `/v1/offers/${offers.own}/matches`],
      ] as const) {
        const { data, next_cursor } = (await mine.call('GET', `${path}?${parameters}`)).body
        t.equal(item.error, null)
        t.same(
          item.matches.map((row: Row) => [row.need_id, row.offer_id, row.score]),
          data.map((row: Row) => [row.need_id, row.offer_id, row.score]),
        )
        t.equal(item.next_cursor === null, next_cursor === null)
      }
      t.match(ofClosed, { matches: [], error: null })
      t.match(ofTheirs, { matches: [], error: { code: 'offer_not_found' } })
      t.match(ofNobody, { matches: [], error: { code: 'need_not_found' } })
    }
    t.match(await theirs.call('POST', '/v1/matches/batch', { body: { ids: [needId] } }), {
      body: { data: [{ error: { code: 'need_not_found' } }] },
    })
  },
)

t.test('a batch takes 1 to 100 needs and offers, and nothing else', async (t) => {
  const partner = await service.newPartner()
  const { needId, helperId } = await postWorld(partner)
  for (const ids of [[], Array(101).fill(needId), [helperId], ['need_1']])
    t.match(await partner.call('POST', '/v1/matches/batch', { body: { ids } }), { status: 422 })
  const { status, body } = await partner.call('POST', '/v1/matches/batch', {
    body: { ids: Array(100).fill(needId), limit: 1 },
  })
  t.equal(status, 200)
  t.equal(body.data.length, 100)
})

t.test('a batch keeps nobody waiting longer than a single ranking does', async (t) => {
  const { engineQueue } = service.services.market
  const [greedy, modest] = [await service.newPartner(), await service.newPartner()]
  const { needId } = await postWorld(greedy)
  const { needId: other } = await postWorld(modest)
  const order: string[] = []
  const batch = greedy
    .call('POST', '/v1/matches/batch', { body: { ids: Array(100).fill(needId) } })
    .then(() => order.push('batch'))
  await engineQueue.run(() => {})
  await modest.call('GET', `/v1/needs/${other}/matches`).then(() => order.push('single'))
  await batch
  t.same(order, ['single', 'batch'])
})

import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { between, createRandom, pick } from '../../support/random.ts'
import { type Partner, startTestService, type TestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

// Three processes on one database: one writes, one keeps pages and rankings, and one keeps nothing.
const writer = await startTestService(t)
const keeping = await startTestService(t, { database: writer.database })
const forgetful = await startTestService(t, { database: writer.database, env: { PAGE_CACHE_MIB: '0' } })

const ROWS = 5
const UNRELATED = 60
const CHANGES = 8

const ask = async (at: TestService, partner: Partner, url: string) => {
  const headers = { authorization: `Bearer ${partner.token}` }
  const { status, body } = await at.inject({ method: 'GET', url, headers })
  t.equal(status, 200)
  return body
}

async function catchUp() {
  for (const one of [keeping, forgetful]) await one.services.market.feed.catchUp()
}

/** A market with words that nobody else has, where a need has more offers than a page shows. */
async function setUp() {
  const skill = inventedWord()
  const [needSide, offerSide] = [await writer.newPartner(), await writer.newPartner()]
  const organizationId = await post(needSide, '/v1/organizations', organizationBody())
  const helperId = await post(offerSide, '/v1/helpers', helperBody())
  const offer = (more: object = {}) =>
    post(offerSide, '/v1/offers', offerBody(helperId, { skills: [{ skill, level: 'expert' }], ...more }))
  const unrelated = (kind: 'need' | 'offer') => {
    const [title, description] = [inventedWord(), `${inventedWord()} ${inventedWord()}`]
    const skills = [{ skill: inventedWord() }]
    return kind === 'need'
      ? post(needSide, '/v1/needs', needBody(organizationId, { title, description, skills }))
      : post(offerSide, '/v1/offers', offerBody(helperId, { title, description, skills }))
  }
  const skills = [{ skill, importance: 'must' }]
  const needId = await post(needSide, '/v1/needs', needBody(organizationId, { skills }))
  const offerIds = []
  for (let count = 0; count < ROWS + 3; count++) offerIds.push(await offer({ hours_per_week: 40 - count }))
  const page = `/v1/needs/${needId}/matches?limit=${ROWS}`
  return { needSide, offerSide, offer, unrelated, offerIds, page }
}

t.test('most needs of other work leave a page as it was made, and any page is as if made anew', async (t) => {
  const { needSide, unrelated, page } = await setUp()
  for (let count = 0; count < UNRELATED; count++) await unrelated(count % 3 === 0 ? 'offer' : 'need')
  await catchUp()
  let before = await ask(keeping, needSide, page)
  let kept = 0
  for (let count = 0; count < CHANGES; count++) {
    await unrelated('need')
    await catchUp()
    const now = await ask(keeping, needSide, page)
    t.same(now.data, (await ask(forgetful, needSide, page)).data)
    // The cursor tells when the page was made.
    if (now.next_cursor === before.next_cursor) kept++
    before = now
  }
  // A step of a count that all pairs share may be crossed.
  t.ok(kept >= CHANGES - 2, `${kept} of ${CHANGES} pages were kept`)
})

t.test('behind any history a page has the rows of a process that keeps nothing', async (t) => {
  const { needSide, offerSide, offer, unrelated, offerIds, page } = await setUp()
  const random = createRandom(5, 5)
  const some = () => pick(random, offerIds)
  const change = (body: object) =>
    offerSide.call('PATCH', `/v1/offers/${some()}`, { body, headers: { 'if-match': '*' } })
  const histories = [
    async () => offerIds.push(await offer({ hours_per_week: between(random, 1, 40) })),
    () => offerSide.call('POST', `/v1/offers/${some()}/pause`),
    () => offerSide.call('POST', `/v1/offers/${some()}/resume`),
    () => change({ title: `Kite ${inventedWord()}` }),
    () => change({ hours_per_week: between(random, 1, 40) }),
    () => change({ visibility: pick(random, ['partner', 'network']) }),
    () => unrelated('need'),
  ]
  for (let round = 0; round < 25; round++) {
    for (let changes = between(random, 1, 3); changes > 0; changes--) await pick(random, histories)()
    if (random() < 0.7) await catchUp()
    const isCaughtUp = random() < 0.5
    if (isCaughtUp) await catchUp()
    const [kept, fresh] = [await ask(keeping, needSide, page), await ask(forgetful, needSide, page)]
    if (isCaughtUp) t.same(kept.data, fresh.data, `round ${round}`)
    // What is not open is not shown, even where the index does not know.
    for (const { offer_id } of kept.data) {
      const shown = await ask(writer, offerSide, `/v1/offers/${offer_id}`)
      t.equal(shown.status, 'open')
      t.equal(shown.visibility, 'network')
    }
  }
})

t.test(
  'while offers close and come, no page that is asked for behind a closing shows what was closed',
  async (t) => {
    const { needSide, offerSide, offer, offerIds, page } = await setUp()
    await catchUp()
    const closed = new Set<string>()
    let isOver = false
    const readers = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const gone = [...closed]
        const { data } = await ask(keeping, needSide, page)
        for (const { offer_id } of data) t.notOk(gone.includes(offer_id))
      }
    })
    for (const id of offerIds) {
      await offerSide.call('POST', `/v1/offers/${id}/pause`)
      closed.add(id)
      await offer()
      if (closed.size % 2 === 0) await keeping.services.market.feed.catchUp()
    }
    isOver = true
    await Promise.all(readers)
    await catchUp()
    const [kept, fresh] = [await ask(keeping, needSide, page), await ask(forgetful, needSide, page)]
    t.same(kept.data, fresh.data)
  },
)

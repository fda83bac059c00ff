import t from 'tap'
import { createKeptPages } from '../../../src/features/matches/kept-pages.ts'
import { toKnownNeed, toKnownOffer } from '../../../src/features/matches/known-postings.ts'
import { createMarketRepository } from '../../../src/features/matches/market.repository.ts'
import type { MatchQuery } from '../../../src/features/matches/matches.schemas.ts'
import { isId } from '../../../src/shared/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../../src/shared/time.ts'
import { offerBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { startTestService } from '../../support/service.ts'
import { twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const NOON_MS = Date.UTC(2030, 5, 1, 12)
const DEADLINE_MS = NOON_MS + 2 * MINUTE_MS
const ENOUGH_BYTES = 1_000_000

/** A memory, and a need and an offer to fill it with. */
async function setUp(maxBytes = ENOUGH_BYTES) {
  const { needSide, offerSide, needId, offerId } = await twoPartners(service, {
    need: { deadline_at: new Date(DEADLINE_MS).toISOString() },
  })
  const market = createMarketRepository(service.services.runtime.db)
  const [needRow] = isId('need', needId)
    ? await market.needsByKey([{ partnerId: needSide.partnerId, id: needId }])
    : []
  const [offerRow] = isId('offer', offerId)
    ? await market.offersByKey([{ partnerId: offerSide.partnerId, id: offerId }])
    : []
  if (!needRow || !offerRow) throw new Error('the rows are gone')
  const pages = createKeptPages({ maxBytes })
  const query: MatchQuery = { limit: 20, min_score: 0 }
  const asked = {
    ...{ needId: needRow.need.id, kind: 'fitting', query, language: 'en' as const },
    scopes: new Set(['matches:read']),
  }
  const [need, offer] = [toKnownNeed(needRow), toKnownOffer(offerRow)]
  const page = { data: [], next_cursor: null, has_more: false }
  const standing = { ...{ ranked: [], engine: {}, revision: 7, offersRevision: 5 }, statistics: 'some' }
  const made = { page, need, offers: [offer], standing, showsNear: false, asOfMs: NOON_MS }
  const recall = (asOfMs = NOON_MS) => pages.recall(asked, asOfMs)?.page
  return { pages, asked, made, page, needRow, offerRow, recall }
}

t.test('a page is kept until a moment passes that counts in it, or minutes have passed', async (t) => {
  const { pages, asked, made, page, recall } = await setUp()
  const keep = (asOfMs = NOON_MS) => pages.keep(asked, { ...made, asOfMs })
  keep()
  t.equal(recall(), page)
  t.equal(recall(DEADLINE_MS - 1), page)
  t.equal(recall(DEADLINE_MS), undefined, 'the deadline has come')
  keep()
  t.equal(recall(NOON_MS - 1), undefined, 'a page of a later moment')
  keep(NOON_MS + HOUR_MS)
  t.equal(recall(NOON_MS + HOUR_MS + 5 * MINUTE_MS - 1), page)
  t.equal(recall(NOON_MS + HOUR_MS + 5 * MINUTE_MS), undefined, 'its cursor would soon be too old')
})

t.test('a page is for one query, language, set of scopes and kind alone', async (t) => {
  const { pages, asked, made } = await setUp()
  pages.keep(asked, made)
  t.ok(pages.recall({ ...asked, scopes: new Set(asked.scopes) }, NOON_MS))
  t.notOk(pages.recall({ ...asked, language: 'de' }, NOON_MS))
  t.notOk(pages.recall({ ...asked, kind: 'with near ones' }, NOON_MS))
  t.notOk(pages.recall({ ...asked, query: { ...asked.query, limit: 10 } }, NOON_MS))
  t.notOk(pages.recall({ ...asked, scopes: new Set(['matches:read', 'offers:read']) }, NOON_MS))
})

t.test('later pages, and pages without introduced postings, are not kept', async (t) => {
  const { pages, asked, made } = await setUp()
  for (const more of [{ cursor: 'abc' }, { exclude_introduced: true }]) {
    const other = { ...asked, query: { ...asked.query, ...more } }
    pages.keep(other, made)
    t.notOk(pages.recall(other, NOON_MS))
  }
  t.equal(pages.bytes, 0)
})

t.test('a kept page is shown only if it would be made of the very same rows', async (t) => {
  const { pages, asked, made, needRow, offerRow } = await setUp()
  pages.keep(asked, made)
  const kept = pages.recall(asked, NOON_MS)
  const [offer] = made.offers.map((known) => ({ known, isIndexed: () => true }))
  if (!kept || !offer) throw new Error('nothing was kept')
  const now = { need: made.need, offers: [offer] }
  t.ok(kept.isMadeOf(now))
  t.notOk(kept.isMadeOf({ ...now, offers: [] }), 'an offer is gone')
  const readAgain = { known: toKnownOffer(offerRow), isIndexed: () => true }
  t.notOk(kept.isMadeOf({ ...now, offers: [readAgain] }), 'an offer was read again')
  t.notOk(kept.isMadeOf({ ...now, need: toKnownNeed(needRow) }), 'the need was read again')
})

t.test(
  'a kept page is shown only if its ranking has the same rows and counts by the same statistics',
  async (t) => {
    const { pages, asked, made } = await setUp()
    const { standing } = made
    const keptWith = (showsNear: boolean) => {
      pages.keep(asked, { ...made, showsNear })
      return (now: Partial<typeof standing>) =>
        pages.recall(asked, NOON_MS)?.isRankedAs({ ...standing, revision: 9, ...now })
    }
    const isRankedAs = keptWith(false)
    t.equal(isRankedAs({}), true, 'a change that does not count')
    t.equal(isRankedAs({ ranked: [] }), false, 'ranked anew')
    t.equal(isRankedAs({ statistics: 'others' }), false, 'words have become rarer')
    t.equal(isRankedAs({ offersRevision: 8 }), true, 'another offer changed')
    t.equal(keptWith(true)({ offersRevision: 8 }), false, 'another offer may come near')
    t.equal(keptWith(true)({}), true)
  },
)

t.test('no more is kept than there is memory for, and without memory nothing', async (t) => {
  const { pages, asked, made } = await setUp()
  pages.keep(asked, made)
  const ofOne = pages.bytes
  t.ok(ofOne > 0)
  const small = await setUp(2 * ofOne)
  const at = (limit: number) => ({ ...small.asked, query: { ...small.asked.query, limit } })
  small.pages.keep(at(1), small.made)
  small.pages.keep(at(2), small.made)
  t.ok(small.pages.recall(at(1), NOON_MS), 'used last')
  small.pages.keep(at(3), small.made)
  t.ok(small.pages.bytes <= 2 * ofOne)
  t.same(
    [1, 2, 3].map((limit) => small.pages.recall(at(limit), NOON_MS) !== undefined),
    [true, false, true],
  )
  const none = await setUp(0)
  none.pages.keep(none.asked, none.made)
  t.equal(none.recall(), undefined)
  t.equal(none.pages.bytes, 0)
})

t.test('a page comes out the same however often it is asked for, and its cursor goes on', async (t) => {
  const skill = inventedWord()
  const skills = [{ skill, level: 'expert' }]
  const { needSide, offerSide, helperId, needId, offerId } = await twoPartners(service, {
    need: { skills: [{ skill, importance: 'must' }] },
    offer: { skills },
  })
  const other = await post(offerSide, '/v1/offers', offerBody(helperId, { skills }))
  const url = `/v1/needs/${needId}/matches?limit=1`
  const answers = []
  for (let time = 0; time < 4; time++) answers.push(await needSide.call('GET', url))
  const [first] = answers
  for (const answer of answers) {
    t.same(answer.body, first?.body)
    t.match(answer.headers.link, /rel="next"/)
    t.match(answer.headers['content-type'], /^application\/json; charset=utf-8/)
  }
  const cursor = encodeURIComponent(String(first?.body.next_cursor))
  const next = await needSide.call('GET', `${url}&cursor=${cursor}`)
  const shown = [first, next].map((answer) => answer?.body.data[0].offer_id)
  t.same(new Set(shown), new Set([offerId, other]))
})

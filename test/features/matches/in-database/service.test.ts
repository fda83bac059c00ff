import t from 'tap'
import {
  createEngine,
  createMarketPortions,
  type RankOptions,
} from '../../../../src/engines/matching/index.ts'
import { createFairQueue } from '../../../../src/features/matches/fair-queue.ts'
import {
  createMarketRepository,
  createMarkets,
  createMemoryMatcher,
  createSearchRowFeed,
  createSearchRowWriter,
  type MarketIds,
  type Matcher,
  toMarketNeed,
  toMarketOffer,
} from '../../../../src/features/matches/index.ts'
import { offerInput } from '../../../../src/features/postings/index.ts'
import { systemClock } from '../../../../src/shared/clock.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts'
import { until } from '../../../support/process.ts'
import { type Partner, startTestService, type TestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'
import { writeAs } from '../../../support/write-as.ts'

const IN_DATABASE = { env: { MATCHING: 'database' } }
const TITLES = [
  ['Bring our books up to date', 'bookkeeping'],
  ['A new website for the pantry', 'web design'],
  ['Translate letters to donors', 'translation'],
  ['Walk the dogs of the shelter', 'dog walking'],
  ['Write a grant for the garden', 'grant writing'],
] as const

/** Needs and offers of several sorts of one partner. */
async function postMarket(partner: Partner, count = 2) {
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const needs: string[] = []
  const offers: string[] = []
  for (let i = 0; i < count; i++) {
    for (const [title, skill] of TITLES) {
      const text = { title: `${title} ${i}`, description: `${title}, with some care. ${TITLES[i]?.[0]}` }
      const importance = i % 2 === 0 ? 'should' : 'nice'
      needs.push(
        await post(
          partner,
          '/v1/needs',
          needBody(organizationId, { ...text, skills: [{ skill, importance }] }),
        ),
      )
      offers.push(
        await post(partner, '/v1/offers', offerBody(helperId, { ...text, skills: i === 0 ? [skill] : [] })),
      )
    }
  }
  return { organizationId, helperId, needs, offers }
}

/** What a matcher makes of every open need and offer. */
async function allMatches({ db }: TestDatabase, matcher: Matcher) {
  const market = createMarketRepository(db)
  const options: RankOptions = { limit: 50, asOfMs: Date.now(), leastFit: 'possible', fillTo: 4 }
  const needs = (await market.openNeeds(null, 1000)).map(toMarketNeed)
  const offers = (await market.openOffers(null, 1000)).map(toMarketOffer)
  const ranked: unknown[] = []
  for (const need of needs) ranked.push(await matcher.rankOffers({ db }, need, options))
  for (const offer of offers) ranked.push(await matcher.rankNeeds({ db }, offer, options))
  return ranked
}

/** What an index in memory makes of them, filled from the database as it is now. */
async function expectedMatches(database: TestDatabase) {
  const fresh = await loadedFresh(database)
  return allMatches(database, fresh)
}

async function loadedFresh({ db }: TestDatabase): Promise<Matcher> {
  const engine = createMarkets(() => createEngine<MarketIds>(service.services.market.settings))
  const market = createMarketRepository(db)
  for (const record of await market.openNeeds(null, 1000)) engine.putNeed(toMarketNeed(record))
  for (const record of await market.openOffers(null, 1000)) engine.putOffer(toMarketOffer(record))
  return createMemoryMatcher(engine, createFairQueue())
}

const service: TestService = await startTestService(t, IN_DATABASE)

t.test('pages, previews and batches are those of a process that holds the market', async (t) => {
  const database = await createTestDatabase(t)
  const inDatabase = await startTestService(t, { ...IN_DATABASE, database })
  const partner = await inDatabase.newPartner()
  const { organizationId, needs, offers } = await postMarket(partner)
  const inMemory = await startTestService(t, { env: { MATCHING: 'memory' }, database })
  const both = async (method: 'GET' | 'POST', url: string, body?: unknown) => {
    const answers = []
    for (const { inject } of [inMemory, inDatabase]) {
      const reply = await inject({
        method,
        url,
        headers: {
          authorization: `Bearer ${partner.token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      })
      t.equal(reply.status, 200, JSON.stringify(reply.body))
      // A cursor tells the instant at which its page was made.
      answers.push({ ...reply.body, page: undefined, next_cursor: undefined })
    }
    t.same(answers[1], answers[0])
    return answers[1]
  }
  for (const id of needs) await both('GET', `/v1/needs/${id}/matches?include=near_misses`)
  for (const id of offers) await both('GET', `/v1/offers/${id}/matches?include=near_misses`)
  const page = await both('GET', `/v1/needs/${needs[0]}/matches`)
  t.ok(page.data.length > 1)
  await both('POST', '/v1/matches/batch', { ids: [needs[1], offers[2], needs[3]] })
  await both('POST', '/v1/matches/preview', { need: needBody(organizationId, { skills: ['translation'] }) })
})

t.test('rows for a market that was there before are made to the end after a break', async (t) => {
  const database = await createTestDatabase(t)
  const inMemory = await startTestService(t, { env: { MATCHING: 'memory' }, database })
  await postMarket(await inMemory.newPartner())
  const portions = createMarketPortions<MarketIds>(service.services.market.settings)
  const writer = createSearchRowWriter({ portions, onRead: () => {} })
  const written: number[] = []
  const feedOf = (write: typeof writer.write) =>
    createSearchRowFeed({
      db: database.db,
      clock: systemClock,
      writer: { write },
      program: async () => 'a program',
      onCommitted: () => {},
      pageSize: 3,
    })
  let pages = 0
  const broken = feedOf(async (db, changes) => {
    await writer.write(db, changes)
    if (++pages === 4) throw new Error('the process ends here')
  })
  await t.rejects(broken.load(), /ends here/)
  const whole = feedOf(async (db, changes) => {
    written.push(changes.length)
    await writer.write(db, changes)
  })
  await whole.load()
  t.ok(whole.ready)
  // Three pages of three needs were committed before.
  t.equal(
    written.reduce((sum, one) => sum + one, 0),
    20 - 9,
  )
  const inDatabase = await startTestService(t, { ...IN_DATABASE, database })
  t.same(await allMatches(database, inDatabase.services.market.matcher), await expectedMatches(database))
})

t.test('what processes change that keep no rows is caught up with', async (t) => {
  const database = await createTestDatabase(t)
  const inDatabase = await startTestService(t, { ...IN_DATABASE, database })
  const inMemory = await startTestService(t, { env: { MATCHING: 'memory' }, database })
  const partner = await inMemory.newPartner()
  const { needs, helperId } = await postMarket(partner)
  await partner.call('POST', `/v1/needs/${needs[0]}/close`)
  await partner.call('PATCH', `/v1/helpers/${helperId}`, {
    body: { languages: ['es'] },
    headers: { 'if-match': '*' },
  })
  await inDatabase.services.market.feed.catchUp()
  t.same(await allMatches(database, inDatabase.services.market.matcher), await expectedMatches(database))
})

t.test('an offer that is posted while its helper is changed is found as both were left', async (t) => {
  const partner = await service.newPartner()
  const { helperId } = await postMarket(partner, 1)
  const { runtime, postings, market } = service.services
  const [isPosted, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow = writeAs(runtime, partner.partnerId, async (ctx) => {
    await postings.offers.post(ctx, offerInput.parse(offerBody(helperId, { title: 'Posted slowly' })))
    isPosted.resolve()
    await mayEnd.promise
  })
  await isPosted.promise
  const changed = await partner.call('PATCH', `/v1/helpers/${helperId}`, {
    body: { location: { country: 'US', region: 'TX', city: 'Austin', lat: 30.2672, lon: -97.7431 } },
    headers: { 'if-match': '*' },
  })
  t.equal(changed.status, 200)
  mayEnd.resolve()
  await slow
  await market.feed.catchUp()
  t.same(await allMatches(service.database, market.matcher), await expectedMatches(service.database))
})

t.test('nothing of a posting is left in rows or counts once it is deleted', async (t) => {
  const database = await createTestDatabase(t)
  const { newPartner, services } = await startTestService(t, { ...IN_DATABASE, database })
  const partner = await newPartner()
  const { needs, offers } = await postMarket(partner, 1)
  const sizes = async () => {
    const tables = ['need_search_rows', 'offer_search_rows', 'market_counts', 'market_changes']
    const counts: number[] = []
    for (const table of tables) counts.push((await database.pool.query(`select from ${table}`)).rowCount ?? 0)
    return counts
  }
  t.same((await sizes()).slice(0, 2), [5, 5])
  await services.market.feed.catchUp()
  t.ok(Number((await sizes())[2]) > 20, 'what was changed is added up')
  for (const id of needs)
    t.equal((await partner.call('DELETE', `/v1/needs/${id}`, { headers: { 'if-match': '*' } })).status, 204)
  for (const id of offers)
    t.equal((await partner.call('DELETE', `/v1/offers/${id}`, { headers: { 'if-match': '*' } })).status, 204)
  // The service itself may be summing changes, which catching up leaves to it.
  await until(async () => {
    await services.market.feed.catchUp()
    return (await sizes()).every((size) => size === 0)
  })
  t.same(await sizes(), [0, 0, 0, 0])
})

t.test('rings are refused with a reason', async (t) => {
  const partner = await service.newPartner()
  const { organizationId } = await postMarket(partner, 1)
  const { status, body } = await partner.call('GET', `/v1/organizations/${organizationId}/rings`)
  t.equal(status, 501)
  t.equal(body.code, 'rings_unavailable')
})

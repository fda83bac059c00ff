import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import {
  createFairQueue,
  createMarketFeed,
  createMarketRepository,
  createSkillsOfPosting,
  payFloors,
} from '../../../src/features/matches/index.ts'
import { needInput } from '../../../src/features/postings/index.ts'
import {
  curatedSkillHints,
  readCuratedTaxonomy,
  skillDirections,
  skillsByMeaning,
} from '../../../src/features/skills/index.ts'
import { createEventsRepository } from '../../../src/platform/events/index.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { allRankings } from '../../support/same-rankings.ts'
import { startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'
import { writeAs } from '../../support/write-as.ts'

const service = await startTestService(t)

const market = createMarketRepository(service.database.db)

async function freshRankings() {
  const { engine, feed } = replica()
  await feed.load()
  return allRankings(engine, market)
}

/** The index of another process on the same database. */
function replica(events = createEventsRepository(service.database.db), reads = market) {
  const { taxonomy } = service.services.market
  const curated = readCuratedTaxonomy()
  const { relatedSkills } = taxonomy
  const engine = createEngine({
    relatedSkills,
    namedSkills: () => curated,
    skillsOfText: createSkillsOfPosting(curatedSkillHints(), skillsByMeaning(curated)),
    directionOf: skillDirections(),
    payFloors,
  })
  const feed = createMarketFeed({
    engine,
    engineQueue: createFairQueue(),
    market: reads,
    events,
    onError: (error) => void (reads === market && t.fail(String(error))),
  })
  return { engine, feed }
}

t.test('a replica loads what is open, and follows what is posted, changed, closed and deleted', async (t) => {
  const partner = await service.newPartner()
  const world = await postWorld(partner)
  const { engine, feed } = replica()
  t.equal(feed.ready, false)
  await feed.load()
  t.equal(feed.ready, true)
  t.same(await allRankings(engine, market), await freshRankings())
  const patch = (url: string, body: object) =>
    partner.call('PATCH', url, { body, headers: { 'if-match': '*' } })
  await patch(`/v1/needs/${world.needId}`, { title: 'Changed' })
  await patch(`/v1/organizations/${world.organizationId}`, { kind: 'solopreneur' })
  const later = await postWorld(partner)
  await partner.call('POST', `/v1/offers/${world.offerId}/pause`)
  await feed.catchUp()
  t.equal(engine.partnerOfNeed(later.needId), partner.partnerId)
  t.equal(engine.partnerOfOffer(world.offerId), undefined)
  t.same(await allRankings(engine, market), await freshRankings())
  await partner.call('DELETE', `/v1/needs/${later.needId}`, { headers: { 'if-match': '*' } })
  await feed.catchUp()
  t.equal(engine.partnerOfNeed(later.needId), undefined)
  t.same(await allRankings(engine, market), await freshRankings())
})

t.test('a transaction that commits late is not missed, though later ones were seen before it', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const { engine, feed } = replica()
  await feed.load()

  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { promise: posted, resolve: resolvePosted } = Promise.withResolvers<string>()
  const slow = writeAs(service.services.runtime, partner.partnerId, async (ctx) => {
    const input = needInput.parse(needBody(organizationId, { title: 'Slow' }))
    resolvePosted((await service.services.postings.needs.post(ctx, input)).id)
    await held
  })
  const slowId = await posted
  const fast = await post(partner, '/v1/needs', needBody(organizationId, { title: 'Fast' }))
  for (let look = 0; look < 3; look++) await feed.catchUp()
  t.ok(engine.partnerOfNeed(fast))
  t.equal(engine.partnerOfNeed(slowId), undefined)
  release()
  await slow
  await post(partner, '/v1/needs', needBody(organizationId, { title: 'Faster' }))
  await feed.catchUp()
  t.ok(engine.partnerOfNeed(slowId))
  t.same(await allRankings(engine, market), await freshRankings())
})

t.test('rankings that run while much is written are each that of one moment, and none is torn', async (t) => {
  const partner = await service.newPartner()
  const world = await postWorld(partner)
  const writes = Array.from({ length: 40 }, async (_, i) => {
    const id = await post(partner, '/v1/needs', needBody(world.organizationId, { title: `Torn ${i}` }))
    if (i % 2 === 0) await partner.call('POST', `/v1/needs/${id}/close`)
  })
  const reads = Array.from({ length: 40 }, async () => {
    const { status, body } = await partner.call('GET', `/v1/offers/${world.offerId}/matches?limit=100`)
    const scores = body.data.map((match: { score: number }) => match.score)
    return status === 200 && scores.every((score: number, at: number) => at === 0 || score <= scores[at - 1])
  })
  t.ok((await Promise.all(reads)).every(Boolean))
  await Promise.all(writes)
  t.same(await allRankings(service.services.market.engine, market), await freshRankings())
})

t.test(
  'after many concurrent writes a replica that followed is equal to one that loads afresh',
  async (t) => {
    const partner = await service.newPartner()
    const world = await postWorld(partner)
    const following = replica()
    await following.feed.load()
    const work = Array.from({ length: 60 }, async (_, i) => {
      const id = await post(partner, '/v1/needs', needBody(world.organizationId, { title: `Number ${i}` }))
      if (i % 3 === 0) await partner.call('POST', `/v1/needs/${id}/close`)
      if (i % 5 === 0) await partner.call('DELETE', `/v1/needs/${id}`, { headers: { 'if-match': '*' } })
      if (i % 7 === 0) await following.feed.catchUp()
    })
    await Promise.all(work)
    await following.feed.catchUp()
    const fresh = await freshRankings()
    t.same(await allRankings(following.engine, market), fresh)
    t.same(await allRankings(service.services.market.engine, market), fresh)
  },
)

t.test(
  'an applied change never counts as unapplied, even if a catch-up ends during the question',
  async (t) => {
    const partner = await service.newPartner()
    const organizationId = await post(partner, '/v1/organizations', organizationBody())
    const events = createEventsRepository(service.database.db)
    const { feed } = replica({
      ...events,
      async resourcesSince(...asked) {
        const found = await events.resourcesSince(...asked)
        await feed.catchUp()
        return found
      },
    })
    await feed.load()
    const horizon = await events.horizon()
    const needId = await post(partner, '/v1/needs', needBody(organizationId))
    await feed.applyOwn((await events.since(horizon)).events)
    const changes = await feed.unapplied()
    t.equal(changes !== 'many' && changes.ids.has(needId), false)
    const later = await post(partner, '/v1/needs', needBody(organizationId))
    const found = await feed.unapplied()
    t.equal(found !== 'many' && found.ids.has(later), true, 'what was not applied does count')
  },
)

t.test('a change that the index could not read before it was answered is in the next ranking', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const events = createEventsRepository(service.database.db)
  let isBroken = false
  const { engine, feed } = replica(events, {
    ...market,
    async needsOf(...asked) {
      if (isBroken) throw new Error('the connection was lost')
      return market.needsOf(...asked)
    },
  })
  await feed.load()
  const horizon = await events.horizon()
  const needId = await post(partner, '/v1/needs', needBody(organizationId))
  const committed = (await events.since(horizon)).events
  isBroken = true
  await feed.applyOwn(committed)
  isBroken = false
  t.equal(engine.partnerOfNeed(needId), undefined)
  await feed.followOwn((await service.newPartner()).partnerId, await feed.unapplied())
  t.equal(engine.partnerOfNeed(needId), undefined, 'it is not of this partner')
  await feed.followOwn(partner.partnerId, await feed.unapplied())
  t.equal(engine.partnerOfNeed(needId), partner.partnerId)
})

t.test('a change that is being applied is not applied twice: its caller has no answer yet', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const events = createEventsRepository(service.database.db)
  const held = Promise.withResolvers<void>()
  let reads = 0
  const { feed } = replica(events, {
    ...market,
    async needsOf(...asked) {
      reads++
      await held.promise
      return market.needsOf(...asked)
    },
  })
  await feed.load()
  const horizon = await events.horizon()
  await post(partner, '/v1/needs', needBody(organizationId))
  const applying = feed.applyOwn((await events.since(horizon)).events)
  await feed.followOwn(partner.partnerId, await feed.unapplied())
  held.resolve()
  await applying
  await feed.followOwn(partner.partnerId, await feed.unapplied())
  t.equal(reads, 1)
})

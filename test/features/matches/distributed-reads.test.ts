import { isNotNull } from 'drizzle-orm'
import t from 'tap'
import { createMarketRepository } from '../../../src/features/matches/market.repository.ts'
import { createPublicViewsRepository, helpers, needs } from '../../../src/features/postings/index.ts'
import { openDatabase, perPartner } from '../../../src/platform/db/index.ts'
import { organizationWithNeed, proposeRing, threeInARing } from '../../support/barterers.ts'
import { startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'

/* On Citus the market is read by other statements than elsewhere. Both must read the same. */
const service = await startTestService(t)
const { db } = service.database
const distributed = openDatabase({
  connectionString: service.database.connectionString,
  poolSize: 2,
  onError: () => {},
  isDistributed: true,
})
t.teardown(distributed.close)

const [site, declining, accepting] = [
  await service.newPartner(),
  await service.newPartner(),
  await service.newPartner(),
]
const { needId } = await postWorld(site)
for (const [partner, answer, body] of [
  [declining, 'decline', { reason: 'other' }],
  [accepting, 'accept', {}],
] as const) {
  const { offerId } = await postWorld(partner)
  const id = await post(site, '/v1/introductions', { need_id: needId, offer_id: offerId })
  const reply = await partner.call('POST', `/v1/introductions/${id}/${answer}`, { body })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
}
const ring = await proposeRing(await threeInARing(service))
if (ring.status !== 201) throw new Error(JSON.stringify(ring.body))
await organizationWithNeed(service, 'bookkeeping', 'web design')
// What is still stored of texts in the background would change rows between two reads.
await service.services.market.readings.close()

t.test('postings are the same read in one statement and in two', async (t) => {
  const [joined, split] = [createMarketRepository(db), createMarketRepository(distributed.db)]
  const openNeeds = await joined.openNeeds(null, 100)
  const openOffers = await joined.openOffers(null, 100)
  t.ok(openNeeds.some(({ isHeld }) => isHeld))
  t.ok(openOffers.some(({ track }) => track))
  t.same(await split.openNeeds(null, 100), openNeeds)
  t.same(await split.openOffers(null, 100), openOffers)
  t.same(await split.openNeeds(openNeeds[1]?.need ?? null, 2), openNeeds.slice(2, 4))

  const needKeys = await db.select({ partnerId: needs.partnerId, id: needs.id }).from(needs)
  const byId = <T extends { need: { id: string } }>(rows: T[]) =>
    rows.toSorted((a, b) => (a.need.id < b.need.id ? -1 : 1))
  const known = byId(await joined.needsByKey(needKeys))
  t.ok(
    known.some(({ declinedOfferIds, takenPositions }) => declinedOfferIds.length > 0 && takenPositions > 0),
  )
  t.same(byId(await split.needsByKey(needKeys)), known)
  const organizationKeys = known.map(({ need }) => ({ partnerId: need.partnerId, id: need.organizationId }))
  t.same(byId(await split.needsOf([], organizationKeys)), byId(await joined.needsOf([], organizationKeys)))
  const helperKeys = openOffers.map(({ offer }) => ({ partnerId: offer.partnerId, id: offer.helperId }))
  t.ok(helperKeys.length > 0)
  t.same(await split.offersOf([], helperKeys), await joined.offersOf([], helperKeys))
  t.same(await split.offersByKey([]), [])
})

t.test('public views are the same read in one statement and in two', async (t) => {
  const keys = await db.select({ partnerId: needs.partnerId, id: needs.id }).from(needs)
  const offerKeys = (await createMarketRepository(db).openOffers(null, 100)).map(({ offer }) => offer)
  const [joined, split] = [createPublicViewsRepository(db), createPublicViewsRepository(distributed.db)]
  t.same(await split.needs(keys), await joined.needs(keys))
  t.same(await split.offers(offerKeys), await joined.offers(offerKeys))
  t.same(await split.needs([]), [])
})

t.test('rows of all partners are locked partner by partner, and no more than were asked for', async (t) => {
  const lock = (limit?: number) =>
    distributed.db.transaction((tx) =>
      perPartner(
        tx,
        { partner: helpers.partnerId, where: isNotNull(helpers.name), ...(limit && { limit }) },
        (where, left) => {
          const rows = tx.select({ id: helpers.id }).from(helpers).where(where).$dynamic()
          return (Number.isFinite(left) ? rows.limit(left) : rows).for('update')
        },
      ),
    )
  const all = await db.select({ id: helpers.id }).from(helpers).orderBy(helpers.partnerId)
  t.ok(all.length > 1)
  t.same(await lock(), all)
  t.equal((await lock(1)).length, 1)
})

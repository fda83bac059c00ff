import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  createEngine,
  createMarketPortions,
  type EngineSettings,
  type MarketNeed,
  type MarketOffer,
  type RankOptions,
} from '../../../../src/engines/matching/index.ts'
import { createFairQueue } from '../../../../src/features/matches/fair-queue.ts'
import { foldCounts } from '../../../../src/features/matches/in-database/counts.repository.ts'
import {
  createDatabaseMatcher,
  type ReadSizes,
} from '../../../../src/features/matches/in-database/database-matcher.ts'
import { createSearchRowsRepository } from '../../../../src/features/matches/in-database/search-rows.repository.ts'
import type { MarketIds, MatchNeed, MatchOffer } from '../../../../src/features/matches/market-ids.ts'
import { createMemoryMatcher } from '../../../../src/features/matches/memory-matcher.ts'
import { type PartnerId, uuidToId } from '../../../../src/shared/ids.ts'
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts'
import { AS_OF_MS, settings } from '../../../support/market-postings.ts'
import { type Change, someChanges, someNeed, someOffer } from '../../../support/random-market.ts'

const RUNS = 100

const someOptions = fc.record(
  {
    limit: fc.integer({ min: 1, max: 6 }),
    kinds: fc.subarray(['volunteer', 'intern', 'barter', 'paid'] as const, { minLength: 1 }),
    leastFit: fc.constantFrom('strong', 'good', 'possible', 'weak'),
    fillTo: fc.integer({ min: 0, max: 6 }),
    minScore: fc.double({ min: 0, max: 0.8, noNaN: true }),
    modalities: fc.subarray(['remote', 'hybrid', 'onsite'] as const),
    maxDistanceKm: fc.constantFrom(0, 5, 30, 500, 20_000),
    skill: fc.constantFrom('bookkeeping', 'payroll', 'web-design', 'nothing-known'),
  },
  { requiredKeys: ['limit'] },
)

/** So few at a time that most rankings have to read on. */
const someSizes = fc.record({
  firstPostings: fc.integer({ min: 1, max: 3 }),
  mostPostings: fc.integer({ min: 1, max: 4 }),
})

t.test(
  'rows in the database rank, explain and count as an index in memory does',
  { timeout: 600_000 },
  async (t) => {
    const database = await createTestDatabase(t)
    await fc.assert(
      fc.asyncProperty(
        someChanges,
        someNeed,
        someOffer,
        someOptions,
        someSizes,
        async (changes, need, offer, some, sizes) => {
          await empty(database)
          const options = { ...some, asOfMs: AS_OF_MS }
          await comparePair(database, settings, { changes, need, offer, options, sizes })
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
)

interface Case {
  changes: Change[]
  need: MarketNeed
  offer: MarketOffer
  options: RankOptions
  sizes: ReadSizes
}

async function comparePair(database: TestDatabase, given: EngineSettings, one: Case): Promise<void> {
  const ids = createIds()
  const engine = createEngine<MarketIds>(given)
  const portions = createMarketPortions<MarketIds>(given)
  for (const change of one.changes) {
    if ('remove' in change) {
      const id = ids.of(change.remove, change.id)
      const partnerId = change.remove === 'need' ? engine.partnerOfNeed(id) : engine.partnerOfOffer(id)
      if (change.remove === 'need') engine.removeNeed(id)
      else engine.removeOffer(id)
      if (partnerId) await replace(database, partnerId, change.remove, id, null)
      continue
    }
    const [side, posting] =
      change.put === 'need'
        ? (['need', ids.need(change.need)] as const)
        : (['offer', ids.offer(change.offer)] as const)
    const before = side === 'need' ? engine.partnerOfNeed(posting.id) : engine.partnerOfOffer(posting.id)
    // A posting never goes to another partner.
    const own = before ? { ...posting, partnerId: before } : posting
    if (side === 'need') engine.putNeed(own as MatchNeed)
    else engine.putOffer(own as MatchOffer)
    await replace(database, own.partnerId, side, own.id, portions.compile(side, own as MatchNeed))
    // Some are added up, some not yet.
    if (own.id.charCodeAt(own.id.length - 1) % 3 === 0) await foldCounts(database.db)
  }
  const memory = createMemoryMatcher(engine, createFairQueue())
  const inDatabase = createDatabaseMatcher(portions, createFairQueue(), one.sizes)
  const { db } = database
  const [asNeed, asOffer] = [ids.need(one.need), ids.offer(one.offer)]
  const need = { ...asNeed, partnerId: engine.partnerOfNeed(asNeed.id) ?? asNeed.partnerId }
  const offer = { ...asOffer, partnerId: engine.partnerOfOffer(asOffer.id) ?? asOffer.partnerId }
  const blocked = {
    ...one.options,
    limit: 5,
    leastFit: 'possible',
    mostCounted: 1000,
    leaveOut: [],
    leaveOutOfOthers: [],
  } as const
  const both = async <T>(of: (matcher: typeof memory) => Promise<T>): Promise<T> => {
    const [expected, actual] = [await of(memory), await of(inDatabase)]
    assert.deepEqual(actual, expected, of.toString())
    return actual
  }
  const offers = await both((matcher) => matcher.rankOffers({ db }, need, one.options))
  const needs = await both((matcher) => matcher.rankNeeds({ db }, offer, one.options))
  const last = offers.at(-1)
  if (last)
    await both((matcher) =>
      matcher.rankOffers({ db }, need, { ...one.options, after: { score: last.score, id: last.offerId } }),
    )
  const among = needs.map(({ needId }) => needId)
  await both((matcher) => matcher.rankNeeds({ db }, offer, { ...one.options, among }))
  await both((matcher) => matcher.blockedOffers({ db }, need, blocked))
  await both((matcher) => matcher.blockedNeeds({ db }, offer, blocked))
  await both((matcher) => matcher.explain({ db }, need, offer, AS_OF_MS))
  await both((matcher) => matcher.explainOffers({ db }, need, [offer], AS_OF_MS, () => false))
  await both((matcher) => matcher.explainNeeds({ db }, offer, [need], AS_OF_MS, () => false))
}

async function replace(
  { db }: TestDatabase,
  partnerId: PartnerId,
  side: 'need' | 'offer',
  id: MatchNeed['id'] | MatchOffer['id'],
  posting: ReturnType<ReturnType<typeof createMarketPortions>['compile']> | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = createSearchRowsRepository(tx, partnerId)
    const stored = await rows.lock(side, [id])
    await rows.replace(side, [{ id, posting }], stored)
  })
}

/** Ids of the service in place of the short ones of random markets, in the same order. */
function createIds() {
  const known = new Map<string, string>()
  const prefixes = { need: 'need', offer: 'offer', partner: 'partner' } as const
  const of = <P extends keyof typeof prefixes>(prefix: P, short: string) => {
    const number = Number(short.split('_')[1])
    const uuid = `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
    known.set(short, uuid)
    return uuidToId(prefix, uuid)
  }
  return {
    of,
    need: (one: MarketNeed): MatchNeed =>
      ({
        ...one,
        id: of('need', one.id),
        partnerId: of('partner', one.partnerId),
        declinedOfferIds: one.declinedOfferIds.map((id) => of('offer', id)),
      }) as MatchNeed,
    offer: (one: MarketOffer): MatchOffer =>
      ({ ...one, id: of('offer', one.id), partnerId: of('partner', one.partnerId) }) as MatchOffer,
  }
}

async function empty({ db }: TestDatabase): Promise<void> {
  for (const table of ['need_search_rows', 'offer_search_rows', 'market_counts', 'market_changes'])
    await db.execute(`delete from ${table}`)
}

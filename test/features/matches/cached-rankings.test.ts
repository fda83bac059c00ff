import t from 'tap'
import { type Rankings, rankOrRecall } from '../../../src/features/matches/cached-rankings.ts'
import { createFairQueue } from '../../../src/features/matches/index.ts'
import type { RankedMatch, StandingMatches } from '../../../src/features/matches/market-ids.ts'
import { newId } from '../../../src/shared/ids.ts'
import { DAY_MS, HOUR_MS } from '../../../src/shared/time.ts'

const NOON_MS = Date.UTC(2030, 5, 1, 12)

function setUp(deadlineAtMs: number | null = null) {
  const rankings: Rankings = new Map()
  let revision = 1
  let ranked = 0
  let given: StandingMatches | undefined
  const queue = createFairQueue()
  return {
    async rank(asOfMs: number, narrowed: { limit?: number; minScore?: number } = {}, meanwhile = () => {}) {
      const options = { limit: 21, ...narrowed, asOfMs }
      const before = ranked
      await rankOrRecall(
        rankings,
        {
          ...{ deadlineAtMs, sessions: [], options },
          isCurrent: (standing) => standing.revision === revision,
        },
        queue.run,
        async (before) => {
          ranked++
          given = before
          const standing = standingOf(revision, options.limit)
          meanwhile()
          return standing
        },
      )
      return ranked > before ? 'ranked' : 'remembered'
    },
    change: () => revision++,
    /** In the engine's queue, as all changes of the market. */
    changeInTurn: () => queue.run(() => revision++),
    /** What the last ranking could start from. */
    get given() {
      return given?.revision
    },
    get count() {
      return ranked
    },
  }
}

function standingOf(revision: number, length: number): StandingMatches {
  const ranked = Array.from({ length }, rankedMatch)
  return { ranked, engine: rankedMatch, revision, offersRevision: 0, statistics: '' }
}

function rankedMatch(): RankedMatch {
  return { needId: newId('need'), offerId: newId('offer'), score: 1 }
}

t.test('a ranking is remembered until the market changes', async (t) => {
  const { rank, change } = setUp()
  t.equal(await rank(NOON_MS), 'ranked')
  t.equal(await rank(NOON_MS + 1), 'remembered')
  change()
  t.equal(await rank(NOON_MS + 2), 'ranked')
})

t.test('behind a change a need is ranked from what it came to before, but not across midnight', async (t) => {
  const market = setUp()
  await market.rank(NOON_MS)
  t.equal(market.given, undefined)
  market.change()
  await market.rank(NOON_MS + 1)
  t.equal(market.given, 1)
  market.change()
  await market.rank(NOON_MS + 12 * HOUR_MS)
  t.equal(market.given, undefined)
})

t.test('a ranking during which the market changed is not remembered', async (t) => {
  const { rank, change } = setUp()
  t.equal(await rank(NOON_MS, {}, change), 'ranked')
  t.equal(await rank(NOON_MS), 'ranked')
})

t.test('a ranking is remembered for its day only, and not for moments before it', async (t) => {
  const { rank } = setUp()
  await rank(NOON_MS)
  t.equal(await rank(NOON_MS + 12 * HOUR_MS - 1), 'remembered')
  t.equal(await rank(NOON_MS - 1), 'ranked')
  await rank(NOON_MS)
  t.equal(await rank(NOON_MS + 12 * HOUR_MS), 'ranked')
})

t.test('a deadline ends what is remembered when it comes near and when it has come', async (t) => {
  const near = setUp(NOON_MS + 73 * HOUR_MS)
  await near.rank(NOON_MS)
  t.equal(await near.rank(NOON_MS + HOUR_MS - 1), 'remembered')
  t.equal(await near.rank(NOON_MS + HOUR_MS), 'ranked')
  const over = setUp(NOON_MS + HOUR_MS)
  await over.rank(NOON_MS)
  t.equal(await over.rank(NOON_MS + HOUR_MS - 1), 'remembered')
  t.equal(await over.rank(NOON_MS + HOUR_MS), 'ranked')
  const past = setUp(NOON_MS - DAY_MS)
  await past.rank(NOON_MS)
  t.equal(await past.rank(NOON_MS + 1), 'remembered')
})

t.test(
  'who asks at one time shares one ranking, and a change between two turns begins another',
  async (t) => {
    const market = setUp()
    await Promise.all([0, 0, 1].map((ms) => market.rank(NOON_MS + ms)))
    t.equal(market.count, 1)
    market.change()
    const before = [market.rank(NOON_MS + 2), market.rank(NOON_MS + 2)]
    const changed = market.changeInTurn()
    const behind = [market.rank(NOON_MS + 2), market.rank(NOON_MS + 2)]
    await Promise.all([...before, changed, ...behind])
    t.equal(market.count, 3)
  },
)

t.test(
  'each narrowing is remembered by itself, a page of any size, and a longer ranking not at all',
  async (t) => {
    const { rank } = setUp()
    await rank(NOON_MS)
    t.equal(await rank(NOON_MS, { minScore: 0.5 }), 'ranked')
    t.equal(await rank(NOON_MS, { minScore: 0.5 }), 'remembered')
    t.equal(await rank(NOON_MS), 'remembered')
    t.equal(await rank(NOON_MS, { limit: 101 }), 'ranked')
    t.equal(await rank(NOON_MS, { limit: 101 }), 'remembered')
    t.equal(await rank(NOON_MS, { limit: 102 }), 'ranked')
    t.equal(await rank(NOON_MS, { limit: 102 }), 'ranked')
  },
)

t.test('no more rows are remembered of a need than two of the largest pages have', async (t) => {
  const { rank } = setUp()
  await rank(NOON_MS, { limit: 101 })
  await rank(NOON_MS, { limit: 101, minScore: 0.1 })
  t.equal(await rank(NOON_MS, { limit: 101 }), 'remembered')
  await rank(NOON_MS, { limit: 101, minScore: 0.2 })
  t.equal(await rank(NOON_MS, { limit: 101, minScore: 0.2 }), 'remembered')
  t.equal(await rank(NOON_MS, { limit: 101 }), 'ranked')
})

import t from 'tap'
import type { RankedMatch } from '../../../src/features/matches/market-ids.ts'
import { type Rankings, rankOnce } from '../../../src/features/matches/remembered-rankings.ts'
import { newId } from '../../../src/shared/ids.ts'
import { DAY_MS, HOUR_MS } from '../../../src/shared/time.ts'

const NOON_MS = Date.UTC(2030, 5, 1, 12)

function setUp(deadlineAtMs: number | null = null) {
  const rankings: Rankings = new Map()
  let revision = 1
  let ranked = 0
  return {
    async rank(asOfMs: number, narrowed: { limit?: number; minScore?: number } = {}, meanwhile = () => {}) {
      const options = { limit: 21, ...narrowed, asOfMs }
      const before = ranked
      await rankOnce(
        rankings,
        { deadlineAtMs, sessions: [], options, revision: () => revision },
        async () => {
          ranked++
          meanwhile()
          return [{ needId: newId('need'), offerId: newId('offer'), score: 1 }] satisfies RankedMatch[]
        },
      )
      return ranked > before ? 'ranked' : 'remembered'
    },
    change: () => revision++,
  }
}

t.test('a ranking is remembered until the market changes', async (t) => {
  const { rank, change } = setUp()
  t.equal(await rank(NOON_MS), 'ranked')
  t.equal(await rank(NOON_MS + 1), 'remembered')
  change()
  t.equal(await rank(NOON_MS + 2), 'ranked')
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

t.test('each narrowing is remembered by itself, and a long ranking not at all', async (t) => {
  const { rank } = setUp()
  await rank(NOON_MS)
  t.equal(await rank(NOON_MS, { minScore: 0.5 }), 'ranked')
  t.equal(await rank(NOON_MS, { minScore: 0.5 }), 'remembered')
  t.equal(await rank(NOON_MS), 'remembered')
  t.equal(await rank(NOON_MS, { limit: 101 }), 'ranked')
  t.equal(await rank(NOON_MS, { limit: 101 }), 'ranked')
})

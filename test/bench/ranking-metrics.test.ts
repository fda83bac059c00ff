import t from 'tap'
import { rankingMetrics } from './ranking-metrics.ts'

const near = (actual: number, expected: number) => Math.abs(actual - expected) < 1e-12

t.test('a perfect ranking has 1 everywhere', async (t) => {
  const grades = new Map([
    ['a', 2],
    ['b', 1],
  ])
  t.same(rankingMetrics(['a', 'b', 'c'], grades), {
    averagePrecision: 1,
    reciprocalRank: 1,
    rPrecisionAt5: 1,
    ndcgAt10: 1,
    hitAt1: 1,
  })
})

t.test('late and missing documents cost what the definitions say', async (t) => {
  const grades = new Map([
    ['a', 1],
    ['b', 1],
    ['lost', 1],
  ])
  const metrics = rankingMetrics(['x', 'a', 'y', 'b'], grades)
  t.ok(near(metrics.averagePrecision, (1 / 2 + 2 / 4) / 3))
  t.equal(metrics.reciprocalRank, 1 / 2)
  t.ok(near(metrics.rPrecisionAt5, 2 / 3))
  const ideal = 1 + 1 / Math.log2(3) + 1 / Math.log2(4)
  t.ok(near(metrics.ndcgAt10, (1 / Math.log2(3) + 1 / Math.log2(5)) / ideal))
  t.equal(metrics.hitAt1, 0)
})

t.test('only the first 5 and 10 places count where the name says so', async (t) => {
  const others = Array.from({ length: 10 }, (_, at) => `x${at}`)
  const metrics = rankingMetrics([...others, 'a'], new Map([['a', 1]]))
  t.equal(metrics.rPrecisionAt5, 0)
  t.equal(metrics.ndcgAt10, 0)
  t.equal(metrics.reciprocalRank, 1 / 11)
})

t.test('a higher grade belongs before a lower one', async (t) => {
  const grades = new Map([
    ['good', 3],
    ['fair', 1],
  ])
  t.ok(rankingMetrics(['fair', 'good'], grades).ndcgAt10 < 1)
})

t.test('an empty ranking has 0 everywhere, and a query without relevant documents is refused', async (t) => {
  t.ok(Object.values(rankingMetrics([], new Map([['a', 1]]))).every((value) => value === 0))
  t.throws(() => rankingMetrics(['a'], new Map()), RangeError)
})

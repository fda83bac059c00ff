import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { type Clearing, clearRings, type Edge, type RingMarket } from '../../../src/engines/clearing/clear.ts'
import { holds } from '../../support/holds.ts'
import { bestClearing } from './brute-force.ts'

// Units of weight; few of them make many ties.
const someWeights = {
  'all the same': fc.constant(1),
  'whole numbers with many ties': fc.integer({ min: 0, max: 3 }),
  quarters: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
  'wide whole numbers': fc.integer({ min: 0, max: 1_000_000 }),
}

/** Small markets, from empty to dense, with loops and edges that come twice. */
function someMarket(weight: fc.Arbitrary<number>): fc.Arbitrary<RingMarket> {
  return fc.integer({ min: 0, max: 7 }).chain((participants) => {
    const participant = fc.nat({ max: Math.max(0, participants - 1) })
    const edge: fc.Arbitrary<Edge> = fc.tuple(participant, participant, weight)
    return fc.record({
      participants: fc.constant(participants),
      edges:
        participants === 0 ? fc.constant([]) : fc.array(edge, { maxLength: 4 * participants, size: 'max' }),
      maxLength: fc.constantFrom(2, 3, 4, Number.POSITIVE_INFINITY),
      objective: fc.constantFrom('participants' as const, 'weight' as const),
    })
  })
}

/** Rings that anybody may check: disjoint, along edges, no longer than allowed, in order, and what they come to. */
function assertValid({ edges, maxLength, objective }: RingMarket, clearing: Clearing): void {
  const members = clearing.rings.flat()
  assert.equal(new Set(members).size, members.length, 'nobody is on two rings')
  let weight = 0
  for (const ring of clearing.rings) {
    assert.ok(ring.length >= 2 && ring.length <= maxLength, `a ring has the wrong length ${ring.length}`)
    assert.equal(ring[0], Math.min(...ring), 'a ring begins with its least participant')
    ring.forEach((from, at) => {
      const to = ring[(at + 1) % ring.length]
      const weights = edges.filter(([a, b]) => a === from && b === to).map(([, , one]) => one)
      assert.ok(weights.length > 0, `no edge from ${from} to ${to}`)
      weight += Math.max(...weights)
    })
  }
  const firsts = clearing.rings.map(([first]) => first ?? 0)
  assert.deepEqual(
    firsts,
    firsts.toSorted((a, b) => a - b),
    'rings are in order',
  )
  assert.equal(clearing.served, members.length)
  assert.ok(Math.abs(clearing.weight - weight) <= 1e-9 * weight)
  const value = objective === 'participants' ? clearing.served : clearing.weight
  assert.ok(clearing.optimal ? clearing.bound === value : clearing.bound >= value)
}

for (const [name, weight] of Object.entries(someWeights)) {
  t.test(`rings serve most, and ties are decided, with weights that are ${name}`, async (t) => {
    holds(
      t,
      fc.property(someMarket(weight), (market) => {
        const clearing = clearRings(market)
        assertValid(market, clearing)
        assert.ok(clearing.optimal)
        const { served, weight } = clearing
        assert.deepEqual({ served, weight }, bestClearing(market))
      }),
      400,
    )
  })
}

t.test('decimals are compared as decimals: 0.1 + 0.2 ties with 0.3', async (t) => {
  const tenths = fc.integer({ min: 0, max: 6 })
  holds(
    t,
    fc.property(someMarket(tenths), (market) => {
      const edges = market.edges.map(([from, to, weight]): Edge => [from, to, weight / 10])
      const clearing = clearRings({ ...market, edges })
      assertValid({ ...market, edges }, clearing)
      const best = bestClearing(market)
      assert.equal(clearing.served, best.served)
      assert.ok(Math.abs(clearing.weight - best.weight / 10) < 1e-9)
    }),
    400,
  )
})

t.test('weights of any size are added up to the best sum, but for rounding', async (t) => {
  const some = fc.double({ min: 0, max: 1e6, noNaN: true })
  holds(
    t,
    fc.property(someMarket(some), fc.constantFrom(1e-200, 1, 1e200), (market, factor) => {
      const edges = market.edges.map(([from, to, weight]): Edge => [from, to, weight * factor])
      const clearing = clearRings({ ...market, edges, objective: 'weight' })
      assertValid({ ...market, edges, objective: 'weight' }, clearing)
      assert.ok(clearing.optimal)
      const best = bestClearing({ ...market, edges, objective: 'weight' })
      assert.ok(clearing.weight >= best.weight * (1 - 1e-9) - 1e-9 * factor)
    }),
    300,
  )
})

t.test('the order of the edges changes nothing', async (t) => {
  holds(
    t,
    fc.property(
      someMarket(fc.integer({ min: 0, max: 3 })).chain((market) =>
        fc.tuple(
          fc.constant(market),
          fc.shuffledSubarray([...market.edges], { minLength: market.edges.length }),
        ),
      ),
      ([market, edges]) => {
        assert.deepEqual(clearRings({ ...market, edges }), clearRings(market))
      },
    ),
    200,
  )
})

t.test('a limit on the length keeps a long ring from closing', async (t) => {
  // A square, one of whose sides goes both ways.
  const edges: Edge[] = [
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 1],
    [3, 0, 1],
    [1, 0, 5],
  ]
  const clear = (maxLength: number, objective: RingMarket['objective']) =>
    clearRings({ participants: 5, edges, maxLength, objective })
  t.same(clear(3, 'participants').rings, [[0, 1]])
  t.same(clear(4, 'participants').rings, [[0, 1, 2, 3]])
  t.same(clear(Number.POSITIVE_INFINITY, 'weight').rings, [[0, 1]])
  t.match(clear(4, 'weight'), { served: 2, weight: 6, bound: 6, optimal: true })
})

t.test('what is no market is refused', async (t) => {
  const market: RingMarket = { participants: 2, edges: [], maxLength: 3, objective: 'weight' }
  const wrong: Partial<RingMarket>[] = [
    { edges: [[0, 2, 1]] },
    { edges: [[-1, 0, 1]] },
    { edges: [[0, 0.5, 1]] },
    { edges: [[0, 1, Number.NaN]] },
    { edges: [[0, 1, -1]] },
    { edges: [[0, 1, Number.POSITIVE_INFINITY]] },
    { participants: -1 },
    { participants: Number.NaN },
    { maxLength: 1 },
    { maxLength: 2.5 },
    { maxLength: Number.NaN },
    { timeLimitMs: -1 },
    { timeLimitMs: Number.NaN },
  ]
  for (const change of wrong) t.throws(() => clearRings({ ...market, ...change }), RangeError)
})

t.test('whatever time there is, rings are valid and the bound holds', async () => {
  // Each reaches the next few: many cycles of each length, which do not fit together.
  const participants = 300
  const edges = Array.from({ length: participants }, (_, from) =>
    [1, 2, 3, 5, 291, 293, 298].map(
      (step, at): Edge => [from, (from + step) % participants, 1 + ((from + at) % 5)],
    ),
  ).flat()
  for (const objective of ['participants', 'weight'] as const) {
    for (const maxLength of [3, 5, Number.POSITIVE_INFINITY]) {
      for (const timeLimitMs of [0, 20, 300]) {
        const market = { participants, edges, maxLength, objective, timeLimitMs }
        const clearing = clearRings(market)
        assertValid(market, clearing)
      }
    }
  }
})

const file = join(import.meta.dirname, '../../../../shared/data/rings/ask.txt')
const missing = !existsSync(file) && 'no stored trade beside the project'

t.test('the stored trade is cleared as is known', { skip: missing }, async (t) => {
  const lists = readFileSync(file, 'utf8')
    .toUpperCase()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  const numbers = new Map(lists.map(([own = ''], at) => [own, at]))
  const edges = lists.flatMap(([, ...wanted], to) =>
    wanted.flatMap((item): Edge[] => {
      const from = numbers.get(item)
      return from === undefined ? [] : [[from, to, 1]]
    }),
  )
  for (const [maxLength, served] of [
    [2, 24],
    [3, 76],
    [Number.POSITIVE_INFINITY, 197],
  ] as const) {
    const market = { participants: lists.length, edges, maxLength, objective: 'participants' as const }
    t.match(
      clearRings(market),
      { served, weight: served, bound: served, optimal: true },
      `rings of ${maxLength}`,
    )
  }
})

import fc from 'fast-check'
import t from 'tap'
import { mergeRelations } from '../../../src/platform/embeddings/merge-relations.ts'
import { type Relation, TermNeighbours } from '../../../src/platform/embeddings/term-neighbours.ts'

const MIN_COSINE = 0.6
/** As the module has them. */
const NEAREST = 16
const MOST = 64

/** Coarse, so that ties occur. */
const vectors = fc.uniqueArray(
  fc.tuple(
    fc.string({ minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 3, maxLength: 3 }),
  ),
  { selector: ([skill]) => skill, minLength: 90, maxLength: 140 },
)

function unit(numbers: number[]): Float32Array {
  const length = Math.hypot(...numbers) || 1
  return Float32Array.from(numbers.length ? numbers : [1], (number) => number / length)
}

async function indexOf(entries: [string, Float32Array][]) {
  const index = new TermNeighbours({ minCosine: MIN_COSINE, onChange: () => {} })
  for (const [skill, vector] of entries) await index.add(skill, vector)
  return index
}

/** The rule, from its words: each skill's list is all others sorted; a pair stands by its ranks in both lists. */
function bruteForce(entries: [string, Float32Array][]): Map<string, Relation[]> {
  const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
  const lists = new Map(
    entries.map(([skill, vector]) => [
      skill,
      entries
        .filter(([other]) => other !== skill)
        .map(([other, there]) => ({ skill: other, cosine: cosine(vector, there) }))
        .filter((one) => one.cosine > MIN_COSINE)
        .sort((a, b) => b.cosine - a.cosine || (a.skill < b.skill ? -1 : 1)),
    ]),
  )
  const rankOf = (of: string, other: string) =>
    (lists.get(of) ?? []).findIndex(({ skill }) => skill === other)
  return new Map(
    [...lists].map(([skill, list]) => [
      skill,
      list
        .filter((one, rank) => {
          const there = rankOf(one.skill, skill)
          return Math.max(rank, there) < MOST && Math.min(rank, there) < NEAREST
        })
        .map((one) => ({
          skill: one.skill,
          strength: Math.round(Math.min(1, (one.cosine - MIN_COSINE) / (1 - MIN_COSINE)) * 600) / 1000,
        }))
        .filter(({ strength }) => strength > 0),
    ]),
  )
}

t.test(
  'relations are those of brute force, ties included, whatever the order in which terms came',
  async (t) => {
    await fc.assert(
      fc.asyncProperty(vectors, fc.infiniteStream(fc.nat()), async (drawn, keys) => {
        const entries = drawn.map(([skill, numbers]): [string, Float32Array] => [skill, unit(numbers)])
        const order = entries
          .map((entry) => ({ entry, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
        const index = await indexOf(order.map(({ entry }) => entry))
        for (const [skill, expected] of bruteForce(entries)) t.same(index.relatedTo(skill), expected)
      }),
      { numRuns: 30 },
    )
  },
)

t.test(
  'relations are symmetric, at most 0.6 strong and at most 64, also around a term near to all',
  async (t) => {
    const axis = (at: number) => Array.from({ length: 301 }, (_, i) => (i === at ? 0.6 : i === 0 ? 1 : 0))
    const entries = Array.from({ length: 300 }, (_, i): [string, Float32Array] => [
      `rim ${i}`,
      unit(axis(i + 1)),
    ])
    const index = await indexOf([...entries, ['hub', unit(axis(0))]])
    t.equal(index.relatedTo('hub').length, MOST)
    for (const skill of ['hub', ...entries.map(([name]) => name)]) {
      const related = index.relatedTo(skill)
      t.ok(related.length <= MOST, skill)
      for (const { skill: other, strength } of related) {
        t.ok(strength > 0 && strength <= 0.6)
        t.equal(index.relatedTo(other).find((one) => one.skill === skill)?.strength, strength)
      }
    }
  },
)

t.test('relations change only when it is told, and all callers that add at once are served', async (t) => {
  let changes = 0
  const index = new TermNeighbours({ minCosine: MIN_COSINE, onChange: () => changes++ })
  const far = index.add('far', unit([0, 1]))
  const near = index.add('near', unit([1, 0]))
  await Promise.all([far, near])
  t.equal(changes, 0)
  await index.add('nearer', unit([1, 0.1]))
  t.equal(changes, 1)
  t.equal(await index.add('near', unit([0, 1])), true, 'one that is there is left as it is')
  t.same(
    index.relatedTo('near').map(({ skill }) => skill),
    ['nearer'],
  )
  t.same(index.relatedTo('nobody'), [])
})

t.test('a vector of another number of dimensions is not taken', async (t) => {
  const index = await indexOf([['a', unit([1, 0])]])
  t.equal(await index.add('b', unit([1, 0, 0])), false)
  t.equal(index.size, 1)
})

t.test('the event loop goes on while a term is compared with many', async (t) => {
  const index = new TermNeighbours({ minCosine: 0.99, onChange: () => {} })
  const random = () => unit(Array.from({ length: 1024 }, () => Math.random() - 0.5))
  let turns = 0
  let running = true
  const count = () => {
    turns++
    if (running) setImmediate(count)
  }
  setImmediate(count)
  for (let i = 0; i < 800; i++) await index.add(`skill ${i}`, random())
  running = false
  // Comparing 320,000 pairs takes many slices of 5 ms; held in one, there would be a turn or two.
  t.ok(turns > 5, `${turns} turns`)
})

t.test('of two sources the stronger statement counts, and the known is never lowered', async (t) => {
  const known = (skill: string) =>
    skill === 'a'
      ? [
          { skill: 'b', strength: 0.8 },
          { skill: 'c', strength: 0.3 },
        ]
      : []
  const near = (skill: string) =>
    skill === 'a'
      ? [
          { skill: 'b', strength: 0.5 },
          { skill: 'c', strength: 0.4 },
          { skill: 'd', strength: 0.4 },
        ]
      : []
  t.same(mergeRelations(known, near)('a'), [
    { skill: 'b', strength: 0.8 },
    { skill: 'c', strength: 0.4 },
    { skill: 'd', strength: 0.4 },
  ])
  t.same(mergeRelations(known, near)('z'), [])
})

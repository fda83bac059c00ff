import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { blockingPairs } from '../../../src/engines/placement/blocking-pairs.ts'
import { type Cohort, type Pair, placeStable } from '../../../src/engines/placement/place.ts'
import { placeMost, type ScoredCohort } from '../../../src/engines/placement/place-most.ts'
import { rankChart } from '../../../src/features/internships/placements/rank-chart.ts'
import { holds } from '../../support/holds.ts'
import { blockingPairs as blockingByDefinition, everyPlacement } from './brute-force.ts'
import { someCohort } from './some-cohort.ts'

/** Everybody is welcome everywhere: only choices and capacities count. */
function open(cohort: Cohort): Cohort {
  const all = cohort.candidates.map(({ id }) => id)
  return { ...cohort, organizations: cohort.organizations.map((one) => ({ ...one, ranking: all })) }
}

const someScored = fc
  .record({ cohort: someCohort, seed: fc.integer(), coarse: fc.boolean() })
  .map(({ cohort, seed, coarse }): { cohort: Cohort; scored: ScoredCohort } => ({
    cohort: open(cohort),
    scored: {
      ...cohort,
      candidates: cohort.candidates.map((candidate, row) => ({
        ...candidate,
        scores: candidate.choices.map((_, at) => {
          const value = Math.abs(Math.sin(seed + 13 * row + 7 * at))
          return coarse ? Math.round(value * 2) / 2 : value
        }),
      })),
    },
  }))

function worthOf({ candidates }: ScoredCohort, pairs: readonly Pair[]): { placed: number; score: number } {
  const score = pairs.reduce((sum, [id, need]) => {
    const candidate = candidates.find((one) => one.id === id)
    return sum + (candidate?.scores[candidate.choices.indexOf(need)] ?? Number.NaN)
  }, 0)
  return { placed: pairs.length, score }
}

t.test('places as many as any placement does, for the largest sum of scores', async (t) => {
  holds(
    t,
    fc.property(someScored, ({ cohort, scored }) => {
      const { pairs } = placeMost(scored)
      const every = everyPlacement(cohort)
      const key = (some: readonly Pair[]) => JSON.stringify(some.toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
      assert.ok(
        every.some((one) => key(one) === key(pairs)),
        'within choices and capacities',
      )
      const found = worthOf(scored, pairs)
      const worths = every.map((one) => worthOf(scored, one))
      const most = Math.max(...worths.map(({ placed }) => placed))
      const best = Math.max(...worths.filter(({ placed }) => placed === most).map(({ score }) => score))
      assert.equal(found.placed, most)
      assert.ok(Math.abs(found.score - best) < 1e-6)
    }),
    400,
  )
})

t.test('the order of candidates, needs and organizations changes nothing', async (t) => {
  holds(
    t,
    fc.property(someScored, ({ scored }) => {
      const backwards = {
        candidates: scored.candidates.toReversed(),
        needs: scored.needs.toReversed(),
        organizations: scored.organizations.toReversed(),
      }
      assert.deepEqual(placeMost(backwards), placeMost(scored))
    }),
    100,
  )
})

t.test(
  'the check of stability finds just what the definition calls blocking, and nothing in a stable placement',
  async (t) => {
    let blocked = 0
    holds(
      t,
      fc.property(someCohort, fc.nat(), (cohort, pick) => {
        const every = everyPlacement(cohort)
        const pairs = every[pick % every.length] ?? []
        const found = blockingPairs(cohort, pairs)
        assert.deepEqual(found, blockingByDefinition(cohort, pairs))
        assert.deepEqual(blockingPairs(cohort, placeStable(cohort).pairs), [])
        blocked += found.length
      }),
      1000,
    )
    t.ok(blocked > 100, 'enough to mean something')
  },
)

t.test('the chart tells every rank, in proportion, and takes no markup from a title', async (t) => {
  const svg = rankChart({ counts: [6, 3, ...Array<number>(9).fill(1)], unplaced: 2, title: '<script>"&' })
  t.notMatch(svg, '<script')
  t.match(svg, '&#60;script&#62;&#34;&#38;')
  const heights = [...svg.matchAll(/<rect .*? height="([\d.]+)"/g)].map(([, height]) => Number(height))
  t.equal(heights.length, 12)
  t.ok(Math.abs((heights[0] ?? 0) / 2 - (heights[1] ?? 0)) < 0.2)
  t.match(svg, /11\+: 1, none: 2/)
  t.match(rankChart({ counts: [], unplaced: 0, title: 'Nobody' }), /none: 0/)
})

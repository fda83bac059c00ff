import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { applyInTurn } from '../../../src/engines/placement/apply-in-turn.ts'
import { blockingPairs } from '../../../src/engines/placement/blocking-pairs.ts'
import { placeMost } from '../../../src/engines/placement/place-most.ts'
import { rankChart } from '../../../src/features/internships/placements/rank-chart.ts'
import { holds } from '../../support/holds.ts'
import { bestOf, worthOf } from './best-of.ts'
import { blockingPairs as blockingByDefinition, everyPlacement } from './brute-force.ts'
import { someCohort, someRuledCohort } from './some-cohort.ts'

/** Everybody is welcome everywhere, as in the product: only choices and capacities count. */
const someScored = someRuledCohort({ minimums: false, together: false, apart: false })

t.test(
  'places as many as any placement does, then for the fewest blocking pairs, then for the largest sum of scores',
  async (t) => {
    holds(
      t,
      fc.property(someScored, (cohort) => {
        const { pairs, isFewest } = placeMost(cohort)
        const best = bestOf(cohort, everyPlacement(cohort), ['placed', 'blocking', 'score'])
        assert.deepEqual(worthOf(cohort, pairs), best)
        assert.ok(isFewest)
      }),
      400,
    )
  },
)

t.test('the order of candidates, needs and organizations changes nothing', async (t) => {
  holds(
    t,
    fc.property(someScored, (scored) => {
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
        assert.deepEqual(blockingPairs(cohort, applyInTurn(cohort)), [])
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

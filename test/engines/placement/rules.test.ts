import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { applyInTurn } from '../../../src/engines/placement/apply-in-turn.ts'
import { blockingPairs } from '../../../src/engines/placement/blocking-pairs.ts'
import type { Bond, Cohort, Pair, ScoredCohort } from '../../../src/engines/placement/cohort.ts'
import { improve, keepsRules } from '../../../src/engines/placement/improve.ts'
import { placeMost } from '../../../src/engines/placement/place-most.ts'
import { placeStable } from '../../../src/engines/placement/place-stable.ts'
import { takeOutLocked } from '../../../src/engines/placement/take-out-locked.ts'
import { holds } from '../../support/holds.ts'
import { bestOf, worthOf } from './best-of.ts'
import { blockingPairs as blockingByDefinition, everyPlacement } from './brute-force.ts'
import { someRuledCohort } from './some-cohort.ts'

const withAll = someRuledCohort({ minimums: true, together: true, apart: true })

t.test('most_placed with minimums and bonds is the best of all placements that keep them', async (t) => {
  holds(
    t,
    fc.property(withAll, (cohort) => {
      const { pairs, isFewest } = placeMost(cohort)
      assert.deepEqual(
        worthOf(cohort, pairs),
        bestOf(cohort, everyPlacement(cohort), ['placed', 'blocking', 'score']),
      )
      assert.ok(isFewest && keepsRules(cohort, pairs))
    }),
    400,
  )
})

t.test(
  'stable with bonds has the fewest blocking pairs, then the most placed, then the largest score',
  async (t) => {
    holds(
      t,
      fc.property(withAll, (cohort) => {
        fc.pre([...(cohort.together ?? []), ...(cohort.apart ?? [])].length > 0)
        const { pairs, isFewest } = placeStable(cohort)
        const found = worthOf(cohort, pairs)
        assert.deepEqual(found, bestOf(cohort, everyPlacement(cohort), ['blocking', 'placed', 'score']))
        assert.ok(isFewest && keepsRules(cohort, pairs))
      }),
      400,
    )
  },
)

t.test('with ties and minimums nobody prefers an open need that prefers them', async (t) => {
  holds(
    t,
    fc.property(someRuledCohort({ minimums: true, together: false, apart: false }), (cohort) => {
      const { pairs } = placeStable(cohort)
      assert.deepEqual(blockingByDefinition(cohort, pairs), [])
      assert.ok(keepsRules(cohort, pairs))
    }),
    1000,
  )
})

/** The stable placement that is best for all candidates, found among all. */
function bestStable(cohort: Cohort): Pair[] {
  const rank = (pairs: readonly Pair[]) =>
    cohort.candidates.map(({ id, choices }) => {
      const need = new Map(pairs).get(id)
      return need === undefined ? choices.length : choices.indexOf(need)
    })
  const stable = everyPlacement(cohort).filter((pairs) => blockingByDefinition(cohort, pairs).length === 0)
  const sum = (pairs: readonly Pair[]) => rank(pairs).reduce((total, one) => total + one, 0)
  return stable.toSorted((a, b) => sum(a) - sum(b))[0] ?? []
}

t.test('needs below their minimum close one by one, the one that lacks most first', async (t) => {
  holds(
    t,
    fc.property(someRuledCohort({ minimums: true, together: false, apart: false }), (given) => {
      const strict: Cohort = {
        candidates: given.candidates.map(({ id, choices }) => ({ id, choices })),
        needs: given.needs,
        organizations: given.organizations.map(({ id, capacity, ranking }) => ({ id, capacity, ranking })),
      }
      const scored = { ...strict, candidates: given.candidates.map(({ ranks: _, ...one }) => one) }
      const closed = new Set<string>()
      for (;;) {
        const open = strict.needs.map((need) => ({
          ...need,
          minimum: 0,
          capacity: closed.has(need.id) ? 0 : need.capacity,
        }))
        const pairs = bestStable({ ...strict, needs: open })
        const lacking = strict.needs
          .filter(({ id, minimum = 0 }) => minimum > 1 && !closed.has(id))
          .map(({ id, minimum = 0 }) => ({ id, lacks: minimum - pairs.filter(([, at]) => at === id).length }))
          .filter(({ lacks }) => lacks > 0)
          .sort((a, b) => b.lacks - a.lacks || a.id.localeCompare(b.id))
        if (lacking[0]) closed.add(lacking[0].id)
        else {
          assert.deepEqual(new Map(placeStable(scored).pairs), new Map(pairs))
          return
        }
      }
    }),
    500,
  )
})

t.test('with minimums there may be no placement that no group would leave for a closed need', async (t) => {
  const cohort: Cohort = {
    candidates: [
      { id: 'c1', choices: ['n2', 'n1'] },
      { id: 'c2', choices: ['n1', 'n2'] },
      { id: 'c3', choices: ['n1', 'n2'] },
    ],
    needs: [
      { id: 'n1', capacity: 2, organizationId: 'o1' },
      { id: 'n2', capacity: 2, minimum: 2, organizationId: 'o2' },
    ],
    organizations: [
      { id: 'o1', capacity: 2, ranking: ['c3', 'c1', 'c2'] },
      { id: 'o2', capacity: 2, ranking: ['c2', 'c1', 'c3'] },
    ],
  }
  const wouldOpen = (pairs: readonly Pair[], need: Cohort['needs'][number]) =>
    pairs.every(([, at]) => at !== need.id) &&
    cohort.candidates.filter(({ id, choices }) => {
      const current = new Map(pairs).get(id)
      const place = choices.indexOf(need.id)
      return place >= 0 && (current === undefined || place < choices.indexOf(current))
    }).length >= (need.minimum ?? 1)
  const left = everyPlacement(cohort).filter(
    (pairs) =>
      blockingByDefinition(cohort, pairs).length === 0 &&
      !cohort.needs.some((need) => wouldOpen(pairs, need)),
  )
  t.same(left, [])
})

t.test('the check of stability finds what the definition calls blocking, with all rules', async (t) => {
  let blocked = 0
  holds(
    t,
    fc.property(withAll, fc.nat(), (cohort, pick) => {
      const every = everyPlacement(cohort)
      const pairs = every[pick % every.length] ?? []
      assert.deepEqual(blockingPairs(cohort, pairs), blockingByDefinition(cohort, pairs))
      blocked += blockingByDefinition(cohort, pairs).length
    }),
    1000,
  )
  t.ok(blocked > 100, 'enough to mean something')
})

t.test('the search for fewer blocking pairs keeps all rules, and loses nothing', async (t) => {
  let found = 0
  holds(
    t,
    fc.property(withAll, fc.nat(), fc.boolean(), (cohort, pick, keepsCount) => {
      const every = everyPlacement(cohort)
      const start = every[pick % every.length] ?? []
      const better = improve(cohort, start, { keepsCount })
      const [before, after] = [worthOf(cohort, start), worthOf(cohort, better)]
      assert.ok(keepsRules(cohort, better))
      assert.ok(after.blocking <= before.blocking)
      if (keepsCount) assert.ok(after.placed >= before.placed)
      found += before.blocking - after.blocking
    }),
    2000,
  )
  t.ok(found > 50, 'enough to mean something')
})

/** Locked pairs, as the definition says: they stay, a need with one is open, and bonds with one hold as far as the other goes. */
function everyWithLocked(cohort: ScoredCohort, locked: readonly Pair[]): Pair[][] {
  const at = new Map(locked)
  const isLocked = ({ candidates }: Bond) => candidates.some((id) => at.has(id))
  const needs = cohort.needs.map((need) => ({
    ...need,
    minimum: [...at.values()].includes(need.id) ? 0 : (need.minimum ?? 0),
  }))
  const free = (bonds: readonly Bond[] = []) => bonds.filter((bond) => !isLocked(bond))
  const scopeOf = (pairs: readonly Pair[], id: string, scope: Bond['at']) => {
    const need = needs.find((one) => one.id === new Map(pairs).get(id))
    return scope === 'need' ? need?.id : need?.organizationId
  }
  const keeps = (pairs: readonly Pair[], bonds: readonly Bond[] = [], mayMeet: boolean) =>
    bonds.filter(isLocked).every(({ candidates: [a, b], at: scope }) => {
      const [one, other] = [scopeOf(pairs, a, scope), scopeOf(pairs, b, scope)]
      return one === undefined || other === undefined || (one === other) === mayMeet
    })
  const ruled = { ...cohort, needs, together: free(cohort.together), apart: free(cohort.apart) }
  return everyPlacement(ruled).filter(
    (pairs) =>
      locked.every(([id, need]) => new Map(pairs).get(id) === need) &&
      keeps(pairs, cohort.together, true) &&
      keeps(pairs, cohort.apart, false),
  )
}

t.test('locked pairs stay, and the others are placed as well as they allow', async (t) => {
  const count = { possible: 0, impossible: 0 }
  holds(
    t,
    fc.property(withAll, fc.nat(), (cohort, pick) => {
      const locked = cohort.candidates
        .filter((_, at) => ((pick % 16) >> at) % 2 === 1)
        .flatMap(({ id, choices }): Pair[] => choices.slice(0, 1).map((need) => [id, need]))
      const { rest, impossible } = takeOutLocked(cohort, locked)
      const every = everyWithLocked(cohort, locked)
      assert.equal(impossible.length === 0, every.length > 0)
      count[impossible.length === 0 ? 'possible' : 'impossible']++
      if (impossible.length > 0) return
      const pairs = [...locked, ...placeMost(rest).pairs]
      const key = (some: readonly Pair[]) => JSON.stringify(some.toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
      assert.ok(every.some((one) => key(one) === key(pairs)))
      assert.equal(pairs.length, Math.max(...every.map((one) => one.length)))
      const stable = [...locked, ...placeStable(rest).pairs]
      assert.ok(every.some((one) => key(one) === key(stable)))
    }),
    400,
  )
  t.ok(count.possible > 50 && count.impossible > 20, JSON.stringify(count))
})

t.test('equal choices and rankings are no reason to prefer anybody', async (t) => {
  const cohort: ScoredCohort = {
    candidates: [
      { id: 'c1', choices: ['n1', 'n2'], ranks: [0, 0], scores: [0.5, 0.5] },
      { id: 'c2', choices: ['n1'], scores: [0.5] },
    ],
    needs: [
      { id: 'n1', capacity: 1, organizationId: 'o1' },
      { id: 'n2', capacity: 1, organizationId: 'o2' },
    ],
    organizations: [
      { id: 'o1', capacity: 1, ranking: ['c1', 'c2'], ranks: [0, 0] },
      { id: 'o2', capacity: 1, ranking: ['c1', 'c2'] },
    ],
  }
  t.same(
    new Map(placeMost(cohort).pairs),
    new Map([
      ['c1', 'n2'],
      ['c2', 'n1'],
    ]),
  )
  t.same(
    blockingPairs(cohort, [
      ['c1', 'n2'],
      ['c2', 'n1'],
    ]),
    [],
  )
  t.same(new Map(applyInTurn(cohort)), new Map([['c1', 'n1']]))
})

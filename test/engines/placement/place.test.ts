import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { z } from 'zod'
import { applyInTurn } from '../../../src/engines/placement/apply-in-turn.ts'
import type { Cohort, Pair } from '../../../src/engines/placement/cohort.ts'
import { holds } from '../../support/holds.ts'
import { blockingPairs, everyPlacement } from './brute-force.ts'
import { someCohort } from './some-cohort.ts'

/** What each candidate got, as its place among their choices; one behind the last for nothing. */
function ranksOf({ candidates }: Cohort, pairs: readonly Pair[]): number[] {
  const placed = new Map(pairs)
  return candidates.map(({ id, choices }) => {
    const need = placed.get(id)
    return need === undefined ? choices.length : choices.indexOf(need)
  })
}

t.test('no placement has a blocking pair, and no stable one is better for any candidate', async (t) => {
  holds(
    t,
    fc.property(someCohort, (cohort) => {
      const pairs = applyInTurn(cohort)
      assert.deepEqual(blockingPairs(cohort, pairs), [])
      const ranks = ranksOf(cohort, pairs)
      for (const other of everyPlacement(cohort)) {
        if (blockingPairs(cohort, other).length > 0) continue
        ranksOf(cohort, other).forEach((rank, at) => {
          assert.ok((ranks[at] ?? 0) <= rank, `candidate ${at + 1} could have choice ${rank + 1}`)
        })
      }
    }),
    1500,
  )
})

t.test('the order of the candidates changes nothing', async (t) => {
  holds(
    t,
    fc.property(someCohort, (cohort) => {
      const backwards = applyInTurn({ ...cohort, candidates: [...cohort.candidates].reverse() })
      assert.deepEqual(new Map(backwards), new Map(applyInTurn(cohort)))
    }),
    300,
  )
})

t.test('choices and rankings that name nobody are passed by', async (t) => {
  const pairs = applyInTurn({
    candidates: [{ id: 'c1', choices: ['nowhere', 'n1'] }],
    needs: [{ id: 'n1', capacity: 1, organizationId: 'o1' }],
    organizations: [{ id: 'o1', capacity: 1, ranking: ['nobody', 'c1'] }],
  })
  t.same(pairs, [['c1', 'n1']])
})

const folder = join(import.meta.dirname, '../../../../shared/data/placements')
const missing = !existsSync(folder) && 'no stored instances beside the project'
const capacity = z.number()
const preferences = z.array(z.number())
const members = z.record(z.string(), z.array(z.number()))

t.test('stored answers of hospital/residents are reproduced', { skip: missing }, async (t) => {
  const schema = z.object({
    instance: z.object({
      residents: z.record(z.string(), preferences),
      hospitals: z.record(z.string(), z.object({ capacity, preferences })),
    }),
    resident_optimal_matching_lib: members,
  })
  for (const name of ['hr_20x5', 'hr_50x10']) {
    const { instance, resident_optimal_matching_lib } = schema.parse(read(name))
    const hospitals = Object.entries(instance.hospitals)
    const pairs = applyInTurn({
      candidates: Object.entries(instance.residents).map(([id, choices]) => ({
        id,
        choices: choices.map(String),
      })),
      needs: hospitals.map(([id, one]) => ({ id, capacity: one.capacity, organizationId: id })),
      organizations: hospitals.map(([id, one]) => ({
        id,
        capacity: one.capacity,
        ranking: one.preferences.map(String),
      })),
    })
    t.same(byNeed(pairs), stored(resident_optimal_matching_lib), name)
  }
})

t.test('stored answers of student-project allocation are reproduced', { skip: missing }, async (t) => {
  const schema = z.object({
    instance: z.object({
      students: z.record(z.string(), preferences),
      projects: z.record(z.string(), z.object({ capacity, lecturer: z.number() })),
      lecturers: z.record(z.string(), z.object({ capacity, preferences })),
    }),
    matching_lib: members,
  })
  for (const name of ['spa_20x8x3', 'spa_60x20x8']) {
    const { instance, matching_lib } = schema.parse(read(name))
    const pairs = applyInTurn({
      candidates: Object.entries(instance.students).map(([id, choices]) => ({
        id,
        choices: choices.map(String),
      })),
      needs: Object.entries(instance.projects).map(([id, one]) => ({
        id,
        capacity: one.capacity,
        organizationId: String(one.lecturer),
      })),
      organizations: Object.entries(instance.lecturers).map(([id, one]) => ({
        id,
        capacity: one.capacity,
        ranking: one.preferences.map(String),
      })),
    })
    t.same(byNeed(pairs), stored(matching_lib), name)
  }
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
}

function byNeed(pairs: readonly Pair[]): Record<string, number[]> {
  const groups = Map.groupBy(pairs, ([, need]) => need)
  return Object.fromEntries(
    [...groups].map(([need, members]) => [need, members.map(([id]) => Number(id)).sort((a, b) => a - b)]),
  )
}

function stored(answer: z.output<typeof members>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([, ids]) => ids.length > 0)
      .map(([need, ids]) => [need, [...ids].sort((a, b) => a - b)]),
  )
}

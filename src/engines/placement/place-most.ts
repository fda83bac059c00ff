import { itemAt } from '../../shared/item-at.ts'
import { createBlockingCheck } from './blocking-pairs.ts'
import type { Pair, ScoredCohort } from './cohort.ts'
import { CLOSING_CHOICES, EXACT_CHOICES } from './effort.ts'
import { fewestBlocking } from './fewest-blocking.ts'
import { improve } from './improve.ts'
import { ones, type PlacementProgram, pairsOf, placementProgram, startOf } from './placement-program.ts'
import { type Column, INFINITE, solveProgram } from './solve-program.ts'
import { startPlacement } from './start-placement.ts'

export interface Placed {
  pairs: Pair[]
  /** Whether it is proven that no otherwise equally good placement has fewer blocking pairs. */
  isFewest: boolean
}

/**
 * Places as many candidates as possible and, among all such placements, chooses one with the fewest blocking pairs, then one
 * with the largest sum of scores. Small cohorts are solved exactly; in larger ones `improve` looks for fewer blocking pairs,
 * and in those above `CLOSING_CHOICES` the needs that stay open are those of `startPlacement`. If several placements are
 * equally good, only the ids decide which is returned.
 */
export function placeMost(cohort: ScoredCohort): Placed {
  const base = placementProgram(cohort)
  if (base.places.length === 0) return { pairs: [], isFewest: true }
  const start = startPlacement(cohort)
  const isLarge = base.places.length > CLOSING_CHOICES
  const program = isLarge ? withOpenNeeds(base, start) : base
  const maximize = (worthOf: (place: number) => number, least: number) =>
    solve(program, { worthOf, least, start: startOf(base, start) })
  const counted = maximize(() => 1, 0)
  const placed = counted.pairs.length
  const best = maximize((at) => itemAt(base.places, at).score, placed)
  const isMost = counted.isProven && best.isProven && !(isLarge && base.openColumns.size > 0)
  const check = createBlockingCheck(cohort)
  if (check(best.pairs).length === 0) return { pairs: best.pairs, isFewest: isMost }
  const near = maximize(nearTo(cohort, base, start), placed)
  const isNearer = check(near.pairs).length < check(best.pairs).length
  const improved = improve(cohort, isNearer ? near.pairs : best.pairs, { keepsCount: true })
  if (base.places.length > EXACT_CHOICES) return { pairs: improved, isFewest: false }
  const fewest = fewestBlocking(cohort, base, { aim: { kind: 'as_many', placed }, start: improved })
  return { pairs: fewest.pairs, isFewest: isMost && fewest.isProven }
}

/**
 * Fixes the program's needs: those of a placement are open, all others closed. What remains is a flow with lower
 * bounds, so without bonds it needs no integer variables.
 */
function withOpenNeeds(
  { columns, openColumns, ...base }: PlacementProgram,
  pairs: readonly Pair[],
): PlacementProgram {
  const open = new Set(pairs.flatMap(([, needId]) => openColumns.get(needId) ?? []))
  const isInteger = base.hasBonds
  const set = (column: Column, at: number): Column =>
    at < base.places.length
      ? { ...column, isInteger }
      : { ...column, isInteger, lower: open.has(at) ? 1 : 0, upper: open.has(at) ? 1 : 0 }
  return { ...base, openColumns, columns: columns.map(set) }
}

/** Maximizes the total worth of the taken places with at least `least` candidates placed. */
function solve(
  { places, columns, rows }: PlacementProgram,
  { worthOf, least, start }: { worthOf(place: number): number; least: number; start: Float64Array },
): { pairs: Pair[]; isProven: boolean } {
  const program = {
    columns: columns.map((column, at) => (at < places.length ? { ...column, worth: worthOf(at) } : column)),
    rows: [...rows, { terms: ones(places.map((_, at) => at)), lower: least, upper: INFINITE }],
  }
  const { values, isProven } = solveProgram(program, start)
  return { pairs: pairsOf(places, values), isProven }
}

/**
 * Returns a worth for places that leads to a placement near another one: its places first, then those that both sides
 * prefer.
 */
function nearTo(
  cohort: ScoredCohort,
  { places }: PlacementProgram,
  start: readonly Pair[],
): (place: number) => number {
  const near = new Map(start)
  const likes = new Map(cohort.candidates.map(({ id, choices }) => [id, shareOf(choices)]))
  const rankings = new Map(cohort.organizations.map(({ id, ranking }) => [id, shareOf(ranking)]))
  return (at) => {
    const { pair, organizationId } = itemAt(places, at)
    const [candidate, needId] = pair
    if (near.get(candidate) === needId) return 1
    const liked = likes.get(candidate)?.get(needId) ?? 1
    return (2 - liked - (rankings.get(organizationId)?.get(candidate) ?? 1)) / 4
  }
}

/** Returns the relative position of each id in a list, from 0 to 1. */
function shareOf(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((id, at) => [id, at / list.length]))
}

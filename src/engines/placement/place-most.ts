import highsModule, { type ModelData } from 'highs'
import { float64At, itemAt } from '../../shared/item-at.ts'
import type { Pair, PlacedNeed } from './place.ts'

/** A candidate to place, with their choices and a score in [0, 1] for each choice. */
export interface ScoredCandidate {
  id: string
  choices: readonly string[]
  scores: readonly number[]
}

export interface ScoredCohort {
  candidates: readonly ScoredCandidate[]
  needs: readonly PlacedNeed[]
  organizations: readonly { id: string; capacity: number }[]
}

// Cast: the types describe the CommonJS build, whose default export is one level deeper.
const highs = await (highsModule as unknown as typeof highsModule.default)()

/** One variable of the linear program: a candidate at one of their choices. */
interface Place {
  pair: Pair
  score: number
  /** Its constraints: the candidate, the need and the organization. */
  rows: readonly [number, number, number]
}

/**
 * Places as many candidates as possible and, among all such placements, chooses one with the largest sum of scores.
 * Solves two linear programs. Their constraints describe a flow from candidates through needs to organizations, so each
 * vertex is integral (Ahuja, Magnanti and Orlin, Network Flows, 1993, theorem 11.12), even with a fixed number of placed
 * candidates. If several placements are equally good, only the ids decide which is returned.
 */
export function placeMost(cohort: ScoredCohort): { pairs: Pair[] } {
  const { places, capacities } = programOf(cohort)
  if (places.length === 0) return { pairs: [] }
  const counted = solve(places, capacities, () => 1, 0)
  const most = counted.reduce((sum, value) => sum + Math.round(value), 0)
  const chosen = solve(places, capacities, ({ score }) => score, most)
  return { pairs: places.filter((_, at) => float64At(chosen, at) > 0.5).map(({ pair }) => pair) }
}

function programOf({ candidates, needs, organizations }: ScoredCohort) {
  const capacities: number[] = []
  const rowOf = (capacity: number) => capacities.push(capacity) - 1
  const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const organizationRows = new Map(byId(organizations).map(({ id, capacity }) => [id, rowOf(capacity)]))
  const needRows = new Map(byId(needs).map(({ id, capacity }) => [id, rowOf(capacity)]))
  const organizationOf = new Map(needs.map(({ id, organizationId }) => [id, organizationId]))
  const places = byId(candidates).flatMap(({ id, choices, scores }) => {
    const own = rowOf(1)
    return choices.flatMap((needId, at): Place[] => {
      const need = needRows.get(needId)
      const organization = organizationRows.get(organizationOf.get(needId) ?? '')
      if (need === undefined || organization === undefined) return []
      return [{ pair: [id, needId], score: itemAt(scores, at), rows: [organization, need, own] }]
    })
  })
  return { places, capacities }
}

/** Solves the program: maximizes the total worth with at least `least` candidates placed. Returns the value of each variable. */
function solve(
  places: readonly Place[],
  capacities: readonly number[],
  worthOf: (place: Place) => number,
  least: number,
): Float64Array {
  const numRows = capacities.length + 1
  const perPlace = 4
  const source: ModelData = {
    numCols: places.length,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(places, worthOf),
    colLower: new Float64Array(places.length),
    colUpper: new Float64Array(places.length).fill(1),
    rowLower: new Float64Array(numRows).fill(-highs.infinity).fill(least, capacities.length),
    rowUpper: Float64Array.from([...capacities, highs.infinity]),
    matrix: {
      format: 'csc',
      numRows,
      numCols: places.length,
      starts: Int32Array.from({ length: places.length + 1 }, (_, at) => at * perPlace),
      indices: Int32Array.from(places.flatMap(({ rows }) => [...rows, capacities.length])),
      values: new Float64Array(places.length * perPlace).fill(1),
    },
  }
  return highs.withModel(source, (model) => {
    model.options.set({ output_flag: false, solver: 'simplex' })
    const { modelStatus } = model.run()
    if (modelStatus !== highs.constants.modelStatus.optimal)
      throw new Error(`the placement could not be solved: status ${modelStatus}`)
    return Float64Array.from(model.getSolution().colValue)
  })
}

import highsModule, { type ModelData } from 'highs'
import { float64At, itemAt } from '../../shared/item-at.ts'
import type { Pair, PlacedNeed } from './place.ts'

/** Who is to be placed, and where they may go, with what each place is worth: scores in [0, 1], in the same order. */
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

// A cast, as the types are those of the CommonJS build, whose default export stands one level deeper.
const highs = await (highsModule as unknown as typeof highsModule.default)()

/** One variable of the program: a candidate at one of their choices. */
interface Place {
  pair: Pair
  score: number
  /** The constraints that it counts in: of the candidate, the need and the organization. */
  rows: readonly [number, number, number]
}

/**
 * Places as many candidates as possible, and among all such placements one with the largest sum of scores. Two linear
 * programs: their constraints are those of a flow from candidates through needs to organizations, so that a vertex is
 * whole (Ahuja, Magnanti and Orlin, Network Flows, 1993, theorem 11.12), also once the number of the placed is fixed.
 * Which of several equal placements is found depends on nothing but the ids.
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

/** How much of each place is taken, for the largest sum of what they are worth, with so many taken at least. */
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
      throw new Error(`no placement: status ${modelStatus}`)
    return Float64Array.from(model.getSolution().colValue)
  })
}

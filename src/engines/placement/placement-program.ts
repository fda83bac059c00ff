import { float64At } from '../../shared/item-at.ts'
import { type Bond, minimumOf, type Pair, type ScoredCohort } from './cohort.ts'
import { type Column, INFINITE, type Row } from './solve-program.ts'

/** One variable of the program: a candidate at one of their choices. */
export interface Place {
  pair: Pair
  score: number
  organizationId: string
}

export interface PlacementProgram {
  /** The first columns, in this order. */
  places: readonly Place[]
  /** By id of a need that may close: the column that says whether it is open. */
  openColumns: ReadonlyMap<string, number>
  hasBonds: boolean
  columns: readonly Column[]
  rows: readonly Row[]
}

/**
 * Converts the rules of a cohort to a program: capacities, minimums and bonds. Without minimums and bonds it describes
 * a flow from candidates through needs to organizations, so each vertex is integral (Ahuja, Magnanti and Orlin, Network
 * Flows, 1993, theorem 11.12), also with a fixed number of placed candidates. Otherwise its columns must be integers.
 */
export function placementProgram(cohort: ScoredCohort): PlacementProgram {
  const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const needs = new Map(byId(cohort.needs).map((need) => [need.id, need]))
  const organizations = new Map(byId(cohort.organizations).map((one) => [one.id, one]))
  const places = byId(cohort.candidates).flatMap(({ id, choices, scores }) =>
    choices.flatMap((needId, at): Place[] => {
      const organizationId = needs.get(needId)?.organizationId ?? ''
      if (!organizations.has(organizationId)) return []
      return [{ pair: [id, needId], score: scores[at] ?? 0, organizationId }]
    }),
  )
  const closing = [...needs.values()].filter((need) => minimumOf(need) > 0)
  const openColumns = new Map(closing.map(({ id }, at) => [id, places.length + at]))
  const { together = [], apart = [] } = cohort
  const isInteger = closing.length + together.length + apart.length > 0
  const column = { worth: 0, lower: 0, upper: 1, isInteger }
  const columns = Array.from({ length: places.length + closing.length }, () => ({ ...column }))

  const at = (keyOf: (place: Place) => string) => columnsBy(places, keyOf)
  const [ofCandidate, atNeed, atOrganization] = [
    at(({ pair: [candidate] }) => candidate),
    at(({ pair: [, need] }) => need),
    at(({ organizationId }) => organizationId),
  ]
  const most = (of: ReadonlyMap<string, number[]>, capacityOf: (id: string) => number): Row[] =>
    [...of].map(([id, all]) => ({ terms: ones(all), lower: -INFINITE, upper: capacityOf(id) }))
  const rows = [
    ...most(atOrganization, (id) => organizations.get(id)?.capacity ?? 0),
    ...most(atNeed, (id) => needs.get(id)?.capacity ?? 0),
    ...most(ofCandidate, () => 1),
    ...closing.flatMap((need): Row[] => {
      const terms = ones(atNeed.get(need.id) ?? [])
      const open = openColumns.get(need.id) ?? 0
      return [
        { terms: [...terms, [open, -minimumOf(need)]], lower: 0, upper: INFINITE },
        { terms: [...terms, [open, -need.capacity]], lower: -INFINITE, upper: 0 },
      ]
    }),
    ...together.flatMap((bond) => rowsOfBond(bond, { places, ofCandidate }, -1)),
    ...apart.flatMap((bond) => rowsOfBond(bond, { places, ofCandidate }, 1)),
  ]
  return { places, openColumns, hasBonds: together.length + apart.length > 0, columns, rows }
}

/**
 * Returns the rows of a bond. With factor -1 both candidates are at each place or neither is; with 1 at most one of
 * them is.
 */
function rowsOfBond(
  { candidates: [one, other], at }: Bond,
  { places, ofCandidate }: { places: readonly Place[]; ofCandidate: ReadonlyMap<string, number[]> },
  factor: 1 | -1,
): Row[] {
  const terms = new Map<string, [number, number][]>()
  const add = (candidate: string, factorOf: number) => {
    for (const column of ofCandidate.get(candidate) ?? []) {
      const place = places[column]
      if (!place) continue
      const key = at === 'need' ? place.pair[1] : place.organizationId
      terms.set(key, [...(terms.get(key) ?? []), [column, factorOf]])
    }
  }
  add(one, 1)
  add(other, factor)
  const [lower, upper] = factor === 1 ? [-INFINITE, 1] : [0, 0]
  return [...terms.values()].map((all) => ({ terms: all, lower, upper }))
}

/** Groups the columns of places by a key, in their order. */
export function columnsBy(
  places: readonly Place[],
  keyOf: (place: Place) => string,
): ReadonlyMap<string, number[]> {
  const columns = new Map<string, number[]>()
  places.forEach((place, column) => {
    const key = keyOf(place)
    const known = columns.get(key)
    if (known) known.push(column)
    else columns.set(key, [column])
  })
  return columns
}

export function ones(columns: readonly number[]): [number, number][] {
  return columns.map((column) => [column, 1])
}

export function pairsOf(places: readonly Place[], values: Float64Array): Pair[] {
  return places.filter((_, at) => float64At(values, at) > 0.5).map(({ pair }) => pair)
}

/** Returns the values of the columns for a placement. */
export function startOf(
  { places, openColumns, columns }: PlacementProgram,
  start: readonly Pair[],
): Float64Array {
  const values = new Float64Array(columns.length)
  const placed = new Map(start)
  places.forEach(({ pair: [candidate, needId] }, at) => {
    if (placed.get(candidate) === needId) values[at] = 1
  })
  for (const [, needId] of start) {
    const open = openColumns.get(needId)
    if (open !== undefined) values[open] = 1
  }
  return values
}

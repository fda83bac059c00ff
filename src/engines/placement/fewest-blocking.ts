import { float64At, itemAt } from '../../shared/item-at.ts'
import { blockingPairs } from './blocking-pairs.ts'
import type { Pair, ScoredCohort } from './cohort.ts'
import { columnsBy, ones, type PlacementProgram, pairsOf, startOf } from './placement-program.ts'
import { type Column, INFINITE, type Row, solveProgram } from './solve-program.ts'

/** The main objective: to reach a known number of placed candidates, or to have the fewest blocking pairs. */
export type Aim = { kind: 'as_many'; placed: number } | { kind: 'stable' }

/**
 * Finds a placement with the fewest blocking pairs by an integer program. For each pair that could block, one of these
 * holds: the candidate has a place that is as good, the need is full of candidates who are at least as good, the
 * organization is full of such candidates and has not placed this one, the need is closed, or the pair blocks. This is
 * the program of Kwanashie and Manlove (An integer programming approach to the hospitals/residents problem with ties,
 * 2014), with organizations, and with blocking pairs counted instead of forbidden. The problem is NP-hard (Biró,
 * Manlove and Mittal, Size versus stability in the marriage problem, 2010). Among equally good placements, `stable`
 * prefers more placed candidates; then both prefer the larger sum of scores.
 */
export function fewestBlocking(
  cohort: ScoredCohort,
  base: PlacementProgram,
  { aim, start }: { aim: Aim; start: readonly Pair[] },
): { pairs: Pair[]; isProven: boolean } {
  const { places } = base
  const blocks = blockRows(cohort, base)
  // A place is worth more than all scores together, and a blocking pair more than all places.
  const more = cohort.candidates.length + 1
  const forPlace = aim.kind === 'stable' ? more : 0
  const columns: Column[] = base.columns.map((column, at) => ({
    ...column,
    isInteger: true,
    worth: at < places.length ? forPlace + itemAt(places, at).score : 0,
  }))
  const forBlock = aim.kind === 'stable' ? more * (more + 1) : more
  for (const _ of blocks) {
    columns.push({ worth: -forBlock, lower: 0, upper: 1, isInteger: true })
    columns.push({ worth: 0, lower: 0, upper: 1, isInteger: true })
  }
  const rows = [...base.rows, ...blocks.flatMap(({ rows }) => rows)]
  if (aim.kind === 'as_many')
    rows.push({ terms: ones(places.map((_, at) => at)), lower: aim.placed, upper: INFINITE })
  const startValues = withBlocks(cohort, base, { start, blocks })
  const { values, isProven } = solveProgram({ columns, rows }, startValues)
  return { pairs: pairsOf(places, values), isProven }
}

interface Block {
  pair: Pair
  /**
   * Columns: whether the pair blocks, and whether its organization is full of other candidates at least as good as this
   * one.
   */
  blocking: number
  full: number
  /** Columns of candidates at least as good for the organization, and of this candidate's places there. */
  asGood: readonly number[]
  own: readonly number[]
  capacity: number
  rows: Row[]
}

function blockRows(cohort: ScoredCohort, base: PlacementProgram): Block[] {
  const { places, openColumns } = base
  const needs = new Map(cohort.needs.map((need) => [need.id, need]))
  const organizations = new Map(cohort.organizations.map((one) => [one.id, one]))
  const rankAt = rankReader(cohort)
  const atNeed = columnsBy(places, ({ pair: [, need] }) => need)
  const atOrganization = columnsBy(places, ({ organizationId }) => organizationId)
  const ofCandidate = columnsBy(places, ({ pair: [candidate] }) => candidate)
  const bound = new Set(cohort.together?.flatMap(({ candidates }) => candidates))
  const placesOf = (candidate: string) => ofCandidate.get(candidate) ?? []
  const needRanks = new Map(
    cohort.candidates.map(({ id, choices, ranks }) => [
      id,
      new Map(choices.map((choice, at) => [choice, ranks?.[at] ?? at])),
    ]),
  )
  const likes = (candidate: string, needId: string) => needRanks.get(candidate)?.get(needId) ?? 0
  let next = base.columns.length
  return places.flatMap((place): Block[] => {
    const [candidate, needId] = place.pair
    const { organizationId } = place
    const need = needs.get(needId)
    const capacity = organizations.get(organizationId)?.capacity ?? 0
    const rank = rankAt(candidate, organizationId)
    if (!need || need.capacity === 0 || capacity === 0 || rank === undefined || bound.has(candidate))
      return []
    const isAsGood = (column: number) => {
      const other = rankAt(itemAt(places, column).pair[0], organizationId)
      return other !== undefined && other <= rank
    }
    const own = placesOf(candidate).filter(
      (column) => itemAt(places, column).organizationId === organizationId,
    )
    const asGood = (atOrganization.get(organizationId) ?? []).filter(
      (column) => isAsGood(column) && itemAt(places, column).pair[0] !== candidate,
    )
    const served = placesOf(candidate).filter(
      (column) => likes(candidate, itemAt(places, column).pair[1]) <= likes(candidate, needId),
    )
    const others = (cohort.apart ?? []).flatMap(({ candidates, at }) => {
      if (!candidates.includes(candidate)) return []
      const other = candidates[0] === candidate ? candidates[1] : candidates[0]
      return placesOf(other).filter((column) => {
        const theirs = itemAt(places, column)
        return at === 'need' ? theirs.pair[1] === needId : theirs.organizationId === organizationId
      })
    })
    const [blocking, full] = [next++, next++]
    const open = openColumns.get(needId)
    const better = (atNeed.get(needId) ?? []).filter(
      (column) => isAsGood(column) && itemAt(places, column).pair[0] !== candidate,
    )
    const satisfied: Row = {
      terms: [
        ...[...served, ...others, blocking, full].map((column) => [column, need.capacity] as const),
        ...ones(better),
        ...(open === undefined ? [] : [[open, -need.capacity] as const]),
      ],
      lower: open === undefined ? need.capacity : 0,
      upper: INFINITE,
    }
    const isFull: Row = { terms: [...ones(asGood), [full, -capacity]], lower: 0, upper: INFINITE }
    const isElsewhere: Row = { terms: ones([...own, full]), lower: -INFINITE, upper: 1 }
    return [
      { pair: place.pair, blocking, full, asGood, own, capacity, rows: [satisfied, isFull, isElsewhere] },
    ]
  })
}

function withBlocks(
  cohort: ScoredCohort,
  base: PlacementProgram,
  { start, blocks }: { start: readonly Pair[]; blocks: readonly Block[] },
): Float64Array {
  const values = new Float64Array(base.columns.length + 2 * blocks.length)
  values.set(startOf(base, start))
  const key = ([candidate, need]: Pair) => `${candidate} ${need}`
  const blocking = new Set(blockingPairs(cohort, start).map(key))
  const count = (all: readonly number[]) => all.reduce((sum, at) => sum + float64At(values, at), 0)
  for (const block of blocks) {
    values[block.blocking] = blocking.has(key(block.pair)) ? 1 : 0
    values[block.full] = count(block.own) === 0 && count(block.asGood) >= block.capacity ? 1 : 0
  }
  return values
}

/** Returns a function that gives the rank of a candidate for an organization, or undefined if it does not rank them. */
function rankReader({ organizations }: ScoredCohort) {
  const ranks = new Map(
    organizations.map((one) => [one.id, new Map(one.ranking.map((id, at) => [id, one.ranks?.[at] ?? at]))]),
  )
  return (candidate: string, organizationId: string) => ranks.get(organizationId)?.get(candidate)
}

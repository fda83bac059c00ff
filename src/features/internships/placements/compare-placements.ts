import type { Comparison } from './placements.schemas.ts'
import type { PlacementResult, PlacementRow } from './placements.table.ts'

const MOST_MOVED = 1000

/** Compares two placements of a cohort, candidate by candidate. */
export function comparePlacements(
  [row, results]: [PlacementRow, readonly PlacementResult[]],
  [otherRow, otherResults]: [PlacementRow, readonly PlacementResult[]],
): Comparison {
  const otherOf = new Map(otherResults.map((result) => [result.candidateId, result]))
  const pairs = results.map((result) => ({ result, other: otherOf.get(result.candidateId) }))
  const isSame = ({ result, other }: (typeof pairs)[number]) => result.needId === (other?.needId ?? null)
  const moved = pairs.filter((pair) => !isSame(pair))
  const rankOf = (result: PlacementResult | undefined) => result?.rank ?? Number.POSITIVE_INFINITY
  const shown = (result: PlacementResult | undefined) => ({
    need_id: result?.needId ?? null,
    rank: result?.rank ?? null,
  })
  return {
    placed: { this: row.summary.placed, other: otherRow.summary.placed },
    score_sum: { this: row.summary.score_sum, other: otherRow.summary.score_sum },
    same: pairs.length - moved.length,
    better: moved.filter(({ result, other }) => rankOf(result) < rankOf(other)).length,
    worse: moved.filter(({ result, other }) => rankOf(result) > rankOf(other)).length,
    moved: moved.slice(0, MOST_MOVED).map(({ result, other }) => ({
      candidate_id: result.candidateId,
      this: shown(result),
      other: shown(other),
    })),
  }
}

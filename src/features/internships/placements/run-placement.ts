import type { Context } from '../../../platform/events/index.ts'
import { createThread, type Thread } from '../../../platform/jobs/index.ts'
import type { CandidateId, PartnerId } from '../../../shared/ids.ts'
import type { CohortRow } from '../cohorts/cohorts.table.ts'
import { createReadCohort, type ReadCohort, type ReadCohortPorts } from '../cohorts/read-cohort.ts'
import type { Placed } from './placement-worker.ts'
import type { Method, PlacementInput, Summary } from './placements.schemas.ts'
import type { PlacementResult } from './placements.table.ts'

export interface RunPlacementPorts extends ReadCohortPorts {
  /** Places a cohort in the thread that `createPlacing` makes. Partners take turns. */
  place(partnerId: PartnerId, given: { cohort: ReadCohort; method: Method }): Promise<Placed>
}

export type Result = Omit<PlacementResult, 'partnerId' | 'placementId'>

/** A thread that places cohorts, one at a time. Placing takes too long for the event loop of the server. */
export function createPlacing(): Thread<{ cohort: ReadCohort; method: Method }, Placed> {
  return createThread(new URL('./placement-worker.ts', import.meta.url), 'placeCohort')
}

/** Places a cohort as it is now and stores nothing. Throws `not_ready`. */
export function createRunPlacement(ports: RunPlacementPorts) {
  const readCohort = createReadCohort(ports)
  return async function runPlacement(
    ctx: Context,
    { cohort, method, quotas, fill_choices: fillChoices }: PlacementInput & { cohort: CohortRow },
  ): Promise<{ summary: Summary; results: Result[] }> {
    const read = await readCohort(ctx, { cohort, quotas, fillChoices })
    const placed = await ports.place(ctx.actor.partnerId, { cohort: read, method })
    const results = resultsOf(read, placed)
    return { summary: summaryOf(read, placed, results), results }
  }
}

function resultsOf(read: ReadCohort, { pairs }: Placed): Result[] {
  const needOf = new Map(pairs)
  const organizationOf = new Map(read.needs.map(({ id, organizationId }) => [id, organizationId]))
  const nothing = {
    needId: null,
    organizationId: null,
    rank: null,
    score: null,
    introductionId: null,
    refusal: null,
  }
  const unplaced = (candidateId: CandidateId, reason: Result['reason']): Result => ({
    ...nothing,
    candidateId,
    reason,
  })
  const ranked = read.candidates.map(({ id, choices, scores }): Result => {
    const needId = choices.find((choice) => choice === needOf.get(id))
    if (needId === undefined) return unplaced(id, choices.length === 0 ? 'no_match' : 'no_room')
    const at = choices.indexOf(needId)
    const organizationId = organizationOf.get(needId) ?? null
    return {
      ...nothing,
      candidateId: id,
      needId,
      organizationId,
      rank: at + 1,
      score: scores[at] ?? null,
      reason: null,
    }
  })
  return [...ranked, ...read.notRanked.map((id) => unplaced(id, 'not_ranked'))]
}

function summaryOf(read: ReadCohort, placed: Placed, results: readonly Result[]): Summary {
  const ranks: number[] = []
  for (const { rank } of results) {
    if (rank === null) continue
    while (ranks.length < rank) ranks.push(0)
    ranks[rank - 1] = (ranks[rank - 1] ?? 0) + 1
  }
  const counted = (reason: Result['reason']) => results.filter((result) => result.reason === reason).length
  return {
    candidates: results.length,
    placed: placed.pairs.length,
    unplaced: {
      not_ranked: counted('not_ranked'),
      no_match: counted('no_match'),
      no_room: counted('no_room'),
    },
    ranks,
    score_sum: Number(results.reduce((sum, { score }) => sum + (score ?? 0), 0).toFixed(6)),
    blocking_pairs: placed.blockingPairs,
    needs_left_out: read.needsLeftOut,
  }
}

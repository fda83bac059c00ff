import type { Context } from '../../../platform/events/index.ts'
import { createThread, type Thread } from '../../../platform/jobs/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { CandidateId, NeedId, PartnerId } from '../../../shared/ids.ts'
import type { CohortRow } from '../cohorts/cohorts.table.ts'
import { createReadCohort, type ReadCohort, type ReadCohortPorts } from '../cohorts/read-cohort.ts'
import type { Placed } from './placement-worker.ts'
import type { Method, PlacementInput, Summary } from './placements.schemas.ts'
import type { PlacementResult } from './placements.table.ts'

export interface RunPlacementPorts extends ReadCohortPorts {
  /** Places a cohort in the thread that `createPlacing` creates. Partners take turns. */
  place(partnerId: PartnerId, given: { cohort: ReadCohort; method: Method }): Promise<Placed>
}

export type Result = Omit<PlacementResult, 'partnerId' | 'placementId'>

/** Creates a thread that places cohorts, one at a time, because placing takes too long for the event loop of the server. */
export function createPlacing(): Thread<{ cohort: ReadCohort; method: Method }, Placed> {
  return createThread(new URL('./placement-worker.ts', import.meta.url), 'placeCohort')
}

/** Places a cohort as it is now, without storing the result. Throws `not_ready` and `locked_pairs_impossible`. */
export function createRunPlacement(ports: RunPlacementPorts) {
  const readCohort = createReadCohort(ports)
  return async function runPlacement(
    ctx: Context,
    { cohort, method, quotas, fill_choices: fillChoices }: PlacementInput & { cohort: CohortRow },
  ): Promise<{ summary: Summary; results: Result[] }> {
    const read = await readCohort(ctx, { cohort, quotas, fillChoices })
    requireLocked(read.notPossible, 'does not match, or one of the two does not take part')
    const placed = await ports.place(ctx.actor.partnerId, { cohort: read, method })
    requireLocked(
      placed.impossible.map(([candidate_id, need_id]) => ({ candidate_id, need_id })),
      'does not fit with the other locked pairs, the capacities or the rules about two candidates',
    )
    const results = resultsOf(read, placed)
    return { summary: summaryOf(read, placed, results), results }
  }
}

function requireLocked(pairs: readonly { candidate_id: string; need_id: string }[], why: string): void {
  const [first] = pairs
  if (!first) return
  const detail = `The locked pair of ${first.candidate_id} and ${first.need_id} ${why}. Take it out of the rules or change what stands against it.`
  throw new DomainError('locked_pairs_impossible', detail)
}

/** Returns the needs with a minimum where nobody was placed. */
function closedNeeds({ needs }: ReadCohort, { pairs }: Placed): ReadonlySet<NeedId> {
  const taken = new Set(pairs.map(([, needId]) => needId))
  return new Set(needs.filter(({ id, minimum }) => minimum > 1 && !taken.has(id)).map(({ id }) => id))
}

function resultsOf(read: ReadCohort, placed: Placed): Result[] {
  const needOf = new Map(placed.pairs)
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
  const lockedOf = new Map(read.locked.map((pair) => [pair.candidateId, pair]))
  const closed = closedNeeds(read, placed)
  const bound = new Set([...read.together, ...read.apart].flatMap(({ candidates }) => candidates))
  const ranked = read.candidates.map(({ id, choices, scores, ranks }): Result => {
    const locked = lockedOf.get(id)
    const needId = locked?.needId ?? choices.find((choice) => choice === needOf.get(id))
    if (needId === undefined) {
      if (choices.length === 0) return unplaced(id, 'no_match')
      return unplaced(
        id,
        bound.has(id) || choices.some((one) => closed.has(one)) ? 'kept_by_rule' : 'no_room',
      )
    }
    const at = choices.indexOf(needId)
    const rank = locked ? locked.rank : (ranks[at] ?? null)
    return {
      ...nothing,
      candidateId: id,
      needId,
      organizationId: organizationOf.get(needId) ?? null,
      rank: rank === null ? null : rank + 1,
      score: locked?.score ?? scores[at] ?? null,
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
      kept_by_rule: counted('kept_by_rule'),
      no_room: counted('no_room'),
    },
    ranks,
    score_sum: Number(results.reduce((sum, { score }) => sum + (score ?? 0), 0).toFixed(6)),
    blocking_pairs: placed.blockingPairs,
    is_fewest_blocking: placed.isFewest,
    needs_closed: [...closedNeeds(read, placed)],
    needs_left_out: read.needsLeftOut,
  }
}

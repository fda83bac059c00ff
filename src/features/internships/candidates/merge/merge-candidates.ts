import type { WriteContext } from '../../../../platform/events/index.ts'
import type { CandidateId } from '../../../../shared/ids.ts'
import { message } from '../../../../shared/messages/index.ts'
import {
  createMergeRecords,
  createNamingLock,
  mergeBlocked,
  type PostingDefinition,
  unionOf,
} from '../../../postings/index.ts'
import { showCandidate } from '../candidates.posting.ts'
import type { CandidateInput } from '../candidates.schemas.ts'
import type { CandidateRow } from '../candidates.table.ts'
import { identifyingTexts } from '../known-person.ts'
import { combineCandidates } from './combine-candidates.ts'
import { joinCandidates } from './join-candidates.ts'
import type { MergeAnswer, MergeInput } from './merge.schemas.ts'

type Definition = PostingDefinition<'candidate', CandidateInput, CandidateRow>
export type MergeCandidates = ReturnType<typeof createMergeCandidates>

/**
 * Merges another record of the same person, `from_id`, into a candidate. Throws what `createMergeRecords` throws, and
 * `candidate_erased`.
 */
export function createMergeCandidates(
  definition: Definition,
  /** Loads a candidate. Throws if it is gone. */
  requireCandidate: (ctx: WriteContext, id: CandidateId) => Promise<CandidateRow>,
) {
  const mergeRecords = createMergeRecords({
    kind: 'candidate',
    definition,
    requireRecord: requireCandidate,
    lockFirst: ({ db, actor }) => createNamingLock(db).lockAgainstNaming('cohorts', actor.partnerId),
    requireFit: requireOneProgram,
    combine: combineCandidates,
    columns: ({ kept, from }) => ({
      formerTexts: unionOf(kept.formerTexts, [...identifyingTexts(from.profile), ...from.formerTexts]),
    }),
    join: (ctx, { from, next }) =>
      joinCandidates(ctx, {
        from,
        next,
        derive: (inner) => definition.derive?.(inner, [next]) ?? Promise.resolve(),
      }),
  })

  return async function mergeCandidates(
    ctx: WriteContext,
    given: MergeInput & { id: CandidateId },
  ): Promise<MergeAnswer> {
    const { record, fields, counts, withdrawnIntroductions } = await mergeRecords(ctx, given)
    return {
      dry_run: given.dry_run,
      from_id: given.from_id,
      candidate: showCandidate(record),
      fields,
      ...counts,
      withdrawn: { introductions: withdrawnIntroductions },
    }
  }
}

function requireOneProgram({ kept, from }: { kept: CandidateRow; from: CandidateRow }): void {
  if (kept.programId === from.programId) return
  throw mergeBlocked(
    `The candidates are in different programs. Set program_id of ${from.id} to ${kept.programId} first.`,
    [
      {
        pointer: '/from_id',
        code: 'different_programs',
        messages: [message('fault_in_program', { id: from.id, program: from.programId })],
      },
    ],
  )
}

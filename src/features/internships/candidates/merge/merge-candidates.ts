import { undone } from '../../../../platform/db/index.ts'
import type { WriteContext } from '../../../../platform/events/index.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { parseOrThrow, unknownReference, validationFailed } from '../../../../shared/faults.ts'
import type { CandidateId } from '../../../../shared/ids.ts'
import type { PostingDefinition } from '../../../postings/index.ts'
import { showCandidate } from '../candidates.posting.ts'
import { createCandidatesRepository } from '../candidates.repository.ts'
import type { CandidateInput } from '../candidates.schemas.ts'
import type { CandidateRow } from '../candidates.table.ts'
import { joinCandidates } from './join-candidates.ts'
import type { MergeAnswer, MergeInput } from './merge.schemas.ts'
import { type MergedFields, mergeFields } from './merge-fields.ts'

type Definition = PostingDefinition<'candidate', CandidateInput, CandidateRow>
export type MergeCandidates = ReturnType<typeof createMergeCandidates>

/**
 * Merges another record of the same person, `from_id`, into a candidate. With `dry_run` everything is done and taken back,
 * so that the answer is exactly what would happen. Throws `candidate_not_found`, `candidate_erased`, `record_merged`,
 * `validation_failed` for an unknown `from_id` and for the candidate itself, and `merge_blocked`, which names what stands
 * against it.
 */
export function createMergeCandidates(
  definition: Definition,
  /** Throws the refusal for a candidate that is gone. */
  requireCandidate: (ctx: WriteContext, id: CandidateId) => Promise<CandidateRow>,
) {
  async function merge(
    ctx: WriteContext,
    { id, from_id: fromId, dry_run: isDryRun }: MergeInput & { id: CandidateId },
  ): Promise<MergeAnswer> {
    const { kept, from } = await lockBoth(ctx, id, fromId)
    const merged = mergeFields(definition.toInput(kept), definition.toInput(from))
    const next = keptRow(definition, ctx, { kept, from, merged })
    const withdrawn = new Set<string>()
    const counts = await joinCandidates(
      {
        ...ctx,
        append(event) {
          if (event.type === 'introduction.withdrawn') withdrawn.add(event.resourceId)
          if (!isDryRun) ctx.append(event)
        },
      },
      { from, next, derive: (inner) => definition.derive?.(inner, [next]) ?? Promise.resolve() },
    )
    return {
      dry_run: isDryRun,
      from_id: fromId,
      candidate: showCandidate(next),
      fields: merged.fields,
      ...counts,
      withdrawn: { introductions: withdrawn.size },
    }
  }

  /** Locks both in the order of their ids, so that two merges of the same records can't wait for each other. */
  async function lockBoth(ctx: WriteContext, id: CandidateId, fromId: CandidateId) {
    if (id === fromId)
      throw validationFailed([
        {
          pointer: '/from_id',
          code: 'invalid_value',
          detail: 'A candidate cannot be merged into itself. Name the other record.',
        },
      ])
    const ids = [id, fromId]
    const rows = await createCandidatesRepository(ctx.db).findAllByKey(ctx.actor.partnerId, {
      externalIds: [],
      ids,
    })
    const find = (one: CandidateId) => rows.find((row) => row.id === one)
    const kept = find(id) ?? (await requireCandidate(ctx, id))
    const from = find(fromId) ?? (await explainFrom(ctx, fromId))
    return { kept, from }
  }

  async function explainFrom(ctx: WriteContext, fromId: CandidateId): Promise<CandidateRow> {
    try {
      return await requireCandidate(ctx, fromId)
    } catch (error) {
      if (error instanceof DomainError && error.code === 'candidate_not_found')
        throw unknownReference('/from_id', 'candidate')
      throw error
    }
  }

  return async function mergeCandidates(
    ctx: WriteContext,
    given: MergeInput & { id: CandidateId },
  ): Promise<MergeAnswer> {
    return given.dry_run ? undone(ctx.db, () => merge(ctx, given)) : merge(ctx, given)
  }
}

/** The kept candidate as it is after the merge. Throws `merge_blocked` if the two records do not fit together. */
function keptRow(
  definition: Definition,
  ctx: WriteContext,
  { kept, from, merged }: { kept: CandidateRow; from: CandidateRow; merged: MergedFields },
): CandidateRow {
  if (kept.programId !== from.programId)
    throw new DomainError(
      'merge_blocked',
      `The candidates are in different programs. Set program_id of ${from.id} to ${kept.programId} first.`,
      [{ pointer: '/from_id', code: 'different_programs', detail: `${from.id} is in ${from.programId}.` }],
    )
  const input = parseFields(definition, merged.input)
  const others = [from.profile.email, from.profile.name, ...from.formerTexts]
  return {
    ...kept,
    ...definition.columns(input, kept),
    externalId: input.external_id ?? null,
    formerTexts: [...new Set([...kept.formerTexts, ...others])],
    version: kept.version + 1,
    updatedAt: ctx.clock(),
  }
}

function parseFields(definition: Definition, input: unknown): CandidateInput {
  try {
    return parseOrThrow(definition.input, input)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(
      'merge_blocked',
      'The fields of the two records do not fit together. Change one of the records first. See errors for the fields.',
      error.faults,
    )
  }
}

import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { type HelperId, sameNumber } from '../../shared/ids.ts'
import { joinBarter, lockRingsOf } from '../barter/index.ts'
import { createJoinWorkRepository, joinWork, requireDaysToHold } from '../engagements/index.ts'
import { joinIntroductions, lockIntroductions } from '../introductions/index.ts'
import {
  createHelpersRepository,
  createJoinHelperRepository,
  createMergeRecords,
  createNamedHelpersRepository,
  type HelperInput,
  type HelperRow,
  helperPosting,
  joinHelperReferences,
  type Posting,
  type RecordPair,
  showHelper,
} from '../postings/index.ts'
import { combineHelpers } from './combine-helpers.ts'
import type { HelperMergeAnswer } from './merges.schemas.ts'
import { type Records, requireSeparate } from './require-separate.ts'

/**
 * Merges another record of the same helper, `from_id`, into one. Throws what `createMergeRecords` throws, and
 * `kept_by_candidate` if one of them is a candidate's: candidates are merged instead.
 */
export function createMergeHelpers({ helpers }: { helpers: Pick<Posting<HelperRow, HelperInput>, 'get'> }) {
  const mergeRecords = createMergeRecords({
    kind: 'helper',
    definition: helperPosting,
    requireRecord: (ctx: WriteContext, id: HelperId) => helpers.get(ctx, { id }),
    async lockFirst(ctx, { kept, from }) {
      await lockRingsOf(ctx, [kept, from])
      await createJoinHelperRepository(ctx.db, ctx.actor.partnerId).lockOffers([kept, from])
    },
    requireFit: requireNoCandidate,
    combine: combineHelpers,
    join: joinHelpers,
  })

  return async function mergeHelpers(
    ctx: WriteContext,
    given: { id: HelperId; from_id: HelperId; dry_run: boolean },
  ): Promise<HelperMergeAnswer> {
    const { record, fields, counts } = await mergeRecords(ctx, given)
    return {
      dry_run: given.dry_run,
      from_id: given.from_id,
      helper: showHelper(record),
      fields,
      moved: counts,
    }
  }
}

function requireNoCandidate({ kept, from }: RecordPair<HelperRow>): void {
  const [one] = [kept, from].filter(({ isCandidate }) => isCandidate)
  if (!one) return
  const address = `POST /v1/candidates/${sameNumber('candidate', kept.id)}/merge`
  throw new DomainError(
    'kept_by_candidate',
    kept.isCandidate && from.isCandidate
      ? `Both helpers are candidates. Merge the candidates instead, with ${address}.`
      : `${one.id} is managed by a candidate, and a helper without one can't take its place. Merge only candidates with candidates.`,
  )
}

/**
 * Moves all references to a helper to the kept one, and removes it. Locks are always taken in this order: rings, offers,
 * helpers, introductions, engagements, organizations, the ended helper against new references, and last the days of the kept
 * one. A test compares this with the columns of the database, so that no new table is forgotten.
 */
async function joinHelpers(
  ctx: WriteContext,
  { from, next }: { from: HelperRow; next: HelperRow },
): Promise<HelperMergeAnswer['moved']> {
  const { partnerId } = ctx.actor
  const now = ctx.clock()
  const joined = { side: 'offer', from: from.id, into: next.id } as const
  const work = createJoinWorkRepository(ctx.db, partnerId)
  const helper = createJoinHelperRepository(ctx.db, partnerId)
  const named = createNamedHelpersRepository(ctx.db)
  await lockIntroductions(ctx, joined)
  await work.lock(joined)
  await named.lock(partnerId, from.id, next.id)
  await helper.lockAgainstUse(from.id)

  const linked = await named.linkedTo(partnerId, [from.id, next.id])
  const recordsOf = (helperId: HelperId): Records => ({
    helperId,
    organizationId: linked.find((one) => one.helperId === helperId)?.id ?? null,
  })
  await requireSeparate(ctx, recordsOf(from.id), recordsOf(next.id))
  const offers = await helper.moveOffers(from.id, next.id, now)
  for (const { id, status } of offers)
    ctx.append({
      partnerId,
      type: 'offer.changed',
      resourceId: id,
      data: { status, helper_id: next.id, changed: ['helper_id'] },
    })
  const naming = await joinHelperReferences(ctx, joined)
  const introductions = await joinIntroductions(ctx, joined)
  const engagements = await joinWork(ctx, joined)
  const barter = await joinBarter(ctx, joined)
  const repository = createHelpersRepository(ctx.db)
  await repository.remove(partnerId, from.id)
  await repository.update(next)
  await requireDaysToHold(ctx, next.id)
  return { offers: offers.length, introductions, engagements, ...barter, ...naming }
}

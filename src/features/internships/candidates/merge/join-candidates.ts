import type { WriteContext } from '../../../../platform/events/index.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { type CandidateId, sameNumber } from '../../../../shared/ids.ts'
import { createEngagementsRepository } from '../../../engagements/index.ts'
import { joinOffers, type OfferOfHelper } from '../../../introductions/index.ts'
import {
  createBlocksRepository,
  createHelpersRepository,
  createMergedRecordsRepository,
} from '../../../postings/index.ts'
import { createJoinChoicesRepository, type Joined } from '../../cohorts/join-choices.repository.ts'
import { createJoinResultsRepository } from '../../placements/join-results.repository.ts'
import { createCandidatesRepository } from '../candidates.repository.ts'
import type { CandidateRow } from '../candidates.table.ts'
import type { MergeAnswer } from './merge.schemas.ts'

/**
 * Moves all that points to a candidate, or to its helper and offer, to the kept one, and removes it. Both rows are locked.
 * Locks are taken in one order: candidates, cohorts, results of placements, helpers, introductions, offers. A test compares
 * this with the columns of the database, so that a new table can't be forgotten.
 */
export async function joinCandidates(
  ctx: WriteContext,
  {
    from,
    next,
    derive,
  }: {
    from: CandidateRow
    /** The kept candidate as it is after the merge. */
    next: CandidateRow
    /** Updates the kept candidate's helper and offer. */
    derive(ctx: WriteContext): Promise<void>
  },
): Promise<Pick<MergeAnswer, 'moved' | 'dropped'>> {
  const { partnerId } = ctx.actor
  const joined = { from: from.id, into: next.id }
  const offers = { from: offerOf(from.id), into: offerOf(next.id) }
  const choices = await joinChoices(ctx, joined)
  const results = await createJoinResultsRepository(ctx.db, partnerId, joined).move()
  const helperIds = [offers.from.helperId, offers.into.helperId] as const
  await createHelpersRepository(ctx.db).findAllByKey(partnerId, { externalIds: [], ids: helperIds })
  const introductions = await joinOffers(ctx, offers)
  const now = ctx.clock()
  const engagements = await createEngagementsRepository(ctx.db).joinOffers(partnerId, offers, now)
  const blocks = await joinBlocks(ctx, helperIds)
  const candidates = createCandidatesRepository(ctx.db)
  await candidates.remove(partnerId, from.id)
  await candidates.removeDerived(partnerId, from.id)
  await candidates.update(next)
  await derive(ctx)
  const externalId = next.externalId === from.externalId ? null : from.externalId
  const merged = { id: from.id, externalId, intoId: next.id }
  await createMergedRecordsRepository(ctx.db, 'candidate').add(partnerId, merged, now)
  ctx.append({ partnerId, type: 'candidate.merged', resourceId: next.id, data: { from_id: from.id } })
  // Takes the offer of the ended record out of rankings.
  ctx.append({ partnerId, type: 'candidate.reranked', resourceId: from.id })
  return {
    moved: { introductions, engagements, blocks, ...choices.moved, placement_results: results.moved },
    dropped: { preferences: choices.dropped, placement_results: results.dropped },
  }
}

function offerOf(id: CandidateId): OfferOfHelper {
  return { offerId: sameNumber('offer', id), helperId: sameNumber('helper', id) }
}

async function joinChoices(ctx: WriteContext, joined: Joined) {
  const { partnerId } = ctx.actor
  const repository = createJoinChoicesRepository(ctx.db, partnerId, joined)
  const cohortIds = await repository.lockCohorts()
  const rankings = await repository.moveRankings()
  const { moved: preferences, dropped } = await repository.moveChoices()
  await repository.moveMembership(cohortIds, ctx.clock())
  for (const id of cohortIds) ctx.append({ partnerId, type: 'cohort.changed', resourceId: id })
  return { moved: { preferences, rankings, cohorts: cohortIds.length }, dropped }
}

/** Organizations of any partner that blocked the ended helper block the kept one. */
async function joinBlocks(
  ctx: WriteContext,
  [from, into]: readonly [OfferOfHelper['helperId'], OfferOfHelper['helperId']],
): Promise<number> {
  const repository = createBlocksRepository(ctx.db)
  const linked = await repository.linkedTo(ctx.actor.partnerId, [from, into])
  if (linked.length > 1)
    throw new DomainError(
      'merge_blocked',
      'Both candidates are the helper of an organization. Remove helper_id of one of the organizations first.',
      linked.map(({ id }) => ({
        pointer: '/from_id',
        code: 'both_linked',
        detail: `${id} names one of them as its helper.`,
      })),
    )
  await repository.link(ctx.actor.partnerId, from, into, ctx.clock())
  const blocking = await repository.move(from, into, ctx.clock())
  for (const { partnerId, id } of blocking)
    ctx.append({ partnerId, type: 'organization.changed', resourceId: id })
  return blocking.length
}

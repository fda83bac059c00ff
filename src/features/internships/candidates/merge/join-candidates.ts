import type { WriteContext } from '../../../../platform/events/index.ts'
import { type CandidateId, sameNumber } from '../../../../shared/ids.ts'
import {
  createEngagementsRepository,
  notifyEngagement,
  requireDaysToHold,
} from '../../../engagements/index.ts'
import { joinOffers, type OfferOfHelper } from '../../../introductions/index.ts'
import { createHelpersRepository, joinHelperReferences } from '../../../postings/index.ts'
import { createJoinChoicesRepository, type Joined } from '../../cohorts/join-choices.repository.ts'
import { createJoinResultsRepository } from '../../placements/join-results.repository.ts'
import { notifyChanged } from '../../placements/notify-changed.ts'
import { createCandidatesRepository } from '../candidates.repository.ts'
import type { CandidateRow } from '../candidates.table.ts'
import type { MergeAnswer } from './merge.schemas.ts'

/**
 * Moves all references to a candidate, its helper and its offer to the kept one, and removes it. Both rows are locked. Locks
 * are always taken in this order: writers of names, candidates, cohorts, results of placements, helpers, introductions,
 * offers, days of the kept helper. A test compares this with the columns of the database, so that no new table is forgotten.
 */
export async function joinCandidates(
  ctx: WriteContext,
  {
    from,
    next,
    derive,
  }: {
    from: CandidateRow
    /** The kept candidate after the merge. */
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
  notifyChanged(ctx, results.placements)
  const helperIds = [offers.from.helperId, offers.into.helperId] as const
  await createHelpersRepository(ctx.db).findAllByKey(partnerId, { externalIds: [], ids: helperIds })
  const introductions = await joinOffers(ctx, offers)
  const now = ctx.clock()
  const engagements = await createEngagementsRepository(ctx.db).joinOffers(partnerId, offers, now)
  for (const row of engagements)
    notifyEngagement(ctx, row, { type: 'engagement.changed', changed: ['offer_id', 'helper_id'] })
  const naming = await joinHelperReferences(ctx, { from: helperIds[0], into: helperIds[1] })
  const candidates = createCandidatesRepository(ctx.db)
  await candidates.remove(partnerId, from.id)
  await candidates.removeDerived(partnerId, from.id)
  await candidates.update(next)
  await derive(ctx)
  await requireDaysToHold(ctx, offers.into.helperId)
  return {
    moved: {
      introductions,
      engagements: engagements.length,
      ...naming,
      ...choices.moved,
      placement_results: results.moved,
    },
    dropped: { preferences: choices.dropped, placement_results: results.dropped },
  }
}

function offerOf(id: CandidateId): OfferOfHelper {
  return { offerId: sameNumber('offer', id), helperId: sameNumber('helper', id) }
}

async function joinChoices(ctx: WriteContext, joined: Joined) {
  const { partnerId } = ctx.actor
  const repository = createJoinChoicesRepository(ctx.db, partnerId, joined)
  const cohorts = await repository.lockCohorts()
  const rankings = await repository.moveRankings()
  const { moved: preferences, dropped } = await repository.moveChoices()
  await repository.moveMembership(
    cohorts.map(({ id }) => id),
    ctx.clock(),
  )
  for (const { id, programId, isMember, isRuled, isChoosing } of cohorts)
    ctx.append({
      partnerId,
      type: 'cohort.changed',
      resourceId: id,
      data: {
        program_id: programId,
        changed: [
          ...(isMember ? ['candidate_ids'] : []),
          ...(isRuled ? ['rules'] : []),
          ...(isChoosing ? ['preferences'] : []),
        ],
      },
    })
  return { moved: { preferences, rankings, cohorts: cohorts.length }, dropped }
}

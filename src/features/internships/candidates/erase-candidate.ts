import type { WriteContext } from '../../../platform/events/index.ts'
import { createIdempotencyRepository } from '../../../platform/http/index.ts'
import { type CandidateId, sameNumber } from '../../../shared/ids.ts'
import {
  createEngagementsRepository,
  type createReturnPosition,
  notifyEngagement,
} from '../../engagements/index.ts'
import { createIntroductionsRepository, withdrawOffers } from '../../introductions/index.ts'
import { createMergedRecordsRepository } from '../../postings/index.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import type { CandidateRow } from './candidates.table.ts'
import { type KnownPerson, knownPerson } from './known-person.ts'

/** Erases a person from the data of another feature. */
export type ErasePerson = (ctx: WriteContext, person: KnownPerson) => Promise<void>

export type ReturnPosition = ReturnType<typeof createReturnPosition>

/**
 * Erases a candidate everywhere, including records merged into it: the record with its helper and offer, texts in
 * introductions and engagements, stored answers, and, through `eraseElsewhere`, reports of imports. Ids and statuses stay,
 * and so does the disclosure log, which contains nothing else.
 */
export async function eraseCandidate(
  ctx: WriteContext,
  row: CandidateRow,
  { eraseElsewhere, returnPosition }: { eraseElsewhere: ErasePerson; returnPosition: ReturnPosition },
): Promise<void> {
  const { partnerId, id } = row
  const now = ctx.clock()
  const helperId = sameNumber('helper', id)
  const side = { offerPartnerId: partnerId, helperId }
  const introductions = createIntroductionsRepository(ctx.db)
  const engagements = createEngagementsRepository(ctx.db)
  // Needs are locked before their engagements, as they are when positions are taken.
  await engagements.lockNeedsOf(partnerId, helperId)
  const person = await knownPerson(ctx.db, row)
  await eraseElsewhere(ctx, person)
  await withdrawOffers(ctx, { offerIds: [sameNumber('offer', id)], reason: 'offer_closed' })
  await introductions.eraseHelper(side)
  for (const ended of await engagements.eraseHelper(partnerId, helperId, now)) {
    notifyEngagement(ctx, ended, { type: 'engagement.ended_early', ended_by: ended.endedBy })
    await returnPosition(ctx, ended)
  }
  const shared = [
    ...(await introductions.ofHelper(side)),
    ...(await engagements.ofHelper(partnerId, helperId)),
  ]
  await createIdempotencyRepository(ctx.db).removeOfAll([
    ...person.ids.flatMap(heldAs).map((resourceId) => ({ partnerId, resourceId })),
    ...shared.flatMap((one) =>
      [one.needPartnerId, one.offerPartnerId].map((partnerId) => ({ partnerId, resourceId: one.id })),
    ),
  ])
  await createMergedRecordsRepository(ctx.db, 'candidate').eraseInto(partnerId, id)
  await createCandidatesRepository(ctx.db).erase(partnerId, id, now)
  ctx.append({ partnerId, type: 'candidate.deleted', resourceId: id })
}

function heldAs(id: CandidateId): string[] {
  return [id, sameNumber('helper', id), sameNumber('offer', id)]
}

import type { Transaction } from '../../../platform/events/index.ts'
import { createIdempotencyRepository } from '../../../platform/http/index.ts'
import { type CandidateId, sameNumber } from '../../../shared/ids.ts'
import { createEngagementsRepository } from '../../engagements/index.ts'
import { createIntroductionsRepository, notifyBoth, withdrawOffers } from '../../introductions/index.ts'
import { candidatesRepository } from './candidates.repository.ts'
import type { CandidateRow } from './candidates.table.ts'

/** Takes a person out of what another part of the service holds. */
export type ErasePerson = (tx: Transaction, candidate: CandidateRow) => Promise<void>

/**
 * Erases a candidate everywhere: the record with its helper and offer, what was written in introductions and
 * engagements, stored answers, and, by `elsewhere`, reports of imports. Ids and states stay, as does the log of
 * disclosures, which holds nothing else.
 */
export async function eraseCandidate(
  deps: { now: Date; elsewhere: ErasePerson },
  tx: Transaction,
  row: CandidateRow,
): Promise<void> {
  const { partnerId, id } = row
  const helperId = sameNumber('helper', id)
  const side = { offerPartnerId: partnerId, helperId }
  const introductions = createIntroductionsRepository(tx.db)
  const engagements = createEngagementsRepository(tx.db)
  await deps.elsewhere(tx, row)
  await withdrawOffers(
    { ...tx, actor: { partnerId }, clock: () => deps.now },
    { offerIds: [sameNumber('offer', id)], reason: 'offer_closed' },
  )
  await introductions.eraseHelper(side)
  for (const ended of await engagements.eraseHelper(partnerId, helperId, deps.now))
    notifyBoth(tx, ended, 'engagement.ended_early')
  const shared = [
    ...(await introductions.ofHelper(side)),
    ...(await engagements.ofHelper(partnerId, helperId)),
  ]
  await createIdempotencyRepository(tx.db).removeOfAll([
    ...heldAs(id).map((resourceId) => ({ partnerId, resourceId })),
    ...shared.flatMap((one) =>
      [one.needPartnerId, one.offerPartnerId].map((partnerId) => ({ partnerId, resourceId: one.id })),
    ),
  ])
  await candidatesRepository.erase(tx.db, partnerId, id, deps.now)
  tx.append({ partnerId, type: 'candidate.deleted', resourceId: id })
}

function heldAs(id: CandidateId): string[] {
  return [id, sameNumber('helper', id), sameNumber('offer', id)]
}

import type { Context } from '../../../platform/events/index.ts'
import { isId, type NeedId, type OfferId, type PartnerId } from '../../../shared/ids.ts'
import { createDisclosuresRepository } from '../../disclosures/index.ts'
import { createCandidateOffersRepository } from './candidate-offers.repository.ts'

/** An offer shown to the caller, and the need for which it is shown. */
export interface ShownOffer {
  offerId: OfferId
  needId: NeedId | null
  /** Partner of the offer, if known. The caller's own offers are then not looked up. */
  offerPartnerId?: PartnerId
}

/**
 * Logs the disclosure of other offices' candidates to the caller, even if only by id, before it happens. Offers of the
 * caller and offers that are not candidates' are not logged.
 */
export async function logCandidates(
  { actor: { partnerId }, db, primary = db, clock }: Context,
  shown: readonly ShownOffer[],
): Promise<void> {
  const ids = [
    ...new Set(
      shown.flatMap(({ offerId, offerPartnerId }) => (offerPartnerId === partnerId ? [] : [offerId])),
    ),
  ]
  if (ids.length === 0) return
  const candidates = await createCandidateOffersRepository(db).ofOthers(partnerId, ids)
  const byOffer = new Map(candidates.map((one) => [one.id, one]))
  const showings = shown.flatMap(({ offerId, needId }) => {
    const candidate = byOffer.get(offerId)
    if (!candidate) return []
    const subject = { subjectPartnerId: candidate.partnerId, subjectId: candidate.helperId }
    return [{ partnerId, ...subject, shown: 'profile' as const, needId, introductionId: null }]
  })
  await createDisclosuresRepository(primary).record(showings, clock())
}

/** Logs the candidates whose offers a text names, such as the text of an event. */
export async function logCandidatesIn(ctx: Context, text: string): Promise<void> {
  const named = text.match(/offer_[0-9a-z]{26}/g) ?? []
  await logCandidates(
    ctx,
    named.flatMap((offerId) => (isId('offer', offerId) ? [{ offerId, needId: null }] : [])),
  )
}

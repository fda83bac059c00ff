import type { Context } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import { createHelpersRepository, lacksGuardianConsent } from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

/**
 * Throws for a helper under 18 without a guardian's consent: `guardian_consent_missing` to the helper's partner, and
 * `offer_not_open` to others, who may not learn an age. Must be called with the helper locked.
 */
export async function requireGuardianConsent(
  { db, actor }: Context,
  { offerPartnerId, helperId }: Pick<IntroductionRow, 'offerPartnerId' | 'helperId'>,
): Promise<void> {
  const helper = await createHelpersRepository(db).find(offerPartnerId, helperId)
  if (!helper || !lacksGuardianConsent(helper.credentials)) return
  if (actor.partnerId === offerPartnerId)
    throw new DomainError(
      'guardian_consent_missing',
      'The helper is under 18, and no consent of a guardian is recorded. Record it with the helper or the candidate, as guardian_consent, then accept.',
    )
  throw new DomainError('offer_not_open', message('refusal_said', { what: 'offer_cannot_begin' }))
}

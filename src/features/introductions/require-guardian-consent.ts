import type { Context } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { createHelpersRepository, lacksGuardianConsent } from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

/** Throws `guardian_consent_missing` for a helper under 18 without it. To be called under the lock of the helper. */
export async function requireGuardianConsent(
  { db }: Context,
  { offerPartnerId, helperId }: Pick<IntroductionRow, 'offerPartnerId' | 'helperId'>,
): Promise<void> {
  const helper = await createHelpersRepository(db).find(offerPartnerId, helperId)
  if (!helper || !lacksGuardianConsent(helper.credentials)) return
  throw new DomainError(
    'guardian_consent_missing',
    'The helper is under 18, and no consent of a guardian is recorded.',
  )
}

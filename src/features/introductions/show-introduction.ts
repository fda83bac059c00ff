import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import { type IntroductionId, newId, type PartnerId } from '../../shared/ids.ts'
import { showContact } from '../../shared/show.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { Introduction } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { partyOf, sidesOf } from './sides.ts'

/** An introduction as one of its partners sees it, without contacts. */
export function showIntroduction(row: IntroductionRow, partnerId: PartnerId): Introduction {
  return {
    id: row.id,
    need_id: row.needId,
    organization_id: row.organizationId,
    offer_id: row.offerId,
    helper_id: row.helperId,
    proposed_by: row.proposedBy,
    yours: sidesOf(row, partnerId),
    message: row.message,
    state: row.state,
    reason: row.reason,
    expires_at: row.expiresAt.toISOString(),
    answered_at: row.answeredAt?.toISOString() ?? null,
    contacts: null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

/**
 * Reads one introduction; once it is accepted, with the contacts of both sides. That they were shown, and to whom, is
 * recorded in the same transaction. Throws `introduction_not_found`.
 */
export async function readIntroduction(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: IntroductionId,
): Promise<{ row: IntroductionRow; shown: Introduction }> {
  const repository = createIntroductionsRepository(tx.db)
  const row = await repository.find(partnerId, id)
  if (!row) throw notFound('introduction')
  const shown = showIntroduction(row, partnerId)
  if (row.state !== 'accepted') return { row, shown }
  const { organization, helper } = await repository.contactsOf(row)
  // Either may be erased since.
  if (!organization || !helper) return { row, shown }
  const disclosedAt = deps.clock()
  await createDisclosuresRepository(tx.db).record(
    (['need', 'offer'] as const).map((side) => {
      const subject = partyOf(row, side)
      return {
        partnerId,
        id: newId('disclosure'),
        introductionId: row.id,
        subjectPartnerId: subject.partnerId,
        subjectId: subject.id,
        disclosedAt,
        needId: row.needId,
        shown: 'contact' as const,
      }
    }),
  )
  const contacts = { organization: showParty(organization), helper: showParty(helper) }
  return { row, shown: { ...shown, contacts } }
}

function showParty(party: { id: string; name: string; contact: Parameters<typeof showContact>[0] }) {
  return { id: party.id, name: party.name, contact: showContact(party.contact) }
}

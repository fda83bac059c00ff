import type { PartnerId } from '../../shared/ids.ts'
import { type ReaderLanguage, summaryOf } from '../../shared/messages/index.ts'
import type { Introduction, ProposalShown } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { ownMetadata } from './own-metadata.ts'
import { sidesOf } from './sides.ts'

/** Returns an introduction in the form that one of its two partners sees, without contacts. */
export function showIntroduction(
  row: IntroductionRow,
  { partnerId, language }: { partnerId: PartnerId; language: ReaderLanguage },
): Introduction {
  return {
    id: row.id,
    need_id: row.needId,
    organization_id: row.organizationId,
    offer_id: row.offerId,
    helper_id: row.helperId,
    proposed_by: row.proposedBy,
    yours: sidesOf(row, partnerId),
    message: row.message,
    session_ids: [...row.sessionIds],
    status: row.status,
    reason: row.reason,
    expires_at: row.expiresAt.toISOString(),
    answered_at: row.answeredAt?.toISOString() ?? null,
    engagement_id: row.engagementId,
    proposal: showProposal(row, { partnerId, language }),
    contacts: null,
    metadata: ownMetadata(row, partnerId),
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

/** Returns the stored proposal with the sentence for the caller's side. A partner of both sides gets that for the need. */
export function showProposal(
  { needPartnerId, proposal }: Pick<IntroductionRow, 'needPartnerId' | 'proposal'>,
  { partnerId, language }: { partnerId: PartnerId; language: ReaderLanguage },
): ProposalShown | null {
  if (!proposal) return null
  const reader = needPartnerId === partnerId ? 'need' : 'offer'
  return { ...proposal, summary: summaryOf(proposal.summary[reader], language) }
}

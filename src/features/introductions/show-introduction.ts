import type { PartnerId } from '../../shared/ids.ts'
import type { Introduction } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { sidesOf } from './sides.ts'

/** The introduction as one of its two partners sees it, without contacts. */
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

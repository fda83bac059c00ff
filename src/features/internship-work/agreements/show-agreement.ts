import type { AgreementShown } from './agreements.schemas.ts'
import type { ReadAgreement } from './agreements.ts'

export function showAgreement({ row, approvals, isNewest, yours }: ReadAgreement): AgreementShown {
  return {
    engagement_id: row.engagementId,
    version: row.version,
    content: row.content,
    written_by: row.writtenBy,
    written_at: row.writtenAt.toISOString(),
    needed: row.needed,
    yours,
    approvals: approvals.map(({ role, approvedBy, approvedAt }) => ({
      as: role,
      partner_id: approvedBy,
      approved_at: approvedAt.toISOString(),
    })),
    is_newest: isNewest,
    is_approved: approvals.length === row.needed.length,
  }
}

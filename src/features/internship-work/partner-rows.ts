import { type PartnerRows, rowsThrough } from '../../platform/db/index.ts'
import { engagements } from '../engagements/index.ts'
import { agreements, approvals } from './agreements/agreements.table.ts'
import { documents } from './documents/documents.table.ts'
import { evaluationReminders, evaluations } from './evaluations/evaluations.table.ts'

// In a sandbox both sides belong to the same partner.
const engagement = { id: engagements.id, partner: engagements.needPartnerId }

/** Rows that resetting a sandbox deletes. */
export const internshipWorkOfPartner: readonly PartnerRows[] = [
  rowsThrough(approvals.engagementId, engagement),
  rowsThrough(agreements.engagementId, engagement),
  rowsThrough(documents.engagementId, engagement),
  rowsThrough(evaluations.engagementId, engagement),
  rowsThrough(evaluationReminders.engagementId, engagement),
]

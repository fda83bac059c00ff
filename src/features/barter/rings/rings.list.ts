import { z } from 'zod'
import { createList, oneOf } from '../../../platform/db/index.ts'
import { type PartnerRingRow, partnerRings } from './partner-rings.table.ts'
import { byRingTurn, hasHelper, hasOrganization, hasPosting } from './ring-filters.repository.ts'
import { ringStatuses } from './rings.table.ts'

export const ringsListed = createList<PartnerRingRow>({
  table: partnerRings,
  isNewestFirst: true,
  filters: {
    need_id: hasPosting('need', 'Return only rings with this need, yours or not'),
    offer_id: hasPosting('offer', 'Return only rings with this offer, yours or not'),
    organization_id: hasOrganization,
    helper_id: hasHelper,
    turn: byRingTurn,
    status: oneOf(partnerRings.status, z.enum(ringStatuses), 'Return only rings with one of these statuses'),
  },
})

import { createList, oneOf, statusOf } from '../../platform/db/index.ts'
import { offerKind } from '../../shared/wire.ts'
import { partyFilters, type TwoSidedList } from '../introductions/index.ts'
import { engagementStatus } from './engagements.schemas.ts'
import { type EngagementRow, engagements } from './engagements.table.ts'

export const engagementsListed: TwoSidedList<EngagementRow> = {
  ...createList<EngagementRow>({
    table: engagements,
    filters: {
      ...partyFilters(engagements),
      status: statusOf(
        engagements.status,
        engagementStatus,
        'Return only engagements with one of these statuses',
      ),
      kinds: oneOf(engagements.kind, offerKind, 'Return only engagements of one of these kinds of help'),
    },
  }),
  table: engagements,
}

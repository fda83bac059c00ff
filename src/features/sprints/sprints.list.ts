import { createList, whether } from '../../platform/db/index.ts'
import { isOfRecord } from '../postings/index.ts'
import { type SprintRow, sprints } from './sprints.table.ts'

export const sprintsListed = createList<SprintRow>({
  table: sprints,
  filters: {
    organization_id: isOfRecord(
      sprints.organizationId,
      'organization',
      'Return only sprints of this organization',
    ),
    has_ended: whether(sprints.endTold, 'Return only sprints whose end was reported, or only those without'),
  },
})

import { createList, is, whether } from '../../platform/db/index.ts'
import { idOf } from '../../shared/wire.ts'
import { type SprintRow, sprints } from './sprints.table.ts'

export const sprintsListed = createList<SprintRow>({
  table: sprints,
  filters: {
    organization_id: is(sprints.organizationId, idOf('org'), 'Return only sprints of this organization'),
    has_ended: whether(sprints.endTold, 'Return only sprints whose end was reported, or only those without'),
  },
})

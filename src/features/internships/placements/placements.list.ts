import { createList, is, oneOf } from '../../../platform/db/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { methodSchema, placementStatus } from './placements.schemas.ts'
import { type PlacementRow, placements } from './placements.table.ts'

export const placementsListed = createList<PlacementRow>({
  table: placements,
  filters: {
    cohort_id: is(placements.cohortId, idOf('cohort'), 'Return only placements of this cohort'),
    status: oneOf(placements.status, placementStatus, 'Return only placements with one of these statuses'),
    method: oneOf(placements.method, methodSchema, 'Return only placements by one of these methods'),
  },
})

import { is } from '../../../platform/db/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { createPostedList } from '../../postings/index.ts'
import { type CohortRow, cohorts } from './cohorts.table.ts'

export const cohortList = createPostedList<CohortRow>(cohorts, {
  filters: { program_id: is(cohorts.programId, idOf('program'), 'Return only cohorts of this program') },
})

import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { candidates, erasedCandidates } from './candidates/candidates.table.ts'
import { cohorts, preferences } from './cohorts/cohorts.table.ts'
import { placementResults, placements } from './placements/placements.table.ts'
import { programs } from './programs/programs.table.ts'

/** Rows that resetting a sandbox deletes. */
export const internshipsOfPartner: readonly PartnerRows[] = [
  rowsOf(placementResults.partnerId),
  rowsOf(placements.partnerId),
  rowsOf(preferences.partnerId),
  rowsOf(cohorts.partnerId),
  rowsOf(candidates.partnerId),
  rowsOf(erasedCandidates.partnerId),
  rowsOf(programs.partnerId),
]

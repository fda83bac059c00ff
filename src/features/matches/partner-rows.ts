import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import { reportedMatches } from './alerts/match-alerts.table.ts'
import { ringHolds } from './holds.table.ts'
import { countsOfPartner } from './in-database/counts.repository.ts'
import { marketChanges, needSearchRows, offerSearchRows } from './in-database/search-rows.table.ts'
import { needMeanings, offerMeanings } from './meanings/meanings.table.ts'
import { needReadings, offerReadings } from './readings/readings.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const matchesOfPartner: readonly PartnerRows[] = [
  rowsOf(reportedMatches.partnerId),
  rowsOf(ringHolds.partnerId),
  rowsOf(needMeanings.partnerId),
  rowsOf(offerMeanings.partnerId),
  rowsOf(needReadings.partnerId),
  rowsOf(offerReadings.partnerId),
  rowsOf(needSearchRows.partnerId),
  rowsOf(offerSearchRows.partnerId),
  rowsOf(marketChanges.partnerId),
  countsOfPartner,
]

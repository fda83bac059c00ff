import { type PartnerRows, rowsOf } from '../db/index.ts'
import { eventPositions } from './event-positions.table.ts'
import { events } from './events.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const eventsOfPartner: readonly PartnerRows[] = [
  rowsOf(eventPositions.partnerId),
  rowsOf(events.partnerId),
]

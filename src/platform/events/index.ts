export type { Context, JobContext, WriteContext } from './context.ts'
export type { CommittedEvent, Event, EventData } from './event.ts'
export { type EventDataOf, eventData } from './event-data.ts'
export { createEventPositionsRepository, type Positions } from './event-positions.repository.ts'
export { eventNumbering, eventPositions } from './event-positions.table.ts'
export { type EventType, publicEventTypes, typePatterns } from './event-types.ts'
export {
  createEventsRepository,
  EVENT_DAYS,
  EVENTS_CHANNEL,
  type EventKey,
  type EventsRepository,
  type Horizon,
} from './events.repository.ts'
export { events } from './events.table.ts'
export { createInTransaction, type InTransaction, type Transaction } from './in-transaction.ts'
export { numberEvents } from './number-events.ts'
export { eventsOfPartner } from './partner-rows.ts'
export { removeOldEvents } from './remove-old-events.ts'

export type { Context, JobContext, WriteContext } from './context.ts'
export { createEventPositionsRepository, type Positions } from './event-positions.repository.ts'
export { type EventType, isTypePattern, toldTypes } from './event-types.ts'
export {
  createEventsRepository,
  EVENT_DAYS,
  type EventsRepository,
  type Horizon,
} from './events.repository.ts'
export {
  type CommittedEvent,
  createInTransaction,
  type EventData,
  type InTransaction,
  type Transaction,
} from './in-transaction.ts'
export { numberEvents } from './number-events.ts'
export { removeOldEvents } from './remove-old-events.ts'

export { createEventsRepository, type EventsRepository, type Horizon } from './events.repository.ts'
export { registerEventsRoutes } from './events.routes.ts'
export {
  type CommittedEvent,
  createInTransaction,
  type EventType,
  type InTransaction,
  type Transaction,
} from './in-transaction.ts'
export { removeOldEvents } from './remove-old-events.ts'

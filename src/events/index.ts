export { createEventsRepository, type EventsRepository, type Horizon } from './events.repository.ts'
export {
  type CommittedEvent,
  createInTransaction,
  type EventType,
  type InTransaction,
  type Transaction,
} from './in-transaction.ts'

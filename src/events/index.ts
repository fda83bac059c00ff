export { createEventsRepository, type EventsRepository } from './events.repository.ts'
export {
  type CommittedEvent,
  createInTransaction,
  type Event,
  type InTransaction,
  type Transaction,
} from './in-transaction.ts'

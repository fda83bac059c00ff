export { createEventsRepository, type EventsRepository } from './events.repository.ts'
export {
  type CommittedEvent,
  createInTransaction,
  type InTransaction,
  type Transaction,
} from './in-transaction.ts'

import type { Clock } from '../../shared/clock.ts'
import type { Database, Queryable } from '../db/index.ts'
import type { CommittedEvent, Event } from './event.ts'
import { createEventsRepository } from './events.repository.ts'

/** An open transaction: queries run on `db`; `append` adds an event that commits with them. */
export interface Transaction {
  db: Queryable
  append(event: Event): void
}

export type InTransaction = <T>(
  work: (tx: Transaction) => Promise<T>,
  options?: {
    /** True if nobody waits for the result: returns at the commit, and rankings include it a little later. */
    inBackground?: boolean
  },
) => Promise<T>

/**
 * The only way to write. Runs `work` in a transaction, appends its events in the same transaction, and after
 * the commit passes them to `onCommitted`, which must not fail, before the caller continues. Also notifies
 * other processes. An error in `work` rolls back everything.
 */
export function createInTransaction(deps: {
  db: Database
  clock: Clock
  /** Writes what depends on the events, as the last step of their transaction. */
  onAppended?: ((db: Queryable, events: readonly CommittedEvent[]) => Promise<void>) | undefined
  onCommitted: (events: CommittedEvent[]) => Promise<void>
}): InTransaction {
  const notify = createNotifier()
  return async (work, { inBackground = false } = {}) => {
    let committed: CommittedEvent[] = []
    const write = async (db: Queryable) => {
      const appended: Event[] = []
      const value = await work({ db, append: (event) => appended.push(event) })
      if (appended.length > 0) {
        const occurredAt = deps.clock()
        committed = await createEventsRepository(db).append(appended, occurredAt)
        await deps.onAppended?.(db, committed)
      }
      return value
    }
    const result = await deps.db.transaction(write, async (db) => {
      if (committed.length > 0) await notify(db)
    })
    const shown = committed.length > 0 ? deps.onCommitted(committed) : null
    if (!inBackground) await shown
    return result
  }
}

/**
 * Notifies other processes to read events, after the commit: transactions that notify commit one at a time,
 * so writes would wait for each other's disk writes. Commits during a notification share the next one. If a
 * notification is lost, other processes are only later, since they also check periodically.
 */
function createNotifier(): (db: Queryable) => Promise<void> {
  let isSending = false
  let isWanted = false
  return async (db) => {
    isWanted = true
    if (isSending) return
    isSending = true
    try {
      while (isWanted) {
        isWanted = false
        await createEventsRepository(db).notify()
      }
    } finally {
      isSending = false
    }
  }
}

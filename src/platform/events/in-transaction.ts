import type { Clock } from '../../shared/clock.ts'
import type { Database, Queryable } from '../db/index.ts'
import type { CommittedEvent, Event } from './event.ts'
import { createEventsRepository } from './events.repository.ts'

/** An open transaction: queries run on `db`; `append` notes an event that commits with them. */
export interface Transaction {
  db: Queryable
  append(event: Event): void
}

export type InTransaction = <T>(
  work: (tx: Transaction) => Promise<T>,
  options?: {
    /** For what nobody waits for: returns with the commit, and rankings show it a little later. */
    inBackground?: boolean
  },
) => Promise<T>

/**
 * The one way to write: runs `work` in a transaction, appends its events in that same transaction, and
 * after the commit tells `onCommitted`, which must not fail, of them before the caller goes on. Other processes are notified
 * too. An error in `work` undoes all.
 */
export function createInTransaction(deps: {
  db: Database
  clock: Clock
  /** Writes what follows from the events, as the last thing in their transaction. */
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
 * Tells other processes to read events, behind the commit: a transaction that notifies commits alone, so that writes would wait for
 * one another's disk. Those that commit while a notification is sent share the next. One that is lost only makes others later:
 * they look by themselves too.
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

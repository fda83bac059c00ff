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
 * after the commit tells `onCommitted`, which must not fail, of them before the caller goes on. An error in `work` undoes all.
 */
export function createInTransaction(deps: {
  db: Database
  clock: Clock
  onCommitted: (events: CommittedEvent[]) => Promise<void>
}): InTransaction {
  return async (work, { inBackground = false } = {}) => {
    let committed: CommittedEvent[] = []
    const result = await deps.db.transaction(async (db) => {
      const appended: Event[] = []
      const value = await work({ db, append: (event) => appended.push(event) })
      if (appended.length > 0) {
        const occurredAt = deps.clock()
        committed = await createEventsRepository(db).append(appended, occurredAt)
      }
      return value
    })
    const shown = committed.length > 0 ? deps.onCommitted(committed) : null
    if (!inBackground) await shown
    return result
  }
}

import { setTimeout } from 'node:timers/promises'
import type { Database, Queryable } from '../db/index.ts'
import { createEventPositionsRepository, type Positions } from './event-positions.repository.ts'

const AT_ONCE = 10_000
/** Waits this long so that events of many transactions are numbered together. */
const GATHER_MS = 10
/**
 * The same while more events keep coming: each round and the work that it triggers costs the database as much
 * as some writes.
 */
const GATHER_MORE_MS = 50
/** Interval to check whether a blocking transaction has ended. */
const HELD_UP_MS = 50

/**
 * Assigns positions to events until none waits. `onNumbered` runs in the transaction that assigns them, so
 * what it writes is written exactly once.
 */
export async function numberEvents(
  deps: {
    db: Database
    onNumbered: (db: Queryable, positions: Positions) => Promise<void>
    onCommitted: () => void
  },
  stopping: AbortSignal,
): Promise<void> {
  await setTimeout(GATHER_MS)
  while (!stopping.aborted) {
    const numbered = await deps.db.transaction(async (db) => {
      const positions = await createEventPositionsRepository(db).number(AT_ONCE)
      if (positions) await deps.onNumbered(db, positions)
      return positions
    })
    if (numbered) {
      deps.onCommitted()
      const isFull = numbered.last - numbered.first >= AT_ONCE - 1
      if (!isFull) await setTimeout(GATHER_MORE_MS, undefined, { signal: stopping }).catch(() => {})
    } else if (await createEventPositionsRepository(deps.db).isHeldUp()) await setTimeout(HELD_UP_MS)
    else return
  }
}

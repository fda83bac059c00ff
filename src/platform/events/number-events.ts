import { setTimeout } from 'node:timers/promises'
import type { Database, Queryable } from '../db/index.ts'
import { createEventPositionsRepository, type Positions } from './event-positions.repository.ts'

const AT_ONCE = 10_000
/** Events of many transactions are numbered together. */
const GATHER_MS = 10
/** The same while more keep coming: each round and the work that it wakes costs the database as much as some writes. */
const GATHER_MORE_MS = 50
/** Before it is looked again whether a transaction that holds them up has ended. */
const HELD_UP_MS = 50

/**
 * Gives events their positions, until none waits for one. `onNumbered` joins the transaction that gives them:
 * what it writes is there once, and with them.
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

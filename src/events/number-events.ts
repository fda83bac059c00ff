import { setTimeout } from 'node:timers/promises'
import type { Database, Queryable } from '../db/database.ts'
import { createEventPositionsRepository, type Positions } from './event-positions.repository.ts'

const AT_ONCE = 10_000
/** Events of many transactions are numbered together. */
const GATHER_MS = 10

/**
 * Gives events their positions, until none waits that can have one. `onNumbered` joins the transaction that gives them:
 * what it writes is there once, and with them.
 */
export async function numberEvents(
  deps: {
    db: Database
    onNumbered: (db: Queryable, positions: Positions) => Promise<void>
    onCommitted: () => void
  },
  isStopping: () => boolean,
): Promise<void> {
  await setTimeout(GATHER_MS)
  for (let isMore = true; isMore && !isStopping(); ) {
    isMore = await deps.db.transaction(async (db) => {
      const positions = await createEventPositionsRepository(db).number(AT_ONCE)
      if (positions) await deps.onNumbered(db, positions)
      return positions !== null
    })
    if (isMore) deps.onCommitted()
  }
}

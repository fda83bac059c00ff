import { cancelAnyImport } from '../features/imports/index.ts'
import { createInTransaction } from '../platform/events/index.ts'
import type { Id } from '../shared/ids.ts'
import type { CommandDeps } from './database.ts'

/** Cancels an import of any partner. The partner gets the same event as for its own cancellation. */
export async function printCancelledImport(deps: CommandDeps, id: Id<'import'>): Promise<void> {
  const { db, clock } = deps
  // Running servers read the event from the database.
  const inTransaction = createInTransaction({ db, clock, onCommitted: async () => {} })
  const run = await inTransaction((tx) => cancelAnyImport({ ...tx, clock }, { id }))
  if (!run) throw new Error('no import with this id is waiting or running')
  deps.print(`Cancelled ${id} after ${run.rowsRead} rows. What it wrote is kept.`)
}

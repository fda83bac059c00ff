import type { Clock } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { Queryable } from '../db/index.ts'
import type { Transaction } from './in-transaction.ts'

/** Passed to every verb: the caller, the database and the clock. */
export interface Context {
  actor: { partnerId: PartnerId }
  db: Queryable
  /** Where a verb that reads keeps what it must note, if `db` is a replica. */
  primary?: Queryable
  clock: Clock
}

/** The context of a verb that writes: `db` is its transaction, `append` adds an event that commits with it. */
export type WriteContext = Context & Transaction

/** The context of periodic work, which nobody calls. */
export type JobContext = Omit<WriteContext, 'actor'>

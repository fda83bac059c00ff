import type { Clock } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { Queryable } from '../db/index.ts'
import type { Transaction } from './in-transaction.ts'

/** Passed to every verb: the caller, the database and the clock. */
export interface Context {
  actor: { partnerId: PartnerId }
  db: Queryable
  /** For writes of a verb that reads, such as logs, if `db` is a replica. */
  primary?: Queryable
  clock: Clock
}

/** Context of a verb that writes: `db` is its transaction, `append` adds an event that commits with it. */
export type WriteContext = Context & Transaction

/** Context of periodic jobs, which have no caller. */
export type JobContext = Omit<WriteContext, 'actor'>

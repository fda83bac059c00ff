import type { Test } from 'tap'
import { openDatabase, type ReadReplicas } from '../../src/platform/db/index.ts'
import type { TestDatabase } from './database.ts'

/** The same database where nothing can be written, as on a replica: what reads there and writes all the same is refused. */
export function readOnlyReplica(t: Test, { connectionString }: TestDatabase): Pick<ReadReplicas, 'read'> {
  const url = new URL(connectionString)
  url.searchParams.set('options', '-c default_transaction_read_only=on')
  const { db, close } = openDatabase({ connectionString: url.toString(), poolSize: 4, onError: () => {} })
  t.teardown(close)
  return { read: (work) => work(db) }
}

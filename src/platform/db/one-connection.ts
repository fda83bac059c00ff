import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** The transaction that the running code is part of. */
const current = new AsyncLocalStorage<{ pool: pg.Pool; isOpen: boolean }>()

/** Runs `work` as the work of one transaction on a connection of `pool`. Meanwhile it may not take another one from there. */
export async function asOneTransaction<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const transaction = { pool, isOpen: true }
  try {
    return await current.run(transaction, work)
  } finally {
    // Work that was started meanwhile and goes on, such as a queue, is free to take connections now.
    transaction.isOpen = false
  }
}

/**
 * A pool that refuses to give a transaction a second connection. With as many transactions as connections, each of
 * which waits for one more, none would ever end. Refusing always shows the mistake in the first test that runs the code.
 */
export class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    const transaction = current.getStore()
    if (transaction?.isOpen && transaction.pool === this)
      throw new Error('A transaction asked for a second connection. Read on the connection of its context.')
    if (!callback) return super.connect()
    super.connect(callback)
    return undefined
  }
}

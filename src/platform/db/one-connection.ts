import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** The transaction that the running code belongs to. */
const current = new AsyncLocalStorage<{ pool: pg.Pool; isOpen: boolean }>()

/**
 * Runs `work` as part of a transaction on a connection of `pool`. `work` may not take a second connection
 * from it.
 */
export async function asOneTransaction<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const transaction = { pool, isOpen: true }
  try {
    return await current.run(transaction, work)
  } finally {
    // Work that was started here and continues, such as a queue, may take connections now.
    transaction.isOpen = false
  }
}

/**
 * A pool that refuses to give a transaction a second connection. If as many transactions as connections each
 * waited for one more, none would ever end. Refusing always exposes the mistake in the first test that runs
 * the code.
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

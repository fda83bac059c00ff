import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { asOneTransaction, Pool } from './one-connection.ts'
import { UnnamedClient } from './unnamed-client.ts'

/** Either the database or an open transaction on it: what a repository needs to run a query. */
export type Queryable = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
> & {
  /** Where a statement goes that Drizzle does not know, such as COPY. */
  $client: pg.Pool | pg.PoolClient
  /** Rows of tenants lie on several nodes of Citus. A statement that locks rows or joins tables of other places must be split. */
  isDistributed: boolean
}

export interface Database extends Queryable {
  /**
   * Commits what `work` does, or undoes all of it where that throws. `committed` runs behind the commit on the same connection,
   * so it waits for no other. The caller does not wait for it, nor learns of its failure.
   */
  transaction<T>(
    work: (tx: Queryable) => Promise<T>,
    committed?: (db: Queryable) => Promise<void>,
  ): Promise<T>
}

export interface DatabaseConnection {
  pool: pg.Pool
  db: Database
  /** Waits for the statements and transactions in progress. */
  close(): Promise<void>
  /** Breaks all connections, so that whatever waits for one fails and transactions are undone. Only `close` may follow. */
  cut(): void
}

/** Longest time a statement, or a transaction that does nothing, may live. The market feed's overlap builds on it. */
export const STATEMENT_TIMEOUT_MS = 10_000
/** The settings of Postgres that limit them. */
export const LIMITS = ['statement_timeout', 'idle_in_transaction_session_timeout'] as const

/**
 * Opens a pool; connects lazily. `onError` is told of connections that break while no statement runs: without a
 * listener, a restart of Postgres would end the process.
 */
export function openDatabase(options: {
  connectionString: string
  poolSize: number
  onError: (error: Error) => void
  /** As `isDistributedAt` says of it. */
  isDistributed?: boolean
  /** The address leads to a pooler in transaction mode: `requireTimeLimits` says whether its connections have limits. */
  isPooled?: boolean
  /** Statements with very many terms take longer to compile than to run. Not told to a pooler, which refuses it. */
  withoutJit?: boolean
}): DatabaseConnection {
  const isDistributed = options.isDistributed ?? false
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.poolSize,
    connectionTimeoutMillis: 3000,
    application_name: 'smartsource',
    // PgBouncer refuses a client that sets limits as it connects.
    ...(options.isPooled
      ? { Client: UnnamedClient }
      : Object.fromEntries(LIMITS.map((limit) => [limit, STATEMENT_TIMEOUT_MS]))),
    ...(options.withoutJit && !options.isPooled && { options: '-c jit=off' }),
  })
  pool.on('error', options.onError)
  // The pool only minds idle ones: one that breaks between two statements of a transaction would end the process too.
  pool.on('connect', (client) => client.on('error', options.onError))
  const db = Object.assign(queriesOn(pool, isDistributed), {
    transaction: <T>(
      work: (tx: Queryable) => Promise<T>,
      committed: (db: Queryable) => Promise<void> = async () => {},
    ) => inTransaction({ pool, isDistributed, work, committed }),
  })
  const clients = new Set<pg.PoolClient>()
  pool.on('connect', (client) => clients.add(client))
  pool.on('remove', (client) => clients.delete(client))
  let ended: Promise<void> | undefined
  const close = () => {
    ended ??= pool.end()
    return ended
  }
  return {
    pool,
    db,
    close,
    cut() {
      void close()
      for (const client of clients) void client.end()
    },
  }
}

/**
 * One connection to each node: tables of the shards point to partners, and Citus refuses to change partners after it has read
 * those over several connections. The table that is named keeps nodes together, as `whole-commits.table.ts` says.
 */
const BEGIN_DISTRIBUTED = `begin; set local citus.multi_shard_modify_mode to 'sequential'; delete from whole_commits where id = 0`

/** Not Drizzle's own: that never gives back a connection on which `begin` fails, and each crash of Postgres cost some. */
async function inTransaction<T>(given: {
  pool: pg.Pool
  isDistributed: boolean
  work: (tx: Queryable) => Promise<T>
  committed: (db: Queryable) => Promise<void>
}): Promise<T> {
  const { pool, work, committed } = given
  const client = await pool.connect()
  const queries = queriesOn(client, given.isDistributed)
  try {
    await client.query(given.isDistributed ? BEGIN_DISTRIBUTED : 'begin')
    const result = await asOneTransaction(pool, () => work(queries))
    await client.query('commit')
    void committed(queries).then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    return result
  } catch (error) {
    // Where even this fails the connection is gone, and the transaction with it.
    await client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    throw error
  }
}

const queriesOfClients = new WeakMap<pg.Pool | pg.PoolClient, ReturnType<typeof newQueriesOn>>()

/** One for each connection as long as it lives: each learns the names of all columns anew, which takes longer than a statement. */
function queriesOn(client: pg.Pool | pg.PoolClient, isDistributed: boolean) {
  const queries = queriesOfClients.get(client) ?? newQueriesOn(client, isDistributed)
  queriesOfClients.set(client, queries)
  return queries
}

function newQueriesOn(client: pg.Pool | pg.PoolClient, isDistributed: boolean) {
  return Object.assign(drizzle({ client, casing: 'snake_case' }), { isDistributed })
}

/** Fails where the database does not answer. */
export async function ping(db: Queryable): Promise<void> {
  await db.execute(sql`select 1`)
}

// SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
// 08 connection · 25006 a standby that is not promoted yet · 25P03 and 57014 time limits · 40 rolled back for another transaction's sake · 53 resources ·
// 57P0x shutdown, crash, starting up · 58 system.
const AWAY = /^(08|25006|25P03|40|53|57014|57P0[1-5]|58)/
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])
const PG_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|server closed the connection/i

/** True where the error says that the database can't do it now, so that trying later may help. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (AWAY.test(code) || SOCKET.has(code) || PG_MESSAGE.test(error.message)) return true
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  return isDatabaseAway(error.cause)
}

/** Citus tells of an error of a worker by its message alone. */
const NAMED_BY_WORKER = /constraint "([^"]+)"/
/** It puts the number of the shard behind the name. */
const SHARD = /_\d{6,}$/
const VIOLATIONS = new Set(['23503', '23505', '23514'])

/** The name of the violated constraint where the error is a unique (23505), foreign key (23503) or check (23514) violation. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof pg.DatabaseError && VIOLATIONS.has(error.code ?? '')) {
    const name = error.constraint ?? error.message.match(NAMED_BY_WORKER)?.[1]
    return name?.replace(SHARD, '') ?? null
  }
  return violatedConstraint(error.cause)
}

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
  /** For statements that Drizzle does not support, such as COPY. */
  $client: pg.Pool | pg.PoolClient
  /**
   * True if rows of tenants are distributed over Citus nodes. Statements that lock rows or join tables of
   * different places must then be split.
   */
  isDistributed: boolean
}

export interface Database extends Queryable {
  /**
   * Commits what `work` does, or rolls it back if `work` throws. `committed` runs after the commit on the
   * same connection, so it does not wait for another one. The caller does not wait for it and is not informed
   * if it fails.
   */
  transaction<T>(
    work: (tx: Queryable) => Promise<T>,
    committed?: (db: Queryable) => Promise<void>,
  ): Promise<T>
}

export interface DatabaseConnection {
  pool: pg.Pool
  db: Database
  /** Waits for the running statements and transactions, then closes all connections. */
  close(): Promise<void>
  /**
   * Breaks all connections, so that waiting statements fail and transactions roll back. Only `close` may
   * follow.
   */
  cut(): void
}

/**
 * Longest time that a statement may run or a transaction may be idle. The market feed's overlap depends on
 * it.
 */
export const STATEMENT_TIMEOUT_MS = 10_000
/** The Postgres settings of these limits. */
export const LIMITS = ['statement_timeout', 'idle_in_transaction_session_timeout'] as const

/**
 * With Postgres's default of 4 MB, a bitmap of a million rows no longer fits and keeps only pages. Then a search for a
 * frequent word reads the text of every row on them, which takes a minute.
 */
export const WORK_MEM = '32MB'

function sessionOptions({ withoutJit }: { withoutJit?: boolean }): string {
  return `-c work_mem=${WORK_MEM}${withoutJit ? ' -c jit=off' : ''}`
}

/**
 * Opens a pool, which connects lazily. Calls `onError` for connections that break while idle: without a
 * listener, a restart of Postgres would end the process.
 */
export function openDatabase(options: {
  connectionString: string
  poolSize: number
  onError: (error: Error) => void
  /** See `isDistributedAt`. */
  isDistributed?: boolean
  /**
   * True if the address is a pooler in transaction mode. `requireTimeLimits` then checks that its connections
   * have limits.
   */
  isPooled?: boolean
  /**
   * Turns JIT off, because very long statements take longer to compile than to run. Not sent to a pooler,
   * which refuses it.
   */
  withoutJit?: boolean
}): DatabaseConnection {
  const isDistributed = options.isDistributed ?? false
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.poolSize,
    connectionTimeoutMillis: 3000,
    application_name: 'smartsource',
    // PgBouncer refuses clients that set limits when they connect.
    ...(options.isPooled
      ? { Client: UnnamedClient }
      : Object.fromEntries(LIMITS.map((limit) => [limit, STATEMENT_TIMEOUT_MS]))),
    ...(!options.isPooled && { options: sessionOptions(options) }),
  })
  pool.on('error', options.onError)
  // The pool only handles errors of idle connections. A connection that breaks between two statements of a
  // transaction would end the process.
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
 * Uses one connection to each node: tables on shards reference partners, and Citus refuses to change partners
 * after reading those tables over several connections. Naming `whole_commits` makes all nodes commit together
 * (see `whole-commits.table.ts`).
 */
const BEGIN_DISTRIBUTED = `begin; set local citus.multi_shard_modify_mode to 'sequential'; delete from whole_commits where id = 0`

/**
 * Replaces Drizzle's own transactions, which leak a connection on which `begin` fails, so that each crash of
 * Postgres cost some.
 */
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
    // If even this fails, the connection is broken and the transaction gone with it.
    await client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    throw error
  }
}

const queriesOfClients = new WeakMap<pg.Pool | pg.PoolClient, ReturnType<typeof newQueriesOn>>()

/**
 * Kept per connection, because creating it maps the names of all columns again, which takes longer than a
 * statement.
 */
function queriesOn(client: pg.Pool | pg.PoolClient, isDistributed: boolean) {
  const queries = queriesOfClients.get(client) ?? newQueriesOn(client, isDistributed)
  queriesOfClients.set(client, queries)
  return queries
}

function newQueriesOn(client: pg.Pool | pg.PoolClient, isDistributed: boolean) {
  return Object.assign(drizzle({ client, casing: 'snake_case' }), { isDistributed })
}

/** Throws if the database does not respond. */
export async function ping(db: Queryable): Promise<void> {
  await db.execute(sql`select 1`)
}

// SQLSTATE classes and codes of a database that is temporarily unavailable:
// https://www.postgresql.org/docs/current/errcodes-appendix.html 08 connection · 25006 a standby that is not
// promoted yet · 25P03 and 57014 time limits · 40 rolled back because of another transaction · 53 resources ·
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

/** Returns whether the error means that the database is temporarily unavailable, so that a retry may help. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (AWAY.test(code) || SOCKET.has(code) || PG_MESSAGE.test(error.message)) return true
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  return isDatabaseAway(error.cause)
}

/** Citus reports an error of a worker only by its message. */
const NAMED_BY_WORKER = /constraint "([^"]+)"/
/** Citus appends the number of the shard to the name. */
const SHARD = /_\d{6,}$/
const VIOLATIONS = new Set(['23503', '23505', '23514'])

/**
 * Returns the name of the violated constraint if the error is a unique (23505), foreign key (23503) or check
 * (23514) violation, else null.
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof pg.DatabaseError && VIOLATIONS.has(error.code ?? '')) {
    const name = error.constraint ?? error.message.match(NAMED_BY_WORKER)?.[1]
    return name?.replace(SHARD, '') ?? null
  }
  return violatedConstraint(error.cause)
}

import { setTimeout as delay } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { sharedCall } from '../../shared/shared-call.ts'
import { type Database, isDatabaseAway, openDatabase, type Queryable } from './database.ts'

/** Maximum time that a read waits for a replica, and the interval of its checks. */
const MOST_WAITED_MS = 50
const LOOK_MS = 5
/** Time for which a failed replica is not used. */
const REST_MS = 1000

/** Position in the write-ahead log of a server, in bytes. */
type Position = bigint

export interface ReadReplicas {
  /**
   * Runs a read on a replica that shows everything committed before this call. If no replica does in time, or
   * the replica fails, runs it on the primary, so `work` may run twice.
   */
  read<T>(work: (db: Queryable) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Spreads reads over streaming replicas. The primary reports the position up to which its log is written,
 * which includes all acknowledged commits, and a replica the position up to which it has replayed the log.
 * Concurrent reads share these queries. Each address is one replica. Without replicas the primary is used.
 */
export function createReadReplicas(options: {
  primary: Database
  connectionStrings: readonly string[]
  poolSize: number
  /** See `openDatabase`. */
  isPooled?: boolean
  onError: (error: Error) => void
}): ReadReplicas {
  const { primary, connectionStrings, ...replicaOptions } = options
  const replicas = connectionStrings.map((connectionString) =>
    createReplica({ connectionString, ...replicaOptions }),
  )
  const readWritten = sharedCall(() => readPosition(primary, written))
  let turn = 0

  async function caughtUp() {
    const position = await readWritten()
    const first = turn++
    for (let other = 0; other < replicas.length; other++) {
      const replica = replicas[(first + other) % replicas.length]
      if (replica && (await replica.reaches(position))) return replica
    }
    return null
  }

  return {
    async read(work) {
      if (replicas.length === 0) return work(primary)
      const replica = await caughtUp()
      if (!replica) return work(primary)
      try {
        return await work(replica.db)
      } catch (error) {
        // The replica went down, or cancelled the read because it conflicted with replay.
        if (!isDatabaseAway(error)) throw error
        replica.rest()
        return work(primary)
      }
    },
    async close() {
      await Promise.all(replicas.map(({ close }) => close()))
    },
  }
}

function createReplica(options: Parameters<typeof openDatabase>[0]) {
  const { db, close } = openDatabase(options)
  let known: Position = 0n
  let restsUntilMs = 0
  const look = sharedCall(async () => {
    known = await readPosition(db, replayed)
  })
  function rest(): void {
    restsUntilMs = performance.now() + REST_MS
    // The address may now lead to another server, which is behind.
    known = 0n
  }
  async function waitFor(position: Position): Promise<boolean> {
    const endMs = performance.now() + MOST_WAITED_MS
    while (known < position) {
      if (performance.now() > endMs) return false
      await look()
      if (known < position) await delay(LOOK_MS)
    }
    return true
  }
  return {
    db,
    close,
    rest,
    async reaches(position: Position): Promise<boolean> {
      if (performance.now() < restsUntilMs) return false
      try {
        return await waitFor(position)
      } catch (error) {
        if (!(error instanceof Error && isDatabaseAway(error))) throw error
        options.onError(error)
        rest()
        return false
      }
    },
  }
}

/** Acknowledged commits are flushed, unless commits do not wait for that. */
const written = sql`case current_setting('synchronous_commit')
  when 'off' then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end`
/** A promoted replica is a primary now. */
const replayed = sql`case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end`

async function readPosition(db: Queryable, position: SQL): Promise<Position> {
  const { rows } = await db.execute<{ bytes: string }>(sql`select (${position} - '0/0')::text as bytes`)
  return BigInt(rows[0]?.bytes ?? 0)
}

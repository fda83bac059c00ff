import { execFileSync } from 'node:child_process'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Test } from 'tap'
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/db/embedded/embedded-postgres.ts'
import { temporaryFolder } from './folder.ts'

const CLUSTER = 'postgres18'

export interface TestServer extends EmbeddedPostgres {
  dataDir: string
}

/** A server of the test's own, which keeps what it acknowledged. */
export async function startPrimary(t: Test): Promise<TestServer> {
  const dataDir = temporaryFolder(t)
  const server = await acquireEmbeddedPostgres({ dataDir })
  t.teardown(server.release)
  return { ...server, dataDir }
}

/** A streaming replica of a server, made from a copy of its files while it runs. */
export async function startStandby(t: Test, primary: TestServer): Promise<TestServer> {
  const dataDir = temporaryFolder(t)
  const clusterDir = join(dataDir, CLUSTER)
  const client = new pg.Client({ connectionString: primary.ownerConnectionString })
  await client.connect()
  try {
    await client.query(`select pg_backup_start('copy', true)`)
    execFileSync('cp', ['-a', join(primary.dataDir, CLUSTER), dataDir])
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    rmSync(join(clusterDir, 'postmaster.pid'))
    writeLike(clusterDir, 'backup_label', rows[0]?.labelfile ?? '')
  } finally {
    await client.end()
  }
  writeLike(clusterDir, 'standby.signal', '')
  const { hostname, port, username, password } = new URL(primary.ownerConnectionString)
  appendFileSync(
    join(clusterDir, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  )
  const server = await acquireEmbeddedPostgres({ dataDir })
  t.teardown(server.release)
  return { ...server, dataDir }
}

/** Writes a file of the cluster that belongs to the account of the server. */
function writeLike(clusterDir: string, name: string, text: string): void {
  const path = join(clusterDir, name)
  execFileSync('cp', ['-a', join(clusterDir, 'PG_VERSION'), path])
  writeFileSync(path, text)
}

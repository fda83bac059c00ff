import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/db/embedded/embedded-postgres.ts'
import { prepareDatabase } from '../../src/platform/db/migrate.ts'
import { makeTemplate, type NodesOf, nodesOfCluster, onEveryNode } from './citus.ts'

/** A server, or on Citus the coordinator and a way to the other nodes. */
export interface TestPostgres extends EmbeddedPostgres {
  nodesOf?: NodesOf
}

const SERVICE_ROLE = 'smartsource_test_service'

/** The server of the tests: the given one, the cluster where tests are to run on Citus, else the embedded one of a folder of their own. */
export async function acquireTestPostgres(): Promise<TestPostgres> {
  const { CITUS_URL: citusUrl, TEST_DATABASE_URL: given } = process.env
  if (process.env.TESTS_RUN_ON === 'citus' && citusUrl)
    return { ...addressesOf(citusUrl), nodesOf: await nodesOfCluster(citusUrl), release: async () => {} }
  if (given) return { ...addressesOf(given), release: async () => {} }
  const { ownerConnectionString, release } = await acquireEmbeddedPostgres({
    dataDir: '.data/test',
    // The tests' data may be lost in a crash of the machine.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  return { ...addressesOf(ownerConnectionString), release }
}

/** Services of the tests use a role without the owner's rights, as in production. */
function addressesOf(ownerConnectionString: string) {
  const service = new URL(ownerConnectionString)
  service.username = service.password = SERVICE_ROLE
  return { ownerConnectionString, connectionString: service.toString() }
}

/** Address of another database of the same server. */
export function databaseAt(connectionString: string, database: string): string {
  const url = new URL(connectionString)
  url.pathname = `/${database}`
  return url.toString()
}

/** Runs one statement that can't be in a transaction, such as `create database`. */
export async function runStatement(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Creates a database as a clone of another, on Citus on every node. */
export async function cloneDatabase(postgres: TestPostgres, name: string, template: string): Promise<void> {
  const statement = `create database ${name} template ${template} strategy file_copy`
  if (postgres.nodesOf) await onEveryNode(postgres.nodesOf, statement)
  else await runStatement(postgres.ownerConnectionString, statement)
}

export async function dropDatabase(postgres: TestPostgres, name: string): Promise<void> {
  const statement = `drop database ${name} with (force)`
  if (postgres.nodesOf) await onEveryNode(postgres.nodesOf, statement)
  else await runStatement(postgres.ownerConnectionString, statement)
}

/** The migrated database that each test's own is cloned from. It is created once for each state of migrations and grants. */
export async function ensureTemplate(postgres: TestPostgres): Promise<string> {
  const folder = new URL('../../migrations/', import.meta.url)
  const hash = createHash('sha256')
  for (const file of [
    'service-role.ts',
    'citus/placement.ts',
    'citus/distribution-plan.ts',
    'citus/distribute.ts',
  ])
    hash.update(readFileSync(new URL(`../../src/platform/db/${file}`, import.meta.url)))
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)))
  const template = `template_${hash.digest('hex').slice(0, 16)}`

  const client = new pg.Client({ connectionString: postgres.ownerConnectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(72001)')
    const { rows } = await client.query<{ is_closed: boolean }>(
      'select not datallowconn as is_closed from pg_database where datname = $1',
      [template],
    )
    if (postgres.nodesOf) {
      if (!rows[0]?.is_closed) await makeTemplate(postgres.nodesOf, template, { serviceRole: SERVICE_ROLE })
    } else if (rows.length === 0) {
      await client.query(`drop database if exists ${template}_building with (force)`)
      await client.query(`create database ${template}_building`)
      await prepareDatabase({
        connectionString: databaseAt(postgres.connectionString, `${template}_building`),
        ownerConnectionString: databaseAt(postgres.ownerConnectionString, `${template}_building`),
      })
      await client.query(`alter database ${template}_building rename to ${template}`)
    }
  } finally {
    await client.end()
  }
  return template
}

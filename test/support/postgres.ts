import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/db/embedded/embedded-postgres.ts'
import { prepareDatabase } from '../../src/platform/db/migrate.ts'

/** The server of the tests: the given one, else the embedded one of a folder of their own. */
export async function acquireTestPostgres(): Promise<EmbeddedPostgres> {
  const given = process.env.TEST_DATABASE_URL
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
  service.username = service.password = 'smartsource_test_service'
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

/** The migrated database that each test's own is cloned from. It is created once for each state of migrations and grants. */
export async function ensureTemplate(postgres: EmbeddedPostgres): Promise<string> {
  const folder = new URL('../../migrations/', import.meta.url)
  const hash = createHash('sha256')
  hash.update(readFileSync(new URL('../../src/platform/db/service-role.ts', import.meta.url)))
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)))
  const template = `template_${hash.digest('hex').slice(0, 16)}`

  const client = new pg.Client({ connectionString: postgres.ownerConnectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(72001)')
    const found = await client.query('select from pg_database where datname = $1', [template])
    if (found.rowCount === 0) {
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

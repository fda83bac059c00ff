import { readdirSync } from 'node:fs'
import { parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { isDistributedOn, placeTables } from './citus/distribute.ts'
import { oneByOne } from './citus/one-by-one.ts'
import { DatabaseRoleError, grantServiceRole } from './service-role.ts'

/** Addresses of a database. The owner's is missing if one role does everything. */
export interface DatabaseAddress {
  connectionString: string
  ownerConnectionString?: string | undefined
}

const silent = new Logger(() => () => {})

const FOLDER = new URL('../../../migrations/', import.meta.url)

/**
 * Migrates the database to the newest schema as its owner and grants the service role its use. Without an
 * owner's address the service role migrates; if it may not and migrations are pending, throws a
 * DatabaseRoleError that says what to do. Returns the names of the applied migrations.
 */
export async function prepareDatabase(address: DatabaseAddress): Promise<string[]> {
  const { connectionString, ownerConnectionString } = address
  if (!ownerConnectionString) return migrateIfPending(connectionString)
  const applied = await migrate(ownerConnectionString)
  await grantServiceRole({ connectionString, ownerConnectionString })
  return applied
}

async function migrateIfPending(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const pending = await pendingMigrations(client)
    if (pending.length === 0) return []
    const { rows } = await client.query(`select where has_schema_privilege('public', 'create')`)
    if (rows.length === 0)
      throw new DatabaseRoleError(
        `The database needs the migrations ${pending.join(', ')}, which the role of DATABASE_URL may not run. Run the command migrate with DATABASE_OWNER_URL.`,
      )
  } finally {
    await client.end()
  }
  return migrate(connectionString)
}

/** Returns the names of migrations that the database lacks. None for a database of a newer version. */
async function pendingMigrations(client: pg.Client): Promise<string[]> {
  const names = readdirSync(FOLDER).map((file) => parse(file).name)
  const { rows: exists } = await client.query(`select where to_regclass('migrations') is not null`)
  if (exists.length === 0) return names
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const applied = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !applied.has(name))
}

/**
 * Applies the numbered SQL files of `migrations/`, each in its own transaction, under an advisory lock so
 * that replicas can start together, and then the schema of the jobs. On a distributed Citus database it also
 * distributes new tables. Returns the names of the applied migrations.
 */
export async function migrate(connectionString: string, folder: URL = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    // The role may have the time limits of the service.
    await client.query('set statement_timeout = 0')
    const isDistributed = await isDistributedOn(client)
    // Foreign keys to partners forbid changing several shards in parallel within one transaction.
    if (isDistributed) await client.query(`set citus.multi_shard_modify_mode = 'sequential'`)
    const applied = await runner({
      dbClient: isDistributed ? oneByOne(client) : client,
      dir: fileURLToPath(folder),
      direction: 'up',
      migrationsTable: 'migrations',
      singleTransaction: false,
      advisoryLockMode: 'wait',
      log: () => {},
    })
    await runMigrations({ connectionString, logger: silent })
    if (isDistributed) await placeTables(connectionString)
    return applied.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

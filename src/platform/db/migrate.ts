import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import pg from 'pg'

const silent = new Logger(() => () => {})

/**
 * Brings the database to the newest schema with the numbered SQL files of `migrations/`, each in its
 * own transaction, under an advisory lock so that replicas can start together, and the schema of the jobs beside it.
 * Returns the names applied.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const applied = await runner({
      dbClient: client,
      dir: fileURLToPath(new URL('../../../migrations', import.meta.url)),
      direction: 'up',
      migrationsTable: 'migrations',
      singleTransaction: false,
      advisoryLockMode: 'wait',
      log: () => {},
    })
    await runMigrations({ connectionString, logger: silent })
    return applied.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

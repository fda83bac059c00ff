import type { Config } from '../app/config.ts'
import { connectDatabase, openSecrets } from '../app/server.ts'
import {
  type Database,
  distribute,
  isDistributedAt,
  openDatabase,
  prepareDatabase,
} from '../platform/db/index.ts'
import type { SecretBox } from '../platform/secrets/index.ts'
import { type Clock, systemClock } from '../shared/clock.ts'
import type { Output } from './terminal.ts'

export interface CommandDeps extends Output {
  db: Database
  clock: Clock
  /** Loads the key that encrypts stored secrets. */
  openSecrets: () => Promise<SecretBox>
}

/** Runs a command on the configured database. */
export type OnDatabase = (command: (deps: CommandDeps) => Promise<void>) => Promise<void>

/** Migrates the database, runs a command on it and disconnects. Works while the service runs on the same data. */
export async function withDatabase<T>(
  config: Config,
  output: Output,
  command: (deps: CommandDeps) => Promise<T>,
): Promise<T> {
  const source = await connectDatabase(config)
  const { connectionString, release } = source
  try {
    await prepareDatabase(source)
    const isDistributed = await isDistributedAt(connectionString)
    const database = openDatabase({ connectionString, poolSize: 2, onError: () => {}, isDistributed })
    try {
      return await command({
        db: database.db,
        clock: systemClock,
        openSecrets: () => openSecrets(config, database.db),
        ...output,
      })
    } finally {
      await database.close()
    }
  } finally {
    await release()
  }
}

/** Migrates the database to the newest schema and prints the applied migrations. */
export async function runMigrate(config: Config, { print }: Output): Promise<void> {
  const source = await connectDatabase(config)
  try {
    const applied = await prepareDatabase(source)
    print(
      applied.length === 0 ? 'Nothing to do: the schema is up to date.' : `Applied ${applied.join(', ')}.`,
    )
  } finally {
    await source.release()
  }
}

/**
 * Distributes the migrated database on Citus by partner and prints the statements. A dry run only prints
 * them.
 */
export async function runDistribute(
  config: Config,
  { print }: Output,
  { dryRun }: { dryRun: boolean },
): Promise<void> {
  const source = await connectDatabase(config)
  try {
    const statements = await distribute(source, { dryRun })
    for (const statement of statements) print(`${statement};`)
    if (statements.length === 0) print('Nothing to do: every table is in its place.')
  } finally {
    await source.release()
  }
}

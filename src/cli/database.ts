import type { Config } from '../app/config.ts'
import { connectDatabase } from '../app/server.ts'
import { type Database, migrate, openDatabase } from '../platform/db/index.ts'
import { type Clock, systemClock } from '../shared/clock.ts'

export interface CommandDeps {
  db: Database
  clock: Clock
}

/** Runs a command on the migrated database, beside whatever else runs on it, and leaves cleanly. */
export async function withDatabase<T>(
  config: Config,
  command: (deps: CommandDeps) => Promise<T>,
): Promise<T> {
  const { connectionString, release } = await connectDatabase(config)
  try {
    await migrate(connectionString)
    const database = openDatabase({ connectionString, poolSize: 2, onError: () => {} })
    try {
      return await command({ db: database.db, clock: systemClock })
    } finally {
      await database.close()
    }
  } finally {
    await release()
  }
}

export async function runMigrate(config: Config): Promise<void> {
  const { connectionString, release } = await connectDatabase(config)
  try {
    const applied = await migrate(connectionString)
    print(
      applied.length === 0 ? 'Nothing to do: the schema is the newest.' : `Applied ${applied.join(', ')}.`,
    )
  } finally {
    await release()
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value))
}

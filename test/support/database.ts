import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { type DatabaseConnection, openDatabase } from '../../src/platform/db/database.ts'
import { acquireTestPostgres, cloneDatabase, databaseAt, dropDatabase, ensureTemplate } from './postgres.ts'

export interface TestDatabase extends DatabaseConnection {
  /** For the role of the service, which `pool` and `db` use too. */
  connectionString: string
  /** For what the service itself may not do, such as to change the schema. */
  ownerConnectionString: string
}

/** A database of the test file's own, migrated, empty, and dropped when the test ends. */
export async function createTestDatabase(t: Test, { poolSize = 10 } = {}): Promise<TestDatabase> {
  const postgres = await acquireTestPostgres()
  const template = await ensureTemplate(postgres)
  const name = `test_${randomBytes(8).toString('hex')}`
  await cloneDatabase(postgres, name, template)
  const connectionString = databaseAt(postgres.connectionString, name)
  const database = openDatabase({
    connectionString,
    poolSize,
    onError: () => {},
    isDistributed: postgres.nodesOf !== undefined,
  })
  t.teardown(async () => {
    await database.close()
    await dropDatabase(postgres, name)
    await postgres.release()
  })
  return {
    ...database,
    connectionString,
    ownerConnectionString: databaseAt(postgres.ownerConnectionString, name),
  }
}

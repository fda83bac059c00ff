import { type DatabaseAddress, prepareDatabase } from '../migrate.ts'
import { placeTables } from './distribute.ts'

/**
 * Distributes a migrated database on Citus by partner (see `placeTables`). Safe to repeat; later migrations
 * distribute the tables that they add. Returns the statements. A dry run only returns them.
 */
export async function distribute(
  address: DatabaseAddress,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<string[]> {
  const statements = await placeTables(address.ownerConnectionString ?? address.connectionString, { dryRun })
  // Citus recreates some tables without the grants of the service role.
  if (!dryRun) await prepareDatabase(address)
  return statements
}

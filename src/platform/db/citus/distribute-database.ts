import { type DatabaseAddress, prepareDatabase } from '../migrate.ts'
import { placeTables } from './distribute.ts'

/**
 * Distributes a migrated database of Citus by partner, as `placeTables` does. It can be repeated; migrations bring tables that they add to
 * their places. Returns the statements, which a dry run does not run.
 */
export async function distribute(
  address: DatabaseAddress,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<string[]> {
  const statements = await placeTables(address.ownerConnectionString ?? address.connectionString, { dryRun })
  // Citus makes some tables anew, without what the role of the service had been granted.
  if (!dryRun) await prepareDatabase(address)
  return statements
}

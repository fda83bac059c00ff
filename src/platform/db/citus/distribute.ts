import pg from 'pg'
import { distributionPlan } from './distribution-plan.ts'

/** Thrown if the database can't be distributed. The message says what to do, for a person at a terminal. */
export class DistributionError extends Error {}

/**
 * Distributes the tables of a migrated database on Citus, in one transaction: a failure changes nothing.
 * Skips tables that are already distributed. Returns the statements. A dry run only returns them.
 */
export async function placeTables(
  ownerConnectionString: string,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerConnectionString })
  await client.connect()
  try {
    await requireCluster(client)
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(72003)')
    const statements = await distributionPlan(client)
    if (!dryRun) await runAll(client, statements)
    await client.query(dryRun ? 'rollback' : 'commit')
    return statements
  } finally {
    await client.end()
  }
}

/** Returns whether the database at this address is distributed over several nodes. */
export async function isDistributedAt(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await isDistributedOn(client)
  } finally {
    await client.end()
  }
}

/** Like `isDistributedAt`, for an open connection. */
export async function isDistributedOn(client: pg.Client): Promise<boolean> {
  const { rows: known } = await client.query(`select where to_regclass('pg_dist_partition') is not null`)
  if (known.length === 0) return false
  const { rows } = await client.query(`select from pg_dist_partition where partmethod = 'h' limit 1`)
  return rows.length > 0
}

async function requireCluster(client: pg.Client): Promise<void> {
  const { rows: known } = await client.query(`select from pg_extension where extname = 'citus'`)
  if (known.length === 0)
    throw new DistributionError('The database has no extension citus. Create it on every node first.')
  const { rows: workers } = await client.query('select from pg_dist_node where shouldhaveshards')
  if (workers.length === 0)
    throw new DistributionError('Citus knows no worker. Add nodes with citus_add_node first.')
  const { rows: migrated } = await client.query(`select where to_regclass('migrations') is not null`)
  if (migrated.length === 0)
    throw new DistributionError('The database has no tables. Run the command migrate first.')
}

async function runAll(client: pg.Client, statements: readonly string[]): Promise<void> {
  // Foreign keys of reference tables forbid changing several shards in parallel within one transaction.
  await client.query(`set local citus.multi_shard_modify_mode = 'sequential'`)
  await client.query('set local client_min_messages = warning')
  for (const statement of statements) await client.query(statement)
}

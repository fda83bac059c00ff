import pg from 'pg'
import { distribute } from '../../src/platform/db/citus/distribute-database.ts'
import { prepareDatabase } from '../../src/platform/db/migrate.ts'

/** The address of a test database on every node, the coordinator's first. */
export type NodesOf = (database: string) => string[]

/** The nodes of the cluster that CITUS_URL leads to. All take the login of that address. */
export async function nodesOfCluster(citusUrl: string): Promise<NodesOf> {
  const { rows } = await run<{ nodename: string; nodeport: number }>(
    citusUrl,
    'select nodename, nodeport from pg_dist_node where groupid <> 0 and shouldhaveshards order by nodeid',
  )
  const workers = rows.map(({ nodename, nodeport }) => {
    const url = new URL(citusUrl)
    url.host = `${nodename}:${nodeport}`
    return url
  })
  return (database) =>
    [new URL(citusUrl), ...workers].map((url) =>
      Object.assign(new URL(url), { pathname: database }).toString(),
    )
}

/** Runs one statement on the database `postgres` of every node. */
export async function onEveryNode(nodesOf: NodesOf, statement: string): Promise<void> {
  await Promise.all(nodesOf('postgres').map((node) => run(node, statement)))
}

/**
 * Makes the distributed database that those of the tests are cloned from, node by node. It takes no connections
 * afterwards, not even of Citus itself, which would keep it from being cloned.
 */
export async function makeTemplate(
  nodesOf: NodesOf,
  template: string,
  { serviceRole }: { serviceRole: string },
): Promise<void> {
  await onEveryNode(nodesOf, `drop database if exists ${template} with (force)`)
  await onEveryNode(nodesOf, `create database ${template}`)
  const [coordinator = '', ...workers] = nodesOf(template)
  for (const node of [coordinator, ...workers]) await run(node, 'create extension citus')
  await run(coordinator, `alter database ${template} set citus.shard_count = 4`)
  await run(coordinator, 'select citus_set_coordinator_host($1, $2)', hostOf(coordinator))
  for (const worker of workers) await run(coordinator, 'select citus_add_node($1, $2)', hostOf(worker))
  const service = Object.assign(new URL(coordinator), { username: serviceRole, password: serviceRole })
  const address = { connectionString: service.toString(), ownerConnectionString: coordinator }
  await prepareDatabase(address)
  await distribute(address)
  await onEveryNode(nodesOf, `alter database ${template} allow_connections false`)
  await onEveryNode(
    nodesOf,
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${template}'`,
  )
}

function hostOf(address: string): [string, number] {
  const { hostname, port } = new URL(address)
  return [hostname, Number(port)]
}

async function run<R extends pg.QueryResultRow>(
  connectionString: string,
  statement: string,
  values: unknown[] = [],
): Promise<pg.QueryResult<R>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await client.query<R>(statement, values)
  } finally {
    await client.end()
  }
}

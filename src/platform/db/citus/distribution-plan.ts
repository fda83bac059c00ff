import type pg from 'pg'
import { knownOnCoordinator } from './placement.ts'
import { type Placement, readPlacement } from './read-placement.ts'

interface ForeignKey {
  source: string
  target: string
  name: string
  definition: string
}

/** Returns the statements that distribute the tables, in order. Empty if nothing is left to do. */
export async function distributionPlan(client: pg.ClientBase): Promise<string[]> {
  const placement = await readPlacement(client)
  const placed = await placedTables(client)
  const everyNode = placement.everyNode.filter((table) => placed.get(table) !== 'every node')
  const distributed = placement.distributed.filter((table) => placed.get(table) !== 'shards')
  const known = knownOnCoordinator.filter((table) => !placed.has(table))
  const moved = new Set([...everyNode, ...distributed])
  const keys = await foreignKeys(client)
  const ended = keys.filter((key) => isToEveryNode(key, placement))
  const remade = keys.filter(
    (key) => !ended.includes(key) && (moved.has(key.source) || moved.has(key.target)),
  )
  const colocated = `colocate_with => '${placement.distributed.find((table) => !distributed.includes(table)) ?? 'default'}'`
  const [first] = distributed
  return [
    ...[...ended, ...remade].map(({ source, name }) => `alter table ${source} drop constraint ${name}`),
    ...everyNode.map((table) => `select create_reference_table('${table}')`),
    ...distributed.map(
      (table) =>
        `select create_distributed_table('${table}', 'partner_id', ${
          table === first || !colocated.includes('default') ? colocated : `colocate_with => '${first}'`
        })`,
    ),
    ...known.map((table) => `select citus_add_local_table_to_metadata('${table}')`),
    ...remade.map(
      ({ source, name, definition }) => `alter table ${source} add constraint ${name} ${definition}`,
    ),
  ]
}

/**
 * A foreign key from a coordinator table to a reference table makes Citus plan all statements on that table,
 * and it refuses some. Partners are never deleted, so these keys can be dropped.
 */
function isToEveryNode({ source, target }: ForeignKey, { coordinator, everyNode }: Placement): boolean {
  return everyNode.includes(target) && coordinator.includes(source)
}

type Place = 'shards' | 'every node' | 'coordinator'

/** Returns the tables that Citus knows, with their place. */
async function placedTables(client: pg.ClientBase): Promise<Map<string, Place>> {
  const { rows } = await client.query<{ name: string; place: Place }>(`
    select c.relname as name,
      case when p.partmethod = 'h' then 'shards' when p.repmodel = 't' then 'every node' else 'coordinator' end as place
    from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
    where c.relnamespace = 'public'::regnamespace`)
  return new Map(rows.map(({ name, place }) => [name, place]))
}

async function foreignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select s.relname as source, t.relname as target, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by k.conname`)
  return rows
}

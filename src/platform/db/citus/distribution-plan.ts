import type pg from 'pg'
import { readPlacement } from './read-placement.ts'

interface ForeignKey {
  source: string
  target: string
  name: string
  definition: string
}

/** What brings each table to its place, in order. Empty where nothing is left to do. */
export async function distributionPlan(client: pg.ClientBase): Promise<string[]> {
  const placement = await readPlacement(client)
  const placed = await placedTables(client)
  const isNew = (table: string) => !placed.has(table)
  const everyNode = placement.everyNode.filter(isNew)
  const distributed = placement.distributed.filter(isNew)
  const keys = await foreignKeys(client)
  const known = keptInMetadata(placement.coordinator, placement.everyNode, keys).filter(isNew)
  const moved = new Set([...everyNode, ...distributed, ...known])
  const remade = keys.filter(({ source, target }) => moved.has(source) || moved.has(target))
  const colocated = `colocate_with => '${placement.distributed.find((table) => placed.has(table)) ?? 'default'}'`
  const [first] = distributed
  return [
    ...remade.map(({ source, name }) => `alter table ${source} drop constraint ${name}`),
    ...(await unmovableDefaults(client, known)),
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

/** Tables that Citus knows. */
async function placedTables(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
    where c.relnamespace = 'public'::regnamespace`)
  return new Set(rows.map(({ name }) => name))
}

async function foreignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select s.relname as source, t.relname as target, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by k.conname`)
  return rows
}

/** Tables of the coordinator that foreign keys connect with those of every node: Citus has to know them. */
function keptInMetadata(
  coordinator: readonly string[],
  everyNode: readonly string[],
  keys: readonly ForeignKey[],
): string[] {
  const reached = new Set(everyNode)
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const { source, target } of keys) if (reached.has(target)) reached.add(source)
  }
  return coordinator.filter((table) => reached.has(table))
}

/** Citus refuses a default whose function reads a table that it does not know. Statements of the service give these values. */
async function unmovableDefaults(client: pg.ClientBase, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select distinct c.relname as table, a.attname as column
    from pg_attrdef d join pg_class c on c.oid = d.adrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
    join pg_depend f on f.classid = 'pg_attrdef'::regclass and f.objid = d.oid and f.refclassid = 'pg_proc'::regclass
    join pg_depend r on r.classid = 'pg_proc'::regclass and r.objid = f.refobjid and r.refclassid = 'pg_class'::regclass
    where c.relname = any($1) and c.relnamespace = 'public'::regnamespace`,
    [tables],
  )
  return rows.map(({ table, column }) => `alter table ${table} alter column ${column} drop default`)
}

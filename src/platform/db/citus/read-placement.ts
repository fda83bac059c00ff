import type pg from 'pg'
import { onCoordinator, onEveryNode } from './placement.ts'

/** The tables of the service, grouped by where Citus stores their rows. */
export interface Placement {
  /** Distributed by `partner_id`. A table comes after the tables that its foreign keys reference. */
  distributed: string[]
  everyNode: string[]
  coordinator: string[]
}

/**
 * Returns where the tables of a migrated database belong. Leaves out tables of jobs and migrations, which
 * belong to no tenant.
 */
export async function readPlacement(client: pg.ClientBase): Promise<Placement> {
  const { rows } = await client.query<{ name: string; is_of_partner: boolean }>(`
    select c.relname as name, exists (
      select from pg_index x join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indrelid = c.oid and x.indisprimary and a.attname = 'partner_id') as is_of_partner
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
    order by c.relname`)
  const kept = await followers(client, new Set(Object.keys(onCoordinator)))
  const isDistributed = (row: { name: string; is_of_partner: boolean }) =>
    row.is_of_partner && !kept.has(row.name)
  const names = (some: typeof rows) => some.map(({ name }) => name)
  return {
    distributed: names(rows.filter(isDistributed)),
    everyNode: names(rows.filter(({ name }) => onEveryNode.includes(name))),
    coordinator: names(rows.filter((row) => !isDistributed(row) && !onEveryNode.includes(row.name))),
  }
}

/**
 * Returns these tables and all tables whose foreign keys lead to them, since a row must be where its parent
 * is.
 */
async function followers(client: pg.ClientBase, tables: ReadonlySet<string>): Promise<Set<string>> {
  const { rows } = await client.query<{ source: string; target: string }>(`
    select s.relname as source, t.relname as target
    from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`)
  const found = new Set(tables)
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { source, target } of rows) if (found.has(target)) found.add(source)
  }
  return found
}

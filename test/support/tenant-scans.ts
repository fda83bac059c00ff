import type pg from 'pg'
import { readPlacement } from '../../src/platform/db/citus/read-placement.ts'

/** What EXPLAIN tells of one step. */
interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Alias?: string
  Plans?: PlanNode[]
  [condition: string]: unknown
}

/**
 * The tables of `tables` that the statement reads without a condition on their partner, as Postgres plans it: conditions that
 * follow from others count, and a name that stands in the text alone does not. The statement does not run.
 */
export async function readsAcrossTenants(
  client: pg.ClientBase,
  statement: string,
  tables: ReadonlySet<string>,
): Promise<string[]> {
  await client.query(`prepare looked_at as ${statement}`)
  try {
    const { rows: known } = await client.query<{ count: number }>(
      `select coalesce(cardinality(parameter_types), 0) as count from pg_prepared_statements where name = 'looked_at'`,
    )
    const values = Array.from({ length: known[0]?.count ?? 0 }, () => 'null').join(', ')
    const execute = values ? `execute looked_at(${values})` : 'execute looked_at'
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `explain (format json, costs off) ${execute}`,
    )
    const nodes = rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan)) ?? []
    const conditions = nodes.flatMap(conditionsOf)
    return nodes
      .filter((node) => node['Node Type'] !== 'ModifyTable' && tables.has(node['Relation Name'] ?? ''))
      .filter((node) => !namesPartner(node, conditions))
      .map((node) => node['Relation Name'] ?? '')
  } finally {
    await client.query('deallocate looked_at')
  }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function conditionsOf(node: PlanNode): string[] {
  return Object.entries(node).flatMap(([name, value]) => (/(Cond|Filter)$/.test(name) ? [String(value)] : []))
}

/** In a condition of the scan itself columns have no prefix, if the statement reads one table. */
function namesPartner(node: PlanNode, conditions: readonly string[]): boolean {
  if (conditionsOf(node).some((condition) => /(?<![.\w])partner_id\b/.test(condition))) return true
  return conditions.some((condition) => condition.includes(`${node.Alias}.partner_id`))
}

/** The tables that Citus would distribute by their partner, as the plan of the migrated database says. */
export async function distributedTables(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  return new Set((await readPlacement(client)).distributed)
}

import { sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'

/** Lists labels in open needs and offers that match no skill, most frequent first, as candidates for the taxonomy. */
export async function findUnknownLabels(
  db: Queryable,
  limit: number,
): Promise<{ label: string; times: number }[]> {
  const skillsIn = (table: typeof needs | typeof offers) => sql`
    select jsonb_array_elements(${table.skills}) as skill from ${table}
    where ${table.status} = 'open' and not is_sandbox(${table.partnerId})`
  const { rows } = await db.execute<{ label: string; times: string }>(sql`
    select lower(skill->>'skill') as label, count(*) as times
    from (${skillsIn(needs)} union all ${skillsIn(offers)}) as used
    where skill->'resolved'->>'method' = 'none'
    group by 1 order by 2 desc, 1 limit ${limit}`)
  return rows.map((row) => ({ label: row.label, times: Number(row.times) }))
}

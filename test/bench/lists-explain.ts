import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Queryable } from '../../src/platform/db/index.ts'
import type { PartnerId } from '../../src/shared/ids.ts'
import { rounded } from './percentiles.ts'

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

/** Reads once for the cache of the server, and then explains each of the statements. */
export async function explain(
  { pool, partnerId }: { pool: pg.Pool; partnerId: PartnerId },
  read: (db: Queryable, partnerId: PartnerId) => Promise<unknown>,
) {
  const sent: { text: string; params: unknown[] }[] = []
  const logger = { logQuery: (text: string, params: unknown[]) => void sent.push({ text, params }) }
  const db: Queryable = Object.assign(drizzle({ client: pool, logger, casing: 'snake_case' }), {
    isDistributed: false,
  })
  await read(db, partnerId)
  let ms = 0
  const plans: Plan[] = []
  for (const { text, params } of sent) {
    if (text.startsWith('explain')) continue
    const { rows: answers } = await pool.query(`explain (analyze, format json) ${text}`, params)
    const [{ Plan: plan, 'Execution Time': time }] = answers[0]['QUERY PLAN']
    ms += time
    plans.push(...flat(plan))
  }
  const names = plans.flatMap(
    (one) => one['Index Name'] ?? (one['Node Type'] === 'Seq Scan' ? 'SEQ SCAN' : []),
  )
  return {
    ms: rounded(ms, 2),
    statements: sent.length,
    read: plans.filter((one) => !one.Plans?.length).reduce((sum, one) => sum + touched(one), 0),
    by: [...new Set(names)].join(' '),
    sorts: plans.some((one) => one['Node Type'].includes('Sort')),
  }
}

function flat(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flat)]
}

function touched(plan: Plan): number {
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  return Math.round((plan['Actual Rows'] + removed) * plan['Actual Loops'])
}

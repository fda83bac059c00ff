import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

export const clearingStatuses = ['queued', 'running', 'done', 'failed'] as const

/** Result of a market-wide run. */
export interface ClearingResult {
  parties: number
  edges: number
  served: number
  weight: number
  is_optimal: boolean
  bound: number
  /** Rings as links that can be proposed, and afterwards the proposed ring or the reason why it was refused. */
  rings: {
    links: { gives_id: string; to_id: string; score: number }[]
    ring_id: string | null
    refusal: string | null
  }[]
}

export const clearings = pgTable(
  'clearings',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('clearing')().notNull(),
    scope: text().$type<'own' | 'network'>().notNull(),
    /** Null for rings of any length. */
    maxLength: integer(),
    objective: text().$type<'participants' | 'weight'>().notNull(),
    status: text('state').$type<(typeof clearingStatuses)[number]>().notNull(),
    result: jsonb().$type<ClearingResult>(),
    claimedUntil: instantColumn(),
    createdAt: instantColumn().notNull(),
    endedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type ClearingRow = typeof clearings.$inferSelect

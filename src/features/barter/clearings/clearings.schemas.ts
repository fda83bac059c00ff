import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.ts'
import { type ClearingRow, clearingStates } from './clearings.table.ts'

export const clearingInput = z
  .strictObject({
    max_length: z
      .int()
      .min(2)
      .max(10)
      .nullable()
      .default(3)
      .describe('Maximum number of parties in a ring. Null: no limit'),
    objective: z.enum(['participants', 'weight']).default('participants'),
    scope: z
      .enum(['own', 'network'])
      .default('own')
      .describe('`own`: among your parties. `network`: among all, for the operator (`rings:operate`)'),
  })
  .meta({ id: 'ClearingBody' })

export const clearing = z
  .object({
    id: idOf('clearing'),
    scope: z.enum(['own', 'network']),
    max_length: z.int().nullable(),
    objective: z.enum(['participants', 'weight']),
    state: z.enum(clearingStates),
    result: z
      .object({
        parties: z.int(),
        edges: z.int(),
        served: z.int(),
        weight: z.number(),
        is_optimal: z.boolean().describe('True if it is proven that no other choice of rings does better'),
        bound: z.number().describe('Upper bound on what any choice of rings can reach'),
        rings: z.array(
          z.object({
            links: z.array(z.object({ gives_id: z.string(), to_id: z.string(), score: z.number() })),
            ring_id: z.string().nullable(),
            refusal: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    created_at: instant,
    ended_at: instant.nullable(),
  })
  .meta({ id: 'Clearing' })

export function showClearing(row: ClearingRow): z.output<typeof clearing> {
  return {
    id: row.id,
    scope: row.scope,
    max_length: row.maxLength,
    objective: row.objective,
    state: row.state,
    result: row.result,
    created_at: row.createdAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
  }
}

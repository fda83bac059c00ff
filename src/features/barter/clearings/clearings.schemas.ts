import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.ts'
import { type ClearingRow, clearingStatuses } from './clearings.table.ts'

export const clearingInput = z
  .strictObject({
    max_length: z
      .int()
      .min(2)
      .max(10)
      .nullable()
      .default(3)
      .describe('Maximum number of parties in a ring. Null: no limit'),
    objective: z
      .enum(['participants', 'weight'])
      .default('participants')
      .describe('What to maximize first: the number of parties that receive help, or the sum of the scores'),
    scope: z
      .enum(['own', 'network'])
      .default('own')
      .describe('`own`: among your parties. `network`: among all, for the operator (`rings:operate`)'),
  })
  .meta({ id: 'ClearingBody' })

export const clearing = z
  .object({
    id: idOf('clearing'),
    scope: z.enum(['own', 'network']).describe('`own`: among your parties. `network`: among all'),
    max_length: z.int().nullable().describe('Maximum number of parties in a ring. Null: no limit'),
    objective: z
      .enum(['participants', 'weight'])
      .describe('What to maximize first: the number of parties that receive help, or the sum of the scores'),
    status: z
      .enum(clearingStatuses)
      .describe('A clearing runs in the background until it is `done` or has `failed`'),
    result: z
      .object({
        parties: z.int().describe('Number of parties that could give or receive'),
        edges: z.int().describe('Number of possible gifts between two parties'),
        served: z.int().describe('Number of parties in the rings found'),
        weight: z.number().describe('Sum of the scores of all links'),
        is_optimal: z.boolean().describe('True if it is proven that no other set of rings is better'),
        bound: z.number().describe('Upper bound of what any set of rings can reach'),
        rings: z
          .array(
            z.object({
              links: z
                .array(
                  z.object({
                    gives_id: z.string().describe('The barter offer, or the need, of the giving party'),
                    to_id: z.string().describe('The need, or the barter offer, of the receiving party'),
                    score: z.number().describe('Match score of this link, from 0 to 1'),
                  }),
                )
                .describe('Links in order: the receiver of each link is the giver of the next'),
              ring_id: z
                .string()
                .nullable()
                .describe(
                  'The proposed ring. Null before the rings are proposed, or if this ring could not be proposed',
                ),
              refusal: z.string().nullable().describe('Error code that says why the ring was not proposed'),
            }),
          )
          .describe('The rings found'),
      })
      .nullable()
      .describe('Result of the clearing. Null until it is done'),
    created_at: instant,
    ended_at: instant.nullable().describe('When the clearing ended'),
  })
  .meta({ id: 'Clearing' })

export function showClearing(row: ClearingRow): z.output<typeof clearing> {
  return {
    id: row.id,
    scope: row.scope,
    max_length: row.maxLength,
    objective: row.objective,
    status: row.status,
    result: row.result,
    created_at: row.createdAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
  }
}

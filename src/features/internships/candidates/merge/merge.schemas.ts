import { z } from 'zod'
import * as wire from '../../../../shared/wire.ts'
import { candidate } from '../candidates.schemas.ts'

export const mergeInput = z
  .strictObject({
    from_id: wire.idOf('candidate').describe('The record that ends. The one in the URL stays'),
    dry_run: z.boolean().default(false).describe('Write nothing; answer what would happen'),
  })
  .meta({ id: 'CandidateMergeBody' })
export type MergeInput = z.output<typeof mergeInput>

export const mergeAnswer = z
  .object({
    dry_run: z.boolean(),
    from_id: wire.idOf('candidate'),
    candidate: candidate.describe('The kept candidate after the merge'),
    fields: z
      .array(
        z.object({
          name: z.string(),
          outcome: z
            .enum(['kept', 'filled', 'combined'])
            .describe(
              "`kept`: the kept candidate's value stays. `filled`: it was blank and took the other's. `combined`: made of both",
            ),
          kept: z.unknown().describe('Value of the kept candidate before the merge'),
          from: z.unknown().describe('Value of the other candidate'),
        }),
      )
      .describe('Fields in which the two records differ'),
    moved: z.object({
      introductions: z.int(),
      engagements: z.int(),
      preferences: z.int().describe('Lists of choices that the candidate made'),
      rankings: z.int().describe('Lists in which an organization ranked the candidate'),
      cohorts: z.int().describe('Cohorts that changed'),
      placement_results: z.int(),
      blocks: z.int().describe('Organizations that blocked the candidate'),
    }),
    withdrawn: z.object({
      introductions: z
        .int()
        .describe('Open introductions that ended: of two with one need, or since consent no longer holds'),
    }),
    dropped: z.object({
      preferences: z.int().describe('Lists that gave way to the choices of the kept candidate'),
      placement_results: z.int().describe('Results that gave way to another in the same placement'),
    }),
  })
  .meta({ id: 'CandidateMerge' })
export type MergeAnswer = z.output<typeof mergeAnswer>

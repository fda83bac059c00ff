import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { needCapacity, organizationCapacity } from '../cohorts/cohorts.schemas.ts'

export const methods = ['stable', 'most_placed'] as const
export type Method = (typeof methods)[number]
export const placementStates = ['draft', 'publishing', 'published'] as const
export type PlacementState = (typeof placementStates)[number]
/** Not open or without consent; nothing in the cohort fits; others were placed where they could have been. */
export const unplacedReasons = ['not_ranked', 'no_match', 'no_room'] as const
export type UnplacedReason = (typeof unplacedReasons)[number]

/** Overrides of the cohort's and program's settings for one run. */
export const quotas = z.strictObject({
  placements_per_organization: z.int().min(0).max(1000).optional(),
  needs: z.array(needCapacity.required()).max(5000).default([]),
  organizations: z.array(organizationCapacity).max(5000).default([]),
})
export type Quotas = z.output<typeof quotas>

export const placementInput = z
  .strictObject({
    method: z
      .enum(methods)
      .describe(
        '`stable`: no candidate and organization would both prefer each other to their placement. `most_placed`: as many as possible, then the largest sum of scores',
      ),
    quotas: quotas.default({ needs: [], organizations: [] }),
    fill_choices: z
      .int()
      .min(1)
      .max(100)
      .default(10)
      .describe('Number of choices, by score, for candidates who sent none'),
    dry_run: z.boolean().default(false).describe('Return the results without saving a placement'),
  })
  .meta({ id: 'PlacementBody' })
export type PlacementInput = z.output<typeof placementInput>

export const summary = z.object({
  candidates: z.int(),
  placed: z.int(),
  unplaced: z.object({ not_ranked: z.int(), no_match: z.int(), no_room: z.int() }),
  ranks: z.array(z.int()).describe('How many got their first, second, … choice'),
  score_sum: z.number(),
  blocking_pairs: z
    .int()
    .describe('Pairs that would both prefer each other to their placement. 0 if the placement is stable'),
  needs_left_out: z
    .array(z.string())
    .describe('Needs of the cohort that are not open, do not exist, or are not visible to you'),
})
export type Summary = z.output<typeof summary>

export const placementResult = z
  .object({
    candidate_id: wire.idOf('candidate'),
    need_id: z.string().nullable(),
    organization_id: z.string().nullable(),
    rank: z.int().nullable().describe("Position in the candidate's choices, from 1"),
    score: z.number().nullable(),
    reason: z.enum(unplacedReasons).nullable().describe('Why the candidate is not placed'),
    introduction_id: z.string().nullable(),
    refusal: z.string().nullable().describe('Error code of why no introduction was created'),
  })
  .meta({ id: 'PlacementResult' })

export const placement = z
  .object({
    id: wire.idOf('placement').nullable().describe('Null for a dry run'),
    cohort_id: wire.idOf('cohort'),
    method: z.enum(methods),
    quotas,
    state: z.enum(placementStates),
    ...summary.shape,
    results: z
      .array(placementResult)
      .nullable()
      .describe('Only for a dry run. Otherwise read the results of the placement'),
    created_at: wire.instant,
    published_at: wire.instant.nullable(),
  })
  .meta({ id: 'Placement' })
export type PlacementShown = z.output<typeof placement>

export const outcome = z.enum(['placed', 'unplaced'])

export const comparison = z
  .object({
    placed: z.object({ this: z.int(), other: z.int() }),
    score_sum: z.object({ this: z.number(), other: z.number() }),
    same: z.int().describe('Same placement in both, or placed in neither'),
    better: z.int().describe('Candidates who get a choice they prefer in this placement'),
    worse: z.int(),
    moved: z
      .array(
        z.object({
          candidate_id: z.string(),
          this: z.object({ need_id: z.string().nullable(), rank: z.int().nullable() }),
          other: z.object({ need_id: z.string().nullable(), rank: z.int().nullable() }),
        }),
      )
      .describe('The first 1,000 candidates whose placement differs'),
  })
  .meta({ id: 'PlacementComparison' })
export type Comparison = z.output<typeof comparison>

import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { needCapacity, organizationCapacity } from '../cohorts/cohorts.schemas.ts'

export const methods = ['stable', 'most_placed'] as const
export type Method = (typeof methods)[number]
export const methodSchema = z.enum(methods)
export const placementStatuses = ['draft', 'publishing', 'published'] as const
export type PlacementStatus = (typeof placementStatuses)[number]
export const placementStatus = z.enum(placementStatuses)
/** Not open or without consent; nothing in the cohort fits; a rule of the cohort; others were placed where they could have been. */
export const unplacedReasons = ['not_ranked', 'no_match', 'kept_by_rule', 'no_room'] as const
export type UnplacedReason = (typeof unplacedReasons)[number]

/** Overrides of the cohort's and program's settings for one run. */
export const quotas = z.strictObject({
  placements_per_organization: z
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe("Most candidates to place with one organization. Default: the program's"),
  needs: z.array(needCapacity.required()).max(5000).default([]).describe('Other capacities of needs'),
  organizations: z
    .array(organizationCapacity)
    .max(5000)
    .default([])
    .describe('Other capacities of organizations'),
})
export type Quotas = z.output<typeof quotas>

export const placementInput = z
  .strictObject({
    method: z
      .enum(methods)
      .describe(
        '`stable`: no candidate and organization would both prefer each other to their placement. `most_placed`: as many as possible, then the fewest pairs that would prefer each other, then the largest sum of scores',
      ),
    quotas: quotas
      .default({ needs: [], organizations: [] })
      .describe('What differs from the settings of the cohort and the program in this run'),
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
  candidates: z.int().describe('Number of candidates in the cohort'),
  placed: z.int().describe('Number of candidates who are placed'),
  unplaced: z
    .object({
      not_ranked: z
        .int()
        .describe('Not open, or without a consent that is needed: `is_ranked` of the candidate is false'),
      no_match: z.int().describe('Nothing in the cohort matches'),
      kept_by_rule: z
        .int()
        .describe('A need of theirs closed below its minimum, or they are bound to another candidate'),
      no_room: z.int().describe('Others were placed at all their choices'),
    })
    .describe('Number of candidates who are not placed, by reason'),
  ranks: z.array(z.int()).describe('How many got their first, second, … choice'),
  score_sum: z.number().describe('Sum of the scores of all placed pairs'),
  blocking_pairs: z
    .int()
    .describe('Pairs that would both prefer each other to their placement. 0 if the placement is stable'),
  is_fewest_blocking: z
    .boolean()
    .describe(
      'True if it is proven that no placement that is as good otherwise has fewer blocking pairs. Else fewer were looked for with bounded work',
    ),
  needs_closed: z
    .array(z.string())
    .describe('Needs that stay empty because they did not reach their minimum'),
  needs_left_out: z
    .array(z.string())
    .describe('Needs of the cohort that are not open, do not exist, or are not visible to you'),
})
export type Summary = z.output<typeof summary>
type Later = 'is_fewest_blocking' | 'needs_closed'
/** Summaries of earlier versions lack some numbers. */
export type StoredSummary = Omit<Summary, Later | 'unplaced'> &
  Partial<Pick<Summary, Later>> & {
    unplaced: Omit<Summary['unplaced'], 'kept_by_rule'> & Partial<Summary['unplaced']>
  }

export const placementResult = z
  .object({
    candidate_id: wire.idOf('candidate').describe('The candidate'),
    need_id: z.string().nullable().describe('The need at which the candidate is placed'),
    organization_id: z.string().nullable().describe('The organization of that need'),
    rank: z.int().nullable().describe("Position in the candidate's choices, from 1"),
    score: z.number().nullable().describe('Score of the pair, from 0 to 1'),
    reason: z.enum(unplacedReasons).nullable().describe('Why the candidate is not placed'),
    introduction_id: z.string().nullable().describe('The introduction, once the placement is published'),
    refusal: z.string().nullable().describe('Error code of why no introduction was created'),
  })
  .meta({ id: 'PlacementResult' })

export const placement = z
  .object({
    id: wire.idOf('placement').nullable().describe('Null for a dry run'),
    cohort_id: wire.idOf('cohort').describe('The cohort'),
    method: z.enum(methods).describe('How the cohort was placed'),
    quotas: quotas.describe('What differed from the settings of the cohort and the program'),
    status: z.enum(placementStatuses).describe('`published` once the introductions are proposed'),
    ...summary.shape,
    results: z
      .array(placementResult)
      .nullable()
      .describe('Only for a dry run. Otherwise read the results of the placement'),
    created_at: wire.instant,
    published_at: wire.instant.nullable().describe('When the introductions were proposed'),
  })
  .meta({ id: 'Placement' })
export type PlacementShown = z.output<typeof placement>

export const outcome = z.enum(['placed', 'unplaced'])

const placedAt = z.object({
  need_id: z.string().nullable().describe('The need. Null: not placed'),
  rank: z.int().nullable().describe("Position in the candidate's choices, from 1"),
})

export const comparison = z
  .object({
    placed: z
      .object({ this: z.int().describe('In this placement'), other: z.int().describe('In the other') })
      .describe('Number of candidates who are placed'),
    score_sum: z
      .object({ this: z.number().describe('In this placement'), other: z.number().describe('In the other') })
      .describe('Sum of the scores of all placed pairs'),
    same: z.int().describe('Same placement in both, or placed in neither'),
    better: z.int().describe('Candidates who get a choice they prefer in this placement'),
    worse: z.int().describe('Candidates who get a choice they prefer in the other placement'),
    moved: z
      .array(
        z.object({
          candidate_id: z.string().describe('The candidate'),
          this: placedAt.describe('In this placement'),
          other: placedAt.describe('In the other placement'),
        }),
      )
      .describe('The first 1,000 candidates whose placement differs'),
  })
  .meta({ id: 'PlacementComparison' })
export type Comparison = z.output<typeof comparison>

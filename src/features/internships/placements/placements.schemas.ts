import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { needCapacity, organizationCapacity } from '../cohorts/cohorts.schemas.ts'

export const methods = ['stable', 'most_placed'] as const
export type Method = (typeof methods)[number]
export const methodSchema = z.enum(methods)
export const placementStatuses = ['draft', 'publishing', 'published'] as const
export type PlacementStatus = (typeof placementStatuses)[number]
export const placementStatus = z.enum(placementStatuses)
/**
 * Reasons: not open or without consent; nothing in the cohort fits; a rule of the cohort; others took all suitable
 * positions.
 */
export const unplacedReasons = ['not_ranked', 'no_match', 'kept_by_rule', 'no_room'] as const
export type UnplacedReason = (typeof unplacedReasons)[number]

/** Overrides of the cohort's and program's settings for one run. */
export const quotas = z.strictObject({
  placements_per_organization: z
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe("Maximum number of candidates per organization. Default: the program's"),
  needs: z
    .array(needCapacity.required())
    .max(5000)
    .default([])
    .describe("Capacities of needs that differ from the cohort's"),
  organizations: z
    .array(organizationCapacity)
    .max(5000)
    .default([])
    .describe("Capacities of organizations that differ from the cohort's"),
})
export type Quotas = z.output<typeof quotas>

export const placementInput = z
  .strictObject({
    method: z
      .enum(methods)
      .describe(
        '`stable`: no candidate and organization prefer each other over their placements. `most_placed`: as many candidates as possible, then the fewest pairs that prefer each other, then the largest sum of scores',
      ),
    quotas: quotas
      .default({ needs: [], organizations: [] })
      .describe('Settings of this run that differ from those of the cohort and the program'),
    fill_choices: z
      .int()
      .min(1)
      .max(100)
      .default(10)
      .describe('Number of choices, by score, that are filled in for candidates who sent none'),
    dry_run: z.boolean().default(false).describe('`true` returns the results without saving a placement'),
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
        .describe('Candidates who are not open, or lack a required consent: their `is_ranked` is false'),
      no_match: z.int().describe('Candidates who match no need of the cohort'),
      kept_by_rule: z
        .int()
        .describe(
          'Candidates whose need closed below its minimum, or who are tied to another candidate by a rule',
        ),
      no_room: z.int().describe('Candidates whose choices were all taken by others'),
    })
    .describe('Number of candidates who are not placed, by reason'),
  ranks: z.array(z.int()).describe('Numbers of candidates who got their first, second, … choice'),
  score_sum: z.number().describe('Sum of the scores of all placed pairs'),
  blocking_pairs: z
    .int()
    .describe('Pairs that prefer each other over their placements. 0 if the placement is stable'),
  is_fewest_blocking: z
    .boolean()
    .describe(
      'True if it is proven that no equally good placement has fewer blocking pairs. False if the search for one was stopped at its work limit',
    ),
  needs_closed: z.array(z.string()).describe('Needs that closed because they did not reach their minimum'),
  needs_left_out: z
    .array(z.string())
    .describe('Needs of the cohort that are not open, no longer exist, or are not visible to you'),
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
    rank: z.int().nullable().describe("Rank of the need in the candidate's choices, from 1"),
    score: z.number().nullable().describe('Score of the pair, from 0 to 1'),
    reason: z.enum(unplacedReasons).nullable().describe('Why the candidate is not placed'),
    introduction_id: z
      .string()
      .nullable()
      .describe('The introduction. Null until the placement is published'),
    refusal: z.string().nullable().describe('Error code that says why no introduction was created'),
  })
  .meta({ id: 'PlacementResult' })

export const placement = z
  .object({
    id: wire.idOf('placement').nullable().describe('Id of the placement. Null for a dry run'),
    cohort_id: wire.idOf('cohort').describe('The cohort'),
    method: z.enum(methods).describe('Method of the placement'),
    quotas: quotas.describe('Settings that differed from those of the cohort and the program'),
    status: z.enum(placementStatuses).describe('`published` when the introductions have been proposed'),
    ...summary.shape,
    results: z
      .array(placementResult)
      .nullable()
      .describe('Results of a dry run. Otherwise read them with `GET /v1/placements/{id}/results`'),
    created_at: wire.instant,
    published_at: wire.instant.nullable().describe('When the introductions were proposed'),
  })
  .meta({ id: 'Placement' })
export type PlacementShown = z.output<typeof placement>

export const outcome = z.enum(['placed', 'unplaced'])

const placedAt = z.object({
  need_id: z.string().nullable().describe('The need. Null: the candidate is not placed'),
  rank: z.int().nullable().describe("Rank of the need in the candidate's choices, from 1"),
})

export const comparison = z
  .object({
    placed: z
      .object({ this: z.int().describe('In this placement'), other: z.int().describe('In the other') })
      .describe('Number of candidates who are placed'),
    score_sum: z
      .object({ this: z.number().describe('In this placement'), other: z.number().describe('In the other') })
      .describe('Sum of the scores of all placed pairs'),
    same: z.int().describe('Candidates with the same result in both placements'),
    better: z.int().describe('Candidates who prefer their result in this placement'),
    worse: z.int().describe('Candidates who prefer their result in the other placement'),
    moved: z
      .array(
        z.object({
          candidate_id: z.string().describe('The candidate'),
          this: placedAt.describe('In this placement'),
          other: placedAt.describe('In the other placement'),
        }),
      )
      .describe('The first 1,000 candidates whose results differ'),
  })
  .meta({ id: 'PlacementComparison' })
export type Comparison = z.output<typeof comparison>

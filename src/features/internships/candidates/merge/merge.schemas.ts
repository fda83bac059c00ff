import { z } from 'zod'
import { mergeAnswerFields, mergeInputOf } from '../../../postings/index.ts'
import { candidate } from '../candidates.schemas.ts'

export const mergeInput = mergeInputOf('candidate').meta({ id: 'CandidateMergeBody' })
export type MergeInput = z.output<typeof mergeInput>

export const mergeAnswer = z
  .object({
    ...mergeAnswerFields('candidate'),
    candidate: candidate.describe('The kept candidate after the merge'),
    moved: z
      .object({
        introductions: z.int().describe('Introductions of the student'),
        engagements: z.int().describe('Engagements. Their hours, feedback and plans move with them'),
        preferences: z.int().describe('Ranked choices of the candidate'),
        rankings: z.int().describe('Rankings of organizations that contain the candidate'),
        cohorts: z.int().describe('Cohorts that contain the candidate'),
        placement_results: z.int().describe('Results in placements'),
        blocks: z.int().describe('Organizations that blocked the candidate'),
        connections: z.int().describe('Organizations that list the candidate as known'),
      })
      .describe('Numbers of records that move to the kept record'),
    withdrawn: z
      .object({
        introductions: z
          .int()
          .describe(
            'Open introductions that were withdrawn: because both records had one with the same need, or because a consent was lost',
          ),
      })
      .describe('Numbers of withdrawn records'),
    dropped: z
      .object({
        preferences: z
          .int()
          .describe('Ranked choices that were dropped in favour of those of the kept candidate'),
        placement_results: z
          .int()
          .describe('Results that were dropped because the kept candidate has one in the same placement'),
      })
      .describe('Numbers of dropped records'),
  })
  .meta({ id: 'CandidateMerge' })
export type MergeAnswer = z.output<typeof mergeAnswer>

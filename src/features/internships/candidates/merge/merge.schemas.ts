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
        engagements: z.int().describe('Hours, feedback and plans follow with them'),
        preferences: z.int().describe('Lists of choices that the candidate made'),
        rankings: z.int().describe('Lists in which an organization ranked the candidate'),
        cohorts: z.int().describe('Cohorts that changed'),
        placement_results: z.int().describe('Results in placements'),
        blocks: z.int().describe('Organizations that blocked the candidate'),
        connections: z.int().describe('Organizations that named the candidate as known'),
      })
      .describe('What follows to the kept record, in numbers'),
    withdrawn: z
      .object({
        introductions: z
          .int()
          .describe('Open introductions that ended: of two with one need, or since consent no longer holds'),
      })
      .describe('What was withdrawn'),
    dropped: z
      .object({
        preferences: z.int().describe('Lists that gave way to the choices of the kept candidate'),
        placement_results: z.int().describe('Results that gave way to another in the same placement'),
      })
      .describe('What gave way to the same of the kept record'),
  })
  .meta({ id: 'CandidateMerge' })
export type MergeAnswer = z.output<typeof mergeAnswer>

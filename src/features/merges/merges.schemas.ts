import { z } from 'zod'
import { helper, mergeAnswerFields, mergeInputOf, organization } from '../postings/index.ts'

/** What follows any party, whichever side it is on. */
const movedOfParty = {
  introductions: z.int().describe('Introductions of the party'),
  engagements: z.int().describe('Hours, feedback and plans follow with them'),
  rings: z.int().describe('Rings that the party is on'),
  credit_entries: z.int().describe('Entries of the time credits. The balances of both add up'),
}

export const helperMergeInput = mergeInputOf('helper').meta({ id: 'HelperMergeBody' })

export const helperMergeAnswer = z
  .object({
    ...mergeAnswerFields('helper'),
    helper: helper.describe('The kept helper after the merge'),
    moved: z
      .object({
        offers: z.int().describe('They keep their ids and external ids'),
        ...movedOfParty,
        blocks: z.int().describe('Organizations that blocked the helper'),
        connections: z.int().describe('Organizations that named the helper as known'),
      })
      .describe('What follows to the kept record, in numbers'),
  })
  .meta({ id: 'HelperMerge' })
export type HelperMergeAnswer = z.output<typeof helperMergeAnswer>

export const organizationMergeInput = mergeInputOf('org').meta({ id: 'OrganizationMergeBody' })

export const organizationMergeAnswer = z
  .object({
    ...mergeAnswerFields('org'),
    organization: organization.describe('The kept organization after the merge'),
    moved: z
      .object({
        needs: z.int().describe('They keep their ids and external ids'),
        sprints: z.int().describe('Sprints of the organization'),
        ...movedOfParty,
        rankings: z.int().describe('Lists in which the organization ranked candidates'),
        cohorts: z.int().describe('Cohorts that changed'),
        placement_results: z.int().describe('Placements with the organization'),
        blocks: z.int().describe('Helpers and candidates that blocked the organization'),
        connections: z.int().describe('Helpers that named the organization as known'),
      })
      .describe('What follows to the kept record, in numbers'),
    dropped: z
      .object({ rankings: z.int().describe('Lists that gave way to those of the kept organization') })
      .describe('What gave way to the same of the kept record'),
  })
  .meta({ id: 'OrganizationMerge' })
export type OrganizationMergeAnswer = z.output<typeof organizationMergeAnswer>

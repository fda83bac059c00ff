import { z } from 'zod'
import { helper, mergeAnswerFields, mergeInputOf, organization } from '../postings/index.ts'

/** Counts for any party, whichever side it is on. */
const movedOfParty = {
  introductions: z.int().describe('Introductions of the party'),
  engagements: z.int().describe('Engagements. Their hours, feedback and plans move with them'),
  rings: z.int().describe('Rings in which the party takes part'),
  credit_entries: z.int().describe('Entries of the time credits. The balances of both are added'),
}

export const helperMergeInput = mergeInputOf('helper').meta({ id: 'HelperMergeBody' })

export const helperMergeAnswer = z
  .object({
    ...mergeAnswerFields('helper'),
    helper: helper.describe('The kept helper after the merge'),
    moved: z
      .object({
        offers: z.int().describe('Offers. They keep their ids and external ids'),
        ...movedOfParty,
        blocks: z.int().describe('Organizations that blocked the helper'),
        connections: z.int().describe('Organizations that list the helper as known'),
      })
      .describe('Numbers of records that move to the kept record'),
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
        needs: z.int().describe('Needs. They keep their ids and external ids'),
        sprints: z.int().describe('Sprints of the organization'),
        ...movedOfParty,
        rankings: z.int().describe('Rankings of candidates by the organization'),
        cohorts: z.int().describe('Cohorts that contain the organization'),
        placement_results: z.int().describe('Placements with the organization'),
        blocks: z.int().describe('Helpers and candidates that blocked the organization'),
        connections: z.int().describe('Helpers that list the organization as known'),
      })
      .describe('Numbers of records that move to the kept record'),
    dropped: z
      .object({
        rankings: z.int().describe('Rankings that were dropped in favour of those of the kept organization'),
      })
      .describe('Numbers of dropped records'),
  })
  .meta({ id: 'OrganizationMerge' })
export type OrganizationMergeAnswer = z.output<typeof organizationMergeAnswer>

import { z } from 'zod'
import { helper, mergeAnswerFields, mergeInputOf } from '../postings/index.ts'

/** What follows any party, whichever side it is on. */
const movedOfParty = {
  introductions: z.int(),
  engagements: z.int().describe('Hours, feedback and plans follow with them'),
  rings: z.int(),
  credit_entries: z.int().describe('Entries of the time credits. The balances of both add up'),
}

export const helperMergeInput = mergeInputOf('helper').meta({ id: 'HelperMergeBody' })

export const helperMergeAnswer = z
  .object({
    ...mergeAnswerFields('helper'),
    helper: helper.describe('The kept helper after the merge'),
    moved: z.object({
      offers: z.int().describe('They keep their ids and external ids'),
      ...movedOfParty,
      blocks: z.int().describe('Organizations that blocked the helper'),
      connections: z.int().describe('Organizations that named the helper as known'),
    }),
  })
  .meta({ id: 'HelperMerge' })
export type HelperMergeAnswer = z.output<typeof helperMergeAnswer>

import { z } from 'zod'
import { listQuery } from '../../../platform/http/index.ts'
import { issueText } from '../../../shared/issue-messages.ts'
import * as wire from '../../../shared/wire.ts'
import { wholeNumber } from '../../../shared/written-numbers.ts'
import { ringsListed } from './rings.list.ts'
import { ringStatuses } from './rings.table.ts'

const MOST_LINKS = 8
const postingId = z.union([wire.idOf('need'), wire.idOf('offer')], {
  error: (issue) =>
    typeof issue.input === 'string' ? issueText('fault_of_posting', { what: 'need_or_offer_id' }) : undefined,
})

export const ringsQuery = z.strictObject({
  max_length: wholeNumber(z.int().min(2).max(4).default(3)).describe('Maximum number of parties in a ring'),
  limit: wholeNumber(z.int().min(1).max(50).default(10)).describe('Maximum number of rings to return'),
})

export const ringInput = z
  .strictObject({
    links: z
      .array(
        z.strictObject({
          gives_id: postingId.describe(
            'The giver: a barter offer, or a need (for what its organization gives)',
          ),
          to_id: postingId.describe('The receiver: a need, or a barter offer (for what its helper wants)'),
          value_per_hour: wire.money
            .optional()
            .describe('Fair market value of an hour, for statements of parties that must report it'),
        }),
      )
      .min(2)
      .max(MOST_LINKS)
      .describe(
        'Links in order: the receiver of each link is the giver of the next, and the last gives to the first',
      ),
    message: wire
      .text(1, 2000)
      .optional()
      .describe('Message to the other parties. Leave out contact details'),
    expires_at: wire.instant
      .optional()
      .describe(
        'Time until which the others may answer: at least 24 hours and at most 14 days from now, unless the operator has set other limits. Default: in 72 hours',
      ),
  })
  .meta({ id: 'RingBody' })
export type RingInput = z.output<typeof ringInput>

export const ringListQuery = listQuery(ringsListed)

const side = z.object({
  id: z.string().describe('Id of the need or offer'),
  title: z.string().describe('Title of the need or offer'),
  skills: z.array(z.string()).describe('Skills given or wanted'),
  hours_per_week: z.number().nullable().describe('Hours per week offered or wanted'),
})

const party = z.object({
  organization_id: z.string().nullable().describe('The organization, if the party is one'),
  helper_id: z.string().nullable().describe('The helper, if the party is a helper without an organization'),
  is_yours: z.boolean().describe('Whether the party belongs to you'),
  gives: side.describe('What this party gives'),
  to: side.describe('What the next party wants and receives'),
  score: z.number().describe('Match score of this link, from 0 to 1'),
  hours_per_week: z
    .number()
    .nullable()
    .describe(
      'Hours per week given in this link: the smaller of the hours given and wanted. Null if neither is stated',
    ),
  gets_hours_per_week: z.number().nullable().describe('Hours per week that this party receives'),
  balance_hours_per_week: z
    .number()
    .nullable()
    .describe('Hours given minus hours received. The difference is booked as time credits'),
})

export const ringShown = z
  .object({
    score: z.number().describe('Score of the ring: that of its weakest link'),
    parties: z
      .array(party)
      .describe('Links in order: each party gives to the next, and the last to the first'),
  })
  .meta({ id: 'FoundRing' })
export type RingShown = z.output<typeof ringShown>

export const ring = z
  .object({
    id: wire.idOf('ring'),
    status: z
      .enum(ringStatuses)
      .describe(
        '`accepted` when all parties have accepted. `broken` if all have accepted but a need or offer was no longer available',
      ),
    reason: z.string().nullable().describe('Why an accepted ring is `broken`'),
    is_proposed_by_you: z.boolean().describe('Whether you proposed the ring'),
    message: z.string().nullable().describe('Message of the proposing partner'),
    expires_at: wire.instant,
    ended_at: wire.instant.nullable().describe('When the ring was accepted, declined, broken or expired'),
    parties: z
      .array(
        party.extend({
          has_accepted: z.boolean().describe('Whether the party has accepted'),
          value_per_hour: wire.money.nullable().describe('Stated value of an hour, used in statements'),
          engagement_id: z
            .string()
            .nullable()
            .describe('The engagement of this link. Null until all parties have accepted'),
        }),
      )
      .describe('Links in order: each party gives to the next, and the last to the first'),
    version: wire.version,
    created_at: wire.instant,
    updated_at: wire.instant,
  })
  .meta({ id: 'Ring' })
export type RingFullyShown = z.output<typeof ring>

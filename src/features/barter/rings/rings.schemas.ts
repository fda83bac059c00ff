import { z } from 'zod'
import { pageQuery } from '../../../platform/http/index.ts'
import * as wire from '../../../shared/wire.ts'
import { ringStates } from './rings.table.ts'

const MOST_LINKS = 8
const postingId = z.union([wire.idOf('need'), wire.idOf('offer')], {
  error: (issue) =>
    typeof issue.input === 'string'
      ? 'Must be the id of a need or an offer, such as need_01h455vb4pex5vsknk084sn02q.'
      : undefined,
})

export const ringsQuery = z.strictObject({
  max_length: z.coerce.number().int().min(2).max(4).default(3),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const ringInput = z
  .strictObject({
    links: z
      .array(
        z.strictObject({
          gives_id: postingId.describe('A barter offer, or a need for what it gives'),
          to_id: postingId.describe('A need, or a barter offer for what it wants'),
          value_per_hour: wire.money
            .optional()
            .describe('Fair market value of an hour, for statements of parties that must report it'),
        }),
      )
      .min(2)
      .max(MOST_LINKS)
      .describe(
        'In order: the receiver of each link is the giver of the next, and the last gives to the first',
      ),
    message: wire.text(1, 2000).optional(),
    expires_at: wire.instant
      .optional()
      .describe(
        'At least 24 hours and at most 14 days from now, unless the service is set up otherwise. Default: in 72 hours',
      ),
  })
  .meta({ id: 'RingBody' })
export type RingInput = z.output<typeof ringInput>

export const ringListQuery = z.strictObject({ ...pageQuery, state: z.enum(ringStates).optional() })

const side = z.object({
  id: z.string().describe('Id of the need or offer'),
  title: z.string(),
  skills: z.array(z.string()),
  hours_per_week: z.number().nullable(),
})

const party = z.object({
  organization_id: z.string().nullable(),
  helper_id: z.string().nullable(),
  is_yours: z.boolean(),
  gives: side,
  to: side.describe('What the next party wants and receives'),
  score: z.number(),
  hours_per_week: z
    .number()
    .nullable()
    .describe('The smaller of the hours given and wanted. Null if neither is stated'),
  gets_hours_per_week: z.number().nullable(),
  balance_hours_per_week: z
    .number()
    .nullable()
    .describe('Hours given minus hours received. Time credits keep the difference'),
})

export const ringShown = z
  .object({
    score: z.number().describe('Score of the weakest link'),
    parties: z.array(party),
  })
  .meta({ id: 'FoundRing' })
export type RingShown = z.output<typeof ringShown>

export const ring = z
  .object({
    id: wire.idOf('ring'),
    state: z.enum(ringStates),
    reason: z.string().nullable(),
    is_proposed_by_you: z.boolean(),
    message: z.string().nullable(),
    expires_at: wire.instant,
    ended_at: wire.instant.nullable(),
    parties: z.array(
      party.extend({
        has_accepted: z.boolean(),
        value_per_hour: wire.money.nullable(),
        engagement_id: z.string().nullable().describe('Set once the ring has closed'),
      }),
    ),
    created_at: wire.instant,
    updated_at: wire.instant,
  })
  .meta({ id: 'Ring' })
export type RingFullyShown = z.output<typeof ring>

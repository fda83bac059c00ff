import { z } from 'zod'
import { pageQuery } from '../../../platform/http/index.ts'
import * as wire from '../../../shared/wire.ts'
import { ringStates } from './rings.table.ts'

const MOST_LINKS = 8
const postingId = z.union([wire.idOf('need'), wire.idOf('offer')])

export const ringsQuery = z.strictObject({
  max_length: z.coerce.number().int().min(2).max(4).default(3),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const ringInput = z
  .strictObject({
    links: z
      .array(
        z.strictObject({
          gives_id: postingId.describe('A barter offer, or a need by what it gives'),
          to_id: postingId.describe('A need, or a barter offer by what it wants'),
          value_per_hour: wire.money
            .optional()
            .describe('Fair market value of an hour, for the statements of those who have to report it'),
        }),
      )
      .min(2)
      .max(MOST_LINKS)
      .describe('In their order: who gets by one link gives by the next, and the last gives to the first'),
    message: wire.text(1, 2000).optional(),
    expires_at: wire.instant.optional().describe('Default: in 72 hours'),
  })
  .meta({ id: 'RingBody' })
export type RingInput = z.output<typeof ringInput>

export const ringListQuery = z.strictObject({ ...pageQuery, state: z.enum(ringStates).optional() })

const side = z.object({
  id: z.string().describe('Of the need or offer'),
  title: z.string(),
  skills: z.array(z.string()),
  hours_per_week: z.number().nullable(),
})

const party = z.object({
  organization_id: z.string().nullable(),
  helper_id: z.string().nullable(),
  is_yours: z.boolean(),
  gives: side,
  to: side.describe('What the next party wants, and gets by this'),
  score: z.number(),
  hours_per_week: z
    .number()
    .nullable()
    .describe('As many as the one gives and the other wants; null where unsaid'),
  gets_hours_per_week: z.number().nullable(),
  balance_hours_per_week: z
    .number()
    .nullable()
    .describe('Given less got: what is left is kept in time credits'),
})

export const ringShown = z
  .object({
    score: z.number().describe('Of its weakest link'),
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
        engagement_id: z.string().nullable().describe('Once the ring is closed'),
      }),
    ),
    created_at: wire.instant,
    updated_at: wire.instant,
  })
  .meta({ id: 'Ring' })
export type RingFullyShown = z.output<typeof ring>

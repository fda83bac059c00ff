import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import {
  learningGoalShown,
  learningGoals,
  offeredSkillShown,
  offeredSkills,
  returnSkillShown,
  returnSkills,
} from '../../skills/index.ts'
import { noticesShown, resourceFields } from '../posting.schemas.ts'
import { payUnit, workInput, workShown } from '../work-fields.ts'

export const offerStatus = z.enum(['open', 'paused', 'closed'])

const common = {
  helper_id: wire.idOf('helper'),
  ...workInput,
  description: wire.text(0, 10_000).default(''),
  skills: offeredSkills.default([]),
  location: wire.location.optional().describe("Default: the helper's"),
  open_to: z
    .array(wire.organizationKind)
    .max(3)
    .default([])
    .describe(
      'Kinds of organization that may match. Default: all kinds, and only nonprofits for volunteers. The answer shows the kinds that count in `effective_open_to`',
    ),
  status: offerStatus.optional().describe('Default: unchanged, or `open` for a new offer'),
  external_id: wire.externalId.optional(),
}

/** One variant for each kind of help, since the terms differ. */
export const offerInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('volunteer'),
      terms: z.strictObject({ causes: wire.causes.default([]) }).default({ causes: [] }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('intern'),
      terms: z
        .strictObject({
          credit_required: z.boolean().default(false),
          paid_only: z.boolean().default(false).describe('Match only needs with a budget'),
          hours_required: z.number().positive().max(5000).optional(),
          learning_goals: learningGoals.default([]),
          stipend: wire.money.optional(),
        })
        .default({ credit_required: false, paid_only: false, learning_goals: [] }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('barter'),
      terms: z.strictObject({ wants: returnSkills.min(1) }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('paid'),
      terms: z.strictObject({ rate: wire.money, unit: payUnit }),
    }),
  ])
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .meta({ id: 'OfferBody' })
export type OfferInput = z.output<typeof offerInput>

export const termsShown = z.union([
  z.object({ kind: z.literal('volunteer'), causes: z.array(z.string()) }),
  z.object({
    kind: z.literal('intern'),
    credit_required: z.boolean(),
    paid_only: z.boolean(),
    hours_required: z.number().nullable(),
    learning_goals: z.array(learningGoalShown),
    stipend: wire.money.nullable(),
  }),
  z.object({ kind: z.literal('barter'), wants: z.array(returnSkillShown) }),
  z.object({ kind: z.literal('paid'), rate: wire.money, unit: payUnit }),
])
export type OfferTerms = z.output<typeof termsShown>
type InternTerms = Extract<OfferTerms, { kind: 'intern' }>
/** Terms as stored. Rows of the first version lack `paid_only`. */
export type StoredTerms =
  | Exclude<OfferTerms, InternTerms>
  | (Omit<InternTerms, 'paid_only'> & Partial<Pick<InternTerms, 'paid_only'>>)

export const effectiveOpenToShown = z
  .array(wire.organizationKind)
  .describe('Kinds of organization that can match: `open_to`, or its default if that is empty')

export const offer = z
  .object({
    ...resourceFields('offer'),
    helper_id: wire.idOf('helper'),
    kind: wire.offerKind,
    ...workShown,
    status: offerStatus,
    skills: z.array(offeredSkillShown),
    open_to: z.array(wire.organizationKind).describe('As posted'),
    effective_open_to: effectiveOpenToShown,
    terms: termsShown,
    notices: noticesShown,
  })
  .meta({ id: 'Offer' })
export type Offer = z.output<typeof offer>

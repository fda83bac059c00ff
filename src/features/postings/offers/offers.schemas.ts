import { z } from 'zod'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import {
  learningGoalShown,
  learningGoals,
  offeredSkillShown,
  offeredSkills,
  returnSkillShown,
  returnSkills,
} from '../../skills/index.ts'
import { presenceInput, presenceShown } from '../day-ranges.ts'
import { helper } from '../helpers/helpers.schemas.ts'
import { noticesShown, resourceFields } from '../posting.schemas.ts'
import { moneyPerUnit, workInput, workShown } from '../work-fields.ts'

export const offerStatus = z.enum(['open', 'paused', 'closed'])

const common = {
  helper_id: wire.idOf('helper').describe('Helper who makes the offer'),
  ...workInput,
  ...presenceInput,
  description: wire.text(0, 10_000).default('').describe('Description of the help'),
  skills: offeredSkills.default([]).describe('Skills of the helper'),
  location: wire.location.optional().describe("Default: the helper's"),
  open_to: z
    .array(wire.organizationKind)
    .max(3)
    .default([])
    .describe(
      'Kinds of organization that may match. Default: all kinds, but only nonprofits for volunteers. `effective_open_to` in the response shows the kinds that apply',
    ),
  status: offerStatus
    .optional()
    .describe('Status of the offer. Default: unchanged, or `open` for a new offer'),
  external_id: wire.externalId.optional(),
  metadata: metadataInput.optional(),
}

/** One variant per kind of help, because the terms differ. */
export const offerInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('volunteer').describe('Kind of help'),
      terms: z
        .strictObject({ causes: wire.causes.default([]) })
        .default({ causes: [] })
        .describe('What the helper expects in return'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('intern').describe('Kind of help'),
      terms: z
        .strictObject({
          credit_required: z.boolean().default(false).describe('The work must earn academic credit'),
          paid_only: z.boolean().default(false).describe('Match only needs with a budget'),
          hours_required: z
            .number()
            .positive()
            .max(5000)
            .optional()
            .describe('Total hours that the intern must complete'),
          learning_goals: learningGoals.default([]).describe('Skills that the intern wants to learn'),
          stipend: wire.money.optional().describe('Total stipend that the intern expects'),
        })
        .default({ credit_required: false, paid_only: false, learning_goals: [] })
        .describe('What the helper expects in return'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('barter').describe('Kind of help'),
      terms: z
        .strictObject({ wants: returnSkills.min(1).describe('Skills that the helper wants to receive') })
        .describe('What the helper expects in return'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('paid').describe('Kind of help'),
      terms: z
        .strictObject({ rate: moneyPerUnit.describe('Price of one hour, or of the whole project') })
        .describe('What the helper expects in return'),
    }),
  ])
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .meta({ id: 'OfferBody' })
export type OfferInput = z.output<typeof offerInput>

export const termsShown = z.union([
  z.object({
    kind: z.literal('volunteer').describe('Kind of help'),
    causes: z.array(z.string()).describe('Causes that matter to the helper'),
  }),
  z.object({
    kind: z.literal('intern').describe('Kind of help'),
    credit_required: z.boolean().describe('The work must earn academic credit'),
    paid_only: z.boolean().describe('Match only needs with a budget'),
    hours_required: z.number().nullable().describe('Total hours that the intern must complete'),
    learning_goals: z.array(learningGoalShown).describe('Skills that the intern wants to learn'),
    stipend: wire.money.nullable().describe('Total stipend that the intern expects'),
  }),
  z.object({
    kind: z.literal('barter').describe('Kind of help'),
    wants: z.array(returnSkillShown).describe('Skills that the helper wants to receive'),
  }),
  z.object({
    kind: z.literal('paid').describe('Kind of help'),
    rate: moneyPerUnit.describe('Price of one hour, or of the whole project'),
  }),
])
export type OfferTerms = z.output<typeof termsShown>
type InternTerms = Extract<OfferTerms, { kind: 'intern' }>
type PaidTerms = Extract<OfferTerms, { kind: 'paid' }>
/** Terms as stored: the unit of a rate is a separate field. Rows of the first version lack `paid_only`. */
export type StoredTerms =
  | Exclude<OfferTerms, InternTerms | PaidTerms>
  | (Omit<InternTerms, 'paid_only'> & Partial<Pick<InternTerms, 'paid_only'>>)
  | { kind: 'paid'; rate: z.output<typeof wire.money>; unit: PaidTerms['rate']['unit'] }

export const effectiveOpenToShown = z
  .array(wire.organizationKind)
  .describe('Kinds of organization that can match: `open_to`, or its default if that is empty')

export const offer = z
  .object({
    ...resourceFields('offer'),
    helper_id: wire.idOf('helper').describe('Helper who makes the offer'),
    kind: wire.offerKind,
    ...workShown,
    ...presenceShown,
    status: offerStatus.describe('`open` offers are ranked'),
    skills: z.array(offeredSkillShown).describe('Skills of the helper'),
    open_to: z.array(wire.organizationKind).describe('As posted'),
    effective_open_to: effectiveOpenToShown,
    terms: termsShown.describe('What the helper expects in return'),
    notices: noticesShown,
    helper: helper.optional().describe('The helper. Only with `expand=helper`'),
    left: z
      .object({
        hours_per_week: z
          .number()
          .nullable()
          .describe(
            'Weekly hours that are not reserved by active work, of this offer and of the helper in total. Null if neither states hours',
          ),
      })
      .optional()
      .describe('Free capacity. Only with `expand=left`. It can change without a new `version`'),
  })
  .meta({ id: 'Offer' })
export type Offer = z.output<typeof offer>

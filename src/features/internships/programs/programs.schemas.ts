import { z } from 'zod'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import { dayRanges, dayRangesShown, resourceFields } from '../../postings/index.ts'
import { evaluationQuestions, NO_QUESTIONS } from './evaluation-questions.ts'

const credit = z.strictObject({
  required: z.boolean().default(true).describe('True if every placement must earn credit'),
  credits: z.number().positive().max(100).optional().describe('Credits that a placement earns'),
  hours_per_credit: z.number().positive().max(1000).optional().describe('Hours of work per credit'),
})

const quotas = z.strictObject({
  placements_per_organization: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('Maximum number of students per organization. Default: no limit'),
})

export const programInput = z
  .strictObject({
    name: wire.text(1, 200).describe('Name of the program'),
    school: wire
      .text(1, 200)
      .describe('Name of the school. Texts that other partners can read must not contain it'),
    term: wire.text(1, 60).describe('Term, such as Spring 2027'),
    contact: wire.contact.describe(
      "Contact of the office. Shown instead of a student's contact if the student does not share it",
    ),
    starts_on: wire.day.describe('First day of the work'),
    ends_on: wire.day.describe('Last day of the work'),
    not_available: dayRanges
      .default([])
      .describe('Days on which no student of the program can come, such as weeks of exams and holidays'),
    credit: credit.optional().describe('Leave out if the program gives no credit'),
    hours_required: z.number().positive().max(5000).optional().describe('Total hours per student'),
    hours_per_week: wire.hours_per_week.optional().describe('Hours per week for students who state none'),
    allowed_organization_kinds: z.array(wire.organizationKind).max(3).default([]).describe('Default: all'),
    paid_only: z.boolean().default(false).describe('Match students only with needs that have a budget'),
    stipend: wire.money.optional().describe('Total stipend for students who state none'),
    quotas: quotas.default({}).describe('Limits on placements'),
    evaluations: evaluationQuestions
      .default(NO_QUESTIONS)
      .describe('Questions of the mid-term and the final evaluation'),
    external_id: wire.externalId.optional(),
    metadata: metadataInput.optional(),
  })
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .meta({ id: 'ProgramBody' })
export type ProgramInput = z.output<typeof programInput>

export const program = z
  .object({
    ...resourceFields('program'),
    name: z.string().describe('Name of the program'),
    school: z.string().describe('Name of the school'),
    term: z.string().describe('Term, such as Spring 2027'),
    contact: wire.contactShown.describe(
      "Contact of the office. Shown instead of a student's contact if the student does not share it",
    ),
    starts_on: z.string().describe('First day of the work'),
    ends_on: z.string().describe('Last day of the work'),
    not_available: dayRangesShown.describe('Days on which no student of the program can come'),
    credit: z
      .object({
        required: z.boolean().describe('True if every placement must earn credit'),
        credits: z.number().nullable().describe('Credits that a placement earns'),
        hours_per_credit: z.number().nullable().describe('Hours of work for one credit'),
      })
      .nullable()
      .describe('Null if the program gives no credit'),
    hours_required: z.number().nullable().describe('Total hours per student'),
    hours_per_week: z.number().nullable().describe('Hours per week for students who state none'),
    allowed_organization_kinds: z
      .array(wire.organizationKind)
      .describe('Kinds of organization that students are matched with. Empty: all'),
    paid_only: z.boolean().describe('Match students only with needs that have a budget'),
    stipend: wire.money.nullable().describe('Total stipend for students who state none'),
    quotas: z
      .object({
        placements_per_organization: z
          .int()
          .nullable()
          .describe('Maximum number of students per organization. Null: no limit'),
      })
      .describe('Limits on placements'),
    evaluations: evaluationQuestions.describe('Questions of the mid-term and the final evaluation'),
  })
  .meta({ id: 'Program' })
export type Program = z.output<typeof program>

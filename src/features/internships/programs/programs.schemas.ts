import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../../postings/index.ts'

const credit = z.strictObject({
  required: z.boolean().default(true).describe('True if every placement must earn credit'),
  credits: z.number().positive().max(100).optional(),
  hours_per_credit: z.number().positive().max(1000).optional(),
})

const quotas = z.strictObject({
  placements_per_organization: z.int().min(1).max(1000).optional(),
})

export const programInput = z
  .strictObject({
    name: wire.text(1, 200),
    school: wire.text(1, 200),
    term: wire.text(1, 60).describe('Such as Spring 2027'),
    contact: wire.contact.describe(
      "Contact of the office. Shown instead of a student's contact if the student does not share it",
    ),
    starts_on: wire.day,
    ends_on: wire.day,
    credit: credit.optional().describe('Leave out if the program gives no credit'),
    hours_required: z.number().positive().max(5000).optional().describe('Total hours per student'),
    hours_per_week: wire.hours_per_week.optional().describe('Default for students who name none'),
    allowed_organization_kinds: z.array(wire.organizationKind).max(3).default([]).describe('Default: all'),
    paid_only: z.boolean().default(false).describe('Match students only with needs that have a budget'),
    stipend: wire.money.optional().describe('Default total stipend for students who name none'),
    quotas: quotas.default({}),
    external_id: wire.externalId.optional(),
  })
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .meta({ id: 'ProgramBody' })
export type ProgramInput = z.output<typeof programInput>

export const program = z
  .object({
    ...resourceFields('program'),
    name: z.string(),
    school: z.string(),
    term: z.string(),
    contact: wire.contactShown,
    starts_on: z.string(),
    ends_on: z.string(),
    credit: z
      .object({
        required: z.boolean(),
        credits: z.number().nullable(),
        hours_per_credit: z.number().nullable(),
      })
      .nullable(),
    hours_required: z.number().nullable(),
    hours_per_week: z.number().nullable(),
    allowed_organization_kinds: z.array(wire.organizationKind),
    paid_only: z.boolean(),
    stipend: wire.money.nullable(),
    quotas: z.object({ placements_per_organization: z.int().nullable() }),
  })
  .meta({ id: 'Program' })
export type Program = z.output<typeof program>

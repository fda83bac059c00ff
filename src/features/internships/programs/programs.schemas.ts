import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../../postings/index.ts'

const credit = z.strictObject({
  required: z.boolean().default(true).describe('Whether each placement must earn credit'),
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
    contact: wire.contact.describe("The office's own; shown in place of a student's who does not share it"),
    starts_on: wire.day,
    ends_on: wire.day,
    credit: credit.optional().describe('Leave it out where there is none to earn'),
    hours_required: z.number().positive().max(5000).optional().describe('Of each student, in all'),
    hours_per_week: wire.hours_per_week.optional().describe('Of students who name none of their own'),
    allowed_organization_kinds: z
      .array(wire.organizationKind)
      .max(3)
      .default([])
      .describe('None named means all'),
    paid_only: z
      .boolean()
      .default(false)
      .describe('Students are matched with needs that have a budget alone'),
    stipend: wire.money.optional().describe('What students ask who name nothing of their own; in all'),
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

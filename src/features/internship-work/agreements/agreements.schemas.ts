import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'

/** Who approves: the student, the office of their program, and who guides them at the organization. */
export const roles = ['student', 'office', 'supervisor'] as const
export type Role = (typeof roles)[number]
const role = z.enum(roles)

const lines = (what: string) => z.array(wire.text(1, 500)).max(30).default([]).describe(what)
const paragraph = (what: string) => wire.text(1, 2000).nullable().default(null).describe(what)

export const agreementContent = z
  .strictObject({
    learning_goals: lines('What the student will be able to do afterwards'),
    tasks: lines('What the student will work on'),
    supervision: paragraph('Who guides the student, how and how often: by role, not by name'),
    assessment: paragraph('How both sides will know that the goals are reached'),
    starts_on: wire.day.nullable().default(null).describe('First day of the work'),
    ends_on: wire.day.nullable().default(null).describe('Last day of the work'),
    hours_per_week: wire.hours_per_week.nullable().default(null).describe('Hours of work per week'),
    hours: z.number().positive().max(10_000).nullable().default(null).describe('Total hours'),
    notes: paragraph('Anything else that was agreed on'),
  })
  .refine(({ starts_on, ends_on }) => !starts_on || !ends_on || starts_on <= ends_on, wire.datesInOrderFault)
  .meta({ id: 'LearningAgreementContent' })
export type AgreementContent = z.output<typeof agreementContent>

export const agreementInput = z
  .strictObject({
    replaces: z
      .int()
      .min(1)
      .nullable()
      .describe('The version that you have read, which this one replaces. Null for the first version'),
    content: agreementContent.describe('What is agreed on'),
    side: z.enum(['need', 'offer']).optional().describe('Required only if both sides are yours'),
  })
  .meta({ id: 'LearningAgreementBody' })
export type AgreementInput = z.output<typeof agreementInput>

export const approvalInput = z
  .strictObject({
    version: z.int().min(1).describe('The version that you approve. It must be the newest'),
    as: role
      .optional()
      .describe(
        '`student` and `office` belong to the partner of the offer, `supervisor` to that of the need. Required if you speak for more than one',
      ),
  })
  .meta({ id: 'LearningAgreementApproval' })
export type ApprovalInput = z.output<typeof approvalInput>

export const agreement = z
  .object({
    engagement_id: wire.idOf('engagement').describe('The internship'),
    version: z.int().describe('Counts the versions of the agreement, from 1'),
    content: z
      .object(agreementContent.shape)
      .nullable()
      .describe('What was agreed on. Null once the student was erased'),
    written_by: z.enum(['need', 'offer']).describe('The side that wrote this version'),
    written_at: z.string().describe('RFC 3339'),
    needed: z.array(role).describe('Who must approve'),
    yours: z.array(role).describe('Whom of these you speak for'),
    approvals: z
      .array(
        z.object({
          as: role.describe('Who approved'),
          partner_id: wire.idOf('partner').describe('The partner who approved for them'),
          approved_at: z.string().describe('RFC 3339'),
        }),
      )
      .describe('Approvals of this version, in their order. A newer version needs its own'),
    is_newest: z.boolean().describe('False for a version that was replaced'),
    is_approved: z.boolean().describe('True once all who must have approved this version'),
  })
  .meta({ id: 'LearningAgreement' })
export type AgreementShown = z.output<typeof agreement>

import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'

/** Roles that approve: the student, the office of their program, and their supervisor at the organization. */
export const roles = ['student', 'office', 'supervisor'] as const
export type Role = (typeof roles)[number]
const role = z.enum(roles)

const lines = (what: string) => z.array(wire.text(1, 500)).max(30).default([]).describe(what)
const paragraph = (what: string) => wire.text(1, 2000).nullable().default(null).describe(what)

export const agreementContent = z
  .strictObject({
    learning_goals: lines('Learning goals: what the student will be able to do afterwards'),
    tasks: lines('Tasks of the student'),
    supervision: paragraph('Supervision: who guides the student, how and how often, by role and not by name'),
    assessment: paragraph('How both sides will know that the goals are reached'),
    starts_on: wire.day.nullable().default(null).describe('First day of the work'),
    ends_on: wire.day.nullable().default(null).describe('Last day of the work'),
    hours_per_week: wire.hours_per_week.nullable().default(null).describe('Hours of work per week'),
    hours: z.number().positive().max(10_000).nullable().default(null).describe('Total hours'),
    notes: paragraph('Other agreements'),
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
      .default(null)
      .describe(
        'Version that you have read and that this one replaces. Required unless this is the first version',
      ),
    content: agreementContent.describe('Content of the agreement'),
    side: z.enum(['need', 'offer']).optional().describe('Required only if both sides are yours'),
  })
  .meta({ id: 'LearningAgreementBody' })
export type AgreementInput = z.output<typeof agreementInput>

export const approvalInput = z
  .strictObject({
    version: z.int().min(1).describe('Version that you approve. It must be the newest'),
    as: role
      .optional()
      .describe(
        'Role in which you approve: `student` and `office` belong to the partner of the offer, `supervisor` to the partner of the need. Required if several roles are yours',
      ),
  })
  .meta({ id: 'LearningAgreementApproval' })
export type ApprovalInput = z.output<typeof approvalInput>

export const agreement = z
  .object({
    engagement_id: wire.idOf('engagement').describe('Engagement of the internship'),
    version: z.int().describe('Version of the agreement, from 1'),
    content: z
      .object(agreementContent.shape)
      .nullable()
      .describe('Content of the agreement. Null if the student was erased'),
    written_by: z.enum(['need', 'offer']).describe('The side that wrote this version'),
    written_at: z.string().describe('RFC 3339'),
    needed: z.array(role).describe('Roles that must approve'),
    yours: z.array(role).describe('Roles that are yours'),
    approvals: z
      .array(
        z.object({
          as: role.describe('Who approved'),
          partner_id: wire.idOf('partner').describe('Partner who approved in this role'),
          approved_at: z.string().describe('RFC 3339'),
        }),
      )
      .describe('Approvals of this version, in order. A newer version needs its own'),
    is_newest: z.boolean().describe('Whether this is the newest version'),
    is_approved: z.boolean().describe('True when all required roles have approved this version'),
  })
  .meta({ id: 'LearningAgreement' })
export type AgreementShown = z.output<typeof agreement>

import { z } from 'zod'
import { selectionQuery } from '../../platform/http/index.ts'
import { issueText } from '../../shared/issue-messages.ts'
import * as wire from '../../shared/wire.ts'
import { introduction, ownMetadataShown, partiesShown, proposalField, sides } from '../introductions/index.ts'
import { agreedSessionShown } from '../postings/index.ts'
import { asSide } from './hours.schemas.ts'

export const engagementStatus = z.enum(['active', 'completed', 'ended_early'])
export type EngagementStatus = z.output<typeof engagementStatus>

/** What both sides agree on before they start: a system with an outcome, not a list of tasks. */
export const planInput = z
  .strictObject({
    outcome: wire
      .text(1, 2000)
      .nullable()
      .default(null)
      .describe('Outcome: how both sides will know that the work is done'),
    hours: z.number().positive().max(10_000).nullable().default(null).describe('Total hours'),
    starts_on: wire.day.nullable().default(null).describe('First day of the work'),
    ends_on: wire.day.nullable().default(null).describe('Last day of the work'),
    check_ins: z
      .strictObject({
        every_days: z.int().min(1).max(90).describe('Days between two check-ins'),
        start: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, issueText('fault_said', { what: 'clock_time' }))
          .describe('Start of the check-in, as a time of day such as 09:30'),
        minutes: z.int().min(5).max(480).default(30).describe('Length of the check-in in minutes'),
        time_zone: wire.timeZone,
      })
      .nullable()
      .default(null)
      .describe('Regular check-ins during the work'),
    exchange: z
      .strictObject({
        organization_gives: wire.text(1, 500).describe('What the organization gives'),
        helper_gives: wire.text(1, 500).describe('What the helper gives'),
      })
      .nullable()
      .default(null)
      .describe('For barter: what each side gives'),
    learning_goals: z.array(wire.text(1, 200)).max(20).default([]).describe('For interns'),
    supervisor: wire
      .text(1, 200)
      .nullable()
      .default(null)
      .describe('For interns: the supervisor, by role, not by name'),
  })
  .refine(
    (plan) => !plan.starts_on || !plan.ends_on || plan.starts_on <= plan.ends_on,
    wire.datesInOrderFault,
  )
  .meta({ id: 'Plan' })
export type Plan = z.output<typeof planInput>

const side = z.enum(sides)
export const completeInput = z.strictObject(asSide).meta({ id: 'CompleteBody' })

export const endReasons = [
  'agreed',
  'work_changed',
  'no_time',
  'skills_do_not_fit',
  'other_side_stopped_answering',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]
export const endInput = z
  .strictObject({
    ...asSide,
    reason: z
      .enum(endReasons)
      .describe('Why the work ends early. Decides whose record shows the broken agreement'),
  })
  .meta({ id: 'EndBody' })

/** Why help fails. Readiness advice checks the next brief for the first five. */
export const obstacles = [
  'task_not_system',
  'micromanaged',
  'no_plan',
  'busy_work',
  'hireling_not_teammate',
  'skill_gap',
  'no_time_to_train',
  'communication',
  'availability',
  'other',
] as const
export const retrospectiveInput = z
  .strictObject({
    ...asSide,
    outcome: z.int().min(0).max(4).describe('Outcome from 0 (nothing achieved) to 4 (everything achieved)'),
    again: z.boolean().describe('Whether this side would work with the other side again'),
    hours_spent: z.number().min(0).max(10_000).describe('Hours that this side spent on the work'),
    obstacles: z
      .array(z.enum(obstacles))
      .max(obstacles.length)
      .default([])
      .describe('Obstacles that this side met'),
  })
  .meta({ id: 'RetrospectiveBody' })
export type RetrospectiveInput = z.output<typeof retrospectiveInput>

export const retrospective = z.object({
  outcome: z.int().describe('Outcome from 0 (nothing achieved) to 4 (everything achieved)'),
  again: z.boolean().describe('Whether this side would work with the other side again'),
  hours_spent: z.number().describe('Hours that this side spent on the work'),
  obstacles: z.array(z.string()).describe('Obstacles that this side met'),
  created_at: z.string().describe('RFC 3339'),
})
const included = {
  ...partiesShown,
  introduction: introduction
    .nullable()
    .optional()
    .describe('The introduction without contacts. Only with `expand=introduction`'),
}
export const engagement = z
  .object({
    id: wire.idOf('engagement'),
    introduction_id: wire
      .idOf('introduction')
      .describe('The accepted introduction that started the engagement'),
    need_id: wire.idOf('need').describe('The need'),
    organization_id: wire.idOf('org').describe('The organization that posted the need'),
    offer_id: wire.idOf('offer').describe('The offer'),
    helper_id: wire.idOf('helper').describe('The helper who makes the offer'),
    yours: z.array(side).describe('The sides that are yours'),
    kind: wire.offerKind,
    title: z.string().describe('Title of the need when the engagement started'),
    skills: z
      .array(
        z.object({
          label: z.string().describe('Name of the skill'),
          skill: z.string().nullable().describe('Id of the skill. Null if it is not in the taxonomy'),
        }),
      )
      .describe('Skills of the need that the offer covers'),
    hours_per_week: z
      .number()
      .nullable()
      .describe(
        'Weekly hours of the offer and its helper that the work reserves until it ends. Null if neither the need nor the acceptance stated hours',
      ),
    sessions: z.array(agreedSessionShown).describe('Agreed sessions, unchanged since then, earliest first'),
    plan: z.object(planInput.shape).describe('The plan of both sides. Null until one is set'),
    proposal: proposalField,
    status: engagementStatus.describe('`active` until both sides mark the work as done, or one side ends it'),
    done_by: z
      .array(side)
      .describe('Sides that have marked the work as done. It is completed when both have'),
    ended_by: side.nullable().describe('The side that ended the work early'),
    end_reason: z.string().nullable().describe('Why the work ended early'),
    started_at: z.string().describe('When the introduction was accepted'),
    ended_at: z.string().nullable().describe('When the work was completed or ended early'),
    metadata: ownMetadataShown,
    version: wire.version,
    created_at: z.string().describe('RFC 3339'),
    updated_at: z.string().describe('RFC 3339'),
    ...included,
  })
  .meta({ id: 'Engagement' })
export type Engagement = z.output<typeof engagement>

export const engagementSelection = selectionQuery(engagement, included)
export const retrospectivesShown = z
  .object({
    need: retrospective
      .nullable()
      .describe("Retrospective of the organization's side. Null until it is sent"),
    offer: retrospective.nullable().describe("Retrospective of the helper's side. Null until it is sent"),
  })
  .meta({ id: 'Retrospectives' })
export type RetrospectivesShown = z.output<typeof retrospectivesShown>

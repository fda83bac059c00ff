import { z } from 'zod'
import { selectionQuery } from '../../platform/http/index.ts'
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
      .describe('How both sides will know that the work is done'),
    hours: z.number().positive().max(10_000).nullable().default(null).describe('Total hours'),
    starts_on: wire.day.nullable().default(null).describe('First day of the work'),
    ends_on: wire.day.nullable().default(null).describe('Last day of the work'),
    check_ins: z
      .strictObject({
        every_days: z.int().min(1).max(90).describe('Days from one check-in to the next'),
        start: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time from 00:00 to 23:59, such as 09:30.')
          .describe('Beginning, as a time of day such as 09:30'),
        minutes: z.int().min(5).max(480).default(30).describe('Length in minutes'),
        time_zone: wire.timeZone,
      })
      .nullable()
      .default(null)
      .describe('Regular talks during the work'),
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
      .describe('For interns: who guides them, by role, not by name'),
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
    reason: z.enum(endReasons).describe('Why the work ends. It decides whose record this counts in'),
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
    outcome: z.int().min(0).max(4).describe('From 0 (nothing reached) to 4 (everything reached)'),
    again: z.boolean().describe('Whether this side would work with the other again'),
    hours_spent: z.number().min(0).max(10_000).describe('Hours that this side spent on the work'),
    obstacles: z
      .array(z.enum(obstacles))
      .max(obstacles.length)
      .default([])
      .describe('What got in the way of the work'),
  })
  .meta({ id: 'RetrospectiveBody' })
export type RetrospectiveInput = z.output<typeof retrospectiveInput>

export const retrospective = z.object({
  outcome: z.int().describe('From 0 (nothing reached) to 4 (everything reached)'),
  again: z.boolean().describe('Whether this side would work with the other again'),
  hours_spent: z.number().describe('Hours that this side spent on the work'),
  obstacles: z.array(z.string()).describe('What got in the way of the work'),
  created_at: z.string().describe('RFC 3339'),
})
const included = {
  ...partiesShown,
  introduction: introduction.nullable().optional().describe('With `expand=introduction`, without contacts'),
}
export const engagement = z
  .object({
    id: wire.idOf('engagement'),
    introduction_id: wire.idOf('introduction').describe('The accepted introduction that it follows from'),
    need_id: wire.idOf('need').describe('The need'),
    organization_id: wire.idOf('org').describe('The organization that has the need'),
    offer_id: wire.idOf('offer').describe('The offer'),
    helper_id: wire.idOf('helper').describe('The helper who makes the offer'),
    yours: z.array(side).describe('The sides that are yours'),
    kind: wire.offerKind,
    title: z.string().describe('Title of the need when the work began'),
    skills: z
      .array(
        z.object({
          label: z.string().describe('Name of the skill'),
          skill: z.string().nullable().describe('Id of the skill. Null if it is not known'),
        }),
      )
      .describe('Skills of the need that the offer covers'),
    hours_per_week: z
      .number()
      .nullable()
      .describe(
        'Hours a week that the work takes of those that the offer and its helper have, until it ends. Null if neither the need nor the acceptance said',
      ),
    sessions: z
      .array(agreedSessionShown)
      .describe('Sessions that both sides agreed on, as they were then, the earliest first'),
    plan: z.object(planInput.shape).describe('What both sides agreed on'),
    proposal: proposalField,
    status: engagementStatus.describe('`active` until both sides mark the work as done, or one ends it'),
    done_by: z.array(side).describe('Sides that marked the work as done. It is completed once both have'),
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
    need: retrospective.nullable().describe("Of the organization's side. Null until it has sent one"),
    offer: retrospective.nullable().describe("Of the helper's side. Null until it has sent one"),
  })
  .meta({ id: 'Retrospectives' })
export type RetrospectivesShown = z.output<typeof retrospectivesShown>

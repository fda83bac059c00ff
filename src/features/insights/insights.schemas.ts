import { z } from 'zod'
import { day } from '../../shared/wire.ts'
import { HIDDEN_BELOW, SKILLS_SHOWN } from './skill-demand.ts'
import { MOST_WEEKS } from './window.ts'

export const insightsQuery = z.strictObject({
  from: day
    .optional()
    .describe('First day, in UTC. Default: the Monday eleven weeks before the week of `to`'),
  to: day.optional().describe(`Last day, in UTC. Default: today. At most ${MOST_WEEKS} ISO 8601 weeks`),
})

const share = z.number().nullable().describe('Share from 0 to 1. Null if the previous stage is 0')

const counts = {
  posted: z.int().describe('Needs posted, in any status. Deleted needs are not counted'),
  matched: z
    .int()
    .describe(
      "Of these, needs with a recorded match: an introduction was proposed, or another partner's candidate was shown. Rankings are not stored, so offers that were only ranked are not counted",
    ),
  introduced: z.int().describe('Of these, needs with an introduction in any state'),
  accepted: z.int().describe('Of these, needs with an accepted introduction'),
  completed: z.int().describe('Of these, needs with a completed engagement'),
}

const outcome = {
  median_time_to_help_hours: z
    .number()
    .nullable()
    .describe('Time from posting a need to its first accepted introduction. Null if there is none'),
  free_within_72_hours: z
    .object({
      needs: z
        .int()
        .describe(
          'Needs with an introduction to a free offer (any kind except `paid`) accepted within 72 hours',
        ),
      of_needs: z
        .int()
        .describe('The needs in `within_72_hours`, plus all needs posted at least 72 hours ago'),
      share,
    })
    .describe('Needs that found unpaid help within 72 hours'),
}

const hours = z
  .object({
    volunteer: z.number().describe('Hours of volunteers'),
    intern: z.number().describe('Hours of student interns'),
    barter: z.number().describe('Hours given in barter'),
    paid: z.number().describe('Hours of paid help'),
  })
  .describe('Confirmed hours of your engagements, on either side, by kind of help')

const skill = z
  .object({
    id: z.string().nullable().describe('Id of the skill. Null if no known skill has this label'),
    label: z.string().describe('Name of the skill, or the label as it was sent'),
    wanted: z.int().describe('Needs posted in the week that ask for the skill'),
    offered_by_you: z.int().describe('Your own offers that are open now'),
    offered_by_others: z
      .int()
      .nullable()
      .describe(
        `Other partners' offers that are open to the network now, rounded down to a multiple of ${HIDDEN_BELOW}. Null if there are fewer than ${HIDDEN_BELOW}`,
      ),
  })
  .meta({ id: 'SkillDemand' })

const week = z
  .object({
    week: z.string().describe('ISO 8601: 2026-W47'),
    starts_on: z
      .string()
      .describe('Monday of the week. The first and last week count only the requested days'),
    ...counts,
    ...outcome,
    confirmed_hours: hours.describe('Confirmed hours worked in the week, by kind of help'),
    skills_most_wanted: z
      .array(skill)
      .describe(`Skills by \`wanted\`, highest first, at most ${SKILLS_SHOWN}`),
    skills_least_offered: z
      .array(skill)
      .describe(
        `Of the wanted skills, those with the fewest offers per need: \`offered_by_you\` plus \`offered_by_others\` (null as 0), divided by \`wanted\`; at most ${SKILLS_SHOWN}`,
      ),
  })
  .meta({ id: 'WeekInsights' })

export const insights = z
  .object({
    from: z.string().describe('First day, in UTC'),
    to: z.string().describe('Last day, in UTC'),
    funnel: z
      .object({
        ...counts,
        shares: z
          .object({ matched: share, introduced: share, accepted: share, completed: share })
          .describe('Each stage as a share of the previous one'),
      })
      .describe('Progress of the needs of all weeks'),
    ...outcome,
    confirmed_hours: hours.describe('Confirmed hours worked in the period, by kind of help'),
    weeks: z.array(week).describe('Weeks in which needs were posted, oldest first'),
  })
  .meta({ id: 'Insights' })
export type Insights = z.output<typeof insights>

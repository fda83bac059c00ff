import { z } from 'zod'
import { day } from '../../shared/wire.ts'
import { HIDDEN_BELOW, SKILLS_SHOWN } from './insights.repository.ts'
import { MOST_WEEKS } from './window.ts'

export const insightsQuery = z.strictObject({
  from: day
    .optional()
    .describe('First day, in UTC. Default: the Monday eleven weeks before the week of `to`'),
  to: day
    .optional()
    .describe(`Last day, in UTC. Default: today. At most ${MOST_WEEKS} weeks of ISO 8601 in all`),
})

const share = z.number().nullable().describe('From 0 to 1; null where there is nothing to share')

const counts = {
  posted: z.int().describe('Needs posted, whatever their status is now; not those deleted since'),
  matched: z
    .int()
    .describe(
      "Of these, those for which a pairing is known to have been brought forward: an introduction was proposed, or another partner's candidate was shown. Rankings are not stored, so that other offers in them do not count",
    ),
  introduced: z.int().describe('Of these, those with an introduction, however it was answered'),
  accepted: z.int().describe('Of these, those with an accepted introduction'),
  completed: z.int().describe('Of these, those with a completed engagement'),
}

const outcome = {
  median_time_to_help_hours: z
    .number()
    .nullable()
    .describe('From the posting of a need to its first accepted introduction; null where there is none'),
  free_within_72_hours: z
    .object({
      needs: z
        .int()
        .describe(
          'Needs with an introduction accepted within 72 hours, with an offer of another kind than `paid`',
        ),
      of_needs: z.int().describe('These, and all others posted 72 hours ago or longer'),
      share,
    })
    .describe('Help that costs no money, within 72 hours'),
}

const skill = z
  .object({
    id: z.string().nullable().describe('Null where no skill is known by the label'),
    label: z.string(),
    wanted: z.int().describe('Needs posted in the week that want it'),
    offered_by_you: z.int().describe('Your own offers that are open now'),
    offered_by_others: z
      .int()
      .nullable()
      .describe(
        `Other partners' offers that are open to the network now, rounded down to a multiple of ${HIDDEN_BELOW}; null where there are fewer than ${HIDDEN_BELOW}, or none`,
      ),
  })
  .meta({ id: 'SkillDemand' })

const week = z
  .object({
    week: z.string().describe('ISO 8601: 2026-W47'),
    starts_on: z.string().describe('Its Monday; the first and the last week count the days asked for alone'),
    ...counts,
    ...outcome,
    skills_most_wanted: z.array(skill).describe(`By \`wanted\`, at most ${SKILLS_SHOWN}`),
    skills_least_offered: z
      .array(skill)
      .describe(
        `Of the skills wanted, those with the fewest offers for a need: \`offered_by_you\` and \`offered_by_others\` (null as 0), divided by \`wanted\`; at most ${SKILLS_SHOWN}`,
      ),
  })
  .meta({ id: 'WeekInsights' })

export const insights = z
  .object({
    from: z.string(),
    to: z.string(),
    funnel: z.object({
      ...counts,
      shares: z
        .object({ matched: share, introduced: share, accepted: share, completed: share })
        .describe('Each of the one before'),
    }),
    ...outcome,
    weeks: z.array(week).describe('By the week of the posting, oldest first'),
  })
  .meta({ id: 'Insights' })
export type Insights = z.output<typeof insights>

import { z } from 'zod'
import { exactlyOne } from '../../shared/exactly-one.ts'
import { issueText } from '../../shared/issue-messages.ts'
import * as wire from '../../shared/wire.ts'
import { decimalNumber } from '../../shared/written-numbers.ts'
import { brief } from '../postings/index.ts'

const draft = z.strictObject({
  organization_id: wire
    .idOf('org')
    .optional()
    .describe('Organization whose past retrospectives are considered'),
  title: wire.text(1, 200).default('Draft').describe('Title of the work, in one line'),
  description: wire.text(1, 10_000).default('Draft').describe('Description of the work'),
  hours_per_week: wire.hours_per_week.optional(),
  accepts: z
    .array(wire.offerKind)
    .min(1)
    .max(4)
    .default(['volunteer', 'intern', 'barter', 'paid'])
    .describe('Kinds of help that the organization accepts'),
  brief: brief.describe('How the organization plans to work with the helper'),
})

export const readinessInput = z
  .strictObject({
    need_id: wire.idOf('need').optional().describe('A saved need'),
    draft: draft.optional().describe('A need that is not saved'),
  })
  .check(exactlyOne('need_id', 'draft'))
  .meta({ id: 'ReadinessBody' })
export type ReadinessInput = z.output<typeof readinessInput>

export const readiness = z
  .object({
    score: z.int().min(0).max(100).describe('From 0 to 100: the percentage of points that the need scores'),
    checks: z
      .array(
        z.object({
          cause: z
            .enum(['task_not_system', 'micromanaged', 'no_plan', 'busy_work', 'hireling_not_teammate'])
            .describe('The common reason for failure that this check looks for'),
          passed: z.boolean().describe('True if the check passes'),
          points: z.number().describe('Points that the need scores'),
          most_points: z
            .number()
            .describe('Weight of the check. Obstacles that the organization reported weigh more'),
          finding: z.string().describe('What the check found, as a sentence'),
          change: z.string().nullable().describe('What to change, as a sentence. Null if the check passes'),
        }),
      )
      .describe('One check for each common reason why help fails'),
    first_change: z.string().nullable().describe('The change that improves the score most'),
  })
  .meta({ id: 'Readiness' })

/** Fields of the body and of the chart's query, in which `number` reads them. */
function investmentParameters(number: (schema: z.ZodType<number>) => z.ZodType<number>) {
  const hourValue = z.number().min(0).max(100_000)
  return {
    minutes_per_task: number(z.number().positive().max(10_080)).describe(
      'Minutes that you need to do the work once',
    ),
    times_per_week: number(z.number().positive().max(1000)).describe(
      'How many times a week the work is done',
    ),
    training_multiplier: number(z.number().min(0).max(100).default(10)).describe(
      'Training time as a multiple of the time to do the work once',
    ),
    learning_rate: number(z.number().min(0.5).max(1).default(0.8)).describe(
      "Learning rate (Wright's curve): the share of the time that remains each time the number of repetitions doubles",
    ),
    owner_hour_value: number(hourValue).describe('Value of one of your hours, in any currency'),
    helper_hour_cost: number(hourValue.default(0)).describe(
      '0 for free help. For barter, the value of the hours you give in return',
    ),
    supervision_minutes_per_week: number(z.number().min(0).max(10_080).default(0)).describe(
      'Minutes that you spend on supervision in a week',
    ),
  }
}
export const investmentInput = z
  .strictObject(investmentParameters((schema) => schema))
  .meta({ id: 'InvestmentBody' })
export const investmentChartQuery = z.strictObject({
  ...investmentParameters(decimalNumber),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, issueText('fault_said', { what: 'currency' }))
    .optional()
    .describe('Currency of the values on the chart, ISO 4217'),
})

export const investment = z
  .object({
    training_hours: z.number().describe('Your hours of training, before the first week'),
    break_even_repetition: z
      .int()
      .nullable()
      .describe(
        'Number of repetitions after which training has paid back. Null if it does not pay back within ten years',
      ),
    break_even_week: z.int().nullable().describe('Week in which `break_even_repetition` is reached, from 1'),
    hours_freed_in_year: z
      .number()
      .describe('Hours of yours that are freed in the first year, minus training and supervision'),
    net_value_in_year: z.number().describe("Value of these hours, minus the cost of the helper's hours"),
    weeks: z
      .array(
        z.object({
          week: z.int().describe('Number of the week, from 1'),
          hours_freed: z.number().describe('Hours of yours that are freed, minus training and supervision'),
          net_value: z.number().describe("Value of these hours, minus the cost of the helper's hours"),
        }),
      )
      .describe('Cumulative totals at the end of each week'),
  })
  .meta({ id: 'Investment' })

import { z } from 'zod'
import { csvQuery, pageEnd, pageQuery } from '../../../platform/http/index.ts'
import * as wire from '../../../shared/wire.ts'

export const NOTICE =
  'Barter may be taxable. Hours and values are as the parties stated them. This is no tax advice.'

export const account = z
  .object({
    party_id: z.string().describe('The organization or the helper'),
    balance_hours: z
      .number()
      .describe('Hours given minus hours received. A negative balance means that the party owes hours'),
    limit_hours: z.number().describe('Maximum number of hours that the party may owe'),
  })
  .meta({ id: 'CreditAccount' })

export const limitInput = z
  .strictObject({
    limit_hours: z.number().min(0).max(10_000).describe('Maximum number of hours that the party may owe'),
  })
  .meta({ id: 'CreditLimitBody' })

const days = {
  from: wire.day.optional().describe('First day of work'),
  to: wire.day.optional().describe('Last day of work'),
}
export const statementQuery = z.strictObject({ ...pageQuery, ...days })
export const statementCsvQuery = z.strictObject({ ...days, ...csvQuery })

export const statementEntry = z.object({
  id: wire.idOf('credit'),
  worked_on: z.string().describe('Day on which the work was done'),
  description: z.string().describe('What was given'),
  counterparty_id: z
    .string()
    .describe('The other party: the receiver of given hours, or the giver of received hours'),
  hours: z
    .number()
    .describe(
      'Positive for hours given, negative for hours received. Rounded so that the entries add up to the balance',
    ),
  balance_hours: z.number().describe('Balance after this entry'),
  ring_id: z.string().describe('The ring'),
  engagement_id: z.string().describe('The engagement in which the hours were confirmed'),
  fair_market_value: wire.money
    .extend({
      amount_minor: z.int().describe('Amount in minor units. Negative if a correction reduces hours'),
    })
    .nullable()
    .describe('Value of these hours, if one was stated'),
  form_1099b: z
    .object({
      description_of_property: z.string().describe('Box 1a'),
      date_sold_or_disposed: z.string().describe('Box 1c'),
      bartering: wire.money
        .extend({ amount_minor: z.int().describe('Minor units') })
        .describe(
          'Box 13. Negative if a correction reduces hours: add it to the value that was reported with the hours',
        ),
    })
    .nullable()
    .describe(
      'Fields that US Form 1099-B requires from a barter exchange, for given hours with a stated value',
    ),
})

export const statement = z
  .object({
    data: z.array(statementEntry).describe('The items of this page'),
    ...pageEnd,
    notice: z.string().describe('A note on taxes to show with the statement'),
  })
  .meta({ id: 'CreditStatement' })

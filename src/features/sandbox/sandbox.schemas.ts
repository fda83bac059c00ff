import { z } from 'zod'
import { issueText } from '../../shared/issue-messages.ts'
import { idOf, instant } from '../../shared/wire.ts'
import { clientShown } from '../access/index.ts'
import { MOST_HELD } from './read-sandbox.ts'

/** Ten years: enough for any term of an engagement. */
export const MOST_DAYS_AHEAD = 3653

export const newClient = z.object({
  partner_id: idOf('partner'),
  client_id: idOf('client'),
  client_secret: z
    .string()
    .nullable()
    .describe(
      'Secret of the client. Returned only here. Null in a repeat with the same Idempotency-Key, because it is not stored',
    ),
})

const clock = z.object({
  now: z.string().describe('Time in the sandbox, RFC 3339. It runs on from there'),
  ahead_seconds: z
    .number()
    .describe('Seconds that the sandbox is ahead of real time. 0 if its clock was not moved'),
})

const held = (what: string) =>
  z.int().describe(`Number of ${what}. Counting stops at ${MOST_HELD.toLocaleString('en-US')}`)

export const sandboxShown = z
  .object({
    partner_id: idOf('partner'),
    name: z.string().describe('Your name followed by “(sandbox)”'),
    created_at: z.string().describe('When the first client of the sandbox was created, RFC 3339'),
    clock: clock.describe('The time in the sandbox'),
    clients: z.array(clientShown).describe('Clients of the sandbox, oldest first'),
    holds: z
      .object({
        organizations: held('organizations'),
        helpers: held('helpers'),
        needs: held('needs'),
        offers: held('offers'),
        introductions: held('introductions'),
        engagements: held('engagements'),
      })
      .describe('Numbers of records in the sandbox'),
  })
  .meta({ id: 'Sandbox' })

export const clockMove = z
  .strictObject({
    advance_days: z
      .number()
      .positive()
      .max(MOST_DAYS_AHEAD)
      .optional()
      .describe('Days to move forward. 0.5 is twelve hours'),
    now: instant
      .optional()
      .describe('New time, instead of `advance_days`. Must not be before the current time in the sandbox'),
  })
  .refine(({ advance_days, now }) => (advance_days === undefined) !== (now === undefined), {
    error: issueText('fault_one_of_two', { fields: ['advance_days', 'now'], areBoth: false }),
  })
  .meta({ id: 'ClockMove' })
export type ClockMove = z.output<typeof clockMove>

export const clockMoved = z
  .object({
    partner_id: idOf('partner'),
    clock: clock.describe('The time in the sandbox'),
    events: z
      .array(
        z.object({
          type: z.string().describe('Type of the event, such as `introduction.expired`'),
          resource_id: z.string().describe('Id of the resource that the event is about'),
        }),
      )
      .describe('Events that became due and occurred, up to 100. `GET /v1/events` of the sandbox has all'),
    event_count: z.int().describe('Total number of these events'),
  })
  .meta({ id: 'ClockMoved' })

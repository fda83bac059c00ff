import { z } from 'zod'
import { prefixes, uuidToId } from '../../shared/ids.ts'
import { issueText } from '../../shared/issue-messages.ts'
import * as wire from '../../shared/wire.ts'
import { type CalendarRow, subjectKinds } from './calendars.table.ts'

const SUBJECTS = ['organization_id', 'helper_id', 'program_id'] as const

export const calendarInput = z
  .strictObject({
    organization_id: wire.idOf('org').optional().describe('Only check-ins of this organization'),
    helper_id: wire.idOf('helper').optional().describe('Only check-ins of this helper'),
    program_id: wire.idOf('program').optional().describe('Only check-ins of the students of this program'),
  })
  .refine((input) => SUBJECTS.filter((name) => input[name] !== undefined).length <= 1, {
    error: issueText('fault_of_office', { what: 'one_subject' }),
  })
  .meta({ id: 'CalendarBody' })
export type CalendarInput = z.output<typeof calendarInput>

export const calendarShown = z
  .object({
    id: wire.idOf('calendar'),
    subject: z
      .enum(subjectKinds)
      .describe(
        'What the calendar shows: one organization, helper or program, or `partner` for everything of yours',
      ),
    subject_id: z.string().nullable().describe('Id of the organization, helper or program'),
    created_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'Calendar' })

export const newCalendarShown = calendarShown
  .extend({
    url: z
      .string()
      .nullable()
      .describe(
        'Address to subscribe to. Anyone who has it can read the calendar. Null if the request was a repeat',
      ),
  })
  .meta({ id: 'NewCalendar' })

export function showCalendar(row: CalendarRow): z.output<typeof calendarShown> {
  const { id, subject, subjectId, createdAt } = row
  return {
    id,
    subject,
    subject_id: subject === 'partner' || subjectId === null ? null : uuidToId(prefixes[subject], subjectId),
    created_at: createdAt.toISOString(),
  }
}

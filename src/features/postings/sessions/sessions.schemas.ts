import { z } from 'zod'
import type { Id } from '../../../shared/ids.ts'
import { issueOf, issueText } from '../../../shared/issue-messages.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import { isNamedZone } from '../../../shared/time-zones.ts'
import * as wire from '../../../shared/wire.ts'
import { readSessionTime } from './session-time.ts'

export type SessionId = Id<'session'>

/** Most sessions of a need, and most helpers over all of them. */
export const MOST_SESSIONS = 100
export const MOST_POSITIONS = 1000
const LONGEST_MS = 24 * HOUR_MS

const sessionTime = z.string().max(40)
const TIME_FORMS =
  'Accurate to the minute: in local time of `time_zone`, such as `2027-03-13T09:00`, or with an offset, such as `2027-03-13T09:00-06:00`'

const sessionInput = z
  .strictObject({
    id: wire
      .idOf('session')
      .optional()
      .describe(
        'Id of an existing session of the need, to change it. Without an id, a session with an unchanged start keeps its id',
      ),
    starts_at: sessionTime.describe(`Start of the session. ${TIME_FORMS}`),
    ends_at: sessionTime.describe(`End of the session, at most 24 hours after its start. ${TIME_FORMS}`),
    time_zone: wire.timeZone.describe('IANA time zone of the place of the session, such as America/Chicago'),
    positions: z.int().min(1).max(MOST_POSITIONS).default(1).describe('Number of helpers wanted'),
    note: wire.text(1, 500).optional().describe('Note about this session. Other partners see it'),
  })
  .superRefine(({ starts_at, ends_at, time_zone }, context) => {
    // An invalid zone has its own fault.
    if (!isNamedZone(time_zone)) return
    const refuse = (path: string, said: Message) =>
      context.addIssue({ code: 'custom', path: [path], message: issueOf(said) })
    const start = readSessionTime(starts_at, time_zone)
    const end = readSessionTime(ends_at, time_zone)
    if ('fault' in start) refuse('starts_at', start.fault)
    if ('fault' in end) refuse('ends_at', end.fault)
    if ('fault' in start || 'fault' in end) return
    if (end.ms <= start.ms) refuse('ends_at', message('fault_of_posting', { what: 'session_ends' }))
    else if (end.ms - start.ms > LONGEST_MS)
      refuse('ends_at', message('fault_of_posting', { what: 'session_long' }))
  })
export type SessionInput = z.output<typeof sessionInput>

export const sessionsInput = z
  .array(sessionInput)
  .max(MOST_SESSIONS)
  .default([])
  .superRefine((sessions, context) => {
    const ids = sessions.flatMap(({ id }) => id ?? [])
    for (const [at, { id }] of sessions.entries())
      if (id !== undefined && ids.indexOf(id) !== ids.lastIndexOf(id))
        context.addIssue({
          code: 'custom',
          path: [at, 'id'],
          message: issueText('fault_of_posting', { what: 'session_twice' }),
        })
    if (sessions.reduce((sum, { positions }) => sum + positions, 0) > MOST_POSITIONS)
      context.addIssue({
        code: 'custom',
        message: issueText('fault_session_positions', { most: MOST_POSITIONS }),
      })
  })
  .describe(
    'Parts of the work on fixed dates, such as Saturday from nine to twelve, with or without weekly hours. Each session is filled separately. An offer matches if its helper can attend at least one',
  )

/** A stored session: instants in UTC, with the zone for people. */
export interface StoredSession {
  id: SessionId
  starts_at: string
  ends_at: string
  time_zone: string
  positions: number
  note: string | null
}

/** A session that both sides agreed on. It does not change if the need changes it. */
export type AgreedSession = Omit<StoredSession, 'positions'>

const shown = {
  id: wire.idOf('session').describe('Id of the session. It stays the same when the session changes'),
  starts_at: z.string().describe('Start of the session, RFC 3339'),
  ends_at: z.string().describe('End of the session, RFC 3339'),
  time_zone: z.string().describe('IANA time zone of the place of the session'),
  note: z.string().nullable().describe('Note about this session'),
}
const positions = z.int().describe('Number of helpers wanted')

/** A session of a need, as everybody sees it. */
export const sessionShown = z.object({ ...shown, positions })
export const sessionsShown = z
  .array(sessionShown)
  .describe('Parts of the work on fixed dates, earliest first')

/** A session of work that both sides agreed on. */
export const agreedSessionShown = z.object(shown)

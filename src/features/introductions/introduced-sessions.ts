import { DomainError, type Fault } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'
import {
  type AgreedSession,
  atDifferentTimes,
  IN_THE_PAST,
  type NeedRow,
  type SessionId,
  type SessionLeft,
} from '../postings/index.ts'
import type { ExplainedPair } from './explained-pair.ts'

/**
 * Returns the sessions of a proposal: those asked for, or all that the offer can attend. Throws `validation_failed` for an
 * unknown session or one that has begun, `session_not_open` for a full one, and `not_a_match` for one that the helper can't
 * attend.
 */
export function proposedSessions(
  { sessions, sessionsFitting }: Pick<ExplainedPair, 'sessions' | 'sessionsFitting'>,
  asked: readonly SessionId[] | undefined,
  now: Date,
): readonly SessionId[] {
  if (asked === undefined) return sessionsFitting
  const known = new Map(sessions.map((session) => [session.id, session]))
  const faults = [...new Set(asked)].flatMap((id, at): (Fault & { kind: 'invalid' | 'full' | 'unfit' })[] => {
    const pointer = `/session_ids/${at}`
    const session = known.get(id)
    if (!session)
      return [
        {
          kind: 'invalid',
          pointer,
          code: 'unknown_session',
          messages: [message('fault_of_work', { what: 'session_of_need' })],
        },
      ]
    if (hasBegun(session, now))
      return [
        {
          kind: 'invalid',
          pointer,
          code: IN_THE_PAST,
          messages: [message('fault_of_work', { what: 'session_begun' })],
        },
      ]
    if (session.positions_left === 0)
      return [
        {
          kind: 'full',
          pointer,
          code: 'session_full',
          messages: [message('fault_session', { id, state: 'full' })],
        },
      ]
    if (!sessionsFitting.includes(id))
      return [
        {
          kind: 'unfit',
          pointer,
          code: 'no_session_fits',
          messages: [message('fault_of_work', { what: 'session_unfit' })],
        },
      ]
    return []
  })
  const invalid = faults.filter(({ kind }) => kind === 'invalid')
  if (invalid.length > 0) throw validationFailed(invalid.map(shown))
  if (faults.some(({ kind }) => kind === 'full')) throw sessionNotOpen(faults.map(shown))
  if (faults.length > 0)
    throw new DomainError(
      'not_a_match',
      message('refusal_said', { what: 'sessions_missed' }),
      faults.map(shown),
    )
  return [...new Set(asked)]
}

function shown({ pointer, code, messages }: Fault): Fault {
  return { pointer, code, messages }
}

function hasBegun({ starts_at }: Pick<SessionLeft, 'starts_at'>, now: Date): boolean {
  return Date.parse(starts_at) <= now.getTime()
}

/**
 * Returns the sessions that an acceptance takes, as the need has them now. Must be called with the need locked. Throws
 * `validation_failed` for a session outside the introduction, and `session_not_open` for one that takes nobody any more.
 * Sessions that have begun or are gone are skipped if others remain and nobody asked for them, and so are those at the
 * same time as an earlier one unless `overcommit` is set. Throws `fully_committed` if they were asked for.
 */
export function acceptedSessions(
  sessions: readonly SessionLeft[],
  {
    proposed,
    asked,
    now,
    overcommit = false,
  }: {
    proposed: readonly SessionId[]
    asked: readonly SessionId[] | undefined
    now: Date
    overcommit?: boolean | undefined
  },
): AgreedSession[] {
  const foreign = (asked ?? []).flatMap((id, at) =>
    proposed.includes(id)
      ? []
      : [
          {
            pointer: `/session_ids/${at}`,
            code: 'unknown_session',
            messages: [message('fault_of_work', { what: 'session_of_introduction' })],
          },
        ],
  )
  if (foreign.length > 0) throw validationFailed(foreign)
  const known = new Map(sessions.map((session) => [session.id, session]))
  const wanted = [...new Set(asked ?? proposed)].map((id) => ({ id, session: known.get(id) }))
  const left = wanted.filter(({ session }) => asked !== undefined || (session && !hasBegun(session, now)))
  const considered = left.length > 0 ? left : wanted
  const faults = considered.flatMap(({ id, session }) => faultOf(id, session, now))
  if (faults.length > 0) throw sessionNotOpen(faults)
  const taken = considered.flatMap(({ session }) => (session ? [toAgreedSession(session)] : []))
  if (overcommit) return taken
  const possible = atDifferentTimes(taken)
  if (asked !== undefined && possible.length < taken.length) throw sessionsAtOnce(asked, possible)
  return possible
}

function sessionsAtOnce(asked: readonly SessionId[], possible: readonly AgreedSession[]): DomainError {
  return new DomainError(
    'fully_committed',
    'The helper cannot take two sessions at the same time. See errors. Take other sessions, or accept with overcommit.',
    asked.flatMap((id, at) =>
      possible.some((one) => one.id === id)
        ? []
        : [
            {
              pointer: `/session_ids/${at}`,
              code: 'fully_committed',
              messages: [message('fault_of_work', { what: 'session_at_once' })],
            },
          ],
    ),
  )
}

function faultOf(id: SessionId, session: SessionLeft | undefined, now: Date): Fault[] {
  const fault = (state: 'removed' | 'over' | 'full'): Fault[] => [
    { pointer: '', code: `session_${state}`, messages: [message('fault_session', { id, state })] },
  ]
  if (!session) return fault('removed')
  if (hasBegun(session, now)) return fault('over')
  return session.positions_left === 0 ? fault('full') : []
}

function sessionNotOpen(faults: readonly Fault[]): DomainError {
  return new DomainError(
    'session_not_open',
    'Some of these sessions take nobody any more. See errors. Name the others in session_ids.',
    [...faults],
  )
}

function toAgreedSession({ id, starts_at, ends_at, time_zone, note }: SessionLeft): AgreedSession {
  return { id, starts_at, ends_at, time_zone, note }
}

/** Tells whether nothing is left of a need once these sessions, or one more of its positions, are taken. */
export function isFilledWith(
  need: Pick<NeedRow, 'positions'>,
  {
    takenPositions,
    sessions,
    taken,
    now,
  }: { takenPositions: number; sessions: readonly SessionLeft[]; taken: readonly AgreedSession[]; now: Date },
): boolean {
  if (sessions.length === 0) return takenPositions + 1 >= need.positions
  return sessions.every(
    (session) =>
      hasBegun(session, now) ||
      session.positions_left - Number(taken.some(({ id }) => id === session.id)) <= 0,
  )
}

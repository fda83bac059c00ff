import type { Fault } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import { IN_THE_PAST } from '../require-not-past.ts'
import { readSessionTime } from './session-time.ts'
import type { SessionInput, StoredSession } from './sessions.schemas.ts'

interface Read {
  /** Index in the body. */
  at: number
  session: Omit<StoredSession, 'id'>
  id: StoredSession['id'] | undefined
}

/**
 * Returns the sessions of a need after a body is written, earliest first. A session keeps its id if the body names it or if
 * its start is unchanged, so that helpers keep the sessions that they agreed on.
 */
export function readSessions(
  inputs: readonly SessionInput[],
  before: readonly StoredSession[] = [],
): StoredSession[] {
  const free = new Map(before.map((session) => [session.id, session]))
  for (const { id } of inputs) if (id !== undefined) free.delete(id)
  const kept = inputs.map((input, at) => readSession(input, at)).map((one) => named(one, free))
  return kept
    .map(({ id, session }) => ({ id: id ?? newId('session'), ...session }))
    .sort((a, b) => compare(a.starts_at, b.starts_at) || compare(a.ends_at, b.ends_at) || compare(a.id, b.id))
}

function readSession({ id, starts_at, ends_at, time_zone, positions, note }: SessionInput, at: number): Read {
  return {
    at,
    id,
    session: {
      starts_at: instantOf(starts_at, time_zone),
      ends_at: instantOf(ends_at, time_zone),
      time_zone,
      positions,
      note: note ?? null,
    },
  }
}

/** Gives a session without an id that of the first other session without one that begins at the same time. */
function named(one: Read, free: Map<StoredSession['id'], StoredSession>): Read {
  if (one.id !== undefined) return one
  const alike = [...free.values()].filter(({ starts_at }) => starts_at === one.session.starts_at)
  const same = alike.find(({ ends_at }) => ends_at === one.session.ends_at) ?? alike[0]
  if (!same) return one
  free.delete(same.id)
  return { ...one, id: same.id }
}

function instantOf(text: string, timeZone: string): string {
  const time = readSessionTime(text, timeZone)
  if ('fault' in time) throw new Error('the schema lets no such time through')
  return new Date(time.ms).toISOString()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Returns the body that would post the sessions again. */
export function sessionsToInput(sessions: readonly StoredSession[]): SessionInput[] {
  return sessions.map(({ note, ...session }) => ({ ...session, note: note ?? undefined }))
}

/**
 * Returns the faults of sessions at this time: an id that the need does not have, and in an open need a session that has
 * begun. A session that had begun before may stay.
 */
export function faultsOfSessions(
  inputs: readonly SessionInput[],
  { before = [], isOpen, now }: { before: readonly StoredSession[] | undefined; isOpen: boolean; now: Date },
): Fault[] {
  return inputs.flatMap((input, at) => {
    const { id, session } = readSession(input, at)
    const pointer = `/sessions/${at}`
    if (id !== undefined && !before.some((one) => one.id === id))
      return [{ pointer: `${pointer}/id`, code: 'unknown_session', messages: [UNKNOWN] }]
    const isKept = before.some(({ starts_at }) => starts_at === session.starts_at)
    if (!isOpen || isKept || Date.parse(session.starts_at) > now.getTime()) return []
    const messages = [message('fault_of_posting', { what: 'session_begun' })]
    return [{ pointer: `${pointer}/starts_at`, code: IN_THE_PAST, messages }]
  })
}

const UNKNOWN = message('fault_of_posting', { what: 'session_unknown' })

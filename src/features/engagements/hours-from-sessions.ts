import type { Context, WriteContext } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { type MessageValues, message } from '../../shared/messages/index.ts'
import type { Side } from '../introductions/index.ts'
import { type AgreedSession, atDifferentTimes, type SessionId } from '../postings/index.ts'
import type { EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { findEngagement, lockEngagement, speakingSide } from './find-engagement.ts'
import { createHoursRepository } from './hours.repository.ts'
import { zoneOf } from './hours-rules.ts'
import { addEntry } from './log-hours.ts'

/**
 * Returns the sessions of an engagement that are over and have no hours yet, earliest first. Hours that were logged with the
 * time of a session count as its hours.
 */
export async function sessionsToLog(ctx: Context, { id }: { id: EngagementId }): Promise<AgreedSession[]> {
  return unloggedSessions(ctx, await findEngagement(ctx, { id }))
}

async function unloggedSessions({ db, clock }: Context, engagement: EngagementRow): Promise<AgreedSession[]> {
  const over = engagement.sessions.filter((session) => isOver(session, engagement, clock()))
  if (over.length === 0) return []
  const entries = await createHoursRepository(db).ofEngagements([engagement.id])
  return over.filter((session) => !entries.some((entry) => isFor(entry, session)))
}

/** Tells whether a session is over and could have been attended, before the end of the work. */
function isOver(session: AgreedSession, { endedAt }: EngagementRow, now: Date): boolean {
  const isBeforeEnd = endedAt === null || new Date(session.starts_at) < endedAt
  return isBeforeEnd && new Date(session.ends_at) <= now
}

function isFor({ sessionId, startsAt, endsAt }: HoursRow, session: AgreedSession): boolean {
  if (sessionId === session.id) return true
  if (!startsAt || !endsAt) return false
  return startsAt < new Date(session.ends_at) && endsAt > new Date(session.starts_at)
}

/**
 * Logs the hours of attended sessions: of those named, or of all that are over and have no hours yet, and of those at the
 * same time the earliest. Repeating it logs nothing twice. Throws `validation_failed` for a session that is not the
 * engagement's, is not over, has hours or is at the same time as another named one, and what `logHours` throws.
 */
export async function logSessions(
  ctx: WriteContext,
  input: { id: EngagementId; side?: Side | undefined; sessionIds?: readonly SessionId[] | undefined },
): Promise<HoursRow[]> {
  const engagement = await lockEngagement(ctx, input)
  const loggedBy = speakingSide(engagement, ctx.actor.partnerId, input.side)
  const open = await unloggedSessions(ctx, engagement)
  const zone = await zoneOf(ctx, engagement)
  const rows: HoursRow[] = []
  for (const { id, starts_at, ends_at } of requestedSessions(open, engagement, input.sessionIds, ctx.clock()))
    rows.push(
      await addEntry(ctx, engagement, { work: { starts_at, ends_at }, zone, loggedBy, sessionId: id }),
    )
  return rows
}

function requestedSessions(
  open: readonly AgreedSession[],
  engagement: EngagementRow,
  ids: readonly SessionId[] | undefined,
  now: Date,
): readonly AgreedSession[] {
  if (ids === undefined) return atDifferentTimes(open)
  const named = open.filter(({ id }) => ids.includes(id))
  const possible = atDifferentTimes(named)
  const faults = ids.flatMap((id, at): Fault[] => {
    if (possible.some((session) => session.id === id)) return []
    const fault = (code: string, what: MessageValues['fault_of_work']['what']): Fault[] => [
      { pointer: `/session_ids/${at}`, code, messages: [message('fault_of_work', { what })] },
    ]
    const session = engagement.sessions.find((one) => one.id === id)
    if (!session) return fault('unknown_session', 'session_of_engagement')
    if (!isOver(session, engagement, now)) return fault('not_over', 'session_not_over')
    if (named.includes(session)) return fault('overlaps', 'session_at_once')
    return fault('logged_already', 'session_logged')
  })
  if (faults.length > 0) throw validationFailed(faults)
  return named
}

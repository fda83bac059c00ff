import type { SessionId } from '../postings/index.ts'
import type { EngagementRow } from './engagements.table.ts'

/** A session of an engagement in a calendar. Its id identifies it. */
export interface PlacedSession {
  id: SessionId
  startsAt: Date
  endsAt: Date
  note: string | null
  isCancelled: boolean
}

/** Returns the sessions that both sides agreed on. Those after the end of the work are cancelled. */
export function placedSessions({
  sessions,
  endedAt,
}: Pick<EngagementRow, 'sessions' | 'endedAt'>): PlacedSession[] {
  return sessions.map(({ id, starts_at, ends_at, note }) => {
    const startsAt = new Date(starts_at)
    return {
      id,
      startsAt,
      endsAt: new Date(ends_at),
      note,
      isCancelled: endedAt !== null && startsAt > endedAt,
    }
  })
}

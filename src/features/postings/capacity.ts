import type { NeedRow } from './needs/needs.table.ts'
import type { StoredSession } from './sessions/sessions.schemas.ts'

/** How much of a need is taken by work under way or done. */
export interface TakenOfNeed {
  takenPositions: number
  /** By the id of each session that somebody has taken. */
  takenBySession: Readonly<Record<string, number>>
}

/** A session and how many of its positions are left. */
export type SessionLeft = StoredSession & { positions_left: number }

/**
 * Positions that no work under way or done has filled: of all sessions, if there are any. More may be taken than there are, if the
 * partner has cut them since.
 */
export function positionsLeft(
  record: {
    need: Pick<NeedRow, 'positions' | 'sessions'>
  } & TakenOfNeed,
): number {
  const { need, takenPositions } = record
  if (need.sessions.length === 0) return Math.max(0, need.positions - takenPositions)
  return sessionsLeft(record).reduce((sum, { positions_left }) => sum + positions_left, 0)
}

/** The sessions of a need with what is left of each. */
export function sessionsLeft({
  need,
  takenBySession,
}: { need: Pick<NeedRow, 'sessions'> } & Pick<TakenOfNeed, 'takenBySession'>): SessionLeft[] {
  return need.sessions.map((session) => ({
    ...session,
    positions_left: Math.max(0, session.positions - (takenBySession[session.id] ?? 0)),
  }))
}

/** Hours a week that an offer gives: its own, and no more than its helper gives in all. Null if neither says. */
export function hoursOffered({
  offer,
  helper,
}: {
  offer: number | null
  helper: number | null
}): number | null {
  if (offer === null || helper === null) return offer ?? helper
  return Math.min(offer, helper)
}

import type { NeedRow } from './needs/needs.table.ts'
import type { StoredSession } from './sessions/sessions.schemas.ts'

/** How much of a need is taken by work in progress or done. */
export interface TakenOfNeed {
  takenPositions: number
  /** Number of helpers by id of each session that somebody has taken. */
  takenBySession: Readonly<Record<string, number>>
}

/** A session and the number of its positions left. */
export type SessionLeft = StoredSession & { positions_left: number }

/**
 * Returns the positions that no work in progress or done has filled, summed over all sessions if there are any. More may be
 * taken than there are, if the partner has since reduced them.
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

/** Returns the sessions of a need with the positions left of each. */
export function sessionsLeft({
  need,
  takenBySession,
}: { need: Pick<NeedRow, 'sessions'> } & Pick<TakenOfNeed, 'takenBySession'>): SessionLeft[] {
  return need.sessions.map((session) => ({
    ...session,
    positions_left: Math.max(0, session.positions - (takenBySession[session.id] ?? 0)),
  }))
}

/** Returns the weekly hours of an offer, limited by its helper's. Null if neither gives hours. */
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

/** Returns hours left for display: zero if more are promised than there are. */
export function shownLeft(hours: number | null): number | null {
  return hours === null ? null : Math.max(0, hours)
}

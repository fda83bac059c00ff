import type { AgreedSession } from './sessions.schemas.ts'

type Span = Pick<AgreedSession, 'starts_at' | 'ends_at'>

/** Tells whether two sessions overlap, so that nobody can attend both. */
export function areAtOnce(one: Span, other: Span): boolean {
  return one.starts_at < other.ends_at && other.starts_at < one.ends_at
}

/** Drops the sessions that overlap an earlier one of the list. */
export function atDifferentTimes<T extends Span>(sessions: readonly T[]): T[] {
  const kept: T[] = []
  for (const session of sessions) if (!kept.some((one) => areAtOnce(one, session))) kept.push(session)
  return kept
}

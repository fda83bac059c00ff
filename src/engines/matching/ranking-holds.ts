import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import type { MarketNeed, Session } from './postings.ts'
import { URGENT_HOURS } from './weights.ts'

/**
 * Returns the instant (ms) until which a ranking for a need stays the same if the market does not change. Ages and
 * dates count in UTC days, a deadline counts when it is near and when it has passed, and a session no longer counts
 * once it begins.
 */
export function rankingHoldsUntil(
  {
    deadlineAtMs,
    sessions,
  }: Pick<MarketNeed, 'deadlineAtMs'> & { sessions: readonly Pick<Session, 'startsAtMs'>[] },
  asOfMs: number,
): number {
  const midnightMs = (Math.floor(asOfMs / DAY_MS) + 1) * DAY_MS
  const moments = deadlineAtMs === null ? [] : [deadlineAtMs - URGENT_HOURS * HOUR_MS, deadlineAtMs]
  const beginnings = sessions.map(({ startsAtMs }) => startsAtMs)
  return Math.min(midnightMs, ...[...moments, ...beginnings].filter((moment) => moment > asOfMs))
}

import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import type { MarketNeed, Session } from './postings.ts'
import { URGENT_HOURS } from './weights.ts'

/**
 * The instant (ms) before which a ranking for a need stays as it is, if the market does: ages and dates count in UTC days, and
 * a deadline counts when it comes near and when it has come. A session no longer counts once it begins.
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

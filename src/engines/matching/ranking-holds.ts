import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import type { MarketNeed } from './postings.ts'
import { URGENT_HOURS } from './weights.ts'

/**
 * The instant (ms) before which a ranking for a need stays as it is, if the market does: ages and dates count in UTC days, and
 * a deadline counts when it comes near and when it has come.
 */
export function rankingHoldsUntil(
  { deadlineAtMs }: Pick<MarketNeed, 'deadlineAtMs'>,
  asOfMs: number,
): number {
  const midnightMs = (Math.floor(asOfMs / DAY_MS) + 1) * DAY_MS
  const moments = deadlineAtMs === null ? [] : [deadlineAtMs - URGENT_HOURS * HOUR_MS, deadlineAtMs]
  return Math.min(midnightMs, ...moments.filter((moment) => moment > asOfMs))
}

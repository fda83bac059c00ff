import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/time.ts'

/** Delay after each failed attempt: about three days in total, as Standard Webhooks proposes. */
const DELAYS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
]
/** Random share of the delay, so that deliveries that failed together are not retried together. */
const JITTER = 0.2

export const MAX_ATTEMPTS = DELAYS_MS.length + 1

/**
 * Returns when the next attempt is due after this many attempts; null after the last. `random` returns a number in [0, 1).
 */
export function nextAttemptAt(attempts: number, now: Date, random: () => number): Date | null {
  const delayMs = DELAYS_MS[attempts - 1]
  if (delayMs === undefined) return null
  return new Date(now.getTime() + delayMs * (1 - JITTER + 2 * JITTER * random()))
}

import { validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'
import { HOUR_MS } from '../../shared/time.ts'

/** How long a proposal may wait for an answer. */
export interface ExpiryBounds {
  minHours: number
  maxHours: number
}

/** Without an answer in this time, the other side has looked elsewhere. */
const DEFAULT_EXPIRY_HOURS = 72

/**
 * Returns when a proposal expires: at `expires_at`, or after 72 hours. Throws `validation_failed` for a time that leaves the
 * other side too little time to answer, or blocks it for too long.
 */
export function expiryOf(
  { expires_at }: { expires_at?: string | undefined },
  now: Date,
  { minHours, maxHours }: ExpiryBounds,
): Date {
  const after = (hours: number) => new Date(now.getTime() + hours * HOUR_MS)
  if (expires_at === undefined) return after(Math.min(Math.max(DEFAULT_EXPIRY_HOURS, minHours), maxHours))
  const expiresAt = new Date(expires_at)
  if (expiresAt >= after(minHours) && expiresAt <= after(maxHours)) return expiresAt
  const messages = [message('fault_expiry', { least: minHours, most: maxHours })]
  throw validationFailed([{ pointer: '/expires_at', code: 'invalid_value', messages }])
}

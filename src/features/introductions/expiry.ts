import { validationFailed } from '../../shared/faults.ts'
import { DAY_MS, HOUR_MS } from '../../shared/time.ts'

/** Without an answer in this time the other side has looked elsewhere. */
const DEFAULT_EXPIRY_MS = 72 * HOUR_MS
const MAX_EXPIRY_MS = 30 * DAY_MS

/**
 * When a proposal expires: at `expires_at`, or 72 hours from now. Throws `validation_failed` for a time that has passed
 * or is more than 30 days away.
 */
export function expiryOf({ expires_at }: { expires_at?: string | undefined }, now: Date): Date {
  if (expires_at === undefined) return new Date(now.getTime() + DEFAULT_EXPIRY_MS)
  const expiresAt = new Date(expires_at)
  if (expiresAt > now && expiresAt.getTime() <= now.getTime() + MAX_EXPIRY_MS) return expiresAt
  const detail = 'Must be in the future and within 30 days.'
  throw validationFailed([{ pointer: '/expires_at', code: 'invalid_value', detail }])
}

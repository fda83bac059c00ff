import { validationFailed } from '../../shared/faults.ts'
import { DAY_MS } from '../../shared/time.ts'

interface Consent {
  pointer: string
  recordedAt: string | undefined
  /** As it is stored. */
  before: string | undefined
}

/** Days are written without their zone, and each place on Earth has another one. */
const SLACK_MS = DAY_MS

/** Throws `validation_failed` for consents that would be given after today: they are none yet. What is stored may stay. */
export function requireConsentGiven(consents: readonly Consent[], now: Date): void {
  const faults = consents
    .filter(({ recordedAt, before }) => recordedAt !== undefined && recordedAt !== before)
    .filter(({ recordedAt = '' }) => Date.parse(recordedAt) > now.getTime() + SLACK_MS)
    .map(({ pointer }) => ({ pointer, code: 'in_the_future', detail: DETAIL }))
  if (faults.length > 0) throw validationFailed(faults)
}

const DETAIL = 'This time is still to come. Send when the consent was given, or post it once it is.'

import type { Fault } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { MINUTE_MS } from '../../shared/time.ts'

/** Code of a fault of a time that has not come. */
export const IN_THE_FUTURE = 'in_the_future'

/** Clocks of two machines may differ by this much. */
const SKEW_MS = 5 * MINUTE_MS

/** When something was given, by its pointer in the body, and when it was before this change. */
type Given = readonly [pointer: string, at: string | undefined, before: string | undefined]

/**
 * Throws `validation_failed` if a consent is recorded later than now: it has not been given. A stored time may stay, so
 * that old records can still be changed.
 */
export function requireGiven(consents: readonly Given[], now: Date): void {
  const latest = now.getTime() + SKEW_MS
  const faults = consents.flatMap(([pointer, at, before]): Fault[] =>
    at === undefined || at === before || Date.parse(at) <= latest
      ? []
      : [{ pointer, code: IN_THE_FUTURE, detail: FUTURE }],
  )
  if (faults.length > 0) throw validationFailed(faults)
}

const FUTURE =
  'This time has not come yet. Send the time when the consent was given; with its offset, such as -05:00, if it was given today.'

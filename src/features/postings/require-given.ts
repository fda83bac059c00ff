import type { Fault } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { HOUR_MS, MINUTE_MS, utcDay } from '../../shared/time.ts'

/** Code of a fault of a time that has not come. */
export const IN_THE_FUTURE = 'in_the_future'

/** Clocks of two machines may differ by this much. */
const SKEW_MS = 5 * MINUTE_MS

/** When something was given, by its pointer in the body, and when it was before this change. */
type Given = readonly [pointer: string, at: string | undefined, before: string | undefined]

interface AllGiven {
  /** Times at which consents were recorded. */
  consents: readonly Given[]
  /** Days on which credentials were issued or confirmed. */
  days?: readonly Given[]
}

/** The day has begun somewhere up to so long before it begins in UTC. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS

/**
 * Throws `validation_failed` for a consent that is recorded later than now, and for a credential of a day that has begun nowhere:
 * they have not been given. What is stored may stay, so that old records can still be changed.
 */
export function requireGiven({ consents, days = [] }: AllGiven, now: Date): void {
  const latest = now.getTime() + SKEW_MS
  const latestDay = utcDay(new Date(latest + EARLIEST_ZONE_MS))
  const faults = [
    ...faultsOf(consents, (at) => Date.parse(at) > latest, FUTURE),
    ...faultsOf(days, (day) => day > latestDay, FUTURE_DAY),
  ]
  if (faults.length > 0) throw validationFailed(faults)
}

function faultsOf(given: readonly Given[], isLater: (at: string) => boolean, said: Message): Fault[] {
  return given.flatMap(([pointer, at, before]) =>
    at === undefined || at === before || !isLater(at)
      ? []
      : [{ pointer, code: IN_THE_FUTURE, messages: [said] }],
  )
}

const FUTURE = message('fault_said', { what: 'future' })
const FUTURE_DAY = message('fault_said', { what: 'future_day' })

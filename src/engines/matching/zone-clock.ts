import { MINUTE_MS } from '../../shared/time.ts'

/** A period in which a zone's clocks do not change. */
interface Period {
  /** Minutes since the epoch. */
  from: number
  until: number
  /** Minutes ahead of UTC. */
  offset: number
}

/**
 * The clock of a time zone, exact to the minute even on days on which it changes. Periods are read once, because
 * calling `Temporal` for each pair would allocate. A zone unknown to this runtime counts as UTC.
 */
export class ZoneClock {
  readonly #timeZone: string
  readonly #periods: Period[] = []
  #last: Period | undefined

  constructor(timeZone: string) {
    this.#timeZone = timeZone
  }

  /** Returns the period that contains a minute since the epoch. */
  at(minute: number): Period {
    const last = this.#last
    if (last && minute >= last.from && minute < last.until) return last
    const known = this.#periods.find(({ from, until }) => minute >= from && minute < until)
    this.#last = known ?? this.#read(minute)
    return this.#last
  }

  #read(minute: number): Period {
    const period = readPeriod(this.#timeZone, minute)
    if (this.#periods.length >= MAX_CACHED_PERIODS) this.#periods.length = 0
    this.#periods.push(period)
    return period
  }
}

/** Enough for some years of a zone with summer time. */
const MAX_CACHED_PERIODS = 40
const MAX_CACHED_ZONES = 1000
const clocks = new Map<string, ZoneClock>()

/** Returns the clock of a zone. */
export function clockOf(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone)
  if (known) return known
  if (clocks.size >= MAX_CACHED_ZONES) clocks.clear()
  const clock = new ZoneClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

function readPeriod(timeZone: string, minute: number): Period {
  try {
    const at = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS).toZonedDateTimeISO(timeZone)
    // Adds a nanosecond, because `previous` excludes a transition at the instant itself.
    const before = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
    const after = at.getTimeZoneTransition('next')
    return {
      from: before ? Math.ceil(before.epochMilliseconds / MINUTE_MS) : Number.NEGATIVE_INFINITY,
      until: after ? Math.ceil(after.epochMilliseconds / MINUTE_MS) : Number.POSITIVE_INFINITY,
      offset: Math.round(at.offsetNanoseconds / (MINUTE_MS * 1e6)),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, offset: 0 }
  }
}

import type { WeeklyWindows } from './market.ts'
import { type Week, WORKING_WINDOWS, weekOf } from './week.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

/** Weekly windows as half hours of UTC weeks: they move when their zone's clocks change. */
export class RecurringWeek {
  readonly #availability: WeeklyWindows
  readonly #byOffset = new Map<number, Week>()

  constructor(availability: WeeklyWindows) {
    this.#availability = availability
  }

  /** The week that begins on this Monday (midnight UTC, ms). */
  at(mondayMs: number): Week {
    const { timeZone, windows } = this.#availability
    return remembered(this.#byOffset, zoneOffsetMinutes(timeZone, mondayMs), windows)
  }
}

const workingWeeks = new Map<number, Week>()

/** The ordinary working week of a zone, in the week that begins on this Monday. */
export function workingWeek(timeZone: string, mondayMs: number): Week {
  return remembered(workingWeeks, zoneOffsetMinutes(timeZone, mondayMs), WORKING_WINDOWS)
}

function remembered(byOffset: Map<number, Week>, offset: number, windows: WeeklyWindows['windows']): Week {
  const known = byOffset.get(offset)
  if (known) return known
  const week = weekOf(windows, offset)
  byOffset.set(offset, week)
  return week
}

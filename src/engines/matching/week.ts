import { int32At } from '../../shared/item-at.ts'
import type { Weekday, WeeklyWindows } from './postings.ts'
import { WORKING_DAY_END_MINUTE, WORKING_DAY_START_MINUTE } from './weights.ts'

const MINUTES_A_DAY = 1440
export const MINUTES_A_WEEK = 7 * MINUTES_A_DAY
export const SLOT_MINUTES = 30
/** Half hours of a week. */
export const WEEK_SLOTS = MINUTES_A_WEEK / SLOT_MINUTES
/** 32-bit words of a week. */
export const WEEK_WORDS = Math.ceil(WEEK_SLOTS / 32)

/** The 336 half hours of a UTC week from Monday 00:00, one bit each. It repeats: Monday follows Sunday. */
export type Week = Int32Array

/** An ordinary working week, Monday to Friday. */
export const WORKING_WINDOWS: WeeklyWindows['windows'] = ([1, 2, 3, 4, 5] satisfies Weekday[]).map(
  (weekday) => ({ weekday, startMinute: WORKING_DAY_START_MINUTE, endMinute: WORKING_DAY_END_MINUTE }),
)

/**
 * Converts local windows to half hours of the UTC week, for clocks `offsetMinutes` ahead of UTC. A half hour counts
 * only if it is entirely inside a window or adjacent windows.
 */
export function weekOf(windows: WeeklyWindows['windows'], offsetMinutes: number): Week {
  const week = new Int32Array(WEEK_WORDS)
  for (const { start, end } of joined(windows)) {
    const whole = end - start >= MINUTES_A_WEEK
    const first = whole ? 0 : Math.ceil((start - offsetMinutes) / SLOT_MINUTES)
    const last = whole ? WEEK_SLOTS : Math.floor((end - offsetMinutes) / SLOT_MINUTES)
    for (let slot = first; slot < last; slot++) mark(week, (slot + 2 * WEEK_SLOTS) % WEEK_SLOTS)
  }
  return week
}

function mark(week: Week, slot: number): void {
  week[slot >> 5] = int32At(week, slot >> 5) | (1 << (slot & 31))
}

/**
 * Returns windows as stretches of the local week in minutes. Windows that touch or overlap are joined, also across its
 * end.
 */
export function joined(windows: WeeklyWindows['windows']): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = []
  const sorted = windows
    .map(({ weekday, startMinute, endMinute }) => {
      const midnight = (weekday - 1) * MINUTES_A_DAY
      return { start: midnight + startMinute, end: midnight + endMinute }
    })
    .sort((a, b) => a.start - b.start)
  for (const stretch of sorted) {
    const last = stretches.at(-1)
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end)
    else stretches.push(stretch)
  }
  const first = stretches[0]
  const last = stretches.at(-1)
  if (first && last && first !== last && first.start === 0 && last.end === MINUTES_A_WEEK) {
    first.start = last.start - MINUTES_A_WEEK
    stretches.pop()
  }
  return stretches
}

/** Returns the week moved earlier by a number of half hours. Those before its start reappear at its end. */
export function earlier(week: Week, slots: number): Week {
  const moved = new Int32Array(WEEK_WORDS)
  const by = ((slots % WEEK_SLOTS) + WEEK_SLOTS) % WEEK_SLOTS
  for (let slot = 0; slot < WEEK_SLOTS; slot++) {
    const from = (slot + by) % WEEK_SLOTS
    if ((int32At(week, from >> 5) >>> (from & 31)) & 1) mark(moved, slot)
  }
  return moved
}

export function hoursOf(week: Week): number {
  let slots = 0
  for (let word = 0; word < WEEK_WORDS; word++) slots += bitCount(int32At(week, word))
  return (slots * SLOT_MINUTES) / 60
}

/** Returns the hours that two weeks share. */
export function sharedHours(a: Week, b: Week): number {
  let slots = 0
  for (let word = 0; word < WEEK_WORDS; word++) slots += bitCount(int32At(a, word) & int32At(b, word))
  return (slots * SLOT_MINUTES) / 60
}

/** Counts the set bits of a 32-bit word, by adding in parallel (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

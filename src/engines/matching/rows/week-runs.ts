import { int32At } from '../../../shared/item-at.ts'
import { WEEK_SLOTS, WEEK_WORDS, type Week } from '../week.ts'

/** A run of half hours in 16 bits: its length in the lowest 7, above them where it begins. Two runs make a word. */
const LENGTH_BITS = 7
const MOST_LENGTH = (1 << LENGTH_BITS) - 1
const RUN_BITS = 16
const RUN = (1 << RUN_BITS) - 1

/** Returns the runs of half hours that are set in a week. A long one counts as several. */
export function runsOf(week: Week): number[] {
  const runs: number[] = []
  for (let slot = 0; slot < WEEK_SLOTS; ) {
    if (week[slot >> 5] === 0) slot = ((slot >> 5) + 1) << 5
    else if (!isSet(week, slot)) slot++
    else {
      let end = slot + 1
      while (end < WEEK_SLOTS && end - slot < MOST_LENGTH && isSet(week, end)) end++
      runs.push((slot << LENGTH_BITS) | (end - slot))
      slot = end
    }
  }
  return runs
}

/** Returns the number of words for so many runs. */
export function runWords(count: number): number {
  return (count + 1) >> 1
}

export function writeRuns(runs: readonly number[], words: Int32Array, start: number): void {
  for (let word = 0; word < runWords(runs.length); word++)
    words[start + word] = (runs[2 * word] ?? 0) | ((runs[2 * word + 1] ?? 0) << RUN_BITS)
}

/** Sets the half hours of written runs in a week, and no others. */
export function readRuns(count: number, words: Int32Array, start: number, week: Week): void {
  week.fill(0, 0, WEEK_WORDS)
  for (let at = 0; at < count; at++) {
    const run = (int32At(words, start + (at >> 1)) >>> (RUN_BITS * (at & 1))) & RUN
    const first = run >>> LENGTH_BITS
    const end = first + (run & MOST_LENGTH)
    for (let slot = first; slot < end; slot++) week[slot >> 5] = int32At(week, slot >> 5) | (1 << (slot & 31))
  }
}

function isSet(week: Week, slot: number): boolean {
  return ((int32At(week, slot >> 5) >>> (slot & 31)) & 1) === 1
}

import type { Test } from 'tap'
import { englishOf } from '../../../../src/features/imports/details.ts'
import { isRead, type Reading } from '../../../../src/features/imports/values/reading.ts'

/** Cells that are read without a note, each with its value. */
export function readsAs<T>(
  t: Test,
  readValue: (cell: string) => Reading<T>,
  table: readonly (readonly [string, T])[],
): void {
  for (const [cell, value] of table) t.same(readValue(cell), { value, notes: [] }, cell)
}

/** Cells that are read with a note, each with its value. */
export function readsWithNote<T>(
  t: Test,
  readValue: (cell: string) => Reading<T>,
  table: readonly (readonly [string, T])[],
): void {
  for (const [cell, value] of table) {
    const reading = readValue(cell)
    t.same(isRead(reading) ? reading.value : reading, value, cell)
    t.ok(isRead(reading) && reading.notes.length > 0, `${cell} has a note`)
  }
}

/** Cells that can't be read, with a reason in the words of the table's reader. */
export function cannotRead<T>(
  t: Test,
  readValue: (cell: string) => Reading<T>,
  table: readonly (readonly [string, RegExp])[],
): void {
  for (const [cell, reason] of table) {
    const reading = readValue(cell)
    t.match('unreadable' in reading ? englishOf(reading.unreadable) : reading, reason, cell)
  }
}

/** A reading with its notes or reasons as the API says them. */
export function inWords<T>(reading: Reading<T>): { value: T; notes: string } | { unreadable: string } {
  return isRead(reading)
    ? { value: reading.value, notes: englishOf(reading.notes) }
    : { unreadable: englishOf(reading.unreadable) }
}

import type { Test } from 'tap'
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
    t.match('unreadable' in reading ? reading.unreadable : reading, reason, cell)
  }
}

import { message } from '../../../shared/messages/index.ts'
import { foldedWords, plainSigns } from './cell-text.ts'
import { readNumber } from './numbers.ts'
import { isRead, type Reading, type ReadingContext, read, shortened, unreadableAs } from './reading.ts'

const CLOCK = /^(\d{1,2}) ?[:h] ?([0-5]\d)(?::00| ?min| ?m)?$/i
const HOURS_AND_MINUTES =
  /^(\d{1,2}) ?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|uur) ?(\d{1,2}) ?(?:m|min|mins|minutes?|minuten|minutos?|minuti)$/i
const MINUTES = /^(\d{1,4}) ?(?:m|min|mins|minutes?|minuten|minutos?|minuti)$/i
const UNITS = new Set(
  'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren'.split(' '),
)
const MINUTES_PER_HOUR = 60

/** Reads a duration in hours: `2.5`, `2,5 h`, `2:30`, `2h30`, `45 min`. */
export function readDuration(cell: string, context: ReadingContext): Reading<number> {
  const text = plainSigns(cell)
  const [, hours, minutes] = CLOCK.exec(text) ?? HOURS_AND_MINUTES.exec(text) ?? []
  if (hours !== undefined) return read(inHours(Number(hours) * MINUTES_PER_HOUR + Number(minutes)))
  const [, alone] = MINUTES.exec(text) ?? []
  if (alone !== undefined)
    return read(inHours(Number(alone)), message('import_read_as_minutes', { cell: shortened(text) }))
  const number = readNumber(withoutUnit(text), context, { example: '2.5' })
  return isRead(number) ? number : unreadableAs('hours', text)
}

/** Larger numbers are minutes, not hours: `30`. */
const LONGEST_BREAK_HOURS = 4

/** Reads a break in minutes: `30`, `0:30`, `30 min`, `0.5`. */
export function readBreak(cell: string, context: ReadingContext): Reading<number> {
  const length = readDuration(cell, context)
  if (!isRead(length)) return unreadableAs('break', plainSigns(cell))
  const isInMinutes = length.value > LONGEST_BREAK_HOURS
  const minutes = Math.round(isInMinutes ? length.value : length.value * MINUTES_PER_HOUR)
  if (minutes === 0) return read(0)
  return read(minutes, message('import_break_taken_off', { minutes }))
}

function inHours(minutes: number): number {
  return minutes / MINUTES_PER_HOUR
}

function withoutUnit(text: string): string {
  const from = text.search(/[a-z]/i)
  return from > 0 && UNITS.has(foldedWords(text.slice(from))) ? text.slice(0, from).trim() : text
}

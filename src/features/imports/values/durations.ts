import { foldedWords, plainSigns } from './cell-text.ts'
import { readNumber } from './numbers.ts'
import { isRead, quoted, type Reading, type ReadingContext, read, unreadable } from './reading.ts'

const CLOCK = /^(\d{1,2}) ?[:h] ?([0-5]\d)(?::00| ?min| ?m)?$/i
const HOURS_AND_MINUTES =
  /^(\d{1,2}) ?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|uur) ?(\d{1,2}) ?(?:m|min|mins|minutes?|minuten|minutos?|minuti)$/i
const MINUTES = /^(\d{1,4}) ?(?:m|min|mins|minutes?|minuten|minutos?|minuti)$/i
const UNITS = new Set(
  'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren'.split(' '),
)
const MINUTES_PER_HOUR = 60

/** Reads how long something took, in hours: `2.5`, `2,5 h`, `2:30`, `2h30`, `45 min`. */
export function readDuration(cell: string, context: ReadingContext): Reading<number> {
  const text = plainSigns(cell)
  const [, hours, minutes] = CLOCK.exec(text) ?? HOURS_AND_MINUTES.exec(text) ?? []
  if (hours !== undefined) return read(inHours(Number(hours) * MINUTES_PER_HOUR + Number(minutes)))
  const [, alone] = MINUTES.exec(text) ?? []
  if (alone !== undefined) return read(inHours(Number(alone)), `${quoted(text)} was read as minutes.`)
  const number = readNumber(withoutUnit(text), context, { example: '2.5' })
  return isRead(number)
    ? number
    : unreadable(`${quoted(text)} is not a number of hours. Write hours like 2.5 or 2:30.`)
}

function inHours(minutes: number): number {
  return minutes / MINUTES_PER_HOUR
}

function withoutUnit(text: string): string {
  const from = text.search(/[a-z]/i)
  return from > 0 && UNITS.has(foldedWords(text.slice(from))) ? text.slice(0, from).trim() : text
}

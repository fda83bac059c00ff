import { message } from '../../../shared/messages/index.ts'
import { cellMessage, type Detail, LEFT_OUT, withoutRepetition } from '../details.ts'
import { plainSigns } from './cell-text.ts'
import { readDay } from './dates.ts'
import {
  isRead,
  type Reading,
  type ReadingContext,
  read,
  readAsValue,
  unreadable,
  unreadableAs,
} from './reading.ts'
import { type DayRange, shortenedRange } from './shortened-ranges.ts'

export type { DayRange }

const MOST_RANGES = 100
/** Two dates are shorter. */
const MAX_CHARS = 160
const BETWEEN_RANGES = /[;|\r\n\uff1b]/
const WORDS = / (?:to|until|till|through|thru|bis|hasta|al|a|au|à|até|ate|ao) /i
const BEFORE = /^(?:from|between|von|vom|desde|del|de|du|depuis) /i

/** Reads days and ranges of days: `2027-03-14 to 2027-03-21; 2027-05-01`. An unreadable one is left out with a note. */
export function readDayRanges(cell: string, context: ReadingContext): Reading<DayRange[]> {
  const parts = partsOf(cell)
  const readings = parts.slice(0, MOST_RANGES).flatMap((part) => readPart(part, context))
  const ranges = readings.filter(isRead)
  const refused = readings.flatMap((reading) => (isRead(reading) ? [] : [reading.unreadable]))
  if (ranges.length === 0) return unreadable(...(refused[0] ?? [cellMessage('no_days')]))
  const isTooLong = parts.length > MOST_RANGES || ranges.length > MOST_RANGES
  const notes = [
    ...ranges.flatMap((reading) => reading.notes.map((note) => [note])),
    ...refused.map((reasons) => [...reasons, LEFT_OUT]),
  ]
  return read(
    ranges.slice(0, MOST_RANGES).map(({ value }) => value),
    ...withoutRepetition(notes),
    isTooLong ? message('import_only_first', { most: MOST_RANGES, what: 'days' }) : null,
  )
}

/** Writes a range in the form that `readDayRanges` reads. */
export function dayRangeText({ starts_on, ends_on }: DayRange): string {
  return starts_on === ends_on ? starts_on : `${starts_on} to ${ends_on}`
}

/** Returns the dates in a cell as they are written. */
export function datesOfRanges(cell: string): string[] {
  return partsOf(cell)
    .slice(0, MOST_RANGES)
    .flatMap((part) => (part.length > MAX_CHARS ? [] : part.split(',')))
    .flatMap((part) => {
      const [two] = splits(part.trim())
      return two ?? [part.trim()]
    })
}

function partsOf(cell: string): string[] {
  return cell
    .replaceAll('_x000D_', '\n')
    .split(BETWEEN_RANGES)
    .map((part) => plainSigns(part).replace(BEFORE, ''))
    .filter((part) => part !== '')
}

/** Reads a range, or several separated by commas if each can be read. A date may itself contain a comma. */
function readPart(part: string, context: ReadingContext): Reading<DayRange>[] {
  if (part.length > MAX_CHARS) return [readRange(part, context)]
  const whole = readRange(part, context)
  if (isRead(whole) || !part.includes(',')) return [whole]
  const several = part.split(',').map((one) => readRange(one.trim(), context))
  return several.every(isRead) ? several : [whole]
}

function readRange(text: string, context: ReadingContext): Reading<DayRange> {
  if (text.length > MAX_CHARS) return unreadableAs('days', text)
  const day = readDay(text, context)
  if (isRead(day)) return { value: { starts_on: day.value, ends_on: day.value }, notes: day.notes }
  const reasons: Detail[][] = []
  for (const [first, last] of splits(text)) {
    const [from, until] = [readDay(first, context), readDay(last, context)]
    if (!isRead(from)) reasons.push(from.unreadable)
    else if (!isRead(until)) reasons.push(until.unreadable)
    else if (until.value < from.value) return unreadableAs('days_reversed', text)
    else
      return {
        value: { starts_on: from.value, ends_on: until.value },
        notes: [...from.notes, ...until.notes],
      }
  }
  const range = splits(text, SIGNS_OF_RANGES)
    .map(([first, last]) => shortenedRange(first, last, context))
    .find((one) => one !== null)
  if (range) return { value: range, notes: [readAsValue(text, dayRangeText(range))] }
  return unreadable(...(reasons[0] ?? day.unreadable))
}

const SIGNS_OF_RANGES = [' - ', '...', '..', '-']
const SIGNS = [...SIGNS_OF_RANGES, '/']

/**
 * Returns the ways to split a range in two. A separator that also occurs in dates splits in the middle:
 * `2027-03-14-2027-03-21`.
 */
function splits(text: string, between: readonly string[] = SIGNS): [string, string][] {
  const [beforeWord, ...afterWord] = text.split(WORDS)
  const word = beforeWord !== undefined && afterWord.length === 1 ? [[beforeWord, afterWord[0] ?? '']] : []
  const signs = between.flatMap((sign) => {
    const parts = text.split(sign)
    const half = parts.length / 2
    return parts.length % 2 === 0 ? [[parts.slice(0, half).join(sign), parts.slice(half).join(sign)]] : []
  })
  return [...word, ...signs].flatMap(([first = '', last = '']): [string, string][] =>
    first.trim() === '' || last.trim() === '' ? [] : [[first.trim(), last.trim()]],
  )
}

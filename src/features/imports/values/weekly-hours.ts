import { message } from '../../../shared/messages/index.ts'
import { trimUnseen } from './cell-text.ts'
import { type Reading, read, readAsValue, shortened, unreadable, unreadableAs } from './reading.ts'
import { clockOf, DAY_END, type Span, spanOf, type WrittenTime } from './times-of-day.ts'
import { type Token, tokensIn } from './weekly-hours-words.ts'

/** Hours on one weekday, 1 Monday to 7 Sunday. */
export interface WeeklyWindow {
  weekday: number
  start: string
  end: string
}

const MAX_CHARS = 1000
const MAX_WINDOWS = 100

/**
 * Reads weekly hours: `Mon-Fri 9am-5pm`, `MWF 10-2`, `weekdays after 5pm`, `Lu-Vi 9h-12h`. A window past midnight becomes
 * two.
 */
export function readWeeklyHours(cell: string): Reading<WeeklyWindow[]> {
  const text = trimUnseen(cell)
  if (text.length > MAX_CHARS) return unreadableAs('weekly_hours_too_long', text)
  const tokens = tokensIn(text)
  const unknown = tokens.find((token) => token.kind === 'unknown')
  if (unknown?.kind === 'unknown')
    return unreadable(
      message('import_weekly_part_unread', { cell: shortened(text), part: shortened(unknown.shown) }),
    )
  const segments = segmentsOf(tokens)
  const windows = segments?.flatMap(({ days, spans }) =>
    days.flatMap((day) => spans.flatMap((span) => windowsOf(day, span))),
  )
  if (!segments || !windows || windows.length === 0 || windows.length > MAX_WINDOWS)
    return unreadableAs('weekly_hours', text)
  const distinct = [
    ...new Map(windows.map((window) => [`${window.weekday} ${window.start} ${window.end}`, window])).values(),
  ]
  distinct.sort((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start))
  const isGuess = segments.some(({ spans }) => spans.some((span) => span.isGuess))
  return read(distinct, isGuess ? readAsValue(text, shownWindows(distinct)) : null)
}

interface Segment {
  days: number[]
  spans: Span[]
}

/** Groups days with their times, in either order. Null if a day or time is alone where it can't be. */
function segmentsOf(tokens: readonly Token[]): Segment[] | null {
  const segments: Segment[] = []
  let at = 0
  while (at < tokens.length) {
    if (isSeparator(tokens[at])) {
      at++
      continue
    }
    const segment = segmentAt(tokens, at)
    if (!segment) return null
    segments.push(segment)
    at = segment.next
  }
  return segments
}

function segmentAt(tokens: readonly Token[], at: number): (Segment & { next: number }) | null {
  if (tokens[at]?.kind === 'days') {
    const { days, next } = daysAt(tokens, at)
    const found = days && spansAt(tokens, next)
    if (!days || !found) return null
    // Without times, the whole day is meant.
    if (found.spans.length === 0) return { days, spans: [{ start: 0, end: DAY_END, isGuess: true }], next }
    return { days, ...found }
  }
  const { spans, next } = spansAt(tokens, at) ?? { spans: [], next: at }
  if (spans.length === 0) return null
  if (tokens[next]?.kind !== 'days')
    return isAllDay(spans) ? { days: [1, 2, 3, 4, 5, 6, 7], spans, next } : null
  const found = daysAt(tokens, next)
  return found.days ? { days: found.days, spans, next: found.next } : null
}

function isAllDay(spans: readonly Span[]): boolean {
  return spans.every(({ start, end }) => start === 0 && end === DAY_END)
}

function isSeparator(token: Token | undefined): boolean {
  return token?.kind === 'and' || token?.kind === 'end' || token?.kind === 'to'
}

/** Reads days: `Mon-Wed, Fri`. Ranges may run past Sunday. */
function daysAt(tokens: readonly Token[], from: number): { days: number[] | null; next: number } {
  const days: number[] = []
  let at = from
  for (;;) {
    const token = tokens[at]
    if (token?.kind !== 'days') break
    const [first] = token.days
    const last = tokens[at + 1]?.kind === 'to' ? tokens[at + 2] : undefined
    if (last?.kind === 'days') {
      const to = last.days[0]
      if (first === undefined || to === undefined || token.days.length > 1 || last.days.length > 1)
        return { days: null, next: at }
      for (let day = first; day !== to; day = (day % 7) + 1) days.push(day)
      days.push(to)
      at += 3
    } else {
      days.push(...token.days)
      at++
    }
    if (tokens[at]?.kind === 'and' && tokens[at + 1]?.kind === 'days' && !hasOwnTimes(tokens, from, at)) at++
  }
  return { days: [...new Set(days)], next: at }
}

function hasOwnTimes(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind === 'time')
}

/** Reads the spans of time from here up to the next day. */
function spansAt(tokens: readonly Token[], from: number): { spans: Span[]; next: number } | null {
  const spans: Span[] = []
  let at = from
  for (;;) {
    const start = tokens[at]?.kind === 'and' && spans.length > 0 ? at + 1 : at
    const kind = tokens[start]?.kind
    if (
      kind !== 'time' &&
      kind !== 'span' &&
      kind !== 'after' &&
      kind !== 'before' &&
      kind !== 'between' &&
      kind !== 'to'
    )
      break
    if (kind === 'to' && tokens[start + 1]?.kind !== 'time') break
    const found = spanAt(tokens, start)
    if (!found) return null
    spans.push(found.span)
    at = found.next
  }
  return { spans, next: at }
}

function spanAt(tokens: readonly Token[], at: number): { span: Span; next: number } | null {
  const [token, second, third, fourth] = tokens.slice(at, at + 4)
  if (token?.kind === 'span')
    return { span: { start: token.start, end: token.end, isGuess: true }, next: at + 1 }
  if (token?.kind === 'after' && second?.kind === 'time') {
    if (third?.kind === 'to' && fourth?.kind === 'time') return spanBetween(second, fourth, at + 4)
    return openEndedSpan(inDaytime(second.time), DAY_END, at + 2)
  }
  if ((token?.kind === 'before' || token?.kind === 'to') && second?.kind === 'time')
    return openEndedSpan(0, inDaytime(second.time), at + 2)
  if (token?.kind === 'between' && second?.kind === 'time' && fourth?.kind === 'time')
    return spanBetween(second, fourth, at + 4)
  if (token?.kind !== 'time') return null
  if (second?.kind === 'to' && third?.kind === 'time') return spanBetween(token, third, at + 3)
  if (second?.kind === 'onward') return openEndedSpan(inDaytime(token.time), DAY_END, at + 2)
  return null
}

function spanBetween(from: Token, to: Token, next: number): { span: Span; next: number } | null {
  const span = from.kind === 'time' && to.kind === 'time' ? spanOf(from.time, to.time) : null
  return span && { span, next }
}

/** Reads `after 3` as the afternoon, since nobody means the night. */
function inDaytime({ minutes, half, isOnLongClock }: WrittenTime): number {
  return half === null && !isOnLongClock && minutes > 0 && minutes < FIRST_OF_DAY
    ? minutes + DAY_END / 2
    : minutes
}

const FIRST_OF_DAY = 7 * 60

/** Creates a span with an open end, marked as a guess. */
function openEndedSpan(start: number, end: number, next: number): { span: Span; next: number } | null {
  return start < end ? { span: { start, end, isGuess: true }, next } : null
}

function windowsOf(weekday: number, { start, end }: Span): WeeklyWindow[] {
  if (start < end) return [{ weekday, start: clockOf(start), end: clockOf(end) }]
  const night = { weekday, start: clockOf(start), end: clockOf(DAY_END) }
  return [night, { weekday: (weekday % 7) + 1, start: clockOf(0), end: clockOf(end) }]
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function shownWindows(windows: readonly WeeklyWindow[]): string {
  const byHours = Map.groupBy(windows, ({ start, end }) => `${start}-${end}`)
  return [...byHours]
    .map(([hours, same]) => `${same.map(({ weekday }) => DAYS[weekday - 1]).join(', ')} ${hours}`)
    .join('; ')
}

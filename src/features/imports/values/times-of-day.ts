/** A time as written, in minutes since midnight. The half of the day may be missing. */
export interface WrittenTime {
  minutes: number
  half: 'am' | 'pm' | null
  /** Whether it is written as 09:00 or 0900, so on a 24-hour clock. */
  isOnLongClock: boolean
}

const TIME = /^(\d{1,2})(?:[:.h](\d{2}))?$/
const WITHOUT_SIGN = /^(\d{1,2})(\d{2})$/
const HALF_DAY = 12 * 60
export const DAY_END = 24 * 60

/** Reads `9`, `9:00`, `9.30`, `9h30`, `0900`. Null if there is no such time. */
export function timeIn(text: string, half: WrittenTime['half']): WrittenTime | null {
  const [, hours, minutes = '0'] =
    (text.length > 2 && /^\d+$/.test(text) ? WITHOUT_SIGN.exec(text) : TIME.exec(text)) ?? []
  if (hours === undefined) return null
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  const isOnLongClock = hours.startsWith('0') || hour > 12
  // Some write 14:00 pm.
  if (half === null || hour > 12) return { minutes: hour * 60 + minute, half: null, isOnLongClock }
  if (hour === 0) return null
  return { minutes: (hour % 12) * 60 + minute + (half === 'pm' ? HALF_DAY : 0), half, isOnLongClock: false }
}

export interface Span {
  start: number
  /** At most DAY_END, or before the start if it is on the next day. */
  end: number
  isGuess: boolean
}

/** Decides which half of the day the ends of a span are in. */
export function spanOf(from: WrittenTime, to: WrittenTime): Span | null {
  const spans = { start: from.minutes, end: to.minutes === 0 ? DAY_END : to.minutes, isGuess: false }
  if (from.half === null && to.half === 'pm' && !from.isOnLongClock && to.minutes <= DAY_END)
    return untilAfternoon(from, to)
  if (from.half !== null && to.half === null && !to.isOnLongClock) return fromKnown(from, to)
  if (from.half !== null || to.half !== null || from.isOnLongClock || to.isOnLongClock) return valid(spans)
  // 10-2 ends in the afternoon, and 1-5 is not at night.
  if (to.minutes <= from.minutes)
    return valid({ start: from.minutes, end: to.minutes + HALF_DAY, isGuess: true })
  if (to.minutes < 7 * 60)
    return valid({ start: from.minutes + HALF_DAY, end: to.minutes + HALF_DAY, isGuess: true })
  return valid(spans)
}

/** Decides `9-5pm`, which begins in the morning, and `1-5pm`, which does not. */
function untilAfternoon(from: WrittenTime, to: WrittenTime): Span | null {
  const afternoon = (from.minutes % HALF_DAY) + HALF_DAY
  return valid({ start: afternoon < to.minutes ? afternoon : from.minutes, end: to.minutes, isGuess: false })
}

/** Decides `9am-5`, which ends in the afternoon. */
function fromKnown(from: WrittenTime, to: WrittenTime): Span | null {
  const morning = to.minutes % HALF_DAY
  const end = [morning, morning + HALF_DAY].find((minutes) => minutes > from.minutes)
  return valid({ start: from.minutes, end: end ?? (morning === 0 ? DAY_END : morning), isGuess: false })
}

function valid(span: Span): Span | null {
  return span.start === span.end || span.start >= DAY_END ? null : span
}

export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

import type { ReaderLanguage } from '../../../shared/messages/index.ts'
import { readWeeklyHours, type WeeklyWindow } from '../../imports/index.ts'

/** Reads weekly times, or returns the text if it contains none. Imports read the same form. */
export function readWeek(text: string): WeeklyWindow[] | string {
  const read = readWeeklyHours(text)
  return 'value' in read ? read.value : text
}

/** Writes weekly times in the reader's language and in the form that `readWeek` reads: `Mon-Wed 13:00-17:00`. */
export function writeWeek(windows: readonly WeeklyWindow[], language: ReaderLanguage): string {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans: spansOf(windows, weekday) }))
  const runs: { from: number; to: number; spans: string }[] = []
  for (const { weekday, spans } of days) {
    if (spans === '') continue
    const last = runs.at(-1)
    if (last && last.to === weekday - 1 && last.spans === spans) last.to = weekday
    else runs.push({ from: weekday, to: weekday, spans })
  }
  const name = dayNames(language)
  return runs
    .map(({ from, to, spans }) => `${name(from)}${to === from ? '' : `-${name(to)}`} ${spans}`)
    .join('; ')
}

function spansOf(windows: readonly WeeklyWindow[], weekday: number): string {
  return windows
    .filter((one) => one.weekday === weekday)
    .map(({ start, end }) => `${start}-${end}`)
    .toSorted()
    .join(', ')
}

function dayNames(language: ReaderLanguage): (weekday: number) => string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  // 2024-01-01 was a Monday.
  return (weekday) => {
    const written = format.format(Date.UTC(2024, 0, weekday)).replace('.', '')
    return written.charAt(0).toLocaleUpperCase(language) + written.slice(1)
  }
}

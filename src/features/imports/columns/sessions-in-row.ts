import { LEFT_OUT } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'
import { withDigits } from '../values/number-words.ts'
import { unreadableAs } from '../values/reading.ts'
import { readSessionTime, type WrittenSession } from '../values/sessions.ts'
import type { RowContext } from './column.ts'

/** Columns with the parts of sessions, as several columns or as lists in the same order. */
export const SESSION_PARTS = ['session_starts', 'session_ends', 'session_positions'] as const

/**
 * Joins the sessions of a row whose parts are in separate columns. A session without a start or end is left out with a
 * notice.
 */
export function sessionsInRow(
  cellOf: (column: string) => readonly string[],
  row: RowContext,
): { sessions: WrittenSession[]; notices: RowRemark[] } {
  const [starts = [], ends = [], positions = []] = SESSION_PARTS.map((part) =>
    cellOf(part).flatMap((cell) => cell.split(';').map((text) => text.trim())),
  )
  const notices: RowRemark[] = []
  const sessions = Array.from({ length: Math.max(starts.length, ends.length) }, (_, at) => {
    const [first = '', last = '', written = ''] = [starts[at], ends[at], positions[at]]
    const count = withDigits(written)
    if (first === '' && last === '' && count === '') return null
    const starts_at = readSessionTime(first, row)
    const ends_at =
      readSessionTime(last, row) ??
      (starts_at === null ? null : readSessionTime(`${starts_at.slice(0, 10)} ${last}`, row))
    if (starts_at === null || ends_at === null || (count !== '' && !/^\d{1,4}$/.test(count))) {
      const said = [first, last, count].filter((text) => text !== '').join(' to ')
      const details = [...unreadableAs('session_parts', said).unreadable, LEFT_OUT]
      notices.push({ column: 'session_starts', code: 'value_left_out', details, value: said })
      return null
    }
    return {
      starts_at,
      ends_at,
      ...(row.zoneOfHours !== undefined && { time_zone: row.zoneOfHours }),
      ...(count !== '' && { positions: Number(count) }),
    }
  })
  return { sessions: sessions.filter((session) => session !== null), notices }
}

import { type Html, html } from '../../../shared/html.ts'
import type { Sent } from '../forms.ts'
import { hidden, textField } from './parts.ts'
import type { View } from './view.ts'

/** Blank rows for further sessions. */
const BLANK_ROWS = 2
const PARTS = ['day', 'start', 'end', 'positions', 'note'] as const

interface Session {
  id?: string | undefined
  starts_at: string
  ends_at: string
  time_zone: string
  positions: number
  note?: string | undefined
}

/** Reads the sessions from rows of a form; undefined if all rows are blank. Unchanged sessions keep their instants. */
export function readSessionRows(at: string, sent: Sent): unknown[] | undefined {
  const rows = rowsSent(at, sent).flatMap((row) => {
    const given = (name: string) => textAt(sent, `${at}/${row}/${name}`)
    if (PARTS.slice(0, 3).every((part) => given(part) === undefined)) return []
    const [day = '', start = '', end = ''] = PARTS.slice(0, 3).map(given)
    const zone = given('time_zone')
    const before = given('starts_at')
    const until = given('ends_at')
    const isSame =
      before !== undefined &&
      until !== undefined &&
      zone !== undefined &&
      isAt(before, until, zone, { day, start, end })
    const positions = given('positions')
    return [
      {
        id: given('id'),
        starts_at: isSame ? before : `${day}T${start}`,
        ends_at: isSame ? until : `${end > start ? day : dayAfter(day)}T${end}`,
        time_zone: zone,
        positions: positions === undefined ? undefined : Number(positions),
        note: given('note'),
      },
    ]
  })
  return rows.length > 0 ? rows.map(withoutBlank) : undefined
}

/** Returns the form values of sessions. */
export function shownSessions(at: string, sessions: readonly Session[]): [string, string][] {
  return sessions.flatMap((session, row) => {
    const shown = {
      ...localParts(session.starts_at, session.ends_at, session.time_zone),
      ...{ positions: String(session.positions), note: session.note, id: session.id },
      ...{ time_zone: session.time_zone, starts_at: session.starts_at, ends_at: session.ends_at },
    }
    return Object.entries(shown).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[`${at}/${row}/${name}`, value]],
    )
  })
}

/** Renders a row for each submitted session, and some blank ones. */
export function sessionRows(at: string, sent: Sent, { say }: View): Html {
  const given = rowsSent(at, sent)
  const first = (given.at(-1) ?? -1) + 1
  const rows = [...given, ...Array.from({ length: BLANK_ROWS }, (_, more) => first + more)]
  const types = { day: 'date', start: 'time', end: 'time', positions: 'decimal', note: 'text' } as const
  return html`${rows.map((row, place) => {
    const kept = ['id', 'time_zone', 'starts_at', 'ends_at'].map((name) => {
      const value = textAt(sent, `${at}/${row}/${name}`)
      return value !== undefined && hidden(`${at}/${row}/${name}`, value)
    })
    const fields = PARTS.map((part) =>
      textField({
        ...{
          name: `${at}/${row}/${part}`,
          type: types[part],
          label: say('desk_when', { word: `session_${part}` }),
        },
        value: textAt(sent, `${at}/${row}/${part}`),
        ...(part === 'note' && { maxLength: 500 }),
      }),
    )
    return html`<fieldset class="together"><legend>${place + 1}</legend>${kept}${fields}</fieldset>`
  })}`
}

function rowsSent(at: string, sent: Sent): number[] {
  const rows = Object.keys(sent).flatMap((name) => {
    const [row = '', ...rest] = name.startsWith(`${at}/`) ? name.slice(at.length + 1).split('/') : []
    return rest.length === 1 && /^\d{1,3}$/.test(row) ? [Number(row)] : []
  })
  return [...new Set(rows)].sort((a, b) => a - b)
}

function textAt(sent: Sent, name: string): string | undefined {
  const value = sent[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

interface Local {
  day: string
  start: string
  end: string
}

function localParts(startsAt: string, endsAt: string, zone: string): Local {
  const [start, end] = [startsAt, endsAt].map((instant) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime(),
  )
  if (!start || !end) throw new Error('two instants make two times')
  const clock = (time: Temporal.PlainDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' })
  return { day: start.toPlainDate().toString(), start: clock(start), end: clock(end) }
}

function isAt(startsAt: string, endsAt: string, zone: string, { day, start, end }: Local): boolean {
  try {
    const before = localParts(startsAt, endsAt, zone)
    return before.day === day && before.start === start && before.end === end
  } catch {
    // The hidden fields were changed by hand: they are checked with the rest.
    return false
  }
}

/** Returns the next day. Returns a text that is not a day unchanged, for the schema to refuse. */
function dayAfter(day: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
    ? new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
    : day
}

const DAY_MS = 86_400_000

function withoutBlank(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}

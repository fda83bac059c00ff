import fc from 'fast-check'
import t from 'tap'
import { type EngagementEvents, calendarOf as piecesOf } from '../../../src/features/engagements/calendar.ts'

const HOUR_MS = 3_600_000
const placed = (place: number, startsAt: string, endsAt: string) => ({
  place,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  isCancelled: false,
})
const calendarOf = (events: EngagementEvents) => [...piecesOf([events])].join('')
const engagement = (changes: Partial<EngagementEvents> = {}): EngagementEvents => ({
  id: 'engagement_01h455vb4pex5vsknk084sn02q',
  title: 'Tidy the donor list',
  summary: 'Check-in with Oak Street Pantry',
  version: 3,
  checkIns: [
    placed(1, '2026-03-02T14:30:00.250Z', '2026-03-02T15:00:00Z'),
    placed(2, '2026-03-09T13:30:00Z', '2026-03-09T14:00:00Z'),
  ],
  sessionSummary: 'Session with Oak Street Pantry',
  sessions: [],
  updatedAt: new Date('2026-02-20T08:15:30.999Z'),
  ...changes,
})
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const valuesOf = (text: string, name: string) =>
  unfolded(text)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1))
const unescaped = (value: string) =>
  value.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))

t.test('each check-in is an event in UTC', async (t) => {
  const event = (place: number, startsAt: string, endsAt: string) => [
    'BEGIN:VEVENT',
    `UID:engagement_01h455vb4pex5vsknk084sn02q-check-in-${place}`,
    'SEQUENCE:3',
    'DTSTAMP:20260220T081530Z',
    `DTSTART:${startsAt}`,
    `DTEND:${endsAt}`,
    'SUMMARY:Check-in with Oak Street Pantry',
    'DESCRIPTION:Tidy the donor list',
    'STATUS:CONFIRMED',
    'LAST-MODIFIED:20260220T081530Z',
    'END:VEVENT',
  ]
  t.equal(
    calendarOf(engagement()),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//SmartSource//Check-ins//EN',
      'CALSCALE:GREGORIAN',
      ...event(1, '20260302T143000Z', '20260302T150000Z'),
      ...event(2, '20260309T133000Z', '20260309T140000Z'),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

t.test('what would end a line or a value is escaped', async (t) => {
  const text = calendarOf(engagement({ title: 'a\\b;c,d\r\ne\nf\rg\u0000h\ti', summary: 'x\nEND:VCALENDAR' }))
  t.same(valuesOf(text, 'DESCRIPTION')[0], 'a\\\\b\\;c\\,d\\ne\\nf\\ng h i')
  t.equal(unfolded(text).filter((line) => line === 'END:VCALENDAR').length, 1)
})

t.test('a long line is folded within 75 octets, and not far before', async (t) => {
  for (const [title, size] of [
    ['x'.repeat(150), 1],
    ['€'.repeat(50), 3],
  ] as const) {
    const text = calendarOf(engagement({ title, checkIns: engagement().checkIns.slice(0, 1) }))
    const lines = text.split('\r\n').filter((line) => line.includes(title.slice(0, 2)))
    const octets = lines.map((line) => Buffer.byteLength(line))
    t.equal(octets.length, 3)
    t.ok(octets.every((count) => count <= 75))
    t.ok(octets.slice(0, -1).every((count) => count > 73 - size))
    t.ok(lines.slice(1).every((line) => line.startsWith(' ')))
    t.equal(valuesOf(text, 'DESCRIPTION')[0], title)
  }
})

t.test('a lone half of a character does not break the file', async (t) => {
  t.equal(valuesOf(calendarOf(engagement({ title: 'a\ud83d' })), 'DESCRIPTION')[0], 'a\ufffd')
})

t.test('a check-in that is moved keeps its UID', async (t) => {
  const before = engagement()
  const checkIns = before.checkIns.map(({ startsAt, endsAt, ...rest }) => ({
    ...rest,
    startsAt: new Date(startsAt.getTime() + HOUR_MS),
    endsAt: new Date(endsAt.getTime() + HOUR_MS),
  }))
  const uids = valuesOf(calendarOf(before), 'UID')
  t.same(valuesOf(calendarOf({ ...before, checkIns }), 'UID'), uids)
})

t.test('lines are short and whole in UTF-8, and every text comes back', async () => {
  const anyText = fc
    .string({ unit: 'binary', maxLength: 200, size: 'max' })
    .map((text) => text.replace(/\p{Cc}/gu, '\n'))
  fc.assert(
    fc.property(anyText, anyText, (title, other) => {
      const text = calendarOf(engagement({ title, summary: other }))
      const lines = text.split('\r\n')
      return (
        lines.every((line) => Buffer.byteLength(line) <= 75 && line.isWellFormed()) &&
        unescaped(valuesOf(text, 'DESCRIPTION')[0] ?? '') === title &&
        unescaped(valuesOf(text, 'SUMMARY')[0] ?? '') === other
      )
    }),
  )
})

t.test('there are as many UIDs as check-ins, of one engagement and of two', async () => {
  const times = fc.array(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(times, (starts) => {
      const checkIns = starts.map((startsAt, at) => ({
        place: at + 1,
        startsAt,
        endsAt: startsAt,
        isCancelled: false,
      }))
      const uids = ['engagement_a', 'engagement_b'].flatMap((id) =>
        valuesOf(calendarOf(engagement({ id, checkIns })), 'UID'),
      )
      return uids.length === 2 * starts.length && new Set(uids).size === uids.length
    }),
  )
})

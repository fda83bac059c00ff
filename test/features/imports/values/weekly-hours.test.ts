import fc from 'fast-check'
import t from 'tap'
import { readWeeklyHours, type WeeklyWindow } from '../../../../src/features/imports/values/weekly-hours.ts'
import { cannotRead, readsAs, readsWithNote } from './tables.ts'

const on = (weekdays: number[], ...hours: string[]): WeeklyWindow[] =>
  weekdays.flatMap((weekday) => hours.map((one) => ({ weekday, start: one.slice(0, 5), end: one.slice(6) })))
const workdays = [1, 2, 3, 4, 5]

t.test('weekly hours are read as people write them', async (t) => {
  const week = [
    'Mon-Fri 09:00-12:00',
    'Mon–Fri 09:00–12:00',
    'Mon - Fri 9:00 - 12:00',
    'weekdays 09:00-12:00',
    'Mo-Fr 09:00-12:00',
    'Lu-Vi 9h-12h',
    'L-V 9:00-12:00',
  ]
  const more = [
    'lundi au vendredi de 9h à 12h',
    'lunes a viernes de 9 a 12',
    'Montag bis Freitag 9-12 Uhr',
    'segunda a sexta 9h às 12h',
    '9am-12pm weekdays',
    'MTWRF 9-12',
  ]
  readsAs(t, readWeeklyHours, [
    ...[...week, ...more].map((cell) => [cell, on(workdays, '09:00-12:00')] as const),
    ...['Mon, Wed 09:00-12:00', 'Mon/Wed 9:00-12:00', 'Mon & Wed 9am-noon', 'MW 9-12'].map(
      (cell) => [cell, on([1, 3], '09:00-12:00')] as const,
    ),
    ['Mon-Fri 9am-5pm', on(workdays, '09:00-17:00')],
    ...[
      'Mon 9:00 AM-12:00 PM',
      'Mon 09.00-12.00',
      'Monday 0900-1200',
      'Mon: 9 a.m. - 12 p.m.',
      'Mon between 9 and 12',
    ].map((cell) => [cell, on([1], '09:00-12:00')] as const),
    ['Sat-Mon 09:00-12:00', on([1, 6, 7], '09:00-12:00')],
    ['Mon-Wed 13:00-17:00; Fri 09:00-12:00', [...on([1, 2, 3], '13:00-17:00'), ...on([5], '09:00-12:00')]],
    ['Mon 9-12, 14-17, Fri 10-11', [...on([1], '09:00-12:00', '14:00-17:00'), ...on([5], '10:00-11:00')]],
    ['TTh 1-5pm', on([2, 4], '13:00-17:00')],
    ['Di, Do 14-18 Uhr', on([2, 4], '14:00-18:00')],
    ['mar-jue 9-12', on([2, 3, 4], '09:00-12:00')],
  ])
})

t.test('a window past midnight is split', async (t) => {
  readsAs(t, readWeeklyHours, [
    ['Fri 22:00-02:00', [...on([5], '22:00-24:00'), ...on([6], '00:00-02:00')]],
    ['Sun 10pm-2am', [...on([1], '00:00-02:00'), ...on([7], '22:00-24:00')]],
    ['Mon 22:00-00:00', on([1], '22:00-24:00')],
  ])
})

t.test('hours that are not said in full are read with a note that says which', async (t) => {
  readsWithNote(t, readWeeklyHours, [
    ['MWF 10:00-2:00', on([1, 3, 5], '10:00-14:00')],
    ['weekdays after 5pm', on(workdays, '17:00-24:00')],
    ['Mon/Wed evenings', on([1, 3], '17:00-21:00')],
    ['Weekends', on([6, 7], '00:00-24:00')],
    ['am Wochenende ab 10 Uhr', on([6, 7], '10:00-24:00')],
    ['mardi et jeudi après-midi', on([2, 4], '12:00-17:00')],
    ['Fri until noon', on([5], '00:00-12:00')],
    ['Mon 5pm+', on([1], '17:00-24:00')],
    ['Mon 1-5', on([1], '13:00-17:00')],
  ])
})

t.test('what is not understood is named', async (t) => {
  cannotRead(t, readWeeklyHours, [
    ['flexible', /flexible.*like Mon-Wed 13:00-17:00/],
    ['Mon-Fri except Wed 9-12', /“except”/],
    ['Mon 25:00-26:00', /“25:00”/],
    ['9-12', /not understood as weekly hours/],
    ['Mon 09:00-09:00', /not understood/],
    ['Mon 9-5 EST', /“est”/],
    ['', /not understood/],
  ])
})

t.test('the form of the template gives any hours back', async () => {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const quarter = fc.integer({ min: 0, max: 95 })
  const clock = (at: number) =>
    `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), quarter, quarter, (weekday, one, other) => {
      fc.pre(one !== other)
      const [start, end] = [clock(Math.min(one, other)), clock(Math.max(one, other))]
      const cell = `${names[weekday - 1]} ${start}-${end}`
      // 10:00-11:45 is the same on both clocks; 24 hours are meant in the form of the template.
      const reading = readWeeklyHours(cell)
      const got = JSON.stringify(reading)
      if (got !== JSON.stringify({ value: [{ weekday, start, end }], notes: [] }))
        throw new Error(`${cell}: ${got}`)
    }),
  )
})

import fc from 'fast-check'
import t from 'tap'
import { readDay, readDayOrMonth, readInstant } from '../../../../src/features/imports/values/dates.ts'
import { cannotRead, readsAs, readsWithNote } from './tables.ts'

const day = (cell: string) => readDay(cell, {})
const dayOrMonth = (cell: string) => readDayOrMonth(cell, {})
const may14 = (...cells: string[]) => cells.map((cell) => [cell, '2027-05-14'] as const)

t.test('every unambiguous form of a date is read', async (t) => {
  readsAs(t, day, [
    ...may14(
      '2027-05-14',
      '5/14/2027',
      '14.05.2027',
      'May 14, 2027',
      '2027-05-14 00:00:00',
      '2027-05-14T00:00:00.000Z',
    ),
    ...may14(
      '20270514',
      '2027/05/14',
      '2027.5.14',
      '14/05/2027',
      '14 May 2027',
      'May 14th, 2027',
      '14. Mai 2027',
    ),
    ...may14(
      '14 de mayo de 2027',
      '14 mai 2027',
      '14 de maio de 2027',
      'Fri, 14 May 2027',
      'viernes 14 de mayo de 2027',
    ),
    ...may14(
      '14-May-2027',
      '2027-May-14',
      '2027 May 14',
      'the 14th of May 2027',
      ' 2027\u201105\u201114 ',
      '５/14/2027',
    ),
    ['2027-5-4', '2027-05-04'],
    ['15/04/2027', '2027-04-15'],
    ['05/05/2027', '2027-05-05'],
    ['1er août 2027', '2027-08-01'],
    ['3. März 2028', '2028-03-03'],
    ['mar. 4 mai 2027', '2027-05-04'],
    ['Sept. 3, 2027', '2027-09-03'],
    ['1º de outubro de 2027', '2027-10-01'],
    ['29/02/2028', '2028-02-29'],
  ])
})

t.test('a number of Excel, a year of two digits and a time of day are read with a note', async (t) => {
  readsWithNote(
    t,
    day,
    may14('46521', '14-May-27', '5/14/27', '14.05.27', '2027-05-14 15:30', '5/14/2027 3:30 PM'),
  )
})

t.test('an ambiguous date asks for date_format, and is read with it', async (t) => {
  for (const cell of ['03/04/2027', '03.04.2027', '3-4-2027'])
    cannotRead(t, day, [
      [
        cell,
        /2027-04-03 or 2027-03-04\. Write dates like 2027-04-03\. Or say .*date_format=dmy for the day, date_format=mdy for the month/,
      ],
    ])
  readsAs(t, (cell) => readDay(cell, { dateFormat: 'dmy' }), [['03/04/2027', '2027-04-03']])
  readsAs(t, (cell) => readDay(cell, { dateFormat: 'mdy' }), [['03/04/2027', '2027-03-04']])
  readsWithNote(t, (cell) => readDay(cell, { dateFormat: 'ymd' }), [['27-05-14', '2027-05-14']])
  cannotRead(t, day, [['27-05-14', /2014-05-27 or 2027-05-14/]])
})

t.test('points mean that the day stands first where people write dates so', async (t) => {
  readsWithNote(t, (cell) => readDay(cell, { country: 'DE' }), [['03.04.2027', '2027-04-03']])
  cannotRead(t, (cell) => readDay(cell, { country: 'US' }), [['03.04.2027', /date_format/]])
  cannotRead(t, (cell) => readDay(cell, { country: 'DE' }), [['03/04/2027', /date_format/]])
})

t.test('a date that the order of the file rules out is read with a note', async (t) => {
  readsWithNote(t, (cell) => readDay(cell, { dateFormat: 'dmy' }), may14('5/14/2027'))
})

t.test('an impossible date and a text say once what is wrong', async (t) => {
  cannotRead(t, day, [
    ['2027-02-30', /^“2027-02-30” is not a day of the calendar: that month has 28 days\.$/],
    ['31/11/2027', /not a day of the calendar/],
    ['2027-14-05', /there is no month 14/],
    ['1827-05-14', /1900 and 2199/],
    ['4-Mar', /lacks the day or the year/],
    ['May-28', /lacks the day or the year/],
    ['May 2028', /does not say which day/],
    ['2028-05', /does not say which day/],
    ['asap', /Write dates like 2027-05-14/],
    ['2027-01-10 to 2027-05-14', /not a date/],
    ['(2027-05-14)', /not a date/],
    ['123456', /not a date/],
    ['May June 2027', /not a date/],
  ])
})

t.test('a graduation may be a month, a term or a year, and ends with it', async (t) => {
  readsWithNote(t, dayOrMonth, [
    ['May 2028', '2028-05-31'],
    ['mayo de 2028', '2028-05-31'],
    ["May '28", '2028-05-31'],
    ['2028-02', '2028-02-29'],
    ['05/2028', '2028-05-31'],
    ['Spring 2028', '2028-05-31'],
    ['2028 Spring', '2028-05-31'],
    ["Spring '28", '2028-05-31'],
    ['SP28', '2028-05-31'],
    ['2028SP', '2028-05-31'],
    ['FA 2027', '2027-12-31'],
    ['F27', '2027-12-31'],
    ['2027-28 Spring', '2028-05-31'],
    ['Fall 2027/28', '2027-12-31'],
    ['WS 2027/28', '2028-03-31'],
    ['SoSe 2028', '2028-09-30'],
    ['Primavera de 2028', '2028-05-31'],
    ['Fall 2027', '2027-12-31'],
    ['Frühjahr 2028', '2028-05-31'],
    ['Class of 2028', '2028-06-30'],
    ['2028', '2028-06-30'],
  ])
  readsAs(t, dayOrMonth, [['2028-05-20', '2028-05-20']])
  cannotRead(t, dayOrMonth, [
    ['Winter 2028', /Write a month like 2028-05/],
    ['May-28', /lacks/],
    ['junior', /not a date/],
    ['2278', /code of a term/],
    ['202810', /code of a term/],
    ['AY 2027-2028', /not a date/],
  ])
  cannotRead(t, (cell) => readDayOrMonth(cell, { country: 'AR' }), [['Primavera 2028', /which month/]])
})

t.test('an instant without an offset is in the time zone of the office, with a note', async (t) => {
  const instant = (cell: string) => readInstant(cell, { timeZone: 'America/New_York' })
  readsAs(t, instant, [
    ['2026-11-01T12:00:00Z', '2026-11-01T12:00:00Z'],
    ['2026-11-01T12:00:00.000+02:00', '2026-11-01T10:00:00Z'],
  ])
  readsWithNote(t, instant, [
    ['7/25/2026 10:59:32', '2026-07-25T14:59:32Z'],
    ['2026-11-20', '2026-11-20T05:00:00Z'],
    ['46521.5', '2027-05-14T16:00:00Z'],
  ])
  cannotRead(t, instant, [
    ['May 2028', /which day/],
    ['11/1/2026', /date_format/],
  ])
})

t.test('midnight in the office is its day, also where UTC has the day before', async (t) => {
  const berlin = (cell: string) => readDay(cell, { timeZone: 'Europe/Berlin' })
  readsWithNote(t, berlin, may14('2027-05-13T22:00:00.000Z'))
  readsAs(t, berlin, may14('2027-05-14T00:00:00+02:00'))
})

t.test('each unambiguous rendering of a day gives the day back', async () => {
  const days = fc.date({ min: new Date('1970-02-01'), max: new Date('2099-11-30'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(iso)
      const named = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR', 'pt-BR'].flatMap((locale) =>
        (['long', 'full', 'medium'] as const).flatMap((dateStyle) =>
          dateStyle === 'medium' && !locale.startsWith('en')
            ? []
            : [new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(date)],
        ),
      )
      const numeric =
        dayOfMonth > 12 ? [`${month}/${dayOfMonth}/${year}`, `${dayOfMonth}.${month}.${year}`] : []
      const serial = (Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000
      const forms = [
        iso,
        `${iso} 00:00:00`,
        iso.replaceAll('-', ''),
        iso.replaceAll('-', '/'),
        String(serial),
        ...named,
        ...numeric,
      ]
      for (const form of forms) {
        const reading = readDay(form, {})
        if (!('value' in reading) || reading.value !== iso)
          throw new Error(`${form}: ${JSON.stringify(reading)}`)
      }
    }),
  )
})

t.test('the time stamps of forms and of clocks with a named zone are read', async (t) => {
  const instants = {
    '2026/11/03 5:12:09 PM GMT-6': '2026-11-03T23:12:09Z',
    '2026/11/03 5:12:09 p.m. GMT-6': '2026-11-03T23:12:09Z',
    '2026/11/03 5:12:09 PM GMT+5:30': '2026-11-03T11:42:09Z',
    '2026/11/03 17:12:09 UTC+01:00': '2026-11-03T16:12:09Z',
    '2026/11/03 17:12:09 +0100': '2026-11-03T16:12:09Z',
    '11/13/2026 5:12 PM EST': '2026-11-13T22:12:00Z',
    '13.11.2026 17:12 MEZ': '2026-11-13T16:12:00Z',
    '2026-11-13 17:12 GMT': '2026-11-13T17:12:00Z',
  }
  for (const [cell, expected] of Object.entries(instants))
    t.match(readInstant(cell, { timeZone: 'Asia/Tokyo' }), { value: expected, notes: [] }, cell)
})

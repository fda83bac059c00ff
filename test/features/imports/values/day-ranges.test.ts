import fc from 'fast-check'
import t from 'tap'
import { dayRangeText, readDayRanges } from '../../../../src/features/imports/values/day-ranges.ts'
import { cannotRead, readsAs, readsWithNote } from './tables.ts'

const ranges = (cell: string) => readDayRanges(cell, {})
const week = { starts_on: '2027-03-14', ends_on: '2027-03-21' }
const day = { starts_on: '2027-05-01', ends_on: '2027-05-01' }

t.test('days and ranges of days are read in every form of a date and in five languages', async (t) => {
  readsAs(t, ranges, [
    ['2027-03-14 to 2027-03-21; 2027-05-01', [week, day]],
    ['2027-03-14 to 2027-03-21\n2027-05-01', [week, day]],
    ['2027-03-14 – 2027-03-21 | May 1, 2027', [week, day]],
    ['2027-03-14/2027-03-21', [week]],
    ['2027-03-14-2027-03-21', [week]],
    ['3/14/2027-3/21/2027', [week]],
    ['3/14/2027 - 3/21/2027', [week]],
    ['14.03.2027–21.03.2027', [week]],
    ['14-Mar-2027..21-Mar-2027', [week]],
    ['from March 14, 2027 through March 21, 2027', [week]],
    ['vom 14. März 2027 bis 21. März 2027', [week]],
    ['desde el 14 de marzo de 2027 hasta el 21 de marzo de 2027', [week]],
    ['du 14 mars 2027 au 21 mars 2027', [week]],
    ['de 14 de março de 2027 a 21 de março de 2027', [week]],
    ['de 14 de março de 2027 até 21 de março de 2027', [week]],
    ['2027-03-14 to 2027-03-21, 2027-05-01', [week, day]],
    ['20270501', [day]],
  ])
  t.same(readDayRanges('3/4/2027 - 5/4/2027', { dateFormat: 'dmy' }), {
    value: [{ starts_on: '2027-04-03', ends_on: '2027-04-05' }],
    notes: [],
  })
})

t.test('a range that cannot be read is named, and costs no other', async (t) => {
  readsWithNote(t, ranges, [
    ['2027-03-14 to 2027-03-21; whenever', [week]],
    ['2027-03-21 to 2027-03-14; 2027-05-01', [day]],
    ['3/4/2027 to 5/4/2027; 2027-05-01', [day]],
    [Array.from({ length: 101 }, () => '2027-05-01').join(';'), Array.from({ length: 100 }, () => day)],
  ])
  cannotRead(t, ranges, [
    ['2027-03-21 to 2027-03-14', /ends before it begins/],
    ['3/4/2027 to 5/4/2027', /date_format/],
    ['Mondays', /not a day of the calendar/],
    ['2027-02-30 to 2027-03-04', /2027-02-30.*calendar/],
    [';', /holds no days/],
  ])
})

t.test('what is written is read as the same days', async () => {
  const days = fc
    .integer({ min: 0, max: 40_000 })
    .map((one) => new Date(one * 86_400_000).toISOString().slice(0, 10))
  const range = fc
    .tuple(days, days)
    .map((two) => two.toSorted())
    .map(([starts_on = '', ends_on = '']) => ({ starts_on, ends_on }))
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 100 }), (all) => {
      const reading = ranges(all.map(dayRangeText).join('; '))
      return 'value' in reading && JSON.stringify(reading.value) === JSON.stringify(all)
    }),
  )
})

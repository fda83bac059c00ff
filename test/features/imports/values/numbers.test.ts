import fc from 'fast-check'
import t from 'tap'
import { type Money, readMoney } from '../../../../src/features/imports/values/money.ts'
import {
  readCount,
  readDistanceKm,
  readHoursPerWeek,
  readNumber,
} from '../../../../src/features/imports/values/numbers.ts'
import { cannotRead, readsAs, readsWithNote } from './tables.ts'

const hours = (cell: string) => readHoursPerWeek(cell, {})
const usd = (units: number): Money => ({ amount_minor: Math.round(units * 100), currency: 'USD' })
const eur = (units: number): Money => ({ amount_minor: Math.round(units * 100), currency: 'EUR' })

t.test('hours a week are read with their unit and decimal comma', async (t) => {
  const ten = [
    '10',
    '10.0',
    '10,0',
    '10 hours',
    '10h',
    '10 hrs/week',
    '10 hours per week',
    '10 Stunden pro Woche',
  ]
  const more = [
    '10 horas por semana',
    '10 heures par semaine',
    '10 h/semana',
    '10 Std.',
    '10 hpw',
    ' 10\u00a0hours ',
  ]
  readsAs(t, hours, [
    ...[...ten, ...more].map((cell) => [cell, 10] as const),
    ['7,5', 7.5],
    ['7.5', 7.5],
    ['7½', 7.5],
    ['½', 0.5],
    ['7h30', 7.5],
    ['7 1/2', 7.5],
  ])
})

t.test('of a range the lower number counts, and a limit counts itself, with a note', async (t) => {
  const cells = [
    '10-15',
    '10–15',
    '10 to 15 hours',
    '10h - 15h',
    'between 10 and 15',
    '10 bis 15',
    'up to 10',
    '10+',
    'about 10',
  ]
  readsWithNote(
    t,
    hours,
    [...cells, '~10', 'ca. 10 Std.', 'mindestens 10', '10 hours max', 'hasta 10 horas'].map(
      (cell) => [cell, 10] as const,
    ),
  )
})

t.test('other hours than those of a week, and words, are unreadable', async (t) => {
  cannotRead(t, hours, [
    ['10 hours per month', /per month. Write the hours per week like 10/],
    ['2 hours/day', /per day/],
    ['full-time', /Write the hours per week like 10/],
    ['10 days', /hours per/],
    ['10 12', /Write the hours/],
    ['3 times a week 2 hours', /Write the hours/],
    ['8/10', /Write the hours/],
    ['1/0', /Write the hours/],
    ['ten', /Write the hours/],
    ['1,500', /1500 or 1.5.*decimal=/],
  ])
})

t.test('the decimal sign of the file decides 1,500 and 1.500', async (t) => {
  readsAs(t, (cell) => readNumber(cell, { decimal: '.' }), [
    ['1,500', 1500],
    ['1.500', 1.5],
    ['7,5', 7.5],
  ])
  readsAs(t, (cell) => readNumber(cell, { decimal: ',' }), [
    ['1,500', 1.5],
    ['1.500', 1500],
    ['7.5', 7.5],
  ])
  readsAs(t, (cell) => readNumber(cell, {}), [
    ['1,500.5', 1500.5],
    ['1.500,5', 1500.5],
    ['1 234 567', 1_234_567],
    ["1'234.5", 1234.5],
    ['0.500', 0.5],
    ['-3', -3],
  ])
  cannotRead(t, (cell) => readNumber(cell, {}), [
    ['1,50,0', /not a number/],
    ['1.2.3', /not a number/],
    ['12 apples', /like 10/],
  ])
})

t.test('a coordinate is the number that lies on the earth', async (t) => {
  const latitude = (cell: string) => readNumber(cell, {}, { min: -90, max: 90, example: '48.86' })
  readsAs(t, latitude, [
    ['48,86', 48.86],
    ['48.856', 48.856],
    ['52,520', 52.52],
    ['-33.868', -33.868],
    ['\u221233,9', -33.9],
  ])
  cannotRead(t, latitude, [['north', /like 48.86/]])
})

t.test('counts are whole numbers', async (t) => {
  const count = (cell: string) => readCount(cell, {})
  readsAs(t, count, [
    ['2', 2],
    ['2.0', 2],
    ['2 positions', 2],
    ['3 Plätze', 3],
    ...['one', 'One', 'uno', 'una', 'un', 'une', 'eins', 'Ein', 'um', 'uma'].map(
      (word) => [word, 1] as const,
    ),
    ...['two', 'TWO', 'dos', 'deux', 'zwei', 'dois', 'duas'].map((word) => [word, 2] as const),
    ...['twelve', 'doce', 'douze', 'zwölf', 'doze'].map((word) => [word, 12] as const),
    ['two interns', 2],
    ['zwei Plätze', 2],
    ['deux postes', 2],
    ['Three (3)', 3],
    ['3 (three)', 3],
    ['three (3) positions', 3],
    ['twenty interns', 20],
    ['twenty-five (25) places', 25],
    ['fünfundzwanzig Plätze', 25],
    ['vingt et un postes', 21],
    ['treinta y dos plazas', 32],
  ])
  readsWithNote(t, count, [['2-3', 2]])
  cannotRead(t, count, [
    ['2.5', /whole number/],
    ['several', /like 2/],
    ['two or three', /like 2/],
    ['two (3)', /like 2/],
    ['one week', /like 2/],
  ])
})

t.test('distances are read in kilometers, and others converted with a note', async (t) => {
  const km = (cell: string) => readDistanceKm(cell, {})
  readsAs(t, km, [
    ['25', 25],
    ['25 km', 25],
    ['25km', 25],
    ['7,5 km', 7.5],
  ])
  readsWithNote(t, km, [
    ['15 miles', 24.1],
    ['15mi', 24.1],
    ['10-20 miles', 16.1],
    ['500 m', 0.5],
    ['10 Meilen', 16.1],
  ])
  cannotRead(t, km, [
    ['15 minutes', /Write kilometers like 25, or 15 miles/],
    ['nearby', /Write kilometers/],
  ])
})

t.test('money is read with the currency that it names', async (t) => {
  const money = (cell: string) => readMoney(cell, {})
  readsAs(t, money, [
    ...['20.00 USD', 'USD 20', 'US$ 20.00', '$20 USD', 'usd 20'].map((cell) => [cell, usd(20)] as const),
    ['1,500.00 USD', usd(1500)],
    ['1.500,00 €', eur(1500)],
    ['1 234,56 €', eur(1234.56)],
    ['EUR 20', eur(20)],
    ['500,-- €', eur(500)],
    ['20 Euro', eur(20)],
    ["CHF 1'000.-", { amount_minor: 100_000, currency: 'CHF' }],
    ['R$ 1.234,56', { amount_minor: 123_456, currency: 'BRL' }],
    ['BRL 500', { amount_minor: 50_000, currency: 'BRL' }],
    ['1200 JPY', { amount_minor: 1200, currency: 'JPY' }],
    ['20 USD/hour', { ...usd(20), unit: 'hour' }],
    ['500 EUR per project', { ...eur(500), unit: 'project' }],
  ])
  readsWithNote(t, money, [
    ['1.500 €', eur(1500)],
    ['1,500 USD', usd(1500)],
    ['20-25 USD', usd(20)],
  ])
  cannotRead(t, money, [
    ['500', /which currency.*20.00 USD/],
    ['500 kr', /which currency/],
    ['500 XXQ', /which currency/],
    ['20 USD EUR', /which currency/],
    ['$500/month', /paid by the month/],
    ['20.5 JPY', /can be paid in JPY/],
    ['-5 USD', /can be paid/],
    ['unpaid', /not an amount of money/],
    ['1,500 KWD', /1500 or 1.5/],
  ])
})

t.test('$, kr and amounts without a currency are in the money of the country, with a note', async (t) => {
  readsWithNote(t, (cell) => readMoney(cell, { country: 'US' }), [
    ['$500', usd(500)],
    ['500', usd(500)],
    ['20/hr', { ...usd(20), unit: 'hour' }],
  ])
  readsWithNote(t, (cell) => readMoney(cell, { country: 'CA' }), [
    ['$500', { amount_minor: 50_000, currency: 'CAD' }],
  ])
  readsWithNote(t, (cell) => readMoney(cell, { country: 'SE' }), [
    ['500 kr', { amount_minor: 50_000, currency: 'SEK' }],
  ])
  readsWithNote(t, (cell) => readMoney(cell, { country: 'DE' }), [
    ['$500', usd(500)],
    ['500', eur(500)],
  ])
})

t.test(
  'a number in the format of a country gives itself back with the decimal sign of that country',
  async () => {
    const amounts = fc.integer({ min: 0, max: 100_000_000 })
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'pt-BR', 'es-ES', 'de-CH'),
        (cents, locale) => {
          const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).some(({ value }) => value === ',')
            ? ','
            : '.'
          const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100)
          const reading = readNumber(shown, { decimal })
          if (!('value' in reading) || reading.value !== cents / 100)
            throw new Error(`${shown}: ${JSON.stringify(reading)}`)
          for (const currency of ['USD', 'EUR', 'CHF', 'BRL', 'GBP', 'MXN', 'CAD']) {
            for (const currencyDisplay of ['code', 'symbol'] as const) {
              // $ alone is not the dollar of Mexico or Canada unless the country says so.
              const country = { USD: 'US', MXN: 'MX', CAD: 'CA' }[currency]
              const price = new Intl.NumberFormat(locale, {
                style: 'currency',
                currency,
                currencyDisplay,
              }).format(cents / 100)
              const money = readMoney(price, { decimal, country })
              if (
                !('value' in money) ||
                money.value.amount_minor !== cents ||
                money.value.currency !== currency
              )
                throw new Error(`${price}: ${JSON.stringify(money)}`)
            }
          }
        },
      ),
    )
  },
)

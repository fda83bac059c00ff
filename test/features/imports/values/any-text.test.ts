import fc from 'fast-check'
import t from 'tap'
import { englishOf } from '../../../../src/features/imports/details.ts'
import { isBlank, spreadsheetError } from '../../../../src/features/imports/values/blank.ts'
import { readCountry } from '../../../../src/features/imports/values/countries.ts'
import { readDay, readDayOrMonth, readInstant } from '../../../../src/features/imports/values/dates.ts'
import { datesOfRanges, readDayRanges } from '../../../../src/features/imports/values/day-ranges.ts'
import { readEmail } from '../../../../src/features/imports/values/emails.ts'
import { readFreeText } from '../../../../src/features/imports/values/free-text.ts'
import { comparableId, readIdentity } from '../../../../src/features/imports/values/identity.ts'
import { readLanguages } from '../../../../src/features/imports/values/languages.ts'
import { readList } from '../../../../src/features/imports/values/lists.ts'
import { readMoney } from '../../../../src/features/imports/values/money.ts'
import { readName } from '../../../../src/features/imports/values/names.ts'
import {
  readCount,
  readDistanceKm,
  readHoursPerWeek,
  readNumber,
} from '../../../../src/features/imports/values/numbers.ts'
import { readPhone } from '../../../../src/features/imports/values/phones.ts'
import type { Reading, ReadingContext } from '../../../../src/features/imports/values/reading.ts'
import { readSkills } from '../../../../src/features/imports/values/skills.ts'
import { readTimeZone } from '../../../../src/features/imports/values/time-zones.ts'
import { readWebAddress } from '../../../../src/features/imports/values/web-addresses.ts'
import { readWeeklyHours } from '../../../../src/features/imports/values/weekly-hours.ts'
import { MODALITIES, readWord, readWords } from '../../../../src/features/imports/values/words.ts'
import { readYesOrNo } from '../../../../src/features/imports/values/yes-or-no.ts'
import { hostileTexts, leastCpuMs } from '../../../support/hostile-texts.ts'

const context: ReadingContext = {
  country: 'US',
  timeZone: 'America/New_York',
  isKnownSkill: (label) => label.length < 4,
}

const readers: Record<string, (cell: string) => Reading<unknown>> = {
  country: readCountry,
  day: (cell) => readDay(cell, context),
  'ranges of days': (cell) => readDayRanges(cell, context),
  'dates of ranges': (cell) => ({ value: datesOfRanges(cell), notes: [] }),
  'day or month': (cell) => readDayOrMonth(cell, context),
  instant: (cell) => readInstant(cell, context),
  email: readEmail,
  'free text': readFreeText,
  identity: readIdentity,
  languages: readLanguages,
  list: (cell) => readList(cell, { max: 30, isKnown: (entry) => entry.length < 4 }),
  money: (cell) => readMoney(cell, context),
  name: readName,
  count: (cell) => readCount(cell, context),
  distance: (cell) => readDistanceKm(cell, context),
  'hours per week': (cell) => readHoursPerWeek(cell, context),
  number: (cell) => readNumber(cell, context, { min: -90, max: 90 }),
  phone: (cell) => readPhone(cell, context),
  skills: (cell) =>
    readSkills(cell, context, {
      max: 30,
      details: ['level', 'importance', 'hours_per_week', 'already_doing'],
    }),
  'time zone': (cell) => readTimeZone(cell, context),
  'web address': readWebAddress,
  'weekly hours': readWeeklyHours,
  word: (cell) => readWord(cell, MODALITIES),
  words: (cell) => readWords(cell, MODALITIES),
  'yes or no': readYesOrNo,
}

const pieces = fc.constantFrom(
  ...[
    '2027',
    '05',
    '14',
    '1',
    '-',
    '/',
    '.',
    ',',
    ' ',
    ':',
    'May',
    'mar',
    'Mon',
    'am',
    'pm',
    '$',
    '€',
    'USD',
    '1,500',
    'h',
    'to',
    '½',
  ],
  ...[
    '+',
    '(',
    ')',
    ';',
    '\n',
    'and',
    'English',
    'Excel',
    'a@b.example',
    'EST',
    'UTC',
    '=',
    '"',
    "'",
    '\u200b',
    'ß',
    '山',
    '\ud800',
    '#REF!',
  ],
)
const cells = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
)

for (const [name, readValue] of Object.entries(readers))
  t.test(`no text makes the reader of ${name} throw, and each reason and note is a sentence`, async () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const reading = readValue(cell)
        const said = 'unreadable' in reading ? reading.unreadable : reading.notes
        const sentences = said.map((detail) => englishOf([detail]))
        const odd = sentences.find(
          (one) =>
            !/[.!=,]$/.test(one) ||
            /undefined|NaN|\[object|JSON|zod|expected/.test(one.replace(/“[^”]*”/g, '')),
        )
        if (odd !== undefined) throw new Error(odd)
      }),
      { numRuns: 300 },
    )
  })

t.test('no long text takes any reader long', async (t) => {
  const MAX_MS = 60
  for (const [kind, text] of Object.entries({
    ...hostileTexts(10_000),
    semicolons: 'a;'.repeat(5000),
    commas: 'sql,'.repeat(2500),
    apostrophes: "'".repeat(10_000),
    hashes: '#'.repeat(10_000),
  }))
    for (const [name, readValue] of Object.entries({
      ...readers,
      blank: (cell: string) => readFreeText(`${isBlank(cell)}${spreadsheetError(cell)}${comparableId(cell)}`),
    })) {
      const ms = leastCpuMs(() => readValue(text))
      if (ms >= MAX_MS) t.fail(`${name} takes ${ms.toFixed(1)} ms for ${kind}`)
    }
})

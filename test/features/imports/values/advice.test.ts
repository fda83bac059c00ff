import t from 'tap'
import { readAgeBand } from '../../../../src/features/imports/values/ages.ts'
import { readCountry } from '../../../../src/features/imports/values/countries.ts'
import { readDay, readDayOrMonth } from '../../../../src/features/imports/values/dates.ts'
import { readDayRanges } from '../../../../src/features/imports/values/day-ranges.ts'
import { readBreak, readDuration } from '../../../../src/features/imports/values/durations.ts'
import { readEmail } from '../../../../src/features/imports/values/emails.ts'
import { readLanguages } from '../../../../src/features/imports/values/languages.ts'
import { readMoney } from '../../../../src/features/imports/values/money.ts'
import { readDistanceKm, readHoursPerWeek } from '../../../../src/features/imports/values/numbers.ts'
import { readPhone } from '../../../../src/features/imports/values/phones.ts'
import { isRead, type Reading } from '../../../../src/features/imports/values/reading.ts'
import { readSessionList } from '../../../../src/features/imports/values/sessions.ts'
import { readTimeZone } from '../../../../src/features/imports/values/time-zones.ts'
import { readWeeklyHours } from '../../../../src/features/imports/values/weekly-hours.ts'
import { ORGANIZATION_KINDS, readWord } from '../../../../src/features/imports/values/words.ts'
import { readYesOrNo } from '../../../../src/features/imports/values/yes-or-no.ts'
import {
  type ImportCellMessages,
  message,
  READER_LANGUAGES,
  textOf,
} from '../../../../src/shared/messages/index.ts'

type Kind = ImportCellMessages['import_unread']['as']

const inZone = { zoneOfHours: 'Europe/Berlin' }
/** Who reads what is advised for a cell of each kind. */
const readers: Partial<Record<Kind, (cell: string) => Reading<unknown>>> = {
  email: readEmail,
  session: (cell) => readSessionList(cell, inZone),
  language: (cell) => readLanguages(cell),
  languages: readLanguages,
  date: (cell) => readDay(cell, {}),
  days: (cell) => readDayRanges(cell, {}),
  term: (cell) => readDayOrMonth(cell, {}),
  hours: (cell) => readDuration(cell, {}),
  break: (cell) => readBreak(cell, {}),
  age: readAgeBand,
  money: (cell) => readMoney(cell, {}),
  money_by_hour: (cell) => readMoney(cell, {}),
  hours_per_week: (cell) => readHoursPerWeek(cell, {}),
  distance: (cell) => readDistanceKm(cell, {}),
  weekly_hours: readWeeklyHours,
  time_zone: (cell) => readTimeZone(cell, {}),
  phone: (cell) => readPhone(cell, {}),
  phone_without_country: (cell) => readPhone(cell, {}),
  country: readCountry,
  yes_or_no: readYesOrNo,
}

/** Words that lead to the example, and that stand between two of them, in each language. */
const LEADS =
  / (?:like|such as|wie|así:|como|ainsi :|comme|assim:|Write|Schreiben Sie|Escriba|Écrivez|Escreva) /
const BETWEEN = /,? (?:or|oder|o|ou) |, /

for (const language of READER_LANGUAGES)
  t.test(`what is advised in ${language} for a cell that can’t be read can be read`, async (t) => {
    for (const [as, read] of Object.entries(readers)) {
      // The keys of `readers` are kinds.
      const text = textOf(message('import_unread', { cell: 'x', as: as as Kind }), language)
      const [, ...said] = text.split(LEADS)
      const example = (said.at(-1) ?? '').replace(/\.$/, '')
      const parts = example.split(BETWEEN).filter((part) => part !== '')
      t.ok(parts.length > 0, text)
      const isWhole = isRead(read(example))
      for (const part of isWhole ? [] : parts) t.ok(isRead(read(part)), `${part} of: ${text}`)
    }
  })

t.test('the kinds of organizations that are advised are read', async (t) => {
  for (const language of READER_LANGUAGES) {
    const text = textOf(message('import_answer_says_not', { cell: 'no', header: 'Nonprofit?' }), language)
    const kinds = (text.split(/: /).at(-1) ?? '').replace(/\.$/, '').split(BETWEEN)
    t.equal(kinds.length, 2, text)
    for (const kind of kinds) t.ok(isRead(readWord(kind, ORGANIZATION_KINDS)), `${kind} of: ${text}`)
  }
})

import fc from 'fast-check'
import t from 'tap'
import { readCountry } from '../../../../src/features/imports/values/countries.ts'
import { readLanguages } from '../../../../src/features/imports/values/languages.ts'
import { readList } from '../../../../src/features/imports/values/lists.ts'
import { readSkills } from '../../../../src/features/imports/values/skills.ts'
import { readTimeZone } from '../../../../src/features/imports/values/time-zones.ts'
import {
  HELPER_KINDS,
  IMPORTANCES,
  LEVELS,
  MODALITIES,
  NEED_STATUSES,
  OFFER_KINDS,
  ORGANIZATION_KINDS,
  PAY_UNITS,
  readWord,
  readWords,
  STATUSES_WITH_PAUSE,
  VISIBILITIES,
} from '../../../../src/features/imports/values/words.ts'
import { cannotRead, inWords, readsAs, readsWithNote } from './tables.ts'

const tables = {
  ...{ LEVELS, IMPORTANCES, MODALITIES, OFFER_KINDS, ORGANIZATION_KINDS, HELPER_KINDS, NEED_STATUSES },
  ...{ STATUSES_WITH_PAUSE, VISIBILITIES, PAY_UNITS },
}

t.test('no word names two values, and each value names itself', async (t) => {
  for (const [table, values] of Object.entries(tables)) {
    const byWord = Map.groupBy(
      Object.entries(values).flatMap(([value, all]) =>
        all.split('|').map((word) => ({ word: word.replaceAll(' ', ''), value })),
      ),
      ({ word }) => word,
    )
    for (const [word, uses] of byWord)
      t.equal(new Set(uses.map(({ value }) => value)).size, 1, `${table}: ${word}`)
    for (const value of Object.keys(values)) t.same(readWord(value, values), { value, notes: [] })
  }
})

t.test('the place of work is read in five languages', async (t) => {
  const modality = (cell: string) => readWord(cell, MODALITIES)
  const table = {
    onsite: ['In person', 'On-site', 'ONSITE', 'Vor Ort', 'présentiel', 'presencial'],
    remote: [
      'Virtual',
      'Online',
      'remote ok',
      'work from home',
      'Home-Office',
      'à distance',
      'Remoto',
      '100% remote',
    ],
    hybrid: ['Hybrid', 'híbrido', 'Remote/Onsite', 'hybride', 'Flexible'],
  }
  readsAs(
    t,
    modality,
    Object.entries(table).flatMap(([value, cells]) => cells.map((cell) => [cell, value] as const)),
  )
  cannotRead(t, modality, [['Mars', /Write remote, onsite or hybrid\./]])
})

t.test('kinds are read by their names, and one that is not understood is named', async (t) => {
  readsAs(t, (cell) => readWord(cell, ORGANIZATION_KINDS), [
    ['Small Business', 'small_business'],
    ['501(c)(3)', 'nonprofit'],
    ['gemeinnütziger Verein', 'nonprofit'],
    ['PYME', 'small_business'],
  ])
  readsAs(t, (cell) => readWords(cell, OFFER_KINDS), [['Volunteers, Praktikum', ['volunteer', 'intern']]])
  readsWithNote(t, (cell) => readWords(cell, OFFER_KINDS), [['paid; magic', ['paid']]])
  cannotRead(t, (cell) => readWords(cell, OFFER_KINDS), [['magic', /volunteer, intern, barter or paid/]])
  t.same(readWord('Grundkenntnisse', LEVELS), { value: 'beginner', notes: [] })
})

const known = new Set('bookkeeping|excel|grant writing|sql|research and development|html|css'.split('|'))
const isKnownSkill = (label: string) => known.has(label.toLowerCase())
const skills = (cell: string) =>
  readSkills(cell, { isKnownSkill }, { max: 30, details: ['level', 'importance'] })
const named = (...labels: string[]) => labels.map((skill) => ({ skill }))

t.test('a list is split where nothing else can be meant, and at commas if every part is known', async (t) => {
  readsAs(t, skills, [
    ['Bookkeeping; Excel; Grant writing', named('Bookkeeping', 'Excel', 'Grant writing')],
    ['Bookkeeping, Excel, Grant writing', named('Bookkeeping', 'Excel', 'Grant writing')],
    ['Excel | SQL', named('Excel', 'SQL')],
    ['Excel；SQL、HTML，CSS', named('Excel', 'SQL', 'HTML', 'CSS')],
    ['• Excel\r\n• SQL', named('Excel', 'SQL')],
    ['- Excel\n- Adobe', named('Excel', 'Adobe')],
    ['Excel, SQL, and HTML/CSS', named('Excel', 'SQL', 'HTML', 'CSS')],
    ['Excel y SQL', named('Excel', 'SQL')],
    ['Research and Development', named('Research and Development')],
    ['Time-management', named('Time-management')],
    ['Adobe (Photoshop)', named('Adobe (Photoshop)')],
  ])
  readsWithNote(t, skills, [['SQL, Underwater hockey', named('SQL, Underwater hockey')]])
})

t.test('a level or importance is read behind a colon or dash and in brackets', async (t) => {
  readsAs(t, skills, [
    ['Excel:Proficient', [{ skill: 'Excel', level: 'advanced' }]],
    ['bookkeeping:required', [{ skill: 'bookkeeping', importance: 'must' }]],
    ['bookkeeping (required)', [{ skill: 'bookkeeping', importance: 'must' }]],
    ['SQL - avanzado', [{ skill: 'SQL', level: 'advanced' }]],
    ['SQL – débutant', [{ skill: 'SQL', level: 'beginner' }]],
    ['excel:must:advanced', [{ skill: 'excel', importance: 'must', level: 'advanced' }]],
    [
      'Excel (Grundkenntnisse), SQL (expert)',
      [
        { skill: 'Excel', level: 'beginner' },
        { skill: 'SQL', level: 'expert' },
      ],
    ],
  ])
  readsWithNote(t, skills, [
    ['Excel: 5 years', named('Excel')],
    ['Programming: Python, Java', named('Programming: Python, Java')],
  ])
  readsAs(t, (cell) => readSkills(cell, {}, { max: 5, details: ['hours_per_week', 'already_doing'] }), [
    ['catering:2h:already', [{ skill: 'catering', hours_per_week: 2, already_doing: true }]],
  ])
})

t.test('a list over its maximum keeps the first entries and names the others', async (t) => {
  const cell = Array.from({ length: 31 }, (_, at) => `Skill ${at + 1}`).join(';')
  const reading = skills(cell)
  t.match(inWords(reading), { notes: /^Of 31 skills the first 30 were kept\. Left out: “Skill 31”\.$/ })
  t.equal('value' in reading && reading.value.length, 30)
  readsAs(t, (one) => readList(one, { max: 10 }), [['a; A; b;', ['a', 'b']]])
  readsWithNote(t, (one) => readList(one, { max: 10 }), [['Accounting, Finance', ['Accounting, Finance']]])
})

t.test('every entry of a list is in the value or in a note', async () => {
  const word = fc.constantFrom('Excel', 'SQL', 'Adobe', 'Cooking', 'bookkeeping', 'R', 'Sewing')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('; ', ', ', ' and ', '/', '\n', ' | '),
      fc.integer({ min: 1, max: 4 }),
      (words, separator, max) => {
        const reading = readSkills(words.join(separator), { isKnownSkill }, { max, details: ['level'] })
        const said = JSON.stringify(reading)
        const lost = words.find((one) => !said.toLowerCase().includes(one.toLowerCase()))
        if (lost !== undefined || !('value' in reading) || reading.value.length > max)
          throw new Error(`${lost}: ${said}`)
      },
    ),
  )
})

t.test('countries are read by code and by name in five languages', async (t) => {
  readsAs(t, readCountry, [
    ...['US', 'us', 'USA', 'U.S.A.', 'United States', 'Estados Unidos', 'EE. UU.', 'Vereinigte Staaten'].map(
      (cell) => [cell, 'US'] as const,
    ),
    ...['Deutschland', 'Allemagne', 'Alemania', 'DEU', 'Germany'].map((cell) => [cell, 'DE'] as const),
    ['br', 'BR'],
    ['Venezuela', 'VE'],
    ['NA', 'NA'],
    ['NO', 'NO'],
    ['UK', 'GB'],
    ['South Korea', 'KR'],
    ['Países Bajos', 'NL'],
    ['Côte d’Ivoire', 'CI'],
  ])
  cannotRead(t, readCountry, [
    ['Korea', /South Korea or North Korea/],
    ['Mars', /like US or United States/],
  ])
})

t.test('languages are read by tag and by name in five languages or their own', async (t) => {
  readsAs(t, readLanguages, [
    ['English; Spanish', ['en', 'es']],
    ['english', ['en']],
    ['Mandarin', ['zh']],
    ['Deutsch', ['de']],
    ['pt_BR', ['pt-BR']],
    ['English, Danish', ['en', 'da']],
    ['Português (Brasil)', ['pt-BR']],
    ['Français', ['fr']],
    ['Espagnol/anglais', ['es', 'en']],
    ['日本語', ['ja']],
    ['de;en', ['de', 'en']],
  ])
  readsWithNote(t, readLanguages, [
    ['English (native)', ['en']],
    ['fluent English', ['en']],
    ['English, Klingonese', ['en']],
  ])
  cannotRead(t, readLanguages, [['Klingonese', /like English; Spanish/]])
})

t.test('time zones are read by their names in IANA and Windows, and by city', async (t) => {
  const zone = (cell: string) => readTimeZone(cell, { country: 'US' })
  readsAs(t, zone, [
    ['America/New_York', 'America/New_York'],
    ['america/chicago', 'America/Chicago'],
    ['Brazil/East', 'Brazil/East'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Eastern Standard Time', 'America/New_York'],
    ['UTC', 'UTC'],
  ])
  readsWithNote(t, zone, [
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Eastern Time', 'America/New_York'],
    ['Berlin', 'Europe/Berlin'],
    ['Germany', 'Europe/Berlin'],
  ])
  readsWithNote(t, (cell) => readTimeZone(cell, { country: 'DE' }), [
    ['GMT+1', 'Europe/Berlin'],
    ['MEZ', 'Europe/Berlin'],
    ['Mitteleuropäische Zeit', 'Europe/Berlin'],
  ])
})

t.test('a time of several places asks back for a city', async (t) => {
  cannotRead(t, (cell) => readTimeZone(cell, { country: 'US' }), [
    ['EST', /city, such as America\/New_York/],
    ['Eastern', /America\/New_York/],
    ['PST', /America\/Los_Angeles/],
    ['GMT+1', /Write the zone of a city/],
    ['99', /like America\/New_York/],
  ])
  cannotRead(t, (cell) => readTimeZone(cell, { country: 'VE' }), [['EST', /America\/New_York/]])
  cannotRead(t, (cell) => readTimeZone(cell, {}), [['Eastern Time', /America\/New_York/]])
})

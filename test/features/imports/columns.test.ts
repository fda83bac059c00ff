import fc from 'fast-check'
import t from 'tap'
import { columnsOf } from '../../../src/features/imports/columns/columns.ts'
import { headerWords } from '../../../src/features/imports/columns/header-words.ts'
import { readHeaders } from '../../../src/features/imports/columns/headers.ts'
import { placeColumns } from '../../../src/features/imports/columns/placed-columns.ts'
import { createCellReader } from '../../../src/features/imports/columns/read-cells.ts'
import { importTypes } from '../../../src/features/imports/imports.table.ts'
import { saidInEnglish } from '../../support/said-in-english.ts'

const candidates = columnsOf.candidates
const SKILLS = new Set(['excel', 'bookkeeping', 'sql', 'grant writing'])

/** What each of these headers of candidates is read as. */
function understood(...headers: string[]): Record<string, string | null> {
  return Object.fromEntries(readHeaders(candidates, headers).map(({ header, column }) => [header, column]))
}

/** Reads one row under its headers. */
function rowOf(row: Readonly<Record<string, string>>) {
  const headers = readHeaders(candidates, Object.keys(row))
  const isKnownSkill = (label: string) => SKILLS.has(label.toLowerCase())
  return saidInEnglish(
    createCellReader(placeColumns(candidates, headers), { isKnownSkill })(Object.values(row)),
  )
}

t.test('headers are found in any case and spelling, with remarks in brackets and in questions', async (t) => {
  t.same(
    understood(
      'SURNAME*',
      'givenName',
      'E-mail (school)',
      'Which skills do you have?',
      'hours_per_week [max]',
    ),
    {
      'SURNAME*': 'last_name',
      givenName: 'first_name',
      'E-mail (school)': 'email',
      'Which skills do you have?': 'skills',
      'hours_per_week [max]': 'hours_per_week',
    },
  )
  t.same(understood('Prénom', 'Nom', 'Courriel', 'Filière'), {
    Prénom: 'first_name',
    Nom: 'last_name',
    Courriel: 'email',
    Filière: 'majors',
  })
  t.same(understood('Nombre', 'Apellidos'), { Nombre: 'first_name', Apellidos: 'last_name' })
  t.same(understood('Name'), { Name: 'name' })
})

t.test(
  "the institution's key beats the numbers of its systems, and other people's details are not read",
  async (t) => {
    t.same(understood('canvas_user_id', 'user_id', 'login_id'), {
      canvas_user_id: null,
      user_id: 'external_id',
      login_id: null,
    })
    const others = [
      'Advisor email',
      'Parent phone',
      'GPA',
      'Cohort',
      'Emergency contact',
      'course1',
      'Password',
    ]
    t.same(
      Object.values(understood(...others)),
      others.map(() => null),
    )
  },
)

t.test('no header stands for two columns of one type, except a field and its part', async (t) => {
  for (const type of importTypes) {
    const columns = columnsOf[type]
    for (const { name } of columns) t.equal(readHeaders(columns, [name])[0]?.column, name, `${type}: ${name}`)
  }
  const known = new Set(importTypes.flatMap((type) => columnsOf[type].map(({ name }) => name)))
  for (const name of Object.keys(headerWords)) t.ok(known.has(name), `${name} is a column`)
})

t.test('names in parts are joined, and a full name beside them must agree', async (t) => {
  t.match(rowOf({ 'First name': 'Noa', 'Last name': 'Bright' }).patch, { name: 'Noa Bright' })
  t.match(rowOf({ Name: 'Bright, Noa' }).patch, { name: 'Noa Bright' })
  t.match(rowOf({ Name: 'Noa T. Bright', 'First name': 'Noa', 'Last name': 'Bright' }).patch, {
    name: 'Noa T. Bright',
  })
  t.match(rowOf({ Name: 'Groß', Vorname: 'Jörg' }).patch, { name: 'Jörg Groß' })
  t.match(rowOf({ Name: 'Noa Bright', 'First name': 'Noa' }).patch, { name: 'Noa Bright' })
  t.match(rowOf({ Nombre: 'Lucía Gómez' }).patch, { name: 'Lucía Gómez' })
  t.match(rowOf({ Name: 'Ann Ash', 'First name': 'Noa', 'Last name': 'Bright' }).faults[0], {
    code: 'two_values',
  })
})

t.test('of two columns of one field the filled one counts, and different values are a fault', async (t) => {
  t.match(rowOf({ Email: 'N/A', 'E-mail': 'noa@example.org' }), {
    patch: { email: 'noa@example.org' },
    fault: null,
  })
  t.match(rowOf({ Email: 'Noa@example.org', 'E-mail': 'noa@EXAMPLE.org' }).faults, [])
  t.match(rowOf({ Email: 'a@example.org', 'E-mail': 'b@example.org' }).faults[0], {
    column: 'email',
    code: 'two_values',
    message: /“Email” and “E-mail”/,
  })
  t.same(rowOf({ 'Skill 1': 'Excel', 'Skill 2': 'SQL' }).patch.skills, ['Excel', 'SQL'])
})

t.test('levels, commas, blanks and errors of spreadsheets are understood', async (t) => {
  t.same(rowOf({ skills: 'Excel:Proficient, SQL and bookkeeping' }).patch.skills, [
    { skill: 'Excel', level: 'advanced' },
    'SQL',
    'bookkeeping',
  ])
  const { patch, notices, faults } = rowOf({ hours_per_week: 'TBD', phone: '-', city: 'n/a' })
  t.same({ patch, notices, faults }, { patch: {}, notices: [], faults: [] })
  t.match(rowOf({ hours_per_week: '#REF!' }).notices, [{ code: 'value_left_out', message: /deleted cell/ }])
  t.match(rowOf({ external_id: '#N/A' }).faults[0], { column: 'external_id', message: /did not find/ })
})

t.test('every cell that is not blank is read, or named in a notice or fault', async () => {
  const columns = candidates.filter(({ name }) => name !== 'availability_time_zone')
  const cell = fc.oneof(
    fc.constantFrom(
      'N/A',
      '#REF!',
      'yes',
      '7,5',
      '14.05.2027',
      'Excel; SQL',
      'Noa, Bright',
      'en',
      '**CLEAR**',
    ),
    fc.string({ minLength: 1, maxLength: 30 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...columns), cell, (column, text) => {
      const placed = placeColumns(candidates, [{ header: column.name, column: column.name }])
      const { patch, notices, faults } = createCellReader(placed, {})([text])
      const isSaid = notices.length > 0 || faults.length > 0 || Object.keys(patch).length > 0
      const isNothing = createCellReader(placed, {})(['']).patch
      return isSaid || (Object.keys(isNothing).length === 0 && isBlankCell(text))
    }),
    { numRuns: 3000 },
  )
})

/** Blank by the sign that people write, not by what the reader says. */
function isBlankCell(text: string): boolean {
  return (
    /^[\s\p{C}\p{P}\p{S}\u200b]*$/u.test(text) ||
    /^[\p{P}\s]*(n\.?\/?a\.?|k\.? ?a\.?|n\/?[dcr]|s\/?[do]|nil|n[dr])[\p{P}\s]*$/iu.test(text.trim())
  )
}

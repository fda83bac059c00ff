import fc from 'fast-check'
import t from 'tap'
import { englishOf } from '../../../../src/features/imports/details.ts'
import { isJsonResume, keyOf, readJsonResume } from '../../../../src/features/imports/rows/json-resume.ts'
import { inEnglish } from '../../../support/said-in-english.ts'

const basics = { name: 'Ida Moss', email: 'ida@student.example' }

function fieldsOf(resume: object) {
  const { patch, notices } = readJsonResume({ basics, ...resume })
  const { resume: _, ...fields } = patch
  return { ...fields, noticed: notices.map(({ column, value }) => [column, value]) }
}

t.test('an open end of a study gives no day of graduation, and no notice', async (t) => {
  const ends = [
    '',
    null,
    '  ',
    'Present',
    'present',
    'current',
    'now',
    'heute',
    'actualidad',
    'En cours',
    'ongoing',
  ]
  for (const endDate of ends) {
    const education = [
      { area: 'History', startDate: '2019', endDate: '2022' },
      { area: 'Accounting', startDate: '2024', endDate },
    ]
    t.same(
      fieldsOf({ education }),
      { ...basics, majors: ['History', 'Accounting'], noticed: [] },
      JSON.stringify(endDate),
    )
  }
  const education = [{ area: 'Accounting', startDate: '2024' }]
  t.same(fieldsOf({ education }), { ...basics, majors: ['Accounting'], noticed: [] })
})

t.test('what is known of the file helps to read a resume: skills, country and zone', async (t) => {
  const resume = {
    basics: { ...basics, phone: '(312) 555-0147', location: { city: 'Chicago' } },
    skills: [{ name: 'Office', level: 'advanced', keywords: ['Word and Excel'] }, 'research and development'],
  }
  const known = ['office', 'word', 'excel', 'research', 'development', 'research and development']
  const isKnownSkill = (label: string) => known.includes(label.toLowerCase())
  const { patch, origins } = readJsonResume(resume, { country: 'US', isKnownSkill })
  t.match(patch, {
    phone: '+13125550147',
    location: { country: 'US', city: 'Chicago' },
    skills: [{ skill: 'Office', level: 'advanced' }, 'Word', 'Excel', 'research and development'],
  })
  t.equal(origins.get('/skills/2'), '/skills/0/keywords/0')
  t.match(readJsonResume(resume, { timeZone: 'America/Chicago' }).patch, { phone: '+13125550147' })
  t.notOk(
    'location' in readJsonResume(resume, { timeZone: 'America/Chicago' }).patch,
    'a zone is no residence',
  )
  const abroad = { ...resume, basics: { ...resume.basics, location: { countryCode: 'Atlantis', city: 'X' } } }
  t.notOk(
    'location' in readJsonResume(abroad, { country: 'US' }).patch,
    'an unread country is not the default',
  )
})

t.test('the last end of the studies is the day of graduation, however it is written', async (t) => {
  const ends: [unknown, string][] = [
    ['2028-05-20', '2028-05-20'],
    ['2028-05', '2028-05-31'],
    ['2028', '2028-06-30'],
    [2028, '2028-06-30'],
    ['May 2028', '2028-05-31'],
    ['Mai 2028', '2028-05-31'],
    ['mayo 2028', '2028-05-31'],
    ['Expected May 2028', '2028-05-31'],
    ['2028 (expected)', '2028-06-30'],
    ['2028-05-31T00:00:00.000Z', '2028-05-31'],
    ['20 May 2028', '2028-05-20'],
  ]
  for (const [endDate, day] of ends) {
    const education = [
      { area: 'Accounting', endDate },
      { area: 'History', endDate: '2022-07' },
    ]
    t.match(
      fieldsOf({ education }),
      { majors: ['Accounting', 'History'], graduates_on: day },
      String(endDate),
    )
  }
})

t.test('a date that can be two days or none costs itself alone, with a notice at its place', async (t) => {
  for (const endDate of ['03/04/2028', '2028-02-31', 'someday']) {
    const fields = fieldsOf({ education: [{ area: 'Accounting', endDate }] })
    t.same(fields, { ...basics, majors: ['Accounting'], noticed: [['/education/0/endDate', endDate]] })
  }
})

t.test('names of skills and keywords are skills, and headings are not', async (t) => {
  const skills = [
    { name: 'Web Development', level: 'Master', keywords: ['HTML', 'CSS'] },
    { name: 'Languages', keywords: ['Python', 'SQL', 'python'] },
    { name: 'Tools', level: 'advanced', keywords: ['Docker'] },
    { name: 'bookkeeping', level: null },
    { name: 'iOS', level: '', keywords: [] },
    'Excel',
    { skill: 'Payroll', proficiency: 'Fortgeschritten' },
  ]
  t.same(fieldsOf({ skills }), {
    ...basics,
    skills: [
      { skill: 'Web Development', level: 'expert' },
      'HTML',
      'CSS',
      'Python',
      'SQL',
      { skill: 'Docker', level: 'advanced' },
      'bookkeeping',
      'iOS',
      'Excel',
      { skill: 'Payroll', level: 'advanced' },
    ],
    noticed: [],
  })
})

t.test('a level that is no word costs itself alone', async (t) => {
  t.same(fieldsOf({ skills: [{ name: 'Excel', level: 80 }, { name: 'SQL' }] }), {
    ...basics,
    skills: ['Excel', 'SQL'],
    noticed: [['/skills/0/level', '80']],
  })
})

t.test('skills grouped by name, as one text, or too many are read', async (t) => {
  t.match(fieldsOf({ skills: { Languages: ['Python'], 'Soft skills': ['Teamwork'] } }), {
    skills: ['Python', 'Teamwork'],
  })
  t.match(fieldsOf({ skills: 'Excel, SQL; Payroll' }), { skills: ['Excel', 'SQL', 'Payroll'] })
  const many = Array.from({ length: 31 }, (_, at) => ({ name: `Skill ${at}` }))
  const { skills, noticed } = fieldsOf({ skills: many }) as { skills?: string[]; noticed: unknown }
  t.equal(skills?.length, 30)
  t.same(noticed, [['/skills', 'Skill 30']])
})

t.test('languages are read by name in any language, with what is written beside them', async (t) => {
  const languages = [
    { language: 'English (native)', fluency: 'Native speaker' },
    { language: 'Mandarin' },
    { language: 'Português (Brasil)' },
    { language: 'Français' },
    'Deutsch',
    { name: 'Spanish', level: 'B2' },
    { language: '' },
    { language: 'Klingonese' },
  ]
  t.match(fieldsOf({ languages }), {
    languages: ['en', 'zh', 'pt-BR', 'fr', 'de', 'es'],
    noticed: [['/languages/7/language', 'Klingonese']],
  })
})

t.test('blank texts say nothing', async (t) => {
  const resume = {
    basics: {
      ...basics,
      label: '',
      picture: '',
      phone: '',
      website: '',
      summary: ' ',
      location: { address: '', postalCode: '', city: 'Utrecht', countryCode: '', region: 'Netherlands' },
    },
    education: [{ area: '', endDate: '2027-07-01', gpa: '' }],
    volunteer: [],
  }
  const { resume: _, ...fields } = readJsonResume(resume).patch
  t.same(fields, { ...basics, graduates_on: '2027-07-01', location: { country: 'NL', city: 'Utrecht' } })
})

t.test('places name their country by code or name, and are left out without one', async (t) => {
  const placeOf = (location: unknown) => {
    const { patch, notices } = readJsonResume({ basics: { ...basics, location } })
    return [patch.location, notices.map(({ column }) => column)]
  }
  t.same(placeOf({ city: 'Caracas', countryCode: 'Venezuela' }), [{ country: 'VE', city: 'Caracas' }, []])
  t.same(placeOf({ city: 'Reno', country: 'USA', state: 'NV', zip: 89501 }), [
    { country: 'US', region: 'NV', city: 'Reno', postal_code: '89501' },
    [],
  ])
  t.same(placeOf('Chicago, IL, United States'), [{ country: 'US', region: 'IL', city: 'Chicago' }, []])
  t.same(placeOf({ city: 'Chicago' }), [undefined, ['/basics/location']])
  t.same(placeOf({ city: 'Chicago', countryCode: 'Atlantis' })[0], undefined)
  t.same(placeOf({ city: '', countryCode: '' }), [undefined, []])
})

t.test('what is no phone number is left out, and others are read in the country of the resume', async (t) => {
  const phoneOf = (phone: string, countryCode: string) => {
    const { patch, notices } = readJsonResume({ basics: { ...basics, phone, location: { countryCode } } })
    return [patch.phone, notices.map(({ column, value }) => [column, value])]
  }
  t.same(phoneOf('(503) 555-0142', 'US')[0], '+15035550142')
  t.same(phoneOf('+58 (426) 555-10-93', 'US'), ['+584265551093', []])
  t.same(phoneOf('Upon request', 'US'), [undefined, [['/basics/phone', 'Upon request']]])
})

t.test('names in parts, older names of fields and resumes without basics are read', async (t) => {
  const inParts = {
    firstName: 'Ida',
    lastName: 'Moss',
    mail: 'Ida <ida@student.example>',
    bio: 'I keep books.',
  }
  t.match(readJsonResume({ basics: inParts }).patch, { ...basics, description: 'I keep books.' })
  t.match(readJsonResume({ basics: { ...basics, name: 'Moss, Ida' } }).patch, { name: 'Ida Moss' })
  t.match(readJsonResume({ basics: { ...basics, title: 'Clerk' } }).patch, { title: 'Clerk' })
  const flat = {
    ...basics,
    label: 'Clerk',
    education: [{ major: 'Accounting', school: 'Lakeside', end: '2028' }],
  }
  t.ok(isJsonResume(flat))
  t.match(readJsonResume(flat).patch, {
    ...basics,
    title: 'Clerk',
    majors: ['Accounting'],
    graduates_on: '2028-06-30',
  })
})

t.test('a section or an entry of another kind costs itself alone', async (t) => {
  t.same(
    fieldsOf({
      education: [7, 'BSc Accounting', { area: 'Accounting' }, null],
      skills: [[], true, { name: 'SQL' }],
      languages: 12,
    }),
    {
      ...basics,
      majors: ['Accounting'],
      skills: ['SQL'],
      noticed: [
        ['/education/0', '7'],
        ['/education/1', 'BSc Accounting'],
        ['/skills/0', '[]'],
        ['/skills/1', 'true'],
        ['/languages', '12'],
      ],
    },
  )
})

t.test('fields beside the resume take precedence, and a slip in their names is pointed out', async (t) => {
  const { patch, notices } = readJsonResume({
    basics,
    title: 'Clerk',
    timezone: 'UTC',
    meta: { version: 'v1' },
  })
  t.match(patch, { title: 'Clerk', resume: { basics, timezone: 'UTC', meta: { version: 'v1' } } })
  t.match(notices.map(inEnglish), [
    { column: '/timezone', code: 'unknown_field', message: /Did you mean time_zone\?$/ },
  ])
})

t.test('a resume that is too long is kept without its longest parts, which one notice names', async (t) => {
  const work = [{ summary: 'x'.repeat(70_000) }]
  const image = 'x'.repeat(5000)
  const { patch, notices } = readJsonResume({ basics: { ...basics, image }, work, awards: ['x'] })
  t.same(patch.resume, { basics, awards: ['x'] })
  t.match(notices.map(inEnglish), [{ code: 'left_out', message: /without the picture and work\.$/ }])
})

t.test(
  'the id beside a resume is its key if there is no external_id, and else stays in the resume',
  async (t) => {
    t.equal(keyOf({ id: 7 }), 'id')
    t.equal(keyOf({ id: 'a', external_id: '' }), 'id')
    t.equal(keyOf({ id: 'a', external_id: null }), 'id')
    t.equal(keyOf({ id: 'a', external_id: 0 }), 'external_id')
    t.equal(keyOf({ id: {} }), 'external_id')
    t.same(readJsonResume({ basics, id: 'a' }).patch.resume, { basics })
    t.same(readJsonResume({ basics, id: 'a', external_id: 'b' }).patch.resume, { basics, id: 'a' })
  },
)

t.test('several languages in one entry are read', async (t) => {
  t.match(fieldsOf({ languages: ['English, Spanish'] }), { languages: ['en', 'es'], noticed: [] })
  t.match(fieldsOf({ languages: 'English; Français' }), { languages: ['en', 'fr'], noticed: [] })
})

t.test('whatever a resume holds, it is kept whole, and each notice names a place in it', async (t) => {
  const text = fc.constantFrom(
    '',
    'Ida',
    'Excel',
    '2028',
    'Present',
    'US',
    'English',
    'a@b.example',
    '+15035550142',
    '80',
  )
  const value = fc.oneof(text, fc.constant(null), fc.integer(), fc.boolean())
  const keys = fc.constantFrom(
    ...['name', 'label', 'email', 'phone', 'location', 'city', 'countryCode', 'area', 'endDate', 'startDate'],
    ...['level', 'keywords', 'language', 'fluency', 'gpa', 'summary'],
  )
  const entry = fc.dictionary(keys, fc.oneof(value, fc.array(value, { maxLength: 3 })), {
    noNullPrototype: true,
  })
  const section = fc.oneof(value, fc.array(fc.oneof(value, entry), { maxLength: 3 }), entry)
  const resume = fc.record(
    { basics: entry, education: section, skills: section, languages: section, work: section },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(resume, (given) => {
      const { patch, notices } = readJsonResume(given)
      t.strictSame(patch.resume, given)
      for (const { column, details } of notices) {
        t.match(englishOf(details), /[.?]$/)
        t.ok(column === null || /^\/(basics|education|skills|languages)/.test(column))
      }
    }),
    { numRuns: 300 },
  )
})

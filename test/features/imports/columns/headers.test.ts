import fc from 'fast-check'
import t from 'tap'
import { columnsOf } from '../../../../src/features/imports/columns/columns.ts'
import { readHeaders } from '../../../../src/features/imports/columns/headers.ts'
import { placeColumns } from '../../../../src/features/imports/columns/placed-columns.ts'
import { createCellReader } from '../../../../src/features/imports/columns/read-cells.ts'
import { saidInEnglish } from '../../../support/said-in-english.ts'
import { headersOfSystems } from './headers-of-systems.ts'
import { questionsOfForms } from './questions-of-forms.ts'

const candidates = columnsOf.candidates

function columnOf(header: string): string | null | undefined {
  return readHeaders(candidates, [header])[0]?.column
}

function rowOf(row: Readonly<Record<string, string>>) {
  const placed = placeColumns(candidates, readHeaders(candidates, Object.keys(row)))
  return saidInEnglish(createCellReader(placed, {})(Object.values(row)))
}

t.test('headers of well-known systems are understood, and those about other things are not', async (t) => {
  for (const [system, headers] of Object.entries(headersOfSystems))
    for (const [header, column] of Object.entries(headers))
      t.equal(columnOf(header), column, `${system}: ${header}`)
})

t.test('questions of forms are understood in English, German, Spanish, French and Portuguese', async (t) => {
  for (const [language, headers] of Object.entries(questionsOfForms))
    for (const [header, column] of Object.entries(headers))
      t.equal(columnOf(header), column, `${language}: ${header}`)
})

t.test(
  'of a cell phone and a home phone the first that can be read counts, and the other is named',
  async (t) => {
    t.match(rowOf({ 'Home Phone': '+1 510 555 0100', 'Cell Phone': '+1 510 555 0177' }), {
      patch: { phone: '+15105550177' },
      faults: [],
      notices: [
        {
          column: 'phone',
          message: /“Home Phone” says .* since “Cell Phone” comes first/,
          value: '+1 510 555 0100',
        },
      ],
    })
    t.match(rowOf({ 'Home Phone': '+1 510 555 0100', 'Cell Phone': 'ask me' }), {
      patch: { phone: '+15105550100' },
      notices: [{ column: 'phone', value: 'ask me', message: /“Cell Phone” says “ask me”/ }],
    })
    t.match(rowOf({ 'Home Phone': '+1 510 555 0100', 'Cell Phone': '' }), {
      patch: { phone: '+15105550100' },
      notices: [],
    })
    t.match(rowOf({ 'Email 1': 'a@example.org', 'Email 2': 'b@example.org' }), {
      patch: { email: 'a@example.org' },
      faults: [],
      notices: [{ column: 'email', value: 'b@example.org' }],
    })
    t.match(rowOf({ 'Home Country': 'Japan', 'Current Country': 'Canada' }).patch, {
      location: { country: 'CA' },
    })
    t.match(rowOf({ EXP_GRAD_TERM: '2247', GRAD_YEAR: '2028' }).patch, { graduates_on: /^2028/ })
  },
)

t.test('two last names are one name, in their order', async (t) => {
  t.match(rowOf({ Nombre: 'Lucía', 'Segundo apellido': 'Díaz', 'Primer apellido': 'Gómez' }).patch, {
    name: 'Lucía Gómez Díaz',
  })
  t.match(rowOf({ 'Apellido 1': 'Gómez', 'Apellido 2': 'Díaz', Nombre: 'Lucía' }).patch, {
    name: 'Lucía Gómez Díaz',
  })
})

t.test('`Nom` beside `Nom de famille` is the full name, and beside a birth name the last name', async (t) => {
  const noted = { faults: [] }
  t.match(rowOf({ Nom: 'Jeanne Roux', Prénom: 'Jeanne', 'Nom de famille': 'Roux' }), {
    patch: { name: 'Jeanne Roux' },
    ...noted,
  })
  t.match(rowOf({ Nombre: 'Lucía Gómez Díaz', 'Primer nombre': 'Lucía', Apellidos: 'Gómez Díaz' }), {
    patch: { name: 'Lucía Gómez Díaz' },
    ...noted,
  })
  t.match(rowOf({ Nom: 'Martin', Prénom: 'Jeanne', 'Nom de naissance': 'Roux' }), {
    patch: { name: 'Jeanne Martin' },
    notices: [{ column: 'last_name', value: 'Roux' }],
    ...noted,
  })
  t.match(rowOf({ Name: 'Bright', 'First name': 'Noa', 'Last name': 'Bright' }), {
    patch: { name: 'Noa Bright' },
    ...noted,
  })
  t.match(rowOf({ Name: 'Bright, Noa', 'Last name': 'Bright' }), { patch: { name: 'Noa Bright' }, ...noted })
  t.match(rowOf({ Name: 'Noa Bright', 'Last name': 'Bright' }), { patch: { name: 'Noa Bright' }, ...noted })
})

t.test('a term or a month beside its year is one date', async (t) => {
  t.match(rowOf({ 'Grad Date: Semester': 'Fall', 'Grad Date: Year': '2027' }), {
    patch: { graduates_on: '2027-12-31' },
    faults: [],
    notices: [{ column: 'graduates_on', message: /“Fall 2027” was read as 2027-12-31/ }],
  })
  t.match(rowOf({ 'Graduation Year': '2028', 'Graduation Month': '5' }).patch, { graduates_on: '2028-05-31' })
  t.match(rowOf({ 'Graduation Year': '2028', 'Graduation Term': '' }).patch, { graduates_on: '2028-06-30' })
  t.match(rowOf({ 'Graduation Year': '2028', 'Graduation Term': '2278' }), {
    patch: { graduates_on: '2028-06-30' },
    notices: [{}, { value: '2278' }],
  })
})

t.test('a phone number has its area code and its extension in columns of their own', async (t) => {
  const place = { country: 'US' }
  const parts = { SPRTELE_PHONE_AREA: '503', SPRTELE_PHONE_NUMBER: '5550142', SPRTELE_PHONE_EXT: '' }
  t.match(rowOf({ ...place, ...parts }), { patch: { phone: '+15035550142' }, notices: [] })
  t.match(rowOf({ ...place, ...parts, SPRTELE_PHONE_EXT: '12' }), {
    patch: { phone: '+15035550142' },
    notices: [{ column: 'phone', message: /extension 12/ }],
  })
  t.match(rowOf({ 'Phone country code': '43', 'Area code': '1', Phone: '23456' }).patch, {
    phone: '+43123456',
  })
  t.match(rowOf({ ...place, 'Area code': '212', Phone: '(503) 555-0142' }), {
    patch: { phone: '+15035550142' },
    notices: [{ column: 'phone_area_code', code: 'value_left_out', value: '212' }],
  })
  t.match(rowOf({ ...place, 'Area code': '212', Phone: '' }).notices, [{ column: 'phone_area_code' }])
})

t.test('a whole place in one cell fills its parts, and columns of their own count', async (t) => {
  t.match(rowOf({ 'Current location': 'Portland, OR 97201' }), {
    patch: { location: { country: 'US', region: 'OR', city: 'Portland', postal_code: '97201' } },
    notices: [{ column: 'city' }],
  })
  t.same(rowOf({ Location: '10115 Berlin, Germany' }), {
    patch: { location: { country: 'DE', postal_code: '10115', city: 'Berlin' } },
    notices: [],
    faults: [],
    blank: [],
  })
  t.match(rowOf({ City: 'Salem, OR', State: 'Oregon', Country: 'US' }), {
    patch: { location: { country: 'US', region: 'Oregon', city: 'Salem' } },
    notices: [{ column: 'city' }],
  })
  t.match(rowOf({ City: 'Salem, OR', State: 'MA', Country: 'US' }), {
    patch: { location: { region: 'MA', city: 'Salem' } },
    notices: [{ column: 'city' }, { column: 'region', code: 'other_value_left_out', value: 'OR' }],
  })
  t.match(rowOf({ Location: 'Vienna, Austria', Phone: '01 23456' }).patch, { phone: '+43123456' })
})

t.test('a state with its postal code names its country, and a city alone names none', async (t) => {
  t.match(rowOf({ City: 'Albany', State: 'NY', Zip: '12207' }), {
    patch: { location: { country: 'US' } },
    notices: [{ column: 'country', code: 'value_read_as' }],
  })
  t.match(rowOf({ City: 'Wien', Zip: '1010', 'Time zone': 'Europe/Vienna' }).patch.location, {
    country: 'AT',
  })
  const incomplete: Readonly<Record<string, string>>[] = [
    { City: 'Albany' },
    { City: 'Albany', State: 'NY' },
    { City: 'Wien', Zip: '1010' },
  ]
  for (const row of incomplete)
    t.notMatch(rowOf(row).patch, { location: { country: String } }, JSON.stringify(row))
})

t.test('a Portuguese `curso` is what is studied, and `apelido` is read by the names beside it', async (t) => {
  const read = (...headers: string[]) => readHeaders(candidates, headers).map(({ column }) => column)
  t.same(read('Nome', 'Apelido', 'Curso'), ['first_name', 'last_name', 'majors'])
  t.same(read('Nome completo', 'Apelido', 'Curso', 'Ano'), [
    'name',
    'preferred_name',
    'majors',
    'school_year',
  ])
  t.same(read('Nombre', 'Apellidos', 'Curso', 'Titulación'), [
    'first_name',
    'last_name',
    'school_year',
    'majors',
  ])
})

t.test('the first day of studies is no day of the internship', async (t) => {
  t.equal(columnOf('primary_education:start_date'), null)
  t.equal(columnOf('primary_education:end_date'), 'graduates_on')
  t.equal(columnOf('internship:start_date'), 'starts_on')
})

t.test('a home country is not the country of the current city', async (t) => {
  const columnsOfHeaders = (...headers: string[]) =>
    readHeaders(candidates, headers).map(({ column }) => column)
  t.same(columnsOfHeaders('Home Country', 'Current City', 'Current State'), [null, 'city', 'region'])
  t.same(columnsOfHeaders('Home Country', 'Home City'), ['country', 'city'])
  t.same(columnsOfHeaders('Country', 'City', 'Mailing Zip'), ['country', 'city', null])
  t.same(columnsOfHeaders('Home Country', 'Current Country', 'Current City'), ['country', 'country', 'city'])
  t.same(columnsOfHeaders('Home Country'), ['country'])
})

t.test('ids that a learning platform marks with # are the ids themselves', async (t) => {
  t.match(rowOf({ OrgDefinedId: '#S0100' }).patch, { external_id: 'S0100' })
  t.match(rowOf({ external_id: 'S#1' }).patch, { external_id: 'S#1' })
})

t.test('a column that numbers the rows is no key, and # is a number', async (t) => {
  const read = (...headers: string[]) => readHeaders(candidates, headers).map(({ column }) => column)
  t.same(read('Nr.', 'Matr.-Nr.'), [null, 'external_id'])
  t.same(read('#', 'No.', 'Student #', 'Phone #'), [null, null, 'external_id', 'phone'])
})

t.test('a prefix says whose name it is, and an id behind a name is no part of it', async (t) => {
  const legal = { 'Legal Name - First Name': 'Naomi', 'Legal Name - Last Name': 'Bright' }
  t.match(rowOf({ Student: 'Noa Bright (S0100)', ...legal, 'Preferred Name - First Name': 'Noa' }), {
    patch: { name: 'Naomi Bright', preferred_name: 'Noa' },
    faults: [],
    notices: [{ column: 'name' }],
  })
  t.match(rowOf({ Student: 'Ann Ash', ...legal, 'Preferred Name - First Name': 'Noa' }).faults, [
    { code: 'two_values' },
  ])
  t.match(rowOf({ 'Name - First': 'Noa', 'Name - Last': 'Bright' }).patch, { name: 'Noa Bright' })
  t.match(rowOf({ Name: 'Noa (Nono) Bright' }).patch, { name: 'Noa (Nono) Bright' })
})

t.test('a cell says the same whichever rows were read before it', async (t) => {
  const names = ['country', 'time_zone', 'phone', 'graduates_on', 'hours_per_week', 'availability', 'email']
  const placed = placeColumns(candidates, readHeaders(candidates, names))
  const row = fc.tuple(
    fc.constantFrom('US', 'Germany', 'FR', ''),
    fc.constantFrom('Chicago', 'Europe/Berlin', 'EST', ''),
    fc.constantFrom('030 901820', '(312) 555-0142', '01 42 68 53 00'),
    fc.constantFrom('2028-05-20', 'May 2028', '03/04/2028'),
    fc.constantFrom('10', '7,5', '10-15'),
    fc.constantFrom('Mon 9-12', 'weekdays after 3pm', ''),
    fc.integer({ min: 0, max: 2000 }).map((at) => `s${at}@student.example`),
  )
  const readOne = createCellReader(placed, {})
  fc.assert(
    fc.property(fc.array(row, { minLength: 20, maxLength: 60 }), (rows) => {
      for (const cells of rows) t.strictSame(readOne(cells), createCellReader(placed, {})(cells))
    }),
    { numRuns: 40 },
  )
})

t.test('organizations are found by ids of their own names', async (t) => {
  for (const header of ['Org ID', 'Organization ID', 'Company ID', 'uid'])
    t.match(readHeaders(columnsOf.organizations, [header, 'Organization', 'Type']), [
      { column: 'external_id' },
      { column: 'name' },
      { column: 'kind' },
    ])
})

t.test(
  'a question about being a nonprofit gives the kind, and a no leaves it to a column of its own or a default',
  async (t) => {
    const { organizations } = columnsOf
    const columnFor = (header: string) => readHeaders(organizations, [header])[0]?.column
    for (const header of [
      ...[
        '501(c)(3)?',
        '501c3',
        '501(c)(3) status',
        'Nonprofit?',
        'Non-profit status',
        'Are you a nonprofit?',
      ],
      ...['Is your organization a registered charity?', 'Registered nonprofit (Y/N)', 'Tax-exempt 501(c)(3)'],
      ...['Gemeinnützig?', '¿Es una organización sin fines de lucro?', 'Association à but non lucratif ?'],
      ...['Organização sem fins lucrativos?'],
    ])
      t.equal(columnFor(header), 'is_nonprofit', header)
    for (const header of [
      'Nonprofit name',
      'Charity',
      'Nonprofit',
      'Charity number',
      'Nonprofit?: contact',
      'Is it remote?',
    ])
      t.not(columnFor(header), 'is_nonprofit', header)

    const read = (row: Readonly<Record<string, string>>, defaults: Readonly<Record<string, string>> = {}) => {
      const placed = placeColumns(organizations, readHeaders(organizations, Object.keys(row)), defaults)
      return saidInEnglish(createCellReader(placed, {})(Object.values(row)))
    }
    const name = 'Harbor Pantry'
    t.match(read({ name, '501(c)(3)?': 'yes' }), {
      patch: { kind: 'nonprofit' },
      faults: [],
      notices: [{ code: 'value_read_as' }],
    })
    t.match(read({ name, 'Nonprofit?': 'Nonprofit' }).patch, { kind: 'nonprofit' })
    t.match(read({ name, 'Nonprofit?': 'LLC' }).patch, { kind: 'small_business' })
    const no = read({ name, '501(c)(3)?': 'no' })
    t.notOk('kind' in no.patch)
    t.match(no.notices, [
      { column: 'kind', code: 'value_left_out', message: /small business or solopreneur/ },
    ])
    t.same(read({ name, '501(c)(3)?': 'no' }, { kind: 'small_business' }), {
      ...no,
      patch: { name, kind: 'small_business' },
      notices: [],
    })
    t.notOk(
      'kind' in read({ name, '501(c)(3)?': 'no' }, { kind: 'nonprofit' }).patch,
      'the answer counts before the default',
    )
    t.match(read({ name, Kind: 'business', '501(c)(3)?': 'yes' }), {
      patch: { kind: 'small_business' },
      notices: [{ code: 'other_value_left_out', value: 'yes' }],
    })
    t.match(read({ name, '501(c)(3)?': 'pending' }).notices, [
      { code: 'value_left_out', message: /yes or no/ },
    ])
  },
)

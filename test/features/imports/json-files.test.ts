import t from 'tap'
import { newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

function student(external_id: unknown, changes: object = {}) {
  return {
    external_id,
    name: 'Remy Holt',
    email: `remy${Math.random().toString(36).slice(2)}@student.example`,
    languages: ['en'],
    time_zone: 'America/Chicago',
    modality: 'remote',
    consent: {
      share_profile: true,
      share_contact: false,
      recorded_at: '2026-11-01T12:00:00Z',
      source: 'Form',
    },
    ...changes,
  }
}

const form = (name: string, type: string, text: string) =>
  `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${text}\r\n--edge--\r\n`

t.test('a file of JSON is read in each layout, under each of its content types', async (t) => {
  const uploads = {
    'an array': (text: string) => ({ file: text, contentType: 'application/json' }),
    'an array with a charset': (text: string) => ({
      file: text,
      contentType: 'application/json; charset=utf-8',
    }),
    'a form with a file named .json': (text: string) => ({
      file: form('students.json', 'application/octet-stream', text),
      contentType: 'multipart/form-data; boundary=edge',
    }),
    'a form with a file of JSON': (text: string) => ({
      file: form('students', 'application/json', text),
      contentType: 'multipart/form-data; boundary=edge',
    }),
    'lines of JSON': (text: string) => ({ file: text, contentType: 'application/x-ndjson' }),
  }
  for (const [name, uploadOf] of Object.entries(uploads)) {
    const office = await newOffice(service)
    const { file, contentType } = uploadOf(JSON.stringify([student('a'), student('b')], null, 2))
    const { body } = await office.imported(file, { contentType })
    t.match(body, { status: 'done', format: 'ndjson', rows_read: 2, created: 2 }, name)
  }
})

t.test('a broken record of an array costs itself alone, and its fault says where it breaks', async (t) => {
  const office = await newOffice(service)
  const text = JSON.stringify([student('a'), student('b'), student('c')], null, 2)
  const { body } = await office.imported(text.replace('"name": "Remy Holt",\n    "email": "remy', 'name'), {
    contentType: 'application/json',
  })
  t.match(body, { status: 'done', rows_read: 3, created: 2, rejected: 1 })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body
  t.match(data, [{ line: 2, errors: [{ code: 'not_json', detail: /^Line 4, column 5: / }] }])
})

t.test('an array that is cut off fails after its records were imported', async (t) => {
  const office = await newOffice(service)
  const text = JSON.stringify([student('a'), student('b')]).slice(0, -1)
  const { body } = await office.imported(text, { contentType: 'application/json' })
  t.match(body, { status: 'failed', failure: { code: 'file_cut_off' }, created: 2 })
})

t.test('an empty array has no rows', async (t) => {
  const office = await newOffice(service)
  const { body } = await office.imported('[]', { contentType: 'application/json' })
  t.match(body, { status: 'failed', failure: { code: 'no_rows' } })
})

t.test('the id of a JSON record may be a number, and is cleaned as in CSV', async (t) => {
  const office = await newOffice(service)
  const ids = [1001, '  S-1  ', "'00123", '="00124"', '\u200bS-2\u200b', 7.5]
  const lines = ids.map((id) => JSON.stringify(student(id)))
  lines.push(JSON.stringify(student('LONG')).replace('"LONG"', '12345678901234567890'))
  const { body } = await office.imported(lines.join('\n'), { contentType: 'application/x-ndjson' })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body
  t.same(
    data.map((row: { external_id: string }) => row.external_id),
    ['1001', 'S-1', '00123', '00124', 'S-2', '7.5', '12345678901234567890'],
  )
  t.match(body, { created: 7 })
  const other = await office.imported(JSON.stringify([student(true), student(null), student([])]), {
    contentType: 'application/json',
  })
  t.match(other.body, { rejected: 3 })
})

t.test('rows of JSON that look like one person are noticed, as those of CSV', async (t) => {
  const office = await newOffice(service)
  const rows = [
    student('00123', { email: 'Ann@Student.example' }),
    student(123, { email: 'ann@student.example' }),
  ]
  const { body } = await office.imported(JSON.stringify(rows), { contentType: 'application/json' })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows?has_notices=true`)).body
  const [{ notices }] = data
  t.same(new Set(notices.map(({ code }: { code: string }) => code)), new Set(['same_email', 'similar_id']))
})

t.test('a dry run of JSON says what an import does, and changes nothing', async (t) => {
  const office = await newOffice(service)
  const text = JSON.stringify([student('a'), { external_id: 'b' }], null, 2)
  const tried = await office.imported(text, { contentType: 'application/json', mode: 'dry_run' })
  t.match(tried.body, { created: 1, rejected: 1 })
  t.same((await office.call('GET', '/v1/candidates')).body.data, [])
})

t.test('the faults and notices of a resume name the place and value in the file', async (t) => {
  const office = await newOffice(service)
  const { name: _, email: __, languages: ___, ...beside } = student('r-1')
  const resume = {
    ...beside,
    basics: {
      name: 'Remy Holt',
      email: 'none of your business',
      label: 'x'.repeat(500),
      phone: 'Upon request',
    },
    education: [{ area: 'Accounting', endDate: 'someday' }],
    languages: [{ language: 'English' }],
  }
  const good = {
    ...resume,
    external_id: null,
    id: 2002,
    basics: { ...resume.basics, email: 'remy2@student.example' },
  }
  delete (good as { external_id?: unknown }).external_id
  const { body } = await office.imported(JSON.stringify([resume, good]), { contentType: 'application/json' })
  t.match(body, { rejected: 1, created: 1 })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body
  t.match(data[0], {
    external_id: 'r-1',
    outcome: 'rejected',
    errors: [{ pointer: '/basics/email', value: 'none of your business' }, { pointer: '/basics/label' }],
  })
  t.match(data[1], { external_id: '2002', outcome: 'created' })
  t.same(
    new Set(data[1].notices.map(({ pointer }: { pointer: string }) => pointer)),
    new Set(['/basics/label', '/basics/phone', '/education/0/endDate']),
  )
})

t.test(
  'a resume without an e-mail address or languages says so at the place where they belong',
  async (t) => {
    const office = await newOffice(service)
    const { name: _, email: __, languages: ___, ...beside } = student('r-1')
    const { body } = await office.imported(JSON.stringify({ ...beside, basics: {} }), {
      contentType: 'application/json',
    })
    const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body
    t.same(
      data[0].errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
      [
        ['/basics/name', 'required'],
        ['/basics/email', 'required'],
        ['/languages', 'required'],
      ],
    )
  },
)

t.test('what is wrong with the id of a JSON record is said at its place', async (t) => {
  const office = await newOffice(service)
  const { external_id: _, name: __, email, ...beside } = student('')
  const resume = { ...beside, id: 'dup', basics: { name: 'Remy Holt', email } }
  const rows = [student(null), student('x'.repeat(201)), student('dup'), resume]
  const { body } = await office.imported(JSON.stringify(rows), { contentType: 'application/json' })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body
  t.same(
    data.map(({ errors }: { errors: { pointer: string; code: string }[] }) => [
      errors[0]?.pointer,
      errors[0]?.code,
    ]),
    [
      ['/external_id', 'required'],
      ['/external_id', 'invalid_value'],
      ['/id', 'duplicate_key'],
    ],
  )
})

t.test(
  'options, defaults and the catalogue help to read resumes, and defaults fill what they lack',
  async (t) => {
    const office = await newOffice(service)
    const { name: _, email, languages: __, time_zone: ___, ...beside } = student('r-1')
    const resume = {
      ...beside,
      basics: { name: 'Remy Holt', email, phone: '(312) 555-0147' },
      education: [{ area: 'Accounting', endDate: '03/04/2028' }],
      skills: ['Excel and bookkeeping'],
    }
    const defaults = JSON.stringify({ languages: 'en', time_zone: 'America/Chicago' })
    const query = new URLSearchParams({
      type: 'candidates',
      mode: 'apply',
      program_id: office.programId,
      date_format: 'dmy',
      defaults,
    })
    const reply = await upload(service, office, `${query}`, JSON.stringify(resume), 'application/json')
    t.equal(reply.status, 202)
    await service.services.background.works.run_imports.idle()
    t.match((await office.call('GET', '/v1/candidates')).body.data, [
      {
        graduates_on: '2028-04-03',
        languages: ['en'],
        time_zone: 'America/Chicago',
        phone: '+13125550147',
        skills: ['Excel', 'bookkeeping'],
      },
    ])
  },
)

t.test('values that a spreadsheet would hold are read in JSON too', async (t) => {
  const office = await newOffice(service)
  const { consent: _, ...plain } = student('W-1')
  const records = [
    {
      ...plain,
      hours_per_week: '10 hours',
      age_over_18: 'Yes',
      graduates_on: '5/14/2027',
      stipend: '$500',
      languages: 'English, Spanish',
      skills: 'Excel; bookkeeping',
      modality: 'In person',
      location: { country: 'United States', city: 'Chicago' },
      phone: '(312) 555-0199',
      share_profile: 'Yes',
      share_contact: 'No',
      consent_recorded_at: '11/20/2026',
      consent_source: 'Form',
    },
    {
      ...{ 'Student ID': 20002, 'First Name': 'Cal', 'Last Name': 'Dee', Email: 'cal@student.example' },
      ...{ 'Hours per week': 12, Remote: 'Yes', Languages: ['English'], time_zone: 'America/Chicago' },
      ...{ GPA: 3.2, 'Share profile': true, 'Share contact': 'no', consent_recorded_at: '2026-11-20' },
      consent_source: 'Form',
    },
  ]
  const file = records.map((one) => JSON.stringify(one)).join('\n')
  const query = `type=candidates&mode=apply&program_id=${office.programId}`
  const reply = await upload(service, office, query, file, 'application/x-ndjson')
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  t.match(body, { created: 2, rejected: 0 })
  const { data } = (await office.call('GET', '/v1/candidates')).body
  const byId = new Map(data.map((one: { external_id: string }) => [one.external_id, one]))
  t.match(byId.get('W-1'), {
    hours_per_week: 10,
    age_over_18: true,
    graduates_on: '2027-05-14',
    stipend: { amount_minor: 50000, currency: 'USD' },
    languages: ['en', 'es'],
    modality: 'onsite',
    location: { country: 'US', city: 'Chicago' },
    phone: '+13125550199',
    consent: { share_profile: true, share_contact: false, recorded_at: '2026-11-20T06:00:00Z' },
  })
  t.match(byId.get('20002'), {
    name: 'Cal Dee',
    email: 'cal@student.example',
    hours_per_week: 12,
    languages: ['en'],
    modality: 'remote',
    consent: { share_profile: true, share_contact: false },
  })
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const left = rows[1].notices.find(({ code }: { code: string }) => code === 'left_out')
  t.match(left, { pointer: '/GPA', value: '3.2' }, 'a key that names no column is left out with a notice')
})

t.test('what can be read neither as JSON nor as a cell is refused where it stands', async (t) => {
  const office = await newOffice(service)
  const file = JSON.stringify(student('W-3', { age_over_18: 'perhaps', modality: 7, unknown: 'x' }))
  const query = `type=candidates&mode=dry_run&program_id=${office.programId}`
  const reply = await upload(service, office, query, file, 'application/x-ndjson')
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const pointers = rows[0].errors.map(({ pointer }: { pointer: string }) => pointer).sort()
  t.same(pointers, ['/age_over_18', '/modality', '/unknown'])
})

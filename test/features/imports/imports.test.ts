import t from 'tap'
import { newId } from '../../../src/shared/ids.ts'
import { candidateLine, HEADER, newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

t.test('a spreadsheet creates candidates, and again changes only what differs', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('a'), candidateLine('b')].join('\n')
  t.match(await office.imported(file), {
    body: { status: 'done', rows_read: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 },
  })
  const changed = [HEADER, candidateLine('a'), candidateLine('b', 'Bea'), candidateLine('c')].join('\r\n')
  const second = await office.imported(changed)
  t.match(second.body, { status: 'done', rows_read: 3, created: 1, updated: 1, unchanged: 1, rejected: 0 })
  const rows = await office.call('GET', `/v1/imports/${second.body.id}/rows`)
  t.match(
    rows.body.data.map((row: { outcome: string; line: number }) => [row.line, row.outcome]),
    [
      [2, 'unchanged'],
      [3, 'updated'],
      [4, 'created'],
    ],
  )
  const { body } = await office.call('GET', '/v1/candidates?external_id=b')
  t.match(body.data, [
    {
      name: 'Bea',
      email: 'b@student.example',
      skills: [{ skill: 'bookkeeping', level: 'intermediate' }, 'excel'],
      consent: { share_profile: true, share_contact: false },
      is_ranked: true,
    },
  ])
})

t.test('a dry run tells the same and changes nothing', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('a'), candidateLine('b').replace('remote', 'on the moon')].join('\n')
  const dry = await office.imported(file, { mode: 'dry_run' })
  t.match(dry.body, { status: 'done', rows_read: 2, created: 1, rejected: 1 })
  t.same((await office.call('GET', '/v1/candidates')).body.data, [])
  t.match((await office.call('GET', `/v1/imports/${dry.body.id}/rows?outcome=rejected`)).body.data, [
    { line: 3, errors: [{ pointer: 'modality', value: 'on the moon' }] },
  ])
})

t.test('headers go by synonyms in any order, and unknown ones are told', async (t) => {
  const office = await newOffice(service)
  const header =
    'Shoe size;Consent Form;E-Mail Address;Student ID;Full Name;Time Zone;Language;Work mode;consent to share profile;consent to share contact;Consent date'
  const row = '44;Form;x@student.example;x;Xu Li;Europe/Berlin;de;Remote;Yes;no;2026-11-01T00:00:00Z'
  const { body } = await office.imported(`\u{feff}${header}\n${row}\n`)
  t.match(body, { status: 'done', created: 1, rejected: 0 })
  t.same(body.columns[0], { header: 'Shoe size', column: null })
  t.same(body.columns[3], { header: 'Student ID', column: 'external_id' })
})

t.test('a blank cell keeps what is there, **CLEAR** takes it out', async (t) => {
  const office = await newOffice(service)
  await office.imported([HEADER, candidateLine('a')].join('\n'))
  const change = ['external_id,hours_per_week,majors,name', 'a,**CLEAR**,,Anna'].join('\n')
  t.match((await office.imported(change)).body, { updated: 1, rejected: 0 })
  t.match((await office.call('GET', '/v1/candidates?external_id=a')).body.data, [
    { name: 'Anna', hours_per_week: null, majors: ['Accounting'] },
  ])
})

t.test('of two rows with one key the first counts, and the other is told', async (t) => {
  const office = await newOffice(service)
  const { body } = await office.imported(
    [HEADER, candidateLine('a', 'First'), candidateLine('a', 'Second')].join('\n'),
  )
  t.match(body, { rows_read: 2, created: 1, rejected: 1 })
  t.match((await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body.data, [
    { line: 3, errors: [{ pointer: 'external_id', code: 'duplicate_key', detail: /^Line 2 / }] },
  ])
  t.match((await office.call('GET', '/v1/candidates')).body.data, [{ name: 'First' }])
})

t.test('a corrected report is uploaded as it is, and no cell of it is a formula', async (t) => {
  const office = await newOffice(service)
  const header = `${HEADER},phone,title`
  const bad = `${candidateLine('a').replace('remote', '=HYPERLINK()')},+1 510 555 0100,"-1, ""x"""`
  const { body } = await office.imported([header, bad].join('\n'))
  t.match(body, { created: 0, rejected: 1 })
  const report = String((await office.call('GET', `/v1/imports/${body.id}/report.csv`)).body)
  t.match(report, /^report_line,report_column,report_code,report_message,report_outcome,external_id,/)
  t.match(report, /'=HYPERLINK\(\)/)
  t.notMatch(report, /(^|,|")[=+@-]/m)
  const again = await office.imported(report.replace("'=HYPERLINK()", 'remote'))
  t.match(again.body, { created: 1, rejected: 0 })
  t.match((await office.call('GET', '/v1/candidates')).body.data, [
    { phone: '+15105550100', title: '-1, "x"' },
  ])
})

t.test('lines of JSON are bodies or, for candidates, JSON Resumes', async (t) => {
  const office = await newOffice(service)
  const consent = {
    share_profile: true,
    share_contact: true,
    recorded_at: '2026-11-01T00:00:00Z',
    source: 'Form',
  }
  const resume = {
    external_id: 'r-1',
    consent,
    time_zone: 'America/Chicago',
    modality: 'hybrid',
    basics: {
      name: 'Rui Sato',
      email: 'rui@student.example',
      location: { city: 'Chicago', countryCode: 'US' },
    },
    education: [{ area: 'Marketing', endDate: '2028-05' }],
    skills: [{ name: 'bookkeeping', level: 'Master' }],
    languages: [{ language: 'English' }, { language: 'Japanese' }],
  }
  const file = `${JSON.stringify(resume)}\n\n{"external_id": "r-2", "name": 3}\nnot json\n`
  const { body } = await office.imported(file, { contentType: 'application/x-ndjson' })
  t.match(body, { status: 'done', rows_read: 3, created: 1, rejected: 2 })
  t.match((await office.call('GET', '/v1/candidates')).body.data, [
    {
      name: 'Rui Sato',
      majors: ['Marketing'],
      graduates_on: '2028-05-31',
      languages: ['en', 'ja'],
      skills: [{ skill: 'bookkeeping', level: 'expert' }],
      location: { country: 'US', city: 'Chicago' },
      resume: { basics: { name: 'Rui Sato' } },
    },
  ])
})

t.test(
  'a column Nonprofit of answers gives the kind of organizations, and one of names their name',
  async (t) => {
    const office = await newOffice(service)
    const rest = 'contact_name,email,time_zone,languages'
    const of = (name: string) => `Ada,${name}@example.org,America/Chicago,en`
    const answers = `external_id,name,Nonprofit,${rest}\nq-1,Pantry,yes,${of('a')}\nq-2,Bakery,no,${of('b')}`
    t.match((await office.imported(answers, { type: 'organizations' })).body, { created: 1, rejected: 1 })
    const names = `external_id,Nonprofit,501(c)(3)?,${rest}\nq-3,Shelter,Yes,${of('c')}`
    t.match((await office.imported(names, { type: 'organizations' })).body, { created: 1, rejected: 0 })
    const { data } = (await office.call('GET', '/v1/organizations')).body
    t.match(data, [
      { name: 'Pantry', kind: 'nonprofit' },
      { name: 'Shelter', kind: 'nonprofit' },
    ])
  },
)

t.test('needs, offers, organizations and helpers are imported by the same rules', async (t) => {
  const office = await newOffice(service)
  const files: [string, string][] = [
    [
      'organizations',
      'external_id,name,kind,contact_name,email,time_zone,languages\norg-1,Pantry,Nonprofit,Ada,ada@example.org,America/Chicago,en',
    ],
    [
      'helpers',
      'external_id,name,kind,contact_name,email,time_zone,languages\nh-1,Lee,person,Lee,lee@example.org,America/Chicago,en',
    ],
    [
      'needs',
      'external_id,organization_external_id,title,description,skills,accepts,modality,budget,budget_unit,availability,time zone,gives,alert score\n' +
        'n-1,org-1,Books,Keep our books,bookkeeping:must,volunteer; Paid,remote,20.50 USD,hour,Mon-Tue 9:00-12:00,America/Chicago,catering:2h:already,0.7',
    ],
    [
      'offers',
      'external_id,helper_external_id,kind,title,skills,modality,rate,rate_unit\no-1,h-1,paid,Books,bookkeeping:expert,remote,USD 15,hour',
    ],
  ]
  for (const [type, file] of files)
    t.match((await office.imported(file, { type })).body, { created: 1, rejected: 0 }, type)
  t.match((await office.call('GET', '/v1/needs?external_id=n-1')).body.data, [
    {
      budget: { amount_minor: 2050, currency: 'USD', unit: 'hour' },
      gives: [{ skill: 'catering', hours_per_week: 2, already_doing: true }],
      availability: {
        time_zone: 'America/Chicago',
        windows: [{ weekday: 1, start: '09:00' }, { weekday: 2 }],
      },
      alert_min_score: 0.7,
    },
  ])
  const noUnit = await office.imported(
    `external_id,organization_external_id,title,description,accepts,modality,budget\nn-3,org-1,Books,Keep them,paid,remote,20.50 USD`,
    { type: 'needs' },
  )
  t.match((await office.call('GET', `/v1/imports/${noUnit.body.id}/rows`)).body.data, [
    {
      outcome: 'created',
      notices: [
        { pointer: 'budget_unit', detail: /^A row with budget needs budget_unit/ },
        { pointer: 'budget' },
      ],
    },
  ])
  const lost = await office.imported('external_id,organization_external_id,title\nn-2,nobody,Books', {
    type: 'needs',
  })
  t.match((await office.call('GET', `/v1/imports/${lost.body.id}/rows`)).body.data, [
    { outcome: 'rejected', errors: [{ pointer: 'organization_external_id', value: 'nobody' }] },
  ])
})

t.test('a form with a file is taken like the file itself', async (t) => {
  const office = await newOffice(service)
  const boundary = 'line-between'
  const part = `Content-Disposition: form-data; name="file"; filename="spring.csv"\r\nContent-Type: text/csv`
  const form = `--${boundary}\r\n${part}\r\n\r\n${HEADER}\n${candidateLine('a')}\r\n--${boundary}--\r\n`
  const type = `multipart/form-data; boundary=${boundary}`
  t.match((await office.imported(form, { contentType: type })).body, { status: 'done', created: 1 })
  const empty = await office.imported(`--${boundary}--\r\n`, { contentType: type })
  t.match(empty, { status: 400, body: { code: 'malformed_request' } })
})

t.test('the same key gets the same import, another file under it is refused', async (t) => {
  const office = await newOffice(service)
  const query = `type=candidates&mode=apply&program_id=${office.programId}`
  const send = (file: string) =>
    upload(service, office, query, file, 'text/csv', { 'idempotency-key': `k-${office.partnerId}` })
  const file = [HEADER, candidateLine('a')].join('\n')
  const [first, second] = [await send(file), await send(file)]
  t.equal(first.body.id, second.body.id)
  t.equal(second.headers['idempotency-replayed'], 'true')
  t.match(await send(`${file}\n`), { status: 422, body: { code: 'idempotency_key_reused' } })
  t.equal((await office.call('GET', '/v1/imports')).body.data.length, 1)
})

t.test('an import also needs the scope that writes what is imported', async (t) => {
  const limited = await service.newPartner({ scopes: ['imports:write', 'needs:write'] })
  t.match(await upload(service, limited, 'type=candidates&mode=apply', HEADER), {
    status: 403,
    body: { code: 'scope_missing', detail: /candidates:write/ },
  })
})

t.test('a program or a cohort is refused for rows that belong to none', async (t) => {
  const office = await newOffice(service)
  for (const query of [
    `type=needs&program_id=${office.programId}`,
    `type=candidates&cohort_id=${newId('cohort')}`,
  ]) {
    const [, pointer = ''] = /&(\w+)=/.exec(query) ?? []
    t.match(await upload(service, office, `${query}&mode=dry_run`, HEADER), {
      status: 422,
      body: { errors: [{ pointer: `?${pointer}`, code: 'invalid_value', detail: /only imports of/ }] },
    })
  }
})

t.test('an unreadable header fails the import, by name', async (t) => {
  const office = await newOffice(service)
  const failed = {
    'a,b\n1,2': 'column_missing',
    '': 'file_empty',
    '\n \n': 'file_empty',
    'external_id,"x\n1,2': 'quote_not_closed',
  }
  for (const [file, code] of Object.entries(failed))
    t.match(
      (await office.imported(file)).body,
      { status: 'failed', rows_read: 0, failure: { code } },
      JSON.stringify(file),
    )
})

t.test('a template can be filled in and uploaded', async (t) => {
  const office = await newOffice(service)
  const template = String((await office.call('GET', '/v1/imports/templates/candidates.csv')).body)
  await office.call('PATCH', `/v1/programs/${office.programId}`, {
    headers: { 'if-match': '*' },
    body: { external_id: 'SPRING-27' },
  })
  t.match((await office.imported(template)).body, { status: 'done', created: 1, rejected: 0 })
})

t.test('imports are listed by type, status and mode, page after page', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('a')].join('\n')
  const applied: string = (await office.imported(file)).body.id
  const tried: string = (await office.imported(file, { mode: 'dry_run' })).body.id
  const idsOf = async (query: string): Promise<string[]> => {
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await office.call('GET', `/v1/imports?limit=1&${query}${cursor}`)
      ids.push(...body.data.map(({ id }: { id: string }) => id))
      if (!body.has_more) return ids
      cursor = `&cursor=${body.next_cursor}`
    }
  }
  const lists: [query: string, ids: string[]][] = [
    ['type=candidates,needs', [tried, applied]],
    ['type=needs', []],
    ['status=done', [tried, applied]],
    ['status=failed,cancelled', []],
    ['mode=apply', [applied]],
    ['mode=dry_run&type=candidates&status=done', [tried]],
  ]
  for (const [query, ids] of lists) t.same(await idsOf(query), ids, query)
  t.match(await office.call('GET', '/v1/imports?status=finished'), {
    status: 422,
    body: { errors: [{ pointer: '?status.0' }] },
  })
})

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { candidateBody, helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice, type Office } from '../../support/office.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

async function exported(partner: Partner, address: string, accept?: string): Promise<string> {
  const reply = await partner.call('GET', address, accept === undefined ? {} : { headers: { accept } })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return String(reply.body)
}

/** The faults and notices of an import that was to change nothing. */
async function complaints(office: Office, importId: string): Promise<unknown> {
  const { body } = await office.call('GET', `/v1/imports/${importId}/rows?limit=100`)
  return body.data.filter((row: { outcome: string }) => row.outcome !== 'unchanged')
}

/** Texts that spreadsheets and readers of files like to change. */
const hostile = fc.constantFrom(
  ...[
    '=1+1',
    '+1',
    '-2',
    '@x',
    "'=1",
    "''=1",
    "'tis",
    "'",
    '007',
    '0012',
    '1E5',
    '3-4',
    'May 2028',
    '4. Mai',
  ],
  ...[
    'N/A',
    'none',
    '-',
    'true',
    'WAHR',
    '#REF!',
    '**CLEAR**',
    '**JSON** 1',
    '**JSON** x',
    '123456789012345',
  ],
  ...['a;b', 'a,b', 'a|b', 'a/b', 'a and b', 'a:b', 'a: advanced', 'Bright, Noa', '"quoted"', 'half "quoted'],
  ...[
    'line\nbreak',
    'line\r\nbreak',
    'line\rbreak',
    'tab\tbed',
    ' outer spaces ',
    '\u{feff}mark',
    '\u200b',
    'a\u2028b',
  ],
  ...[
    '_x000D_',
    '• bullet',
    '2027-05-14',
    '5/14/2027',
    '7,5',
    '１２３',
    'الاسم',
    '名前',
    '😀',
    "='x'!A1",
    '"',
  ],
)
const text = (max: number) =>
  fc
    .oneof(
      hostile,
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }),
      fc.tuple(hostile, hostile).map((two) => two.join('\n')),
    )
    .filter((one) => one.trim() !== '' && one.length <= max && one.isWellFormed() && !one.includes('\0'))
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const time = (hour: number) => `${String(hour).padStart(2, '0')}:${hour === 24 ? '00' : '30'}`
const window = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 0, max: 20 }),
    hours: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ weekday, start, hours }) => ({ weekday, start: time(start), end: time(start + hours) }))

const ranges = fc.array(
  fc.constantFrom(
    { starts_on: '2187-03-14' },
    { starts_on: '2187-05-01', ends_on: '2187-05-01' },
    { starts_on: '2187-03-14', ends_on: '2187-03-21' },
  ),
  { maxLength: 3 },
)
const candidate = fc.record({
  dates: optional(ranges),
  not_available: optional(ranges),
  external_id: optional(text(40)),
  name: text(60),
  preferred_name: optional(text(60)),
  phone: optional(
    fc.constantFrom(
      '+1 510 555 0177',
      '510-555-0177',
      '0151 2345678',
      '15105550177',
      '(0) 12345'.slice(4),
      '510555',
    ),
  ),
  school_year: optional(text(40)),
  graduates_on: optional(fc.constantFrom('2027-05-04', '2028-12-31')),
  majors: fc.array(text(60), { maxLength: 4 }),
  title: optional(text(80)),
  description: fc.oneof(text(300), fc.constant(''), fc.constant('line\n'.repeat(1500))),
  skills: fc.array(
    fc.oneof(
      text(60),
      fc.constantFrom('bookkeeping', 'excel'),
      fc.record({ skill: text(60), level: optional(fc.constantFrom('beginner', 'expert')) }),
    ),
    { maxLength: 5 },
  ),
  learning_goals: fc.array(text(60), { maxLength: 3 }),
  languages: fc.array(fc.constantFrom('en', 'es', 'pt-BR', 'EN', 'zh-Hant'), { minLength: 1, maxLength: 3 }),
  time_zone: fc.constantFrom('America/Chicago', 'Europe/Berlin', 'UTC', 'Etc/GMT+5'),
  modality: fc.constantFrom('remote', 'hybrid'),
  location: optional(
    fc
      .record({
        country: fc.constantFrom('US', 'DE', 'NA'),
        region: optional(text(40)),
        city: optional(text(40)),
        postal_code: optional(fc.constantFrom('02139', '10115', 'SW1A 1AA', '1E5')),
      })
      .chain((place) =>
        fc.oneof(
          fc.constant(place),
          fc
            .record({
              lat: fc.double({ min: -90, max: 90, noNaN: true }),
              lon: fc.double({ min: -180, max: 180, noNaN: true }),
            })
            .map((at) => ({ ...place, ...at })),
        ),
      ),
  ),
  max_distance_km: optional(fc.constantFrom(5, 12.5)),
  hours_per_week: optional(fc.constantFrom(8, 7.5, 0.25, 1 / 3)),
  availability: optional(
    fc.record({
      time_zone: fc.constantFrom('America/Chicago', 'Europe/Berlin'),
      windows: fc.array(window, { minLength: 1, maxLength: 6 }),
    }),
  ),
  stipend: optional(
    fc.record({
      amount_minor: fc.integer({ min: 0, max: 1_000_000 }),
      currency: fc.constantFrom('USD', 'JPY', 'EUR', 'KWD'),
    }),
  ),
  age_over_18: fc.boolean(),
  visibility: fc.constantFrom('network', 'partner'),
  alert_min_score: optional(fc.constantFrom(0, 0.75, 1)),
  status: fc.constantFrom('open', 'paused', 'closed'),
  consent: fc.record({
    share_profile: fc.boolean(),
    share_contact: fc.boolean(),
    recorded_at: fc.constantFrom('2026-11-01T10:00:00Z', '2026-11-01T10:00:00.250+02:00'),
    source: text(60),
  }),
})

t.test('whatever candidates the API accepts, importing their export changes none of them', async (t) => {
  const formats = fc.constantFrom('', '?bom=true', '?separator=;', '?separator=;&bom=true')
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(candidate, { minLength: 20, maxLength: 30 }),
      formats,
      async (bodies, format) => {
        const office = await newOffice(service)
        let accepted = 0
        for (const [at, body] of bodies.entries()) {
          const email = `s${at}@student.example`
          const reply = await office.call('POST', '/v1/candidates', {
            body: { ...body, program_id: office.programId, email },
          })
          if (reply.status === 201) accepted++
        }
        count += accepted
        const before = await office.call('GET', '/v1/candidates?limit=100')
        const file = await exported(office, `/v1/candidates.csv${format}`)
        const { body } = await office.imported(file)
        t.match(
          body,
          { status: 'done', rows_read: accepted, unchanged: accepted, created: 0, updated: 0, rejected: 0 },
          JSON.stringify([await complaints(office, body.id), body.failure]),
        )
        t.same((await office.call('GET', '/v1/candidates?limit=100')).body, before.body)
        return body.unchanged === accepted
      },
    ),
    { numRuns: 6 },
  )
  t.ok(count > 60, `${count} candidates were accepted`)
})

t.test('plain values are written as people write them', async (t) => {
  const office = await newOffice(service)
  await post(office, '/v1/candidates', {
    ...candidateBody(office.programId),
    external_id: '007',
    skills: ['excel', { skill: 'bookkeeping', level: 'expert' }],
    hours_per_week: 7.5,
    stipend: { amount_minor: 50050, currency: 'USD' },
    description: '=SUM(A1)',
    title: 'Books; and ledgers',
    majors: ['Arts; Letters'],
    dates: [{ starts_on: '2187-05-01' }],
    not_available: [{ starts_on: '2187-03-14', ends_on: '2187-03-21' }, { starts_on: '2187-05-02' }],
    availability: {
      time_zone: 'America/Los_Angeles',
      windows: [1, 2, 3, 5].map((weekday) => ({ weekday, start: '09:00', end: '12:00' })),
    },
  })
  const [row] = parse(await exported(office, '/v1/candidates.csv'), { columns: true })
  t.match(row, {
    external_id: "'007",
    program_id: office.programId,
    program_external_id: '',
    name: 'Priya Raman',
    phone: '**JSON** "+1 510 555 0177"',
    majors: '**JSON** ["Arts; Letters"]',
    skills: 'excel; bookkeeping:expert',
    title: 'Books; and ledgers',
    description: "'=SUM(A1)",
    hours_per_week: '7.5',
    availability: 'Mon-Wed 09:00-12:00; Fri 09:00-12:00',
    dates: '2187-05-01',
    not_available: '2187-03-14 to 2187-03-21; 2187-05-02',
    stipend: '500.50 USD',
    age_over_18: 'no',
    share_profile: 'yes',
    consent_recorded_at: '2026-11-01T10:00:00Z',
    status: 'open',
  })
})

t.test('the export has the columns of the template, in its order', async (t) => {
  const office = await newOffice(service)
  for (const type of ['candidates', 'organizations', 'helpers', 'needs', 'offers']) {
    const [template] = parse(await exported(office, `/v1/imports/templates/${type}.csv`))
    t.same(parse(await exported(office, `/v1/${type}.csv`)), [template], type)
  }
})

t.test('a damaged exact cell rejects the row and says how to write it', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('a').replace('Accounting', '**JSON** [oops')].join('\n')
  const { body } = await office.imported(file)
  t.match(body, { created: 0, rejected: 1 })
  t.match((await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data, [
    { external_id: 'a', errors: [{ pointer: 'majors', value: '**JSON** [oops', detail: /not valid JSON/ }] },
  ])
})

t.test('a candidate without an external id is changed by the id that its export shows', async (t) => {
  const office = await newOffice(service)
  const id = await post(office, '/v1/candidates', candidateBody(office.programId))
  const file = await exported(office, '/v1/candidates.csv')
  t.match(file, new RegExp(`^${id},`, 'm'))
  const changed = await office.imported(file.replace('Priya Raman', 'Priya R. Raman'))
  t.match(changed.body, { updated: 1, created: 0, rejected: 0, rows_with_notices: 0 })
  t.match((await office.call('GET', '/v1/candidates')).body.data, [
    { id, name: 'Priya R. Raman', external_id: null },
  ])
  t.match((await office.imported(file.replaceAll(id, 'candidate_01h455vb4pex5vsknk084sn02q'))).body, {
    created: 0,
    rejected: 1,
  })
})

t.test(
  'of two rows that name one candidate by its id and its external id, the second is rejected',
  async (t) => {
    const office = await newOffice(service)
    await office.imported([HEADER, candidateLine('a')].join('\n'))
    const [{ id }] = (await office.call('GET', '/v1/candidates')).body.data
    const { body } = await office.imported(['external_id,name', 'a,Anna', `${id},Berta`].join('\n'))
    t.match(body, { updated: 1, rejected: 1 })
    t.match((await office.call('GET', '/v1/candidates')).body.data, [{ name: 'Anna' }])
  },
)

t.test('Accept chooses between JSON and CSV', async (t) => {
  const office = await newOffice(service)
  await office.imported([HEADER, candidateLine('a'), candidateLine('b')].join('\n'))
  const typeOf = async (accept: string) => {
    const { headers } = await office.call('GET', '/v1/candidates?limit=1', { headers: { accept } })
    t.equal(headers.vary, 'Accept')
    return String(headers['content-type']).split(';')[0]
  }
  t.equal(await typeOf('text/csv'), 'text/csv')
  t.equal(await typeOf('text/*'), 'text/csv')
  t.equal(await typeOf('application/json;q=0.2, text/csv;q=0.8'), 'text/csv')
  t.equal(await typeOf('text/csv;q=0.2, application/json;q=0.8'), 'application/json')
  t.equal(await typeOf('*/*'), 'application/json')
  t.equal(await typeOf('text/csv;q=0, */*'), 'application/json')
  t.equal(
    await exported(office, '/v1/candidates?limit=1', 'text/csv'),
    await exported(office, '/v1/candidates.csv'),
    'the whole list',
  )
})

t.test('the filters of the list hold for its CSV', async (t) => {
  const office = await newOffice(service)
  await office.imported([HEADER, candidateLine('a'), candidateLine('b')].join('\n'))
  const [{ id }] = (await office.call('GET', '/v1/candidates?external_id=b')).body.data
  const start = new Date(Date.now() + 1).toISOString()
  await office.call('PATCH', `/v1/candidates/${id}`, {
    body: { status: 'paused' },
    headers: { 'if-match': '*' },
  })
  const keys = async (query: string) =>
    parse(await exported(office, `/v1/candidates.csv?${query}`), { columns: true }).map(
      (row) => (row as Record<string, string>).external_id,
    )
  t.same(await keys('status=paused'), ['b'])
  t.same(await keys('external_id=a'), ['a'])
  t.same(await keys(`program_id=${office.programId}`), ['a', 'b'])
  t.same(await keys(`updated_since=${start}`), ['b'])
  t.equal((await office.call('GET', '/v1/candidates.csv?limit=5')).status, 422)
})

t.test('the file has a name, and on request a byte order mark and semicolons', async (t) => {
  const office = await newOffice(service)
  await office.imported([HEADER, candidateLine('a')].join('\n'))
  const reply = await office.call('GET', '/v1/candidates.csv?bom=true&separator=;')
  t.equal(reply.headers['content-type'], 'text/csv; charset=utf-8')
  t.equal(reply.headers['content-disposition'], 'attachment; filename="candidates.csv"')
  t.match(String(reply.body), /^\u{feff}external_id;program_id;/u)
  const [row] = parse(String(reply.body), { columns: true, bom: true, delimiter: ';' })
  t.match(row, { external_id: 'a', skills: 'bookkeeping:intermediate; excel' })
})

t.test('an export shows nothing of another partner', async (t) => {
  const [office, stranger] = [await newOffice(service), await newOffice(service)]
  await office.imported([HEADER, candidateLine('a')].join('\n'))
  t.same(parse(await exported(stranger, '/v1/candidates.csv')).length, 1)
})

t.test('organizations, helpers, needs and offers survive their export too', async (t) => {
  const office = await newOffice(service)
  const organizationId = await post(office, '/v1/organizations', {
    ...organizationBody(),
    url: 'https://x.example/',
    external_id: 'O',
  })
  const helperId = await post(office, '/v1/helpers', helperBody())
  const availability = { time_zone: 'Europe/Berlin', windows: [{ weekday: 6, start: '22:00', end: '24:00' }] }
  await post(office, '/v1/needs', {
    ...needBody(organizationId),
    availability,
    budget: { amount_minor: 2000, currency: 'USD', unit: 'hour' },
    gives: [{ skill: 'catering', hours_per_week: 2, already_doing: true }, 'a; b'],
    requires: ['age_over_18'],
    deadline_at: '2187-03-01T10:00:00Z',
  })
  const days = [{ starts_on: '2187-03-14', ends_on: '2187-03-21' }, { starts_on: '2187-05-02' }]
  await post(office, '/v1/offers', {
    ...{ ...offerBody(helperId), availability, terms: { causes: ['hunger'] } },
    ...{ dates: days, not_available: days.toReversed() },
  })
  await post(office, '/v1/offers', {
    ...offerBody(helperId),
    kind: 'paid',
    terms: { rate: { amount_minor: 5000, currency: 'EUR', unit: 'hour' } },
  })
  for (const type of ['organizations', 'helpers', 'needs', 'offers']) {
    const file = await exported(office, `/v1/${type}.csv`)
    const { body } = await office.imported(file, { type })
    t.match(
      body,
      { updated: 0, created: 0, rejected: 0 },
      `${type}: ${JSON.stringify(await complaints(office, body.id))}`,
    )
    t.ok(body.unchanged > 0, type)
  }
})

t.test(
  'a list of several pages is exported whole, also while it changes, and each page is read by an index',
  async (t) => {
    const office = await newOffice(service)
    const lines = Array.from({ length: 1201 }, (_, at) => candidateLine(`s${at}`))
    await office.imported([HEADER, ...lines].join('\n'))
    const list = service.services.internships.candidates
    let touched = false
    const ctx = { actor: { partnerId: office.partnerId }, db: service.database.db, clock: () => new Date() }
    const keys: string[] = []
    let last: Awaited<ReturnType<typeof list.list>>[number] | undefined
    do {
      const filters = { updated_since: new Date(0).toISOString() }
      const filter = { limit: 500, after: last && { id: last.id, key: null }, filters, sort: 'id' }
      const rows = await list.list(ctx, filter)
      keys.push(...rows.map(({ externalId }) => externalId ?? ''))
      last = rows.length === 500 ? rows.at(-1) : undefined
      if (!touched)
        await office.call('PATCH', `/v1/candidates/${rows[0]?.id}`, {
          body: { status: 'paused' },
          headers: { 'if-match': '*' },
        })
      touched = true
    } while (last)
    t.equal(new Set(keys).size, 1201)
    t.equal(keys.length, 1201)
    const file = await exported(office, '/v1/candidates.csv')
    t.equal(parse(file).length, 1202)

    const client = await service.database.pool.connect()
    t.teardown(() => client.release())
    await client.query('set enable_seqscan = off; set enable_sort = off')
    const tenant = "partner_id = '00000000-0000-0000-0000-000000000000'"
    const id = "'00000000-0000-0000-0000-000000000000'"
    for (const query of [
      `select * from candidates where ${tenant} and updated_at >= now() and id > ${id} order by id limit 500`,
      `select * from candidates where ${tenant} and (external_id = any('{a}') or id = any(array[${id}]::uuid[]))`,
    ]) {
      const plan = JSON.stringify((await client.query(`explain (format json) ${query}`)).rows)
      t.match(plan, /Index/, query)
      t.notMatch(plan, /Seq Scan/, query)
    }
  },
)

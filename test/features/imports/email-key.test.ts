import t from 'tap'
import { createImportsRepository } from '../../../src/features/imports/imports.repository.ts'
import { processImport } from '../../../src/features/imports/process-import.ts'
import { candidateBody, helperBody, organizationBody } from '../../support/bodies.ts'
import { newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

interface Remark {
  pointer: string | null
  code: string
  detail: string
}
interface Row {
  external_id: string | null
  outcome: string
  resource_id: string | null
  errors: Remark[]
  notices: Remark[]
}

const HEADER =
  'name,email,languages,time_zone,modality,share_profile,share_contact,consent_recorded_at,consent_source'
const GIVEN_ID = /^auto-[a-z0-9]{10}$/

function line(email: string, name = 'Rui Alves'): string {
  return `${name},${email},en,America/Chicago,remote,yes,no,2026-11-01T00:00:00Z,Form`
}

async function importOf(
  office: Office,
  file: string | readonly string[],
  { type = 'candidates', mode = 'apply', key = 'email', contentType = 'text/csv' } = {},
) {
  const program = type === 'candidates' ? `&program_id=${office.programId}` : ''
  const query = `type=${type}&mode=${mode}&key=${key}${program}`
  const reply = await upload(
    service,
    office,
    query,
    typeof file === 'string' ? file : file.join('\n'),
    contentType,
  )
  if (reply.status !== 202) return { body: reply.body, rows: [] as Row[] }
  await service.services.background.works.run_imports.idle()
  const rows: Row[] = (await office.call('GET', `${reply.headers.location}/rows`)).body.data
  return { body: (await office.call('GET', String(reply.headers.location))).body, rows }
}

async function stored(office: Office, type = 'candidates') {
  return (await office.call('GET', `/v1/${type}`)).body.data
}

t.test('rows without ids make one record for each e-mail, in any case, and give it an id', async (t) => {
  const office = await newOffice(service)
  const first = await importOf(office, [
    HEADER,
    line('Rui@Lake.Example'),
    line('ines@lake.example', 'Ines Gil'),
  ])
  t.match(first.body, { status: 'done', created: 2, options: { key: 'email' } })
  for (const { external_id } of first.rows) t.match(external_id, GIVEN_ID)
  const again = await importOf(office, [
    HEADER,
    line('rui@LAKE.example', 'Rui M. Alves'),
    line('ines@lake.example', 'Ines Gil'),
  ])
  t.match(again.body, { created: 0, updated: 1, unchanged: 1 })
  t.same(
    again.rows.map(({ external_id, resource_id }) => ({ external_id, resource_id })),
    first.rows.map(({ external_id, resource_id }) => ({ external_id, resource_id })),
  )
  const records = await stored(office)
  t.match(
    records.map(({ name, external_id }: Record<string, unknown>) => ({ name, external_id })),
    [
      { name: 'Rui M. Alves', external_id: first.rows[0]?.external_id },
      { name: 'Ines Gil', external_id: first.rows[1]?.external_id },
    ],
  )
  const csv = await office.call('GET', '/v1/candidates.csv')
  t.ok(String(csv.body).includes(String(first.rows[0]?.external_id)), 'the export shows the id')
})

t.test('an internationalized domain is the same in letters and in its ASCII form', async (t) => {
  const office = await newOffice(service)
  const { rows } = await importOf(office, [HEADER, line('rui@bücher.example')])
  const again = await importOf(office, [HEADER, line('RUI@XN--BCHER-KVA.example')])
  t.equal(again.rows[0]?.resource_id, rows[0]?.resource_id)
  t.match(again.body, { created: 0, rejected: 0 })
})

t.test(
  'addresses in the letters of all languages are taken, found, answered and exported as one',
  async (t) => {
    const office = await newOffice(service)
    const { rows } = await importOf(office, [
      HEADER,
      line('jürgen@büro.example'),
      line('用户@例え.jp', 'Yu Hu'),
    ])
    t.match(rows, [{ outcome: 'created' }, { outcome: 'created' }])
    t.same(
      (await stored(office)).map(({ email }: Record<string, unknown>) => email),
      ['jürgen@büro.example', '用户@例え.jp'],
    )
    // Another case, letters with marks of their own, the domain in ASCII.
    const again = await importOf(office, [
      HEADER,
      line('JU\u0308RGEN@XN--BRO-HOA.example'),
      line('用户@xn--r8jz45g.jp'),
    ])
    t.same(
      again.rows.map(({ resource_id }) => resource_id),
      rows.map(({ resource_id }) => resource_id),
    )
    const csv = String((await office.call('GET', '/v1/candidates.csv')).body)
    const exported = await importOf(office, csv)
    t.match(exported.body, { rows_read: 2, unchanged: 2 })

    const { contact } = helperBody()
    const withEmail = (email: string) =>
      office.call('POST', '/v1/helpers', { body: { ...helperBody(), contact: { ...contact, email } } })
    const helper = await withEmail('Jürgen@Büro.example')
    t.equal(helper.body.contact.email, 'jürgen@büro.example')
    t.match((await withEmail('jürgen@büro.example')).body.notices, [
      { code: 'same_email', detail: new RegExp(helper.body.id) },
    ])
    t.match(await withEmail('jür gen@büro.example'), {
      status: 422,
      body: { errors: [{ pointer: '/contact/email', code: 'invalid_format', detail: /e-mail address/ }] },
    })
  },
)

t.test('a found record keeps its id, and a new one has that of its row', async (t) => {
  const office = await newOffice(service)
  const [body, other] = ['rui@lake.example', 'ana@lake.example'].map((email) => ({
    ...candidateBody(office.programId),
    email,
  }))
  await post(office, '/v1/candidates', { ...body, external_id: 'S-1' })
  await post(office, '/v1/candidates', other)
  const { rows } = await importOf(office, [
    `external_id,${HEADER}`,
    `S-9,${line('RUI@lake.example')}`,
    `S-10,${line('ana@lake.example', 'Ana Costa')}`,
    `S-2,${line('ines@lake.example', 'Ines Gil')}`,
    `S-1,${line('gil@lake.example', 'Gil Ines')}`,
  ])
  t.match(rows, [
    {
      outcome: 'updated',
      external_id: 'S-1',
      notices: [{ pointer: 'external_id', code: 'id_left_out', detail: /S-1, which keeps .*S-9/ }],
    },
    {
      outcome: 'updated',
      external_id: null,
      notices: [{ code: 'id_left_out', detail: /has no external_id/ }],
    },
    { outcome: 'created', external_id: 'S-2', notices: [] },
    {
      outcome: 'rejected',
      external_id: 'S-1',
      errors: [{ pointer: 'external_id', code: 'external_id_taken' }],
    },
  ])
})

t.test('a second row of one e-mail, a row without one, and a second row of one id are refused', async (t) => {
  const office = await newOffice(service)
  const { rows } = await importOf(office, [
    `external_id,${HEADER}`,
    `S-1,${line('rui@lake.example')}`,
    `S-2,${line('Rui@Lake.example')}`,
    `S-3,${line('')}`,
    `S-1,${line('ines@lake.example')}`,
    `S-5,${line('at home')}`,
    `1E+11,${line('gil@lake.example')}`,
  ])
  t.match(rows, [
    { outcome: 'created' },
    {
      outcome: 'rejected',
      errors: [{ pointer: 'email', code: 'duplicate_key', detail: /Line 2 already has this e-mail/ }],
    },
    { outcome: 'rejected', errors: [{ pointer: 'email', code: 'required' }] },
    { outcome: 'rejected', errors: [{ pointer: 'external_id', code: 'duplicate_key' }] },
    { outcome: 'rejected', errors: [{ pointer: 'email', code: 'invalid_value', detail: /not an e-mail/ }] },
    { outcome: 'created', external_id: GIVEN_ID, notices: [{ code: 'id_left_out', detail: /shortened/ }] },
  ])
})

t.test('an e-mail that several records have is refused, and the fault names them', async (t) => {
  const office = await newOffice(service)
  for (const external_id of ['S-1', 'S-2'])
    await post(office, '/v1/candidates', {
      ...candidateBody(office.programId),
      email: 'rui@lake.example',
      external_id,
    })
  for (const mode of ['dry_run', 'apply']) {
    const { rows } = await importOf(office, ['email,name', 'rui@lake.example,Rui'], { mode })
    t.same(
      rows.map(({ errors }) => errors.map(({ code }) => code)),
      [['several_records']],
    )
    t.match(rows[0]?.errors[0]?.detail, /S-1 and S-2.* Merge them/)
  }
})

t.test('a dry run tells what would happen and shows no id that it does not give', async (t) => {
  const office = await newOffice(service)
  await importOf(office, [HEADER, line('rui@lake.example')])
  const { rows } = await importOf(
    office,
    [HEADER, line('RUI@lake.example', 'R. Alves'), line('ines@lake.example')],
    {
      mode: 'dry_run',
    },
  )
  t.match(rows, [
    { outcome: 'updated', external_id: GIVEN_ID },
    { outcome: 'created', external_id: null, resource_id: null },
  ])
  t.equal((await stored(office)).length, 1)
})

t.test('JSON records and resumes go by e-mail too', async (t) => {
  const office = await newOffice(service)
  const { external_id: _, ...body } = { external_id: '', ...candidateBody(office.programId) }
  const { consent } = body
  const resume = {
    basics: { name: 'Ines Gil', email: 'Ines@lake.example' },
    languages: [{ language: 'English' }],
    time_zone: 'Europe/Lisbon',
    modality: 'remote',
    consent,
  }
  const records = [{ ...body, email: 'rui@lake.example' }, resume]
  const ndjson = records.map((record) => JSON.stringify(record)).join('\n')
  const first = await importOf(office, ndjson, { contentType: 'application/x-ndjson' })
  t.match(first.rows, [
    { outcome: 'created', external_id: GIVEN_ID },
    { outcome: 'created', external_id: GIVEN_ID },
  ])
  const array = JSON.stringify([
    { email: 'RUI@lake.example', title: 'Bookkeeping' },
    resume,
    { name: 'Nobody' },
  ])
  const again = await importOf(office, array, { contentType: 'application/json' })
  t.match(again.rows, [
    { outcome: 'updated', resource_id: first.rows[0]?.resource_id },
    { outcome: 'unchanged', resource_id: first.rows[1]?.resource_id },
    { outcome: 'rejected', errors: [{ pointer: '/email', code: 'required' }] },
  ])
})

t.test('helpers and organizations go by the e-mail of their contact', async (t) => {
  for (const [type, body] of [
    ['helpers', helperBody()],
    ['organizations', organizationBody()],
  ] as const) {
    const office = await newOffice(service)
    const email = `${type}@lake.example`
    const id = await post(office, `/v1/${type}`, {
      ...body,
      contact: { ...body.contact, email },
      external_id: 'X-1',
    })
    const file = ['email,name,contact_name', `${email.toUpperCase()},Harbor,Ada Park`]
    const { rows } = await importOf(office, file, { type })
    t.match(rows, [{ outcome: 'updated', external_id: 'X-1', resource_id: id, errors: [] }])
    t.match(await stored(office, type), [{ name: 'Harbor', external_id: 'X-1' }])
  }
})

t.test('types without an e-mail refuse the key', async (t) => {
  const office = await newOffice(service)
  for (const type of ['needs', 'offers', 'candidate_preferences', 'organization_preferences']) {
    const reply = await upload(service, office, `type=${type}&mode=apply&key=email`, 'email\na@lake.example')
    t.match(reply, { status: 422, body: { errors: [{ pointer: '?key', detail: /no e-mail/ }] } }, type)
  }
})

t.test('a file with e-mails and no ids is told about the key', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, line('rui@lake.example')]
  const refused = await importOf(office, file, { key: 'external_id' })
  t.match(refused.body, {
    status: 'failed',
    failure: { code: 'column_missing', detail: /import with key=email/ },
  })
  const { body } = await importOf(office, file, { key: 'external_id', mode: 'inspect' })
  t.match(body, {
    notices: [{ code: 'email_can_be_key', detail: /key=email/ }],
    missing: [{ column: 'external_id' }],
  })
  const inspected = await importOf(office, file, { mode: 'inspect' })
  t.match(inspected.body, { notices: [], missing: [], created: 1, rejected: 0 })
  const none = await importOf(office, ['name,city', 'Rui,Lisbon'])
  t.match(none.body, { failure: { code: 'column_missing', detail: /no email column/ } })
})

t.test('two imports of the same e-mails at once make one record of each', async (t) => {
  const office = await newOffice(service)
  const { services } = service
  await services.background.works.run_imports.stop()
  const emails = Array.from({ length: 300 }, (_, at) => `student-${at}@lake.example`)
  for (const order of [emails, emails.toReversed()]) {
    const file = [HEADER, ...order.map((email) => line(email))].join('\n')
    await upload(service, office, `type=candidates&mode=apply&key=email&program_id=${office.programId}`, file)
  }
  const repository = createImportsRepository(services.runtime.db)
  const until = new Date(Date.now() + 60_000)
  const at = { now: new Date(), hasIndex: true }
  const runs = [await repository.claim(at, until), await repository.claim(at, until)]
  const { mergeMany } = services.internships.candidates
  const none = async () => []
  const merge = {
    candidates: mergeMany,
    needs: none,
    offers: none,
    organizations: none,
    helpers: none,
    candidate_preferences: none,
    organization_preferences: none,
    hours: none,
  }
  const ports = {
    ...services.runtime,
    merge,
    notice: {},
    isKnownSkill: () => false,
    isIndexReady: () => true,
  }
  await Promise.all(
    runs.map((run) => {
      if (!run) throw new Error('two imports wait')
      return processImport(ports, run, new AbortController().signal)
    }),
  )
  const counts = (await office.call('GET', '/v1/imports')).body.data
  const sum = (name: string) =>
    counts.reduce((total: number, run: Record<string, number>) => total + (run[name] ?? 0), 0)
  t.same({ created: sum('created'), unchanged: sum('unchanged') }, { created: 300, unchanged: 300 })
  t.same(
    counts.map(({ status, failure, rejected }: Record<string, unknown>) => ({ status, failure, rejected })),
    [1, 2].map(() => ({ status: 'done', failure: null, rejected: 0 })),
  )
})

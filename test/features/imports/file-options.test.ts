import t from 'tap'
import { programBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService, type TestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

/** Imports with parameters, and reads the import at its end. */
async function imported(office: Office, file: string, parameters: Record<string, string>) {
  const query = new URLSearchParams({
    type: 'candidates',
    mode: 'apply',
    program_id: office.programId,
    ...parameters,
  })
  const reply = await upload(service, office, `${query}`, file)
  if (reply.status !== 202) return reply
  await service.services.background.works.run_imports.idle()
  return office.call('GET', String(reply.headers.location))
}

const BARE_HEADER = HEADER.replace(',time_zone', '').replace(',languages', '').replace(',consent_source', '')
const bareLine = (key: string, name = `Student ${key}`) =>
  candidateLine(key, name)
    .replace(',America/Chicago', '')
    .replace(',en,', ',')
    .replace(/,Form$/, '')

t.test('chosen columns beat the names of headers, and leave headers out', async (t) => {
  const office = await newOffice(service)
  const file = `ID,Matrikelnummer,${HEADER.replace('external_id', 'Title')}\nold,new,${candidateLine('My thesis').replace('My thesis@', 'x@')}`
  const { body } = await imported(office, file, {
    columns: JSON.stringify({ matrikelnummer: 'external_id', Title: null }),
  })
  t.match(body, { status: 'done', created: 1, options: { columns: { matrikelnummer: 'external_id' } } })
  t.same(body.columns.slice(0, 3), [
    { header: 'ID', column: null },
    { header: 'Matrikelnummer', column: 'external_id' },
    { header: 'Title', column: null },
  ])
  t.match(body.notices, [{ code: 'columns_ignored', detail: /left out: ID\.$/ }])
  const { data } = (await office.call('GET', '/v1/candidates?external_id=new')).body
  t.equal(data.length, 1)
  t.not(data[0].title, 'My thesis')
})

t.test('a chosen header that the file lacks is a notice that names the similar one', async (t) => {
  const office = await newOffice(service)
  const { body } = await imported(office, `${HEADER},Remarks\n${candidateLine('a')},x`, {
    columns: JSON.stringify({ Remarsk: 'description' }),
  })
  t.match(body, { status: 'done', created: 1 })
  t.match(
    body.notices.find(({ code }: { code: string }) => code === 'headers_missing'),
    { detail: /“Remarsk” \(did you mean “Remarks”\?\).*Its headers are: external_id, name,/ },
  )
})

t.test('defaults stand for missing columns and for blank cells, never for what a row says', async (t) => {
  const office = await newOffice(service)
  const other = await post(office, '/v1/programs', programBody({ external_id: 'FALL', name: 'Fall' }))
  const file = [
    `${BARE_HEADER},languages,program_id`,
    `${bareLine('a')},,`,
    `${bareLine('b')},de,${office.programId}`,
  ].join('\n')
  const { body } = await imported(office, file, {
    defaults: JSON.stringify({
      time_zone: 'Europe/Berlin',
      languages: 'en; fr',
      consent_source: 'Form R-2',
      country: 'DE',
      program_external_id: 'FALL',
    }),
  })
  t.match(body, { status: 'done', created: 2, rejected: 0 })
  const { data } = (await office.call('GET', '/v1/candidates?limit=10')).body
  const byId = new Map(data.map((row: { external_id: string }) => [row.external_id, row]))
  t.match(byId.get('a'), {
    time_zone: 'Europe/Berlin',
    languages: ['en', 'fr'],
    location: { country: 'DE' },
    consent: { source: 'Form R-2' },
    program_id: other,
  })
  t.match(byId.get('b'), { languages: ['de'], program_id: office.programId })
})

t.test('a default for the consent form says nothing of a row without consent', async (t) => {
  const office = await newOffice(service)
  await office.imported([HEADER, candidateLine('a')].join('\n'))
  const { body } = await imported(office, 'external_id,name\na,Ann Lee', {
    defaults: JSON.stringify({ consent_source: 'Form R-9' }),
  })
  t.match(body, { updated: 1 })
  const { data } = (await office.call('GET', '/v1/candidates?external_id=a')).body
  t.match(data, [{ name: 'Ann Lee', consent: { source: 'Form' } }])
})

t.test('defaults complete JSON records', async (t) => {
  const office = await newOffice(service)
  const { external_id: _, ...record } = JSON.parse(JSON.stringify(jsonCandidate()))
  const query = new URLSearchParams({
    type: 'candidates',
    mode: 'apply',
    program_id: office.programId,
    defaults: JSON.stringify({ country: 'FR', time_zone: 'Europe/Paris', consent_source: 'Form R-3' }),
  })
  const records = [
    { ...record, external_id: 'a', location: { city: 'Lyon' } },
    { ...record, external_id: 'b', time_zone: 'Europe/Berlin' },
  ]
  const lines = records.map((one) => JSON.stringify(one)).join('\n')
  await upload(service, office, `${query}`, lines, 'application/x-ndjson')
  await service.services.background.works.run_imports.idle()
  const { data } = (await office.call('GET', '/v1/candidates')).body
  const byId = new Map(data.map((row: { external_id: string }) => [row.external_id, row]))
  t.match(byId.get('a'), {
    location: { country: 'FR', city: 'Lyon' },
    time_zone: 'Europe/Paris',
    consent: { source: 'Form R-3' },
  })
  t.match(byId.get('b'), { time_zone: 'Europe/Berlin' })
})

function jsonCandidate() {
  return {
    external_id: 'x',
    name: 'Ann Lee',
    email: 'ann@student.example',
    languages: ['en'],
    modality: 'remote',
    consent: { share_profile: true, share_contact: false, recorded_at: '2026-11-01T00:00:00Z' },
  }
}

t.test('wrong options are refused at once, each with what to do', async (t) => {
  const office = await newOffice(service)
  const refused = async (parameters: Record<string, string>) => {
    const { status, body } = await imported(office, HEADER, parameters)
    t.equal(status, 422)
    return body.errors
  }
  t.match(await refused({ columns: '{' }), [
    { pointer: '?columns', detail: 'Write a JSON object, such as {"Matrikelnummer": "external_id"}.' },
  ])
  t.match(await refused({ defaults: '["US"]' }), [{ pointer: '?defaults', detail: /^Write a JSON object/ }])
  t.match(await refused({ columns: JSON.stringify({ Mail: 'emial', Jahr: 'school_year' }) }), [
    {
      pointer: '?columns.Mail',
      code: 'unknown_column',
      detail: /“emial” for candidates\. Did you mean email\? The columns are: external_id, program_id,/,
    },
  ])
  t.match(
    await refused({
      columns: JSON.stringify({ x: 'nothing' }),
      defaults: JSON.stringify({
        external_id: '1',
        email: 'a@b.example',
        modality: 'on the moon',
        contry: 'US',
      }),
    }),
    [
      { pointer: '?columns.x' },
      { pointer: '?defaults.external_id', detail: /Each row needs its own external_id/ },
      { pointer: '?defaults.email', detail: /Each row needs its own email/ },
      { pointer: '?defaults.modality' },
      { pointer: '?defaults.contry', detail: /Did you mean country\?/ },
    ],
  )
  t.match(await refused({ defaults: JSON.stringify({ program_external_id: 'NOWHERE' }) }), [
    { pointer: '?defaults.program_external_id', code: 'program_not_found' },
  ])
  t.match(await refused({ date_format: 'ydm' }), [{ pointer: '?date_format' }])
  t.match(await refused({ decimal: ';' }), [{ pointer: '?decimal' }])
  t.match((await office.call('GET', '/v1/imports')).body.data, [])
})

t.test("the program of another partner can't be a default", async (t) => {
  const [office, other] = [await newOffice(service), await newOffice(service)]
  await post(other, '/v1/programs', programBody({ external_id: 'THEIRS', name: 'Theirs' }))
  for (const defaults of [{ program_external_id: 'THEIRS' }, { program_id: other.programId }]) {
    const { status, body } = await imported(office, HEADER, { defaults: JSON.stringify(defaults) })
    t.match({ status, code: body.errors[0].code }, { status: 422, code: 'program_not_found' })
  }
})

t.test('options of tables are refused for JSON', async (t) => {
  const office = await newOffice(service)
  const query = `type=candidates&mode=apply&decimal=,`
  const { status, body } = await upload(service, office, query, '{}', 'application/x-ndjson')
  t.match({ status, errors: body.errors }, { status: 422, errors: [{ pointer: '?decimal' }] })
})

t.test('a form gives options before its file, and the key of a request covers them', async (t) => {
  const office = await newOffice(service)
  const file = `${BARE_HEADER}\n${bareLine('a')}`
  const send = (fields: [string, string][], key: string, query = '', behind: [string, string][] = []) =>
    sendForm(service, office, { fields, behind, file, query, key })
  const defaults = JSON.stringify({ time_zone: 'Europe/Berlin', languages: 'de', consent_source: 'Form' })
  const first = await send([['defaults', defaults]], 'one')
  t.equal(first.status, 202)
  const again = await send([['defaults', defaults]], 'one')
  t.equal(again.body.id, first.body.id)
  t.match(await send([['defaults', defaults.replace('de', 'fr')]], 'one'), {
    status: 422,
    body: { code: 'idempotency_key_reused' },
  })
  await service.services.background.works.run_imports.idle()
  t.match((await office.call('GET', '/v1/candidates')).body.data, [{ languages: ['de'] }])
  t.match(await send([['defaults', defaults]], 'two', `&defaults=${encodeURIComponent(defaults)}`), {
    status: 422,
    body: { errors: [{ pointer: '?defaults', detail: /not in both/ }] },
  })
  t.match(await send([], 'three', '', [['defaults', defaults]]), {
    status: 422,
    body: { errors: [{ pointer: '?defaults', detail: /before the file/ }] },
  })
  t.match(
    await send(
      [
        ['decimal', ','],
        ['decimal', '.'],
      ],
      'four',
    ),
    { status: 422, body: { errors: [{ pointer: '?decimal', detail: /once/ }] } },
  )
  t.equal((await office.call('GET', '/v1/imports')).body.data.length, 1)
})

interface Form {
  fields: [string, string][]
  behind: [string, string][]
  file: string
  query: string
  key: string
}

async function sendForm(service: TestService, office: Office, { fields, behind, file, query, key }: Form) {
  const field = ([name, value]: [string, string]) =>
    `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const filePart = `--edge\r\nContent-Disposition: form-data; name="file"; filename="students.csv"\r\nContent-Type: text/csv\r\n\r\n${file}\r\n`
  return upload(
    service,
    office,
    `type=candidates&mode=apply&program_id=${office.programId}${query}`,
    `${fields.map(field).join('')}${filePart}${behind.map(field).join('')}--edge--\r\n`,
    'multipart/form-data; boundary=edge',
    { 'idempotency-key': key },
  )
}

t.test(
  'a consent without an offset is read in the zone of the office, otherwise in that of the row',
  async (t) => {
    const office = await newOffice(service)
    const line = (key: string, at: string) => candidateLine(key).replace('2026-11-01T00:00:00Z', at)
    const timesIn = async (key: string, parameters: Record<string, string>) => {
      const rows = [line(`${key}1`, '2026-10-05 09:00'), line(`${key}2`, '2026-10-05T09:00:00+02:00')]
      const { body } = await imported(office, [HEADER, ...rows].join('\n'), parameters)
      t.match(body, {
        status: 'done',
        created: 2,
        options: { consent_time_zone: parameters.consent_time_zone ?? null },
      })
      const found = await office.call('GET', '/v1/candidates?sort=-created_at&limit=2')
      return found.body.data
        .map(({ consent }: { consent: { recorded_at: string } }) => Date.parse(consent.recorded_at))
        .sort()
    }
    const utc = (time: string) => Date.parse(`2026-10-05T${time}Z`)
    t.same(await timesIn('row', {}), [utc('07:00'), utc('14:00')])
    t.same(await timesIn('office', { consent_time_zone: 'America/New_York' }), [utc('07:00'), utc('13:00')])
    t.match(await imported(office, HEADER, { consent_time_zone: 'EST' }), { status: 422 })
  },
)

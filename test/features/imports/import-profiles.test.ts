import t from 'tap'
import { programBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }

async function saved(office: Office, name: string, body: Record<string, unknown>) {
  const reply = await office.call('PUT', `/v1/import-profiles/${encodeURIComponent(name)}`, {
    body: { type: 'candidates', ...body },
  })
  if (reply.status !== 201 && reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply
}

/** Uploads with a profile, and reads the import at its end. */
async function imported(
  office: Office,
  file: string,
  parameters: Record<string, string>,
  contentType?: string,
) {
  const given = { type: 'candidates', mode: 'apply', program_id: office.programId, ...parameters }
  const reply = await upload(service, office, `${new URLSearchParams(given)}`, file, contentType)
  if (reply.status !== 202) return reply
  await service.services.background.works.run_imports.idle()
  return office.call('GET', String(reply.headers.location))
}

/** The file of an office whose system calls the key Kartei and asks for no consent to show contacts. */
const header = HEADER.replace('external_id', 'Kartei').replace(',share_contact', '').replace(',time_zone', '')
const lineOf = (key: string) =>
  candidateLine(key).replace(',America/Chicago', '').replace(',yes,no,', ',yes,')
const file = [header, lineOf('p1')].join('\n')
const options = {
  columns: { Kartei: 'external_id' },
  defaults: { share_contact: 'no', time_zone: 'Europe/Berlin' },
  date_format: 'dmy',
}

t.test(
  'an import and an inspection with a profile read the file as if they were given its options',
  async (t) => {
    const office = await newOffice(service)
    await saved(office, 'Kartei 27', options)
    const inspected = await imported(office, file, { mode: 'inspect', profile: 'Kartei 27' })
    t.match(inspected.body, { missing: [], created: 1, options })
    const { body } = await imported(office, file, { profile: 'Kartei 27' })
    t.match(body, { status: 'done', created: 1, options })
    t.match((await office.call('GET', '/v1/candidates')).body.data, [{ time_zone: 'Europe/Berlin' }])
  },
)

t.test(
  'what the request says itself wins over the profile, header by header and default by default',
  async (t) => {
    const office = await newOffice(service)
    const programId = await post(office, '/v1/programs', { ...programBody(), external_id: 'OTHER' })
    await saved(office, 'usual', {
      columns: { Kartei: null, Remarks: 'description' },
      defaults: { ...options.defaults, program_external_id: 'OTHER' },
      date_format: 'mdy',
    })
    const { body } = await imported(office, file, {
      profile: 'usual',
      columns: JSON.stringify({ KARTEI: 'external_id' }),
      defaults: JSON.stringify({ time_zone: 'Asia/Tokyo' }),
      date_format: 'ymd',
    })
    t.match(body, { status: 'done', created: 1, options: { date_format: 'ymd' } })
    t.same(body.options.columns, { Remarks: 'description', KARTEI: 'external_id' })
    t.same(body.options.defaults, { share_contact: 'no', time_zone: 'Asia/Tokyo' })
    const [candidate] = (await office.call('GET', '/v1/candidates')).body.data
    t.match(candidate, { time_zone: 'Asia/Tokyo', program_id: office.programId })
    t.not(candidate.program_id, programId)
  },
)

t.test('an import that waits keeps the options that it began with', async (t) => {
  const office = await newOffice(service)
  await saved(office, 'usual', options)
  const query = new URLSearchParams({
    type: 'candidates',
    mode: 'apply',
    program_id: office.programId,
    profile: 'usual',
  })
  const { body: begun } = await upload(service, office, `${query}`, file)
  await saved(office, 'usual', { defaults: { time_zone: 'Asia/Tokyo' } })
  await office.call('DELETE', '/v1/import-profiles/usual', { headers: anyVersion })
  await service.services.background.works.run_imports.idle()
  t.match((await office.call('GET', `/v1/imports/${begun.id}`)).body, { created: 1, options })
})

t.test('a form names its profile before the file, and JSON takes what fits it', async (t) => {
  const office = await newOffice(service)
  await saved(office, 'usual', { ...options, sheet: '2' })
  const form = (body: string, type: string) => {
    const parts = [
      '--x\r\ncontent-disposition: form-data; name="profile"\r\n\r\nusual\r\n',
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: ${type}\r\n\r\n${body}\r\n`,
    ]
    return imported(office, `${parts.join('')}--x--\r\n`, {}, 'multipart/form-data; boundary=x')
  }
  t.match(await form(file, 'text/csv'), { body: { created: 1, options } })
  const student = {
    external_id: 'j1',
    name: 'Ann Lee',
    email: 'ann@student.example',
    languages: ['en'],
    modality: 'remote',
    consent: { share_profile: true, recorded_at: '2026-11-01T00:00:00Z', source: 'Form' },
  }
  const { body } = await form(JSON.stringify(student), 'application/json')
  t.match(body, { created: 1, options: { columns: {}, sheet: null, date_format: 'dmy' } })
})

t.test('a profile that is not there, or is for other records, is refused by its name', async (t) => {
  const office = await newOffice(service)
  await saved(office, 'handshake', options)
  const unknown = await imported(office, file, { profile: 'handshke' })
  t.match(unknown, {
    status: 422,
    body: { errors: [{ pointer: '?profile', detail: /Did you mean handshake\?$/ }] },
  })
  const other = await imported(office, file, { type: 'helpers', profile: 'handshake' })
  t.match(other.body.errors, [
    { pointer: '?profile', detail: /is for candidates, and this import is of helpers/ },
  ])
  const stranger = await newOffice(service)
  t.match(await imported(stranger, file, { profile: 'handshake' }), { status: 422 })
})

t.test('a column that does not exist is refused with the one that was meant', async (t) => {
  const office = await newOffice(service)
  const { status, body } = await office.call('PUT', '/v1/import-profiles/x', {
    body: { type: 'candidates', columns: { Kartei: 'extrenal_id' }, defaults: { langages: 'en' } },
  })
  t.equal(status, 422)
  t.match(body.errors, [
    { pointer: '/columns/Kartei', code: 'unknown_column', detail: /Did you mean external_id\?/ },
    { pointer: '/defaults/langages', code: 'unknown_column', detail: /Did you mean languages\?/ },
  ])
})

t.test('wrong columns and personal details of a profile are reported together', async (t) => {
  const office = await newOffice(service)
  const { body } = await office.call('PUT', '/v1/import-profiles/x', {
    body: { type: 'candidates', columns: { Kartei: 'extrenal_id' }, defaults: { phone: '+12125550175' } },
  })
  t.match(body.errors, [
    { pointer: '/columns/Kartei' },
    { pointer: '/defaults/phone', detail: /no personal/ },
  ])
})

t.test('a profile keeps no personal details, of students, helpers and organizations', async (t) => {
  const office = await newOffice(service)
  const cases: [string, Record<string, string>][] = [
    ['candidates', { email: 'ida@student.example' }],
    ['candidates', { first_name: 'Ida' }],
    ['candidates', { phone: '+13125550147' }],
    ['candidates', { consent_source: 'Form of ida@student.example' }],
    ['helpers', { contact_name: 'Ida Moss' }],
    ['organizations', { contact_email: 'ida@org.example' }],
  ]
  for (const [type, defaults] of cases) {
    const { status, body } = await office.call('PUT', '/v1/import-profiles/x', { body: { type, defaults } })
    t.equal(status, 422, JSON.stringify(defaults))
    t.match(body.errors, [
      { pointer: `/defaults/${Object.keys(defaults)[0]}`, detail: /A profile keeps no personal details/ },
    ])
  }
  t.match(await office.call('GET', '/v1/import-profiles/x'), { status: 404 })
})

t.test(
  'profiles are listed by name in pages, replaced under their version, and unseen by other partners',
  async (t) => {
    const office = await newOffice(service)
    for (const name of ['b', 'a', 'c']) await saved(office, name, options)
    const first = (await office.call('GET', '/v1/import-profiles?limit=2')).body
    t.match(first.data, [{ name: 'a', type: 'candidates', ...options }, { name: 'b' }])
    const rest = await office.call('GET', `/v1/import-profiles?limit=2&cursor=${first.next_cursor}`)
    t.match(rest.body, { data: [{ name: 'c' }], next_cursor: null })

    const { headers } = await office.call('GET', '/v1/import-profiles/a')
    const change = { body: { type: 'helpers' }, headers: { 'if-match': String(headers.etag) } }
    t.match(await office.call('PUT', '/v1/import-profiles/a', change), {
      status: 200,
      body: { type: 'helpers' },
    })
    t.match(await office.call('PUT', '/v1/import-profiles/a', change), { status: 412 })
    const only = { body: { type: 'helpers' }, headers: { 'if-none-match': '*' } }
    t.match(await office.call('PUT', '/v1/import-profiles/a', only), { status: 412 })
    t.match(await office.call('DELETE', '/v1/import-profiles/a'), { status: 428 })

    const stranger = await newOffice(service)
    t.match(await stranger.call('GET', '/v1/import-profiles/a'), {
      status: 404,
      body: { code: 'import_profile_not_found' },
    })
    t.match(await stranger.call('DELETE', '/v1/import-profiles/a', { headers: anyVersion }), { status: 404 })
    t.same((await stranger.call('GET', '/v1/import-profiles')).body.data, [])
    t.match(await office.call('DELETE', '/v1/import-profiles/a', { headers: anyVersion }), { status: 204 })
    t.match(await office.call('GET', '/v1/import-profiles/a'), { status: 404 })
  },
)

t.test('profiles that are put at once under one name leave one', async (t) => {
  const office = await newOffice(service)
  const replies = await Promise.all(
    ['en', 'de', 'fr'].map((languages) => saved(office, 'x', { defaults: { languages } })),
  )
  t.same(replies.map(({ status }) => status).toSorted(), [200, 200, 201])
  t.match(await office.call('GET', '/v1/import-profiles/x'), { headers: { etag: '"3"' } })
})

t.test('a profile keeps which column is the key, and an import can say otherwise', async (t) => {
  const office = await newOffice(service)
  await saved(office, 'By e-mail', { key: 'email' })
  t.match((await office.call('GET', '/v1/import-profiles/By%20e-mail')).body, { key: 'email' })
  const withoutIds = (line: string) => line.slice(line.indexOf(',') + 1)
  const lines = [HEADER, candidateLine('m1')].map(withoutIds)
  const first = await imported(office, lines.join('\n'), { profile: 'By e-mail' })
  t.match(first.body, { status: 'done', created: 1, options: { key: 'email' } })
  const again = await imported(office, lines.join('\n').replace('remote', 'hybrid'), { profile: 'By e-mail' })
  t.match(again.body, { updated: 1, created: 0 })
  t.match(await imported(office, lines.join('\n'), { mode: 'inspect', profile: 'By e-mail' }), {
    body: { options: { key: 'email' }, missing: [] },
  })
  const byId = await imported(office, lines.join('\n'), { profile: 'By e-mail', key: 'external_id' })
  t.match(byId.body, { status: 'failed', failure: { code: 'column_missing' } })
})

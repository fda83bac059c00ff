import t from 'tap'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { rowsXml, workbookParts, zipOf } from '../../support/workbook.ts'

const service = await startTestService(t)

async function inspected(
  office: Office,
  file: string | Buffer,
  parameters: Record<string, string> = {},
  contentType = 'text/csv',
) {
  const given = { type: 'candidates', mode: 'inspect', program_id: office.programId, ...parameters }
  return upload(service, office, `${new URLSearchParams(given)}`, file, contentType)
}

/** The column under this header. */
function columnOf(body: { columns: { header: string }[] }, header: string) {
  return body.columns.find((column) => column.header === header)
}

t.test('an inspection tells what each column was understood as, with samples', async (t) => {
  const office = await newOffice(service)
  const file = [
    'Roster of spring',
    HEADER.replaceAll(',', ';').replace('majors', 'descripton'),
    ...['a', 'b', 'c', 'd'].map((key) => candidateLine(key).replaceAll('; ', ' ').replaceAll(',', ';')),
  ].join('\n')
  const { status, body } = await inspected(office, file)
  t.equal(status, 200)
  t.match(body, {
    file: { header_line: 2, separator: ';' },
    rows_read: 4,
    created: 4,
    rejected: 0,
    missing: [],
    failure: null,
    notices: [{ code: 'columns_ignored' }],
  })
  t.match(columnOf(body, 'hours_per_week'), {
    column: 'hours_per_week',
    samples: [{ line: 3, cell: '8', value: 8 }],
  })
  t.match(columnOf(body, 'share_contact'), { samples: [{ cell: 'no', value: false }] })
  t.match(columnOf(body, 'external_id'), {
    samples: [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
  })
  t.match(columnOf(body, 'descripton'), { column: null, did_you_mean: 'description' })
  t.equal(body.columns.find((column: { header: string }) => column.header === 'name').samples.length, 3)
})

t.test('an inspection stores and changes nothing', async (t) => {
  const office = await newOffice(service)
  await office.imported([HEADER, candidateLine('a')].join('\n'))
  const before = await office.call('GET', '/v1/imports')
  const { body } = await inspected(office, [HEADER, candidateLine('a', 'Ann'), candidateLine('b')].join('\n'))
  t.match(body, { created: 1, updated: 1 })
  t.same((await office.call('GET', '/v1/imports')).body, before.body)
  t.match((await office.call('GET', '/v1/candidates')).body.data, [{ name: 'Student a' }])
})

t.test('a sample shows its value beside the notice that says how it was read', async (t) => {
  const office = await newOffice(service)
  const line = candidateLine('a').replace('America/Chicago', 'Berlin').replace(',8,', ',soon,')
  const { body } = await inspected(office, [HEADER, line].join('\n'))
  t.match(columnOf(body, 'time_zone'), {
    samples: [{ value: 'Europe/Berlin', detail: /was read as/ }],
  })
  t.match(columnOf(body, 'hours_per_week'), { samples: [{ value: null, detail: /left out/ }] })
})

t.test('first and last names stand for the name', async (t) => {
  const office = await newOffice(service)
  const file = `${HEADER.replace('name', 'First name,Last name')}\n${candidateLine('a', 'Noa,Bright')}`
  const { body } = await inspected(office, file)
  t.match(body, { missing: [], created: 1 })
})

t.test('missing columns come with the headers that may hold them, and options fill them', async (t) => {
  const office = await newOffice(service)
  const header = HEADER.replace('external_id', 'Kartei').replace('email', 'Kontakt').replace(',time_zone', '')
  const lines = ['m1', 'm2'].map((key) => candidateLine(key).replace(',America/Chicago', ''))
  const file = [header, ...lines].join('\n')
  const { body } = await inspected(office, file)
  t.match(body.missing, [
    { column: 'external_id', candidates: ['Kartei'] },
    { column: 'email', candidates: ['Kontakt'] },
    { column: 'time_zone', candidates: [] },
  ])
  t.match(body, { rejected: 2 })
  const better = await inspected(office, file, {
    columns: JSON.stringify({ Kartei: 'external_id', Kontakt: 'email' }),
    defaults: JSON.stringify({ time_zone: 'Europe/Berlin' }),
  })
  t.match(better.body, {
    missing: [],
    created: 2,
    rejected: 0,
    options: { defaults: { time_zone: 'Europe/Berlin' } },
  })
})

t.test('a missing consent comes with a default to copy, which an import then takes', async (t) => {
  const office = await newOffice(service)
  const header = HEADER.replace(',share_contact', ',May we publish?').replace(',consent_source', '')
  const file = [header, candidateLine('c1').replace(/,Form$/, '')].join('\n')
  const { body } = await inspected(office, file)
  t.match(body.missing, [
    { column: 'share_contact', candidates: [] },
    { column: 'consent_source', candidates: [] },
  ])
  t.same(body.suggested_defaults, { share_contact: 'no', consent_source: 'Form R-2' })
  const [{ errors }] = body.rows
  t.match(errors[0], { pointer: 'share_contact', detail: /like defaults=\{"share_contact":"no"\}\.$/ })
  const better = await inspected(office, file, { defaults: JSON.stringify(body.suggested_defaults) })
  t.match(better.body, { missing: [], suggested_defaults: {}, created: 1, rejected: 0 })
})

t.test('what each student needs for themselves is never suggested as a default', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER.replace('name', 'x').replace('email', 'y'), candidateLine('c1')].join('\n')
  const { body } = await inspected(office, file)
  t.match(body, { suggested_defaults: {}, missing: [{ column: 'name' }, { column: 'email' }] })
  t.match(body.rows[0].errors, [
    { pointer: 'name', detail: /like columns=\{"Header":"name"\}\.$/ },
    { pointer: 'email', detail: /like columns=\{"Header":"email"\}\.$/ },
  ])
})

t.test('cells that are refused show why, as the rows of the sample do', async (t) => {
  const office = await newOffice(service)
  const bad = candidateLine('a').replace('remote', 'on the moon').replace('a@student.example', 'nowhere')
  const { body } = await inspected(office, [HEADER, bad].join('\n'))
  t.match(body, { rejected: 1, rows: [{ number: 1, line: 2, outcome: 'rejected' }] })
  const [sample] = body.columns.find((column: { header: string }) => column.header === 'email').samples
  t.match(sample, { cell: 'nowhere', value: null })
  t.type(sample.detail, 'string')
})

t.test(
  'an inspection of JSON names what all records lack, with defaults that an import then takes',
  async (t) => {
    const office = await newOffice(service)
    const resumes = ['r1', 'r2'].map((id) => ({
      external_id: id,
      basics: { name: `Ann ${id}`, email: `${id}@student.example` },
    }))
    const bodies = [
      { external_id: 'b1', name: 'Ann', email: 'b1@student.example', modality: 'remote', languages: ['en'] },
    ]
    for (const records of [resumes, bodies]) {
      const file = records.map((one) => JSON.stringify(one)).join('\n')
      const { body } = await inspected(office, file, {}, 'application/x-ndjson')
      t.match(body, { columns: [], created: 0, rejected: records.length })
      const missing = body.missing.map(({ column }: { column: string }) => column)
      t.ok(['time_zone', 'share_profile', 'consent_source'].every((name) => missing.includes(name)))
      t.notOk(['name', 'email', 'external_id', 'program_id'].some((name) => missing.includes(name)))
      t.same(Object.keys(body.suggested_defaults).toSorted(), missing.toSorted())
      const better = { defaults: JSON.stringify(body.suggested_defaults) }
      t.match((await inspected(office, file, better, 'application/x-ndjson')).body, {
        ...{ missing: [], suggested_defaults: {}, created: records.length, rejected: 0 },
      })
    }
  },
)

t.test('of a long file only the head is read, and JSON is inspected too', async (t) => {
  const office = await newOffice(service)
  const lines = Array.from({ length: 10_000 }, (_, at) => candidateLine(`s${at}`))
  const { body } = await inspected(office, [HEADER, ...lines].join('\n'))
  t.match(body, { rows_read: 100, created: 100, failure: null })
  const record = {
    external_id: 'x',
    name: 'Ann Lee',
    email: 'ann@student.example',
    languages: ['en'],
    time_zone: 'Europe/Berlin',
    modality: 'remote',
    consent: {
      share_profile: true,
      share_contact: false,
      recorded_at: '2026-11-01T00:00:00Z',
      source: 'Form',
    },
  }
  const records = Array.from({ length: 5000 }, (_, at) => ({ ...record, external_id: `j${at}` }))
  const json = await inspected(office, JSON.stringify(records), {}, 'application/json')
  t.match(json.body, { file: null, columns: [], rows_read: 100, failure: null })
})

t.test('a workbook is inspected as a CSV file is, at its first sheet or the one that is named', async (t) => {
  const office = await newOffice(service)
  const rosterOf = (keys: readonly string[]) =>
    rowsXml([HEADER, ...keys.map((key) => candidateLine(key))].map((line) => line.split(',')))
  const many = Array.from({ length: 3000 }, (_, at) => `f${at}`)
  const sheets = [
    { name: 'Archive', rows: rosterOf(['old']), state: 'hidden' },
    { name: 'Spring', rows: rosterOf(['a', 'b']) },
    { name: 'Fall', rows: rosterOf(many) },
  ]
  const workbook = zipOf(workbookParts({ sheets }))
  const { status, body } = await inspected(office, workbook)
  t.equal(status, 200)
  t.match(body, {
    file: {
      header_line: 1,
      separator: null,
      encoding: null,
      sheet: 'Spring',
      sheets: ['Spring', 'Fall'],
    },
    rows_read: 2,
    created: 2,
    missing: [],
    failure: null,
  })
  t.match(columnOf(body, 'hours_per_week'), { samples: [{ line: 2, cell: '8', value: 8 }] })
  const fall = await inspected(office, workbook, { sheet: 'Fall' }, 'application/x-ndjson')
  t.match(fall, { status: 422, body: { errors: [{ detail: /tables/ }] } })
  t.match((await inspected(office, workbook, { sheet: 'Fall' })).body, {
    file: { sheet: 'Fall' },
    rows_read: 100,
    failure: null,
  })
  t.match((await inspected(office, workbook, { sheet: 'Winter' })).body, {
    failure: { code: 'sheet_not_found', detail: /"Spring", "Fall"/ },
  })
  t.match((await office.call('GET', '/v1/candidates')).body.data, [])
})

t.test('an inspection names a file that is no table by what it is', async (t) => {
  const office = await newOffice(service)
  const refused: [Buffer, RegExp][] = [
    [Buffer.from('%PDF-1.7 …'), /a PDF/],
    [zipOf({ 'word/document.xml': '' }), /a Word document/],
    [zipOf(workbookParts({ sheets: [] })).subarray(0, 300), /damaged or cut off/],
  ]
  for (const [file, detail] of refused)
    t.match(await inspected(office, file), { status: 415, body: { code: 'unsupported_media_type', detail } })
})

t.test('what can not be read is said in the answer, and wrong options are refused', async (t) => {
  const office = await newOffice(service)
  t.match((await inspected(office, '\n \n')).body, { failure: { code: 'file_empty' }, rows_read: 0 })
  t.match(await inspected(office, HEADER, { columns: '[]' }), { status: 422 })
  t.match(await inspected(office, HEADER, { program_id: (await newOffice(service)).programId }), {
    status: 422,
    body: { errors: [{ code: 'program_not_found' }] },
  })
})

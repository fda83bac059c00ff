import t from 'tap'
import { candidateLine, HEADER, newOffice, type Office } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

interface Row {
  external_id: string
  outcome: string
  errors: { code: string }[]
  notices: { code: string; detail: string; pointer: string }[]
}

async function rowsOf(office: Office, { body: { id } }: { body: { id: string } }): Promise<Row[]> {
  return (await office.call('GET', `/v1/imports/${id}/rows`)).body.data
}

function withEmail(id: string, email: string): string {
  return candidateLine(id).replace(`${id}@student.example`, email)
}

t.test('one person on four lines is found on each later line, in a dry run too', async (t) => {
  const office = await newOffice(service)
  const file = [
    HEADER,
    withEmail('TWIN-1', 'Rui.Alves@Lake.Example'),
    withEmail('twin-1', 'rui.alves@lake.example'),
    withEmail('TWIN-2', 'rui.alves@lake.example'),
    withEmail('TWIN 2', 'rui.alves@lake.example '),
  ].join('\n')
  for (const mode of ['dry_run', 'apply']) {
    const rows = await rowsOf(office, await office.imported(file, { mode }))
    t.equal(rows[0]?.notices.length, 0)
    const said = rows.slice(1).map(({ notices }) => notices.map(({ detail }) => detail).join(' '))
    t.match(
      said[0],
      /^Same e-mail as TWIN-1 \(line 2\)\. .*Differs from TWIN-1 \(line 2\) in case, spaces or dashes only/,
    )
    t.match(said[1], /^Same e-mail as TWIN-1 \(line 2\) and twin-1 \(line 3\)\./)
    t.notMatch(said[1], /Differs/)
    t.match(said[2], /Differs from TWIN-2 \(line 4\) in case, spaces or dashes only\./)
    t.match(said[2], /twin-1 \(line 3\) and TWIN-2 \(line 4\)\. /)
  }
})

t.test(
  'ids that differ in case, spaces, dashes or leading zeros look alike, and 3-4 is not 34',
  async (t) => {
    const office = await newOffice(service)
    const ids = ['A-12', 'A12', 'a 12', '0042', '42', '420', '3-4', '34']
    const rows = await rowsOf(
      office,
      await office.imported([HEADER, ...ids.map((id) => candidateLine(id))].join('\n')),
    )
    const similar = rows.map(({ external_id, notices }) => [
      external_id,
      notices.flatMap(({ code, detail }) => (code === 'similar_id' ? [detail.split('.')[0]] : [])),
    ])
    t.same(Object.fromEntries(similar), {
      'A-12': [],
      A12: ['Differs from A-12 (line 2) in case, spaces or dashes only'],
      'a 12': ['Differs from A-12 (line 2) and A12 (line 3) in case, spaces or dashes only'],
      '0042': [],
      42: ['Differs from 0042 (line 5) in leading zeros only'],
      420: [],
      '3-4': [],
      34: [],
    })
  },
)

t.test(
  'an id that looks like a stored one names it, and the same file again says nothing of itself',
  async (t) => {
    const office = await newOffice(service)
    const first = [HEADER, candidateLine('00731'), candidateLine('Kq-9'), candidateLine('5-6')].join('\n')
    await office.imported(first)
    const later = [HEADER, withEmail('731', 'x731@student.example'), withEmail('KQ 9', 'kq@student.example')]
    const rows = await rowsOf(office, await office.imported(later.join('\n'), { mode: 'dry_run' }))
    t.match(rows, [
      {
        external_id: '731',
        notices: [{ pointer: 'external_id', detail: /^Differs from 00731 in leading zeros/ }],
      },
      { external_id: 'KQ 9', notices: [{ detail: /^Differs from Kq-9 in case/ }] },
    ])
    t.match((await office.imported(first)).body, { unchanged: 3, rows_with_notices: 0 })
  },
)

t.test(
  'rows whose ids a spreadsheet shortened are refused, so that no student takes the place of another',
  async (t) => {
    const office = await newOffice(service)
    await office.imported([HEADER, withEmail('100000000031', 'lia@student.example')].join('\n'))
    const file = [
      HEADER,
      withEmail('1E+11', 'lia@student.example'),
      withEmail('1E+11', 'tom@student.example'),
      candidateLine('12E4'),
    ].join('\n')
    for (const mode of ['dry_run', 'apply']) {
      const imported = await office.imported(file, { mode })
      t.match(imported.body, { rows_read: 3, created: 1, rejected: 2 })
      t.match(await rowsOf(office, imported), [
        {
          outcome: 'rejected',
          errors: [{ code: 'id_shortened' }],
          notices: [{ detail: /as 100000000031\./ }],
        },
        { outcome: 'rejected', errors: [{ code: 'id_shortened' }] },
        { outcome: 'created', external_id: '12E4' },
      ])
    }
    t.equal((await office.call('GET', '/v1/candidates')).body.data.length, 2)
  },
)

for (const { type, header, line } of [
  {
    type: 'helpers',
    header: 'external_id,name,kind,contact_name,email,time_zone,languages',
    line: (id: string, email: string) => `${id},Helper ${id},person,Helper ${id},${email},America/Chicago,en`,
  },
  {
    type: 'organizations',
    header: 'external_id,name,kind,contact_name,email,time_zone,languages',
    line: (id: string, email: string) =>
      `${id},Shop ${id},small_business,Ada ${id},${email},America/Chicago,en`,
  },
]) {
  t.test(`${type} that look like others are named as candidates are`, async (t) => {
    const office = await newOffice(service)
    const stored = await office.imported([header, line('00815', 'one@shop.example')].join('\n'), { type })
    t.match(stored.body, { created: 1, rows_with_notices: 0 })
    const file = [header, line('815', 'two@shop.example'), line('O-2', 'ONE@shop.example')].join('\n')
    const rows = await rowsOf(office, await office.imported(file, { type, mode: 'dry_run' }))
    t.match(rows, [
      { notices: [{ code: 'similar_id', detail: /^Differs from 00815 in leading zeros/ }] },
      { notices: [{ code: 'same_email', pointer: 'email', detail: /^Same e-mail as 00815\./ }] },
    ])
  })
}

t.test('an e-mail that many rows share names a few of them', async (t) => {
  const office = await newOffice(service)
  const lines = Array.from({ length: 12 }, (_, at) => withEmail(`M-${at}`, 'front.desk@school.example'))
  const rows = await rowsOf(office, await office.imported([HEADER, ...lines].join('\n')))
  t.match(rows.at(-1)?.notices, [
    { detail: /^Same e-mail as M-0 \(line 2\), M-1 \(line 3\), M-2 \(line 4\) and M-3 \(line 5\)\./ },
  ])
})

t.test('one person on lines thousands apart is found, in a dry run too', async (t) => {
  const office = await newOffice(service)
  const between = Array.from({ length: 2500 }, (_, at) => candidateLine(`FAR-${at}`))
  const last = withEmail('OTHER-1', 'Far-3@Student.example')
  const file = [HEADER, ...between, last, withEmail('FAR 7', 'seven@student.example')].join('\n')
  const expected = [
    [{ code: 'same_email', detail: /^Same e-mail as FAR-3 \(line 5\)\./ }],
    [{ code: 'similar_id', detail: /^Differs from FAR-7 \(line 9\) in case, spaces or dashes only/ }],
  ]
  for (const mode of ['dry_run', 'apply']) {
    const { body } = await office.imported(file, { mode })
    t.match(body, { rows_read: 2502, created: 2502, rows_with_notices: 2 })
    const reported = await office.call('GET', `/v1/imports/${body.id}/rows?has_notices=true`)
    const rows: Row[] = reported.body.data
    t.match(
      rows.map(({ notices }) => notices),
      expected,
    )
  }
})

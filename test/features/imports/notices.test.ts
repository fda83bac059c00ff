import t from 'tap'
import { organizationBody, programBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice, type Office } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

/** What an import says of each of its rows: the codes of its notices by external id. */
async function noticesOf(office: Office, importId: string) {
  const { body } = await office.call('GET', `/v1/imports/${importId}/rows?has_notices=true`)
  type Row = { external_id: string; notices: { code: string; detail: string; pointer: string }[] }
  return Object.fromEntries(body.data.map(({ external_id, notices }: Row) => [external_id, notices]))
}

t.test('a skill that is not understood is named, in a dry run too, and is kept as written', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('a').replace('excel', 'qwyzzl; vortnik'), candidateLine('b')].join('\n')
  for (const mode of ['dry_run', 'apply']) {
    const { body } = await office.imported(file, { mode })
    t.match(body, { created: 2, rejected: 0, rows_with_notices: 1 })
    t.match(await noticesOf(office, body.id), {
      a: [{ code: 'skill_unknown', pointer: 'skills', detail: '2 skills not understood: qwyzzl, vortnik.' }],
    })
  }
  const { body } = await office.call('GET', '/v1/candidates?external_id=a')
  t.match(body.data, [{ skills: [{ skill: 'bookkeeping' }, 'qwyzzl', 'vortnik'] }])
})

t.test(
  'an optional value that is refused costs the value, not the student, and the report keeps the cell',
  async (t) => {
    const office = await newOffice(service)
    const header = `${HEADER},max_distance_km,country,city`
    const file = [
      header,
      `${candidateLine('a')},far,Atlantis,Chicago`,
      `${candidateLine('b', '')},10,US,Chicago`,
    ].join('\n')
    const { body } = await office.imported(file)
    t.match(body, { created: 1, rejected: 1, rows_with_notices: 1 })
    const { a } = await noticesOf(office, body.id)
    t.same(a.map(({ pointer }: { pointer: string }) => pointer).sort(), [
      'city',
      'country',
      'max_distance_km',
    ])
    t.match((await office.call('GET', '/v1/candidates?external_id=a')).body.data, [
      { name: 'Student a', max_distance_km: null, location: null },
    ])
    const report = String((await office.call('GET', `/v1/imports/${body.id}/report.csv`)).body)
    t.match(report, /far,Atlantis,Chicago/)
  },
)

t.test('a value that keeps others away or says who may see a record rejects the row', async (t) => {
  const office = await newOffice(service)
  const file = [
    `${HEADER},visibility,blocked_organization_ids`,
    `${candidateLine('a')},secret,`,
    `${candidateLine('b')},,nobody`,
  ].join('\n')
  t.match((await office.imported(file)).body, { created: 0, rejected: 2 })
})

t.test(
  'two records that look like one person name each other, in one file and beside what is stored',
  async (t) => {
    const office = await newOffice(service)
    const withEmail = (id: string, email: string) => candidateLine(id).replace(`${id}@student.example`, email)
    const file = [
      HEADER,
      candidateLine('00123'),
      candidateLine('S-1'),
      withEmail('S-2', 'S-1@Student.example'),
    ]
    const first = (await office.imported(file.join('\n'))).body
    t.match(await noticesOf(office, first.id), {
      'S-2': [{ code: 'same_email', pointer: 'email', detail: /^Same e-mail as S-1 \(line 3\)/ }],
    })
    const second = (
      await office.imported(
        [HEADER, candidateLine('123'), withEmail('S-3', 's-1@student.example')].join('\n'),
      )
    ).body
    t.match(await noticesOf(office, second.id), {
      123: [{ code: 'similar_id', pointer: 'external_id', detail: /^Differs from 00123 in leading zeros/ }],
      'S-3': [{ code: 'same_email', detail: /^Same e-mail as S-1 and S-2\./ }],
    })
    const again = (await office.imported([HEADER, candidateLine('00123')].join('\n'))).body
    t.match(again, { unchanged: 1 })
  },
)

t.test('a row without an id has none in the answer, in a dry run too', async (t) => {
  const office = await newOffice(service)
  for (const mode of ['dry_run', 'apply']) {
    const { body } = await office.imported([HEADER, candidateLine('')].join('\n'), { mode })
    const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body
    t.match(data, [{ outcome: 'rejected', external_id: null }])
  }
})

t.test('a row that names a merged organization is told which one to name', async (t) => {
  const office = await newOffice(service)
  const [kept, from] = [
    await post(office, '/v1/organizations', { ...organizationBody(), external_id: 'ORG-1' }),
    await post(office, '/v1/organizations', { ...organizationBody(), external_id: 'ORG-2' }),
  ]
  const merged = await office.call('POST', `/v1/organizations/${kept}/merge`, { body: { from_id: from } })
  t.equal(merged.status, 200)
  const { body } = await office.imported('external_id,organization_external_id,title\nN-1,ORG-2,Books', {
    type: 'needs',
  })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body
  const fault = data[0].errors.find(
    ({ pointer }: { pointer: string }) => pointer === 'organization_external_id',
  )
  t.match(fault, { code: 'record_merged' })
  t.ok(fault.detail.includes(kept))
})

t.test('erasing a student takes their id out of the notices about others', async (t) => {
  const office = await newOffice(service)
  const twin = candidateLine('other').replace('other@student.example', 'erase-me@student.example')
  const { body } = await office.imported([HEADER, candidateLine('erase-me'), twin].join('\n'))
  t.match(await noticesOf(office, body.id), { other: [{ detail: /erase-me/ }] })
  const [student] = (await office.call('GET', '/v1/candidates?external_id=erase-me')).body.data
  t.equal(
    (await office.call('DELETE', `/v1/candidates/${student.id}`, { headers: { 'if-match': '*' } })).status,
    204,
  )
  t.same(await noticesOf(office, body.id), {})
})

t.test(
  'a student who moves to another program is told of, and other columns of the file are named',
  async (t) => {
    const office = await newOffice(service)
    await office.imported([HEADER, candidateLine('a')].join('\n'))
    const programId = await post(office, '/v1/programs', programBody({ term: 'Autumn 2027' }))
    const { body } = await office.imported(
      [`${HEADER},program_id,Shoe size`, `${candidateLine('a')},${programId},44`].join('\n'),
    )
    t.match(await noticesOf(office, body.id), { a: [{ code: 'program_changed', pointer: 'program_id' }] })
    t.match(body.notices, [{ code: 'columns_ignored', detail: /Shoe size/ }])
  },
)

t.test('a file without rows is never plainly done', async (t) => {
  const office = await newOffice(service)
  t.match((await office.imported(`${HEADER}\n`)).body, { status: 'failed', failure: { code: 'no_rows' } })
})

t.test('the report of a corrected report has its remarks once', async (t) => {
  const office = await newOffice(service)
  const bad = candidateLine('a').replace('remote', 'moon')
  const first = (await office.imported([HEADER, bad].join('\n'))).body
  const report = String((await office.call('GET', `/v1/imports/${first.id}/report.csv`)).body)
  const second = (await office.imported(report)).body
  t.same(second.notices, [])
  t.equal(String((await office.call('GET', `/v1/imports/${second.id}/report.csv`)).body), report)
})

t.test(
  'a consent that was given stays given where the file leaves it blank, and the row says so',
  async (t) => {
    const office = await newOffice(service)
    await office.imported([HEADER, candidateLine('a')].join('\n'))
    const blank = candidateLine('a').replace(',yes,no,', ',,no,')
    const { body } = await office.imported([HEADER, blank].join('\n'))
    t.match(body, { unchanged: 1, rows_with_notices: 1 })
    t.match(await noticesOf(office, body.id), { a: [{ code: 'consent_blank', pointer: 'share_profile' }] })
    t.match((await office.call('GET', '/v1/candidates')).body.data, [{ consent: { share_profile: true } }])
  },
)

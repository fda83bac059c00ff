import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

async function importNeeds(office: Office, file: string) {
  const given = { modality: 'remote', accepts: 'intern', skills: 'bookkeeping', description: 'Help us.' }
  const defaults = encodeURIComponent(JSON.stringify(given))
  const reply = await upload(service, office, `type=needs&mode=apply&defaults=${defaults}`, file)
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  return { ...body, rows }
}

const sessionsOf = async (office: Office, key: string) => {
  const { data } = (await office.call('GET', `/v1/needs?external_id=${key}`)).body
  return data[0].sessions
}

async function withOrganization() {
  const office = await newOffice(service)
  const id = await post(
    office,
    '/v1/organizations',
    organizationBody({ external_id: 'ORG-7', time_zone: 'America/Chicago' }),
  )
  return { office, id }
}

const FIRST = {
  starts_at: '2187-03-10T15:00:00.000Z',
  ends_at: '2187-03-10T18:00:00.000Z',
  time_zone: 'America/Chicago',
}

t.test(
  'sessions are read from one cell or from a column for each part, in the zone of the organization',
  async (t) => {
    const { office } = await withOrganization()
    const whole = [
      'external_id,organization_external_id,title,sessions',
      'A,ORG-7,Count,2187-03-10 09:00 to 12:00 x3; March 17 2187 9am-12pm',
      'B,ORG-7,Count,2187-03-10 09:00 - 2187-03-10 12:00 Europe/Berlin (2)',
      'C,ORG-7,Count,2187-03-10 09:00 to 12:00; soon',
    ]
    t.match(await importNeeds(office, whole.join('\n')), { created: 3, rejected: 0 })
    const [one, two] = await sessionsOf(office, 'A')
    t.match(one, { ...FIRST, positions: 3 })
    t.match(two, { starts_at: '2187-03-17T14:00:00.000Z', ends_at: '2187-03-17T17:00:00.000Z', positions: 1 })
    t.match(await sessionsOf(office, 'B'), [{ starts_at: '2187-03-10T08:00:00.000Z', positions: 2 }])
    t.match(await sessionsOf(office, 'C'), [FIRST])

    const parts = [
      'external_id,organization_external_id,title,Session start,Session end,Session spots',
      'D,ORG-7,Count,2187-03-10 09:00,12:00,3',
      'E,ORG-7,Count,2187-03-10 09:00; 2187-03-17 09:00,2187-03-10 12:00; 2187-03-17 12:00,3; 1',
      'F,ORG-7,Count,later,12:00,',
    ]
    const sent = await importNeeds(office, parts.join('\n'))
    t.match(sent, { created: 3, rejected: 0 })
    t.match(await sessionsOf(office, 'D'), [{ ...FIRST, positions: 3 }])
    t.match(await sessionsOf(office, 'E'), [{ ...FIRST, positions: 3 }, { positions: 1 }])
    t.match(sent.rows[2].notices, [
      { pointer: 'session_starts', code: 'value_left_out', value: 'later to 12:00' },
    ])
  },
)

t.test('exported sessions come back as they were, and keep their ids', async (t) => {
  const { office, id } = await withOrganization()
  const at = (day: string, more = {}) => ({
    starts_at: `2187-${day}T09:00`,
    ends_at: `2187-${day}T12:00`,
    time_zone: 'America/Chicago',
    ...more,
  })
  const plain = [at('03-10', { positions: 3 }), at('03-17')]
  await post(office, '/v1/needs', needBody(id, { external_id: 'plain', sessions: plain }))
  const noted = [at('03-10', { note: 'Bring gloves; it is cold.' })]
  await post(office, '/v1/needs', needBody(id, { external_id: 'noted', sessions: noted }))
  const before = [await sessionsOf(office, 'plain'), await sessionsOf(office, 'noted')]
  const { body: csv } = await office.call('GET', '/v1/needs.csv')
  t.match(csv, /2187-03-10 09:00 to 2187-03-10 12:00 America\/Chicago x3; 2187-03-17 09:00/)
  t.match(await importNeeds(office, csv), { unchanged: 2, rejected: 0 })
  const changed = csv.replace('2187-03-10 12:00 America', '2187-03-10 13:00 America')
  t.match(await importNeeds(office, changed), { updated: 1, unchanged: 1 })
  const [first] = await sessionsOf(office, 'plain')
  t.match(first, { id: before[0][0].id, ends_at: '2187-03-10T19:00:00.000Z' })
  t.same(await sessionsOf(office, 'noted'), before[1])
})

t.test('positions that are not those of the sessions are left out of a row with a notice', async (t) => {
  const { office } = await withOrganization()
  const file = [
    'external_id,organization_external_id,title,sessions,positions',
    'A,ORG-7,Count,2187-03-10 09:00 to 12:00 x3,5',
  ]
  const { created, rows } = await importNeeds(office, file.join('\n'))
  t.equal(created, 1)
  t.match(rows, [{ outcome: 'created', notices: [{ pointer: 'positions', code: 'two_values', value: '5' }] }])
  t.match((await office.call('GET', '/v1/needs?external_id=A')).body.data, [{ positions: 3 }])
})

import t from 'tap'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

t.test('dates and weeks of exams come by spreadsheet, in the order that the file shows', async (t) => {
  const office = await newOffice(service)
  const lines = [
    `${HEADER},Available dates,Prüfungswochen`,
    `${candidateLine('a')},05/04/2187 to 05/14/2187,2187-03-14 to 2187-03-21; 2187-05-01`,
    `${candidateLine('b')},03/04/2187,`,
    `${candidateLine('c')},,Mondays`,
  ]
  const { body } = await office.imported(lines.join('\n'))
  t.match(body, { created: 3, rejected: 0 })
  const { body: list } = await office.call('GET', '/v1/candidates?limit=10')
  const of = (key: string) => list.data.find((one: { external_id: string }) => one.external_id === key)
  t.match(of('a'), {
    dates: [{ starts_on: '2187-05-04', ends_on: '2187-05-14' }],
    not_available: [
      { starts_on: '2187-03-14', ends_on: '2187-03-21' },
      { starts_on: '2187-05-01', ends_on: '2187-05-01' },
    ],
  })
  t.match(of('b'), { dates: [{ starts_on: '2187-03-04' }], not_available: [] })
  t.same(of('c').not_available, [])
  const rows = await office.call('GET', `/v1/imports/${body.id}/rows`)
  const last = rows.body.data.find((row: { external_id: string }) => row.external_id === 'c')
  t.match(last.notices, [{ pointer: 'not_available', code: 'value_left_out' }])
})

t.test('a cleared cell takes the days back, and a blank one keeps them', async (t) => {
  const office = await newOffice(service)
  const send = (cell: string) => office.imported(`${HEADER},not_available\n${candidateLine('a')},${cell}\n`)
  const stored = async () => (await office.call('GET', '/v1/candidates')).body.data[0].not_available
  t.match((await send('2187-03-14')).body, { created: 1 })
  t.match((await send('2187-03-14 to 2187-03-14')).body, { unchanged: 1 })
  t.match((await send('')).body, { unchanged: 1 })
  t.same(await stored(), [{ starts_on: '2187-03-14', ends_on: '2187-03-14' }])
  t.match((await send('**CLEAR**')).body, { updated: 1 })
  t.same(await stored(), [])
})

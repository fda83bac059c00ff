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

t.test(
  'a range whose ends share a month or a year is read, unless an end could be another day',
  async (t) => {
    const read: Record<string, [string, string] | null> = {
      'Dec 20 - Jan 5, 2187': ['2186-12-20', '2187-01-05'],
      '20.-31.12.2186': ['2186-12-20', '2186-12-31'],
      '20.12.-5.1.2187': ['2186-12-20', '2187-01-05'],
      'Mar 3–7 2187': ['2187-03-03', '2187-03-07'],
      '12/20 - 1/5/2187': ['2186-12-20', '2187-01-05'],
      'du 3 au 7 mars 2187': ['2187-03-03', '2187-03-07'],
      'del 20 al 31 de diciembre de 2186': ['2186-12-20', '2186-12-31'],
      'Dec 20, 2186 - Jan 5': ['2186-12-20', '2187-01-05'],
      '3/4-3/7/2187': null,
      '5-7 2187': null,
      '30 Feb - 3 Mar 2187': null,
      '20 - 5 Mar 2187': null,
    }
    const office = await newOffice(service)
    const lines = Object.keys(read).map((cell, at) => `${candidateLine(`r${at}`)},"${cell}"`)
    const { body } = await office.imported([`${HEADER},not_available`, ...lines].join('\n'))
    t.match(body, { created: lines.length, rejected: 0 })
    const { data } = (await office.call('GET', '/v1/candidates?limit=50')).body
    const rows = (await office.call('GET', `/v1/imports/${body.id}/rows?limit=50`)).body.data
    for (const [at, [cell, days]] of Object.entries(read).entries()) {
      const { not_available } = data.find((one: { external_id: string }) => one.external_id === `r${at}`)
      t.same(not_available, days ? [{ starts_on: days[0], ends_on: days[1] }] : [], cell)
      const code = days ? 'value_read_as' : 'value_left_out'
      t.match(rows[at].notices, [{ pointer: 'not_available', code }], cell)
    }
  },
)

import { stringify } from 'csv-stringify/sync'
import t from 'tap'
import { newOffice, type Office } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { american, type Excel, editIn, german } from './excel.ts'

const service = await startTestService(t)

const common = {
  external_id: '007',
  name: 'Zoë Müller',
  email: 'zoe@student.example',
  phone: '+1 510 555 0100',
  country: 'US',
  postal_code: '02139',
  city: 'Łódź',
  school_year: '3-4',
  description: 'I keep books,\nalso "double; entry".',
  title: '=Books',
  majors: 'Accounting; Statistics',
  skills: 'bookkeeping:intermediate; excel',
  languages: 'en',
  time_zone: 'America/Chicago',
  modality: 'on the moon',
  share_profile: 'yes',
  share_contact: 'no',
  consent_recorded_at: '2026-11-01T00:00:00Z',
  consent_source: '1E5',
  stipend: '500.50 USD',
}

const expected = {
  external_id: '007',
  name: 'Zoë Müller',
  phone: /510.?555.?0100$/,
  location: { country: 'US', postal_code: '02139', city: 'Łódź' },
  school_year: '3-4',
  description: 'I keep books,\nalso "double; entry".',
  title: '=Books',
  majors: ['Accounting', 'Statistics'],
  skills: [{ skill: 'bookkeeping', level: 'intermediate' }, 'excel'],
  modality: 'remote',
  consent: { share_profile: true, share_contact: false, source: '1E5' },
  stipend: { amount_minor: 50050, currency: 'USD' },
}

/** Imports a row with a wrong modality, corrects it in the report and imports that. */
async function corrected(office: Office, excel: Excel, row: Record<string, string>) {
  const separator = excel.separator
  const file = stringify([row], { header: true, delimiter: separator })
  const first = await office.imported(file)
  t.match(first.body, { created: 0, rejected: 1 })
  const address = `/v1/imports/${first.body.id}/report.csv?bom=true&separator=${separator}`
  const report = String((await office.call('GET', address)).body)
  const edited = editIn(excel, report, ([header = [], ...rows]) => {
    for (const cells of rows) cells[header.indexOf('modality')] = 'remote'
  })
  const again = await office.imported(edited)
  const { body } = await office.call('GET', `/v1/imports/${again.body.id}/rows`)
  t.match(again.body, { created: 1, rejected: 0, notices: [] }, JSON.stringify(body.data))
  const { body: list } = await office.call('GET', '/v1/candidates')
  return list.data
}

for (const [country, excel] of [
  ['American', american],
  ['German', german],
] as const)
  t.test(`a report that is corrected in an ${country} Excel keeps every cell`, async (t) => {
    t.match(await corrected(await newOffice(service), excel, common), [expected])
  })

for (const [country, excel, row] of [
  ['American', american, { hours_per_week: '7.5', graduates_on: '2027-05-14', age_over_18: 'TRUE' }],
  ['American', american, { hours_per_week: '7.5', graduates_on: '5/14/2027', age_over_18: 'TRUE' }],
  ['German', german, { hours_per_week: '7,5', graduates_on: '14.05.2027', age_over_18: 'WAHR' }],
  ['German', german, { hours_per_week: '7,5', graduates_on: '2027-05-14', age_over_18: 'true' }],
] as const)
  t.test(
    `days, decimals and answers of an ${country} Excel are read: ${Object.values(row).join(', ')}`,
    async (t) => {
      t.match(await corrected(await newOffice(service), excel, { ...common, ...row }), [
        { ...expected, hours_per_week: 7.5, graduates_on: '2027-05-14', age_over_18: true },
      ])
    },
  )

t.test('a report of a corrected report has no second marks and no second remarks', async (t) => {
  const office = await newOffice(service)
  const first = await office.imported(stringify([common], { header: true }))
  const reportOf = async (id: string) =>
    String((await office.call('GET', `/v1/imports/${id}/report.csv`)).body)
  const report = await reportOf(first.body.id)
  const second = await office.imported(report)
  t.equal(await reportOf(second.body.id), report)
})

import t from 'tap'
import { helperBody } from '../../support/bodies.ts'
import { newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

t.test('a new person is their own contact, and another contact is kept', async (t) => {
  const service = await startTestService(t)
  const office = await newOffice(service)
  const contact = { name: 'Ana Gil', email: 'ana@lake.example' }
  await post(office, '/v1/helpers', helperBody({ external_id: 'H-4', name: 'Rui Gil', contact }))
  const rest = 'rui@lake.example,America/Chicago,en'
  const file = [
    'external_id,name,kind,contact_name,email,time_zone,languages',
    `H-1,Ines Gil,person,,${rest}`,
    `H-2,Ines Gil,person,Rui Gil,${rest}`,
    `H-3,Harbor Club,organization,,${rest}`,
    `H-4,Rui Alves,person,,${rest}`,
  ]
  const withoutColumn = file.map((line) => line.split(',').toSpliced(3, 1).join(','))
  const inspected = await office.imported(withoutColumn.join('\n'), { type: 'helpers', mode: 'inspect' })
  t.same(inspected.body.missing, [])
  const { body } = await office.imported(file.join('\n'), { type: 'helpers' })
  t.match(body, { created: 2, updated: 1, rejected: 1 })
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body.data
  t.match(rows, [{ external_id: 'H-3', errors: [{ pointer: 'contact_name', code: 'required' }] }])
  const helpers = (await office.call('GET', '/v1/helpers')).body.data
  const contacts = helpers.map((one: { external_id: string; contact: { name: string } }) => [
    one.external_id,
    one.contact.name,
  ])
  t.same(Object.fromEntries(contacts), { 'H-1': 'Ines Gil', 'H-2': 'Rui Gil', 'H-4': 'Ana Gil' })
})

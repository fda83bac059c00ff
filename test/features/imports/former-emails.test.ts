import t from 'tap'
import { candidateBody, helperBody, organizationBody } from '../../support/bodies.ts'
import { newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

const anyVersion = { 'if-match': '*' }
const OLD = 'Rui.Old@lake.example'

function bodyOf(type: string, office: Office, email: string, external_id: string): Record<string, unknown> {
  if (type === 'candidates') return { ...candidateBody(office.programId), email, external_id }
  const body = type === 'helpers' ? helperBody() : organizationBody()
  return { ...body, contact: { ...body.contact, email }, external_id }
}

/** A record into which two others were merged, one through the other. */
async function merged(office: Office, type: string) {
  const posted = (email: string, id: string) => post(office, `/v1/${type}`, bodyOf(type, office, email, id))
  const oldest = await posted(OLD, 'M-1')
  const middle = await posted('rui.middle@lake.example', 'M-2')
  const kept = await posted('rui@lake.example', 'M-3')
  for (const [into, from_id] of [
    [middle, oldest],
    [kept, middle],
  ])
    t.match(await office.call('POST', `/v1/${type}/${into}/merge`, { body: { from_id } }), { status: 200 })
  return kept
}

async function importRow(office: Office, type: string, row: Record<string, string>, more = '') {
  const query = `type=${type}${type === 'candidates' ? `&program_id=${office.programId}` : ''}${more}`
  const file = [Object.keys(row), Object.values(row)].map((cells) => cells.join(',')).join('\n')
  const reply = await upload(service, office, `mode=apply&${query}`, file)
  await service.services.background.works.run_imports.idle()
  return (await office.call('GET', `${reply.headers.location}/rows`)).body.data[0]
}

const emailIn = (body: { email?: string; contact?: { email: string } }) => body.email ?? body.contact?.email

for (const type of ['candidates', 'helpers', 'organizations']) {
  t.test(`the former e-mail of merged ${type} finds the kept record, which keeps its e-mail`, async (t) => {
    const office = await newOffice(service)
    const kept = await merged(office, type)
    for (const email of [OLD.toUpperCase(), 'rui.middle@lake.example']) {
      const row = { email, name: `Rui of ${email}` }
      t.match(await importRow(office, type, row, '&key=email'), {
        outcome: 'updated',
        resource_id: kept,
        external_id: 'M-3',
        notices: [{ pointer: 'email', code: 'email_left_out', detail: /merged into M-3/ }],
      })
    }
    const { body } = await office.call('GET', `/v1/${type}/${kept}`)
    t.match(body, { name: 'Rui of rui.middle@lake.example' })
    t.equal(emailIn(body), 'rui@lake.example')
    t.notMatch(JSON.stringify(body), /rui\.old/i)
  })

  t.test(
    `a former e-mail of merged ${type} under another id, or in a POST, names the kept record`,
    async (t) => {
      const office = await newOffice(service)
      const kept = await merged(office, type)
      t.match(await importRow(office, type, { external_id: 'M-9', email: OLD, name: 'Rui' }), {
        notices: [{ code: 'same_email', detail: /^Same e-mail as M-3\./ }],
      })
      const { body } = await office.call('POST', `/v1/${type}`, { body: bodyOf(type, office, OLD, 'M-10') })
      t.match(body.notices, [{ code: 'same_email' }])
      t.match(body.notices[0].detail, kept)
      // The record that has the e-mail now comes before one that had it.
      t.match(await importRow(office, type, { email: OLD, name: 'Rui' }, '&key=email'), {
        resource_id: body.id,
        notices: [],
      })
    },
  )

  t.test(`a former e-mail of ${type} ends with the kept record`, async (t) => {
    const office = await newOffice(service)
    const kept = await merged(office, type)
    t.match(await office.call('DELETE', `/v1/${type}/${kept}`, { headers: anyVersion }), { status: 204 })
    const { body } = await office.call('POST', `/v1/${type}`, { body: bodyOf(type, office, OLD, 'M-11') })
    t.same(body.notices, [])
  })
}

import t from 'tap'
import {
  candidateBody,
  helperBody,
  needBody,
  offerBody,
  organizationBody,
  programBody,
} from '../../support/bodies.ts'
import { type DeskVisitor, type Fields, fieldsOf, signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

async function newDesk(kind: 'site' | 'internship_office' = 'site') {
  const partner = await service.newPartner({ kind })
  const desk = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor' })
  return { partner, desk }
}

const contact = { 'contact/name': 'Ana Lima', 'contact/email': 'ana@bakery.example' }
const bakery = {
  ...contact,
  ...{ name: 'Corner <Bakery>', kind: 'small_business', languages: 'en', time_zone: 'America/Chicago' },
  ...{ causes: 'Food\nNeighbours', 'location/city': 'Austin', 'location/country': 'US' },
}

t.test('whoever posts a first need is led to its organization and back to the need', async (t) => {
  const { partner, desk } = await newDesk()
  t.match(
    (await desk.get('/desk/needs/new')).body,
    /No organizations yet[\s\S]*href="\/desk\/organizations\/new"/,
  )
  t.match((await desk.get('/desk/organizations/new')).body, /name="languages" value="en" checked/)
  const made = await desk.send('/desk/organizations', bakery)
  t.match(made, {
    status: 303,
    headers: { location: /^\/desk\/needs\/new\?organization_id=org_\w+&done=organization_created$/ },
  })
  t.match(
    (await desk.get(String(made.headers.location))).body,
    /role="status">Added an organization[\s\S]*Corner &#60;Bakery&#62;[\s\S]*name="title"/,
  )
  const { body } = await partner.call('GET', '/v1/organizations')
  t.match(body.data, [
    {
      ...{ name: 'Corner <Bakery>', kind: 'small_business', causes: ['Food', 'Neighbours'] },
      ...{ languages: ['en'], time_zone: 'America/Chicago', location: { city: 'Austin', country: 'US' } },
      contact: { name: 'Ana Lima', email: 'ana@bakery.example', phone: null },
    },
  ])
})

t.test('a helper leads to an offer', async (t) => {
  const { partner, desk } = await newDesk()
  t.match((await desk.get('/desk/offers/new')).body, /href="\/desk\/helpers\/new"/)
  const helper = {
    ...contact,
    ...{ name: 'Ana Lima', preferred_name: 'Ana', kind: 'person', languages: 'pt' },
    ...{ time_zone: 'Europe/Lisbon', max_hours_per_week: '2,5' },
  }
  t.match((await desk.send('/desk/helpers', helper)).headers, {
    location: /^\/desk\/offers\/new\?helper_id=helper_\w+&done=/,
  })
  const { body } = await partner.call('GET', '/v1/helpers')
  t.match(body.data, [
    { name: 'Ana Lima', preferred_name: 'Ana', max_hours_per_week: 2.5, languages: ['pt'] },
  ])
})

t.test('an office adds a program and imports its students next', async (t) => {
  const { partner, desk } = await newDesk('internship_office')
  t.match((await desk.get('/desk/cohorts')).body, /href="\/desk\/programs\/new"/)
  const program = {
    ...contact,
    ...{ name: 'Marketing practicum', school: 'Lakeside College', term: 'Spring 2027' },
    ...{ starts_on: '2027-02-01', ends_on: '2027-05-28', hours_per_week: '10', 'credit/credits': '3' },
  }
  t.match((await desk.send('/desk/programs', program)).headers, {
    location: '/desk/imports?done=program_created',
  })
  const { body } = await partner.call('GET', '/v1/programs')
  t.match(body.data, [
    { name: 'Marketing practicum', hours_per_week: 10, credit: { credits: 3 }, paid_only: false },
  ])
  const refused = await desk.send('/desk/programs', { ...program, ends_on: '2027-01-01' })
  t.match(refused, { status: 422, body: /value="2027-01-01"[^>]*aria-invalid="true"/ })
})

t.test('what is refused stands beside its field, and what was written stays', async (t) => {
  const { desk } = await newDesk()
  const { time_zone: _, ...without } = bakery
  const refused = await desk.send('/desk/organizations', { ...without, 'contact/email': 'nowhere' })
  t.match(refused, { status: 422, body: /value="Corner &#60;Bakery&#62;"/ })
  t.match(refused.body, /id="contact\/email-fault"/)
  t.match(refused.body, /id="time_zone-fault"/)
})

/** Sends the form of a page as it shows it, with other values in some fields. */
async function sendEdit(desk: DeskVisitor, at: string, fields: Fields) {
  return desk.send(`${at}/edit`, { ...fieldsOf((await desk.get(`${at}/edit`)).body), ...fields })
}

t.test('a form that is saved as it stands changes nothing', async (t) => {
  const { partner, desk } = await newDesk('internship_office')
  const license = { name: 'notary', issued_on: '2020-01-01', expires_on: '2198-05-01' }
  const credentials = { age_over_18: { confirmed_on: '2024-01-01' }, licences: [license, { name: 'welder' }] }
  const posted = {
    organizations: organizationBody({
      ...{
        languages: ['sv', 'en'],
        public_name: 'Corner',
        metadata: { crm: 'a1' },
        url: 'https://a.example',
      },
      location: { country: 'SE', city: 'Lund', lat: 55.7, lon: 13.2 },
    }),
    helpers: helperBody({ credentials, max_hours_per_week: 2.5 }),
    programs: programBody({
      not_available: [{ starts_on: '2198-03-01', ends_on: '2198-03-07' }, { starts_on: '2198-04-01' }],
      ...{ credit: { required: false }, stipend: { amount_minor: 5000, currency: 'USD' } },
      ...{ quotas: { placements_per_organization: 2 }, allowed_organization_kinds: ['nonprofit'] },
    }),
  }
  for (const [kind, body] of Object.entries(posted)) {
    const id = await post(partner, `/v1/${kind}`, body)
    const before = (await partner.call('GET', `/v1/${kind}/${id}`)).body
    t.match(await sendEdit(desk, `/desk/${kind}/${id}`, {}), { status: 303 }, kind)
    const { version: _, updated_at: __, ...after } = (await partner.call('GET', `/v1/${kind}/${id}`)).body
    const { version: ___, updated_at: ____, ...unchanged } = before
    t.same(after, unchanged, kind)
  }
})

t.test('an organization is found, read and changed, and its coordinates go with its place', async (t) => {
  const { partner, desk } = await newDesk()
  const body = organizationBody({
    name: 'Harbor <Pantry>',
    location: { country: 'US', city: 'Erie', lat: 42.1, lon: -80 },
  })
  const id = await post(partner, '/v1/organizations', body)
  const at = `/desk/organizations/${id}`
  t.match(
    (await desk.get('/desk/organizations?q=harbor')).body,
    new RegExp(`href="${at}">Harbor &#60;Pantry&#62;`),
  )
  t.match((await desk.get('/desk/needs')).body, /href="\/desk\/organizations"/)
  t.match(
    (await desk.get(at)).body,
    new RegExp(`Erie[\\s\\S]*${at}/edit[\\s\\S]*needs/new\\?organization_id=${id}`),
  )
  t.match(await sendEdit(desk, at, { name: 'Harbor Pantry', 'location/city': 'Toledo' }), {
    headers: { location: `${at}?done=organization_changed` },
  })
  const changed = (await partner.call('GET', `/v1/organizations/${id}`)).body
  t.match(changed, { name: 'Harbor Pantry', location: { city: 'Toledo', lat: null, lon: null } })
  t.match(await sendEdit(desk, at, { 'location/lat': '41,66', 'location/lon': '-83,55' }), { status: 303 })
  const placed = (await partner.call('GET', `/v1/organizations/${id}`)).body
  t.match(placed, { location: { city: 'Toledo', lat: 41.66, lon: -83.55 } })
})

t.test('a change of what a colleague has changed meanwhile is refused, and stays written', async (t) => {
  const { partner, desk } = await newDesk()
  const id = await post(partner, '/v1/helpers', helperBody())
  const at = `/desk/helpers/${id}`
  const shown = fieldsOf((await desk.get(`${at}/edit`)).body)
  await sendEdit(desk, at, { preferred_name: 'Al' })
  t.match(await desk.send(`${at}/edit`, { ...shown, preferred_name: 'Bo' }), {
    status: 412,
    body: /value="Bo"/,
  })
  t.match((await partner.call('GET', `/v1/helpers/${id}`)).body, { preferred_name: 'Al' })
})

t.test('licences are written with their last day', async (t) => {
  const { partner, desk } = await newDesk()
  const id = await post(partner, '/v1/helpers', helperBody())
  const licences = 'notary, 2198-05-01\nforklift, class B\nwelder'
  t.match(await sendEdit(desk, `/desk/helpers/${id}`, { 'credentials/licences': licences }), { status: 303 })
  t.match((await partner.call('GET', `/v1/helpers/${id}`)).body.credentials.licences, [
    { name: 'notary', expires_on: '2198-05-01' },
    { name: 'forklift, class B', expires_on: null },
    { name: 'welder', expires_on: null },
  ])
})

t.test('what a student is kept by is changed by an import, not here', async (t) => {
  const { partner, desk } = await newDesk('internship_office')
  const programId = await post(partner, '/v1/programs', programBody())
  const student = await post(partner, '/v1/candidates', candidateBody(programId))
  t.match((await desk.get('/desk/helpers')).body, new RegExp(`href="/desk/students/${student}"`))
  const offer = (await partner.call('GET', '/v1/offers')).body.data[0]
  const { body } = await desk.get(`/desk/offers/${offer.id}`)
  t.match(body, new RegExp(`href="/desk/students/${student}"`))
  t.notMatch(body, /\/edit"|\/status"/)
  const helper = `/desk/helpers/${offer.helper_id}`
  t.match(await sendEdit(desk, helper, { name: 'Another' }), { status: 409, body: /record of a student/ })
})

t.test('a viewer reads parties and is offered no change', async (t) => {
  const { partner } = await newDesk()
  const viewer = await signInToDesk(service, { partnerId: partner.partnerId, role: 'viewer' })
  const id = await post(partner, '/v1/organizations', organizationBody())
  for (const page of ['/desk/organizations', `/desk/organizations/${id}`])
    t.notMatch((await viewer.get(page)).body, /\/edit"|\/new/)
})

t.test('an organization leads to its needs, and a helper to their offers', async (t) => {
  const { partner, desk } = await newDesk()
  const of = {
    organizations: ['needs', 'organization_id', () => organizationBody(), needBody],
    helpers: ['offers', 'helper_id', () => helperBody(), offerBody],
  } as const
  for (const [kind, [belongings, field, partyBody, body]] of Object.entries(of)) {
    const [one, other] = [
      await post(partner, `/v1/${kind}`, partyBody()),
      await post(partner, `/v1/${kind}`, partyBody()),
    ]
    await post(partner, `/v1/${belongings}`, body(one, { title: 'Ours' }))
    await post(partner, `/v1/${belongings}`, body(other, { title: 'Theirs' }))
    const link = `/desk/${belongings}?${field}=${one}`
    t.match((await desk.get(`/desk/${kind}/${one}`)).body, `href="${link}"`)
    const list = (await desk.get(link)).body
    t.match(list, 'Ours')
    t.notMatch(list, 'Theirs')
    t.match(list, `href="/desk/${kind}/${one}"`, 'which says whose they are')
    t.match(list, `name="${field}" value="${one}"`, 'and a search stays with them')
  }
})

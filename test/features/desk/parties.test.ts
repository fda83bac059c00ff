import t from 'tap'
import { signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'

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

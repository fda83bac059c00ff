import { parse } from 'csv-parse/sync'
import t from 'tap'
import { candidateBody, helperBody, needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { newOffice, type Office } from '../../../support/office.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { dayFromToday } from '../../../support/workday.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }

async function siteWithNeed() {
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  return { site, needId: await post(site, '/v1/needs', needBody(organizationId)) }
}

/** The helper's party of the introduction, once both sides have accepted. */
async function acceptedParty(office: Partner, site: Partner, pair: { needId: string; offerId: string }) {
  const id = await post(site, '/v1/introductions', { need_id: pair.needId, offer_id: pair.offerId })
  await office.call('POST', `/v1/introductions/${id}/accept`)
  const { body } = await site.call('GET', `/v1/introductions/${id}`)
  return { id, helper: body.contacts.helper }
}

async function importOne(office: Office, row: Record<string, string>) {
  const given = {
    ...{ external_id: 'S-1', email: 's-1@student.example', languages: 'en', time_zone: 'America/Chicago' },
    ...{ modality: 'remote', share_profile: 'yes', share_contact: 'yes' },
    ...{ consent_recorded_at: '2026-11-01T00:00:00Z', consent_source: 'Form' },
    ...row,
  }
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const file = [Object.keys(given), Object.values(given)].map((cells) => cells.map(quote).join(','))
  const { body } = await office.imported(file.join('\n'))
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const candidates = (await office.call('GET', '/v1/candidates?external_id=S-1')).body.data
  return { body, row: rows[0], candidate: candidates[0] }
}

t.test('the name that a student goes by is imported under whatever header, and read back', async (t) => {
  const headers = {
    'Preferred Name': 'Ib',
    preferred_name: 'Ib',
    Rufname: 'Ib',
    'Nombre preferido': 'Ib',
    "Prénom d'usage": 'Ib',
    'Goes by': 'Ib',
    'Chosen name': 'Ib',
    'What name do you go by?': 'Ib',
    'Preferred First Name': 'Ib',
  }
  for (const [header, cell] of Object.entries(headers)) {
    const { body, row, candidate } = await importOne(await newOffice(service), {
      'First name': 'Ibo',
      'Last name': 'Kaya',
      [header]: cell,
    })
    t.match(body, { created: 1, notices: [] }, header)
    t.match(row, { notices: [] }, header)
    t.match(candidate, { name: 'Ibo Kaya', preferred_name: 'Ib' }, header)
  }
})

t.test(
  'preferred names in parts are joined, and a preferred last name alone has the first name',
  async (t) => {
    const named = async (row: Record<string, string>) =>
      (await importOne(await newOffice(service), { 'First name': 'Jeanne', 'Last name': 'Roux', ...row }))
        .candidate.preferred_name
    t.equal(await named({ 'Preferred First Name': 'Jo', 'Preferred Last Name': 'Martin' }), 'Jo Martin')
    t.equal(await named({ "Nom d'usage": 'Martin' }), 'Jeanne Martin')
    t.equal(await named({ 'Preferred Name': 'Martin, Jo' }), 'Jo Martin')
    t.equal(await named({ 'Preferred Name': '' }), null)
  },
)

t.test('export and import of preferred names change nothing, and **CLEAR** removes one', async (t) => {
  const office = await newOffice(service)
  const { candidate } = await importOne(office, { name: 'Ibo Kaya', preferred_name: 'Ib' })
  const csv = String((await office.call('GET', '/v1/candidates.csv')).body)
  t.match(parse(csv, { columns: true }), [{ name: 'Ibo Kaya', preferred_name: 'Ib' }])
  t.match((await office.imported(csv)).body, { unchanged: 1, updated: 0 })
  const cleared = await importOne(office, { name: 'Ibo Kaya', preferred_name: '**CLEAR**' })
  t.match(cleared.candidate, { id: candidate.id, preferred_name: null })
  const others = await newOffice(service)
  await post(others, '/v1/helpers', helperBody({ external_id: 'H-1', preferred_name: 'Leo Moreno' }))
  const helpers = String((await others.call('GET', '/v1/helpers.csv')).body)
  t.match(parse(helpers, { columns: true }), [{ preferred_name: 'Leo Moreno' }])
  t.match((await others.imported(helpers, { type: 'helpers' })).body, { unchanged: 1 })
})

t.test('a resume says what its owner goes by', async (t) => {
  const office = await newOffice(service)
  const { name: _, ...others } = candidateBody(office.programId)
  const resume = {
    ...others,
    external_id: 'S-9',
    basics: { name: 'Ibo Kaya', preferredName: 'Ib', email: 'ibo@student.example' },
  }
  const { body } = await office.imported(JSON.stringify(resume), { contentType: 'application/x-ndjson' })
  t.match(body, { created: 1 })
  const { data } = (await office.call('GET', '/v1/candidates?external_id=S-9')).body
  t.match(data, [{ name: 'Ibo Kaya', preferred_name: 'Ib' }])
})

t.test('after acceptance the other side sees the preferred name wherever a name shows', async (t) => {
  const office = await newOffice(service)
  const { site, needId } = await siteWithNeed()
  const { body: student } = await office.call('POST', '/v1/candidates', {
    body: candidateBody(office.programId, { name: 'Priya Raman', preferred_name: 'Pri' }),
  })
  const { id, helper } = await acceptedParty(office, site, { needId, offerId: student.offer_id })
  t.match(helper, { name: 'Pri', contact: { name: 'Pri', email: 'priya@student.lakeside.example' } })
  const engagementId = (await site.call('GET', '/v1/engagements')).body.data[0].id
  await office.call('PUT', `/v1/engagements/${engagementId}/plan`, {
    headers: anyVersion,
    body: {
      ...{ starts_on: dayFromToday(40), ends_on: dayFromToday(70) },
      check_ins: { every_days: 7, time_zone: 'UTC', start: '10:00', minutes: 30 },
    },
  })
  for (const side of [office, site])
    await side.call('POST', `/v1/engagements/${engagementId}/complete`, { body: {} })
  const calendar = await site.call('GET', `/v1/engagements/${engagementId}/calendar.ics`)
  const record = await site.call('GET', `/v1/engagements/${engagementId}/record?format=json_resume`)
  const resume = await office.call('GET', `/v1/helpers/${student.helper_id}/resume`)
  t.match(record.body, { basics: { name: 'Pri' } })
  t.match(resume.body, { basics: { name: 'Pri' } })
  t.match(String(calendar.body), /Pri/)
  for (const reply of [calendar, record, resume, await site.call('GET', `/v1/introductions/${id}`)])
    t.notMatch(JSON.stringify(reply.body), /Priya R|Raman/)
})

t.test('without consent to share the contact nothing of the preferred name shows', async (t) => {
  const office = await newOffice(service)
  const { site, needId } = await siteWithNeed()
  const body = candidateBody(office.programId, { preferred_name: 'Priquinha' })
  const { body: student } = await office.call('POST', '/v1/candidates', {
    body: { ...body, consent: { ...consentOf(body), share_contact: false } },
  })
  const { helper } = await acceptedParty(office, site, { needId, offerId: student.offer_id })
  t.match(helper.name, /A student of/)
  t.notMatch(JSON.stringify(helper), /Priquinha|Raman/)
})

function consentOf(body: object): object {
  return 'consent' in body && typeof body.consent === 'object' && body.consent !== null ? body.consent : {}
}

t.test("a helper's preferred name shows, also as own contact, and another contact stays", async (t) => {
  const partner = await service.newPartner()
  const parties = []
  for (const contactName of ['Lee Moreno', 'Ana Gil']) {
    const { site, needId } = await siteWithNeed()
    const contact = { name: contactName, email: 'lee@example.com' }
    const helperId = await post(partner, '/v1/helpers', helperBody({ preferred_name: 'Lea', contact }))
    t.match((await partner.call('GET', `/v1/helpers/${helperId}`)).body, {
      ...{ name: 'Lee Moreno', preferred_name: 'Lea', contact: { name: contactName } },
    })
    const offerId = await post(partner, '/v1/offers', offerBody(helperId))
    parties.push((await acceptedParty(partner, site, { needId, offerId })).helper)
    t.match((await partner.call('GET', `/v1/helpers/${helperId}/resume`)).body, { basics: { name: 'Lea' } })
  }
  t.match(parties, [
    { name: 'Lea', contact: { name: 'Lea' } },
    { name: 'Lea', contact: { name: 'Ana Gil' } },
  ])
})

t.test(
  'of two records that are merged the kept preferred name wins, and a blank one is filled',
  async (t) => {
    const office = await newOffice(service)
    for (const { kept, from, expected } of [
      { kept: 'Pri', from: 'Ria', expected: 'Pri' },
      { kept: undefined, from: 'Ria', expected: 'Ria' },
    ]) {
      const create = (preferred_name: string | undefined) =>
        post(office, '/v1/candidates', candidateBody(office.programId, { preferred_name }))
      const [id, fromId] = [await create(kept), await create(from)]
      const { body } = await office.call('POST', `/v1/candidates/${id}/merge`, { body: { from_id: fromId } })
      t.match(body, { candidate: { preferred_name: expected } })
    }
  },
)

t.test('texts that others read may not tell the preferred name, but ordinary words stay', async (t) => {
  const office = await newOffice(service)
  const reply = (preferred_name: string, description: string) =>
    office.call('POST', '/v1/candidates', {
      body: candidateBody(office.programId, { preferred_name, description }),
    })
  for (const [preferred, text] of [
    ['Rhea Solis', 'Work of Rhea Solis.'],
    ['Ib', 'I am Ib, and I keep books.'],
  ] as const)
    t.match(await reply(preferred, text), { status: 422, body: { errors: [{ pointer: '/description' }] } })
  t.equal((await reply('Art', 'I like art and keep books.')).status, 201)
})

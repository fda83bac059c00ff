import t from 'tap'
import { createSkillsRepository } from '../../../src/features/skills/index.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const JSON_LD = 'application/ld+json'
const service = await startTestService(t)
const partner = await service.newPartner()
const organizationId = await post(
  partner,
  '/v1/organizations',
  organizationBody({
    url: 'https://pantry.example',
    contact: { name: 'Ada Park', email: 'ada@example.org' },
  }),
)
const postNeed = (overrides: Record<string, unknown> = {}) =>
  post(partner, '/v1/needs', needBody(organizationId, overrides))
const read = (id: string, accept = JSON_LD, headers = {}) =>
  partner.call('GET', `/v1/needs/${id}`, { headers: { accept, ...headers } })

t.test('a need that takes paid help or interns is a JobPosting', async (t) => {
  const id = await postNeed({
    accepts: ['paid', 'intern', 'volunteer', 'barter'],
    modality: 'hybrid',
    location: { country: 'US', region: 'CA', city: 'Oakland', postal_code: '94607', lat: 37.8, lon: -122.3 },
    budget: { amount_minor: 4550, currency: 'USD', unit: 'hour' },
    deadline_at: '2199-05-01T12:00:00Z',
    starts_on: '2027-01-04',
    requires: ['background_check', 'licence:Electrician'],
    gives: ['bread'],
    positions: 2,
  })
  const { status, headers, body } = await read(id)
  t.equal(status, 200)
  t.match(headers['content-type'], /^application\/ld\+json/)
  const { datePosted, ...rest } = body
  t.equal(datePosted, new Date(datePosted).toISOString())
  t.same(rest, {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    '@id': `http://test.example/v1/needs/${id}`,
    identifier: { '@type': 'PropertyValue', name: 'Smartsource', value: id },
    title: 'Bring our books up to date',
    description:
      '<p>Set up a monthly routine for our bookkeeping and document it, so that any volunteer can run it.</p>',
    validThrough: '2199-05-01T12:00:00.000Z',
    employmentType: ['CONTRACTOR', 'INTERN', 'VOLUNTEER', 'OTHER', 'PART_TIME'],
    workHours: '4 hours a week',
    jobStartDate: '2027-01-04',
    totalJobOpenings: 2,
    hiringOrganization: {
      '@type': 'NGO',
      name: 'Harbor Food Pantry',
      url: 'https://pantry.example',
      contactPoint: { '@type': 'ContactPoint', name: 'Ada Park', email: 'ada@example.org' },
    },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'US',
        addressRegion: 'CA',
        addressLocality: 'Oakland',
      },
    },
    skills: [{ '@type': 'DefinedTerm', name: 'Bookkeeping' }],
    qualifications: ['Background check', 'Licence: electrician'],
    jobBenefits: 'In return: bread',
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'USD',
      value: { '@type': 'QuantitativeValue', value: 45.5, unitText: 'HOUR' },
    },
  })
})

t.test('remote work is told with the country, and no place of work', async (t) => {
  const { body } = await read(await postNeed({ accepts: ['paid'], modality: 'remote' }))
  t.match(body, {
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { '@type': 'Country', name: 'US' },
  })
  t.notOk('jobLocation' in body)
  const onsite = (await read(await postNeed({ accepts: ['paid'], modality: 'onsite' }))).body
  t.notOk('jobLocationType' in onsite)
  t.ok(onsite.jobLocation)
})

t.test('money without minor units, and money for a whole project, are told as they are', async (t) => {
  const budget = { amount_minor: 30_000, currency: 'JPY', unit: 'project' }
  const { body } = await read(await postNeed({ accepts: ['paid'], budget }))
  t.match(body.baseSalary, { currency: 'JPY', value: { value: 30_000, unitText: 'PROJECT' } })
})

t.test('a need for volunteers and barter alone is a Demand', async (t) => {
  const id = await postNeed({
    accepts: ['volunteer', 'barter'],
    gives: ['bread', 'soup'],
    modality: 'onsite',
  })
  t.match((await read(id)).body, {
    '@context': 'https://schema.org',
    '@type': 'Demand',
    name: 'Bring our books up to date',
    businessFunction: { '@id': 'http://purl.org/goodrelations/v1#ProvideService' },
    areaServed: { address: { addressLocality: 'Oakland' } },
    priceSpecification: { price: 0 },
    acceptedPaymentMethod: 'In return: bread, soup',
    itemOffered: { '@type': 'Service', category: [{ '@type': 'DefinedTerm', name: 'Bookkeeping' }] },
    '@reverse': { seeks: { '@type': 'NGO', name: 'Harbor Food Pantry' } },
  })
})

t.test('what is closed is told as closed', async (t) => {
  const [job, demand] = [await postNeed({ accepts: ['paid'] }), await postNeed({ accepts: ['volunteer'] })]
  for (const id of [job, demand]) await partner.call('POST', `/v1/needs/${id}/close`)
  t.equal((await read(job)).body.totalJobOpenings, 0)
  t.equal((await read(demand)).body.availability, 'https://schema.org/Discontinued')
})

t.test('skills carry the address that a public classification gives them', async (t) => {
  const uri = 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000000a'
  const esco = { id: 'esco:a', label: 'Bookkeeping', category: 'ESCO', aliases: [], related: {}, uri }
  await createSkillsRepository(service.database.db).replaceImported('esco', [{ ...esco, source: 'esco' }])
  await service.services.market.taxonomy.reload()
  const id = await postNeed({ skills: ['bookkeeping', 'keeping dragons'] })
  t.same((await read(id)).body.skills, [
    {
      '@type': 'DefinedTerm',
      '@id': uri,
      url: uri,
      name: 'Bookkeeping',
      inDefinedTermSet: 'http://data.europa.eu/esco/concept-scheme/skills',
    },
    { '@type': 'DefinedTerm', name: 'keeping dragons' },
  ])
  t.match((await partner.call('GET', '/v1/skills?q=bookk')).body.data[0], { id: 'bookkeeping', uri })
})

t.test('the usual JSON is what comes unless the other is asked for', async (t) => {
  const id = await postNeed()
  for (const [accept, expected] of [
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['text/csv', 'application/json'],
    ['', 'application/json'],
    ['nonsense;;q=x', 'application/json'],
    ['application/ld+json;q=0.5, application/json;q=0.9', 'application/json'],
    ['application/ld+json;q=0', 'application/json'],
    ['application/ld+json', JSON_LD],
    ['APPLICATION/LD+JSON', JSON_LD],
    ['application/json;q=0.5, application/ld+json', JSON_LD],
    ['application/ld+json, */*;q=0.1', JSON_LD],
  ] as const) {
    const { status, headers } = await read(id, accept)
    t.equal(status, 200, accept)
    t.equal(String(headers['content-type']).split(';')[0], expected, accept)
    t.match(headers.vary, /^Accept(, Accept-Language)?$/, accept)
  }
})

t.test('each form has an ETag of its own, and either one is taken as If-Match', async (t) => {
  const id = await postNeed()
  const tagOf = async (accept: string) => String((await read(id, accept)).headers.etag)
  const [json, jsonLd] = [await tagOf('application/json'), await tagOf(JSON_LD)]
  t.equal(json, '"1"')
  t.not(json, jsonLd)
  t.equal((await read(id, JSON_LD, { 'if-none-match': jsonLd })).status, 304)
  t.equal((await read(id, JSON_LD, { 'if-none-match': json })).status, 200)
  t.equal((await read(id, 'application/json', { 'if-none-match': jsonLd })).status, 200)
  t.equal((await read(id, 'application/json', { 'if-none-match': `"0", W/${json}` })).status, 304)

  const change = (etag: string, title: string) =>
    partner.call('PATCH', `/v1/needs/${id}`, { body: { title }, headers: { 'if-match': etag } })
  t.equal((await change(jsonLd, 'Changed')).status, 200)
  t.equal((await change(jsonLd, 'Changed again')).status, 412)
  t.equal((await change(json, 'Changed again')).status, 412)
  t.equal((await change(`W/${await tagOf(JSON_LD)}`, 'Changed again')).status, 412)
  t.not(await tagOf(JSON_LD), jsonLd)
})

t.test('JSON-LD is new when the organization is, though the need is not', async (t) => {
  const id = await postNeed()
  const before = String((await read(id)).headers.etag)
  const change = { body: { name: 'Harbor Pantry' }, headers: { 'if-match': '*' } }
  await partner.call('PATCH', `/v1/organizations/${organizationId}`, change)
  const after = await read(id, JSON_LD, { 'if-none-match': before })
  t.match(after, { status: 200, body: { hiringOrganization: { name: 'Harbor Pantry' } } })
})

t.test('the organization is named only to a token that may read organizations', async (t) => {
  const id = await postNeed()
  const { partnerId, clientId } = partner
  const token = service.services.access.tokens.issue({ partnerId, clientId, scopes: ['needs:read'] })
  const headers = { authorization: `Bearer ${token}`, accept: JSON_LD }
  const { status, body } = await service.inject({ method: 'GET', url: `/v1/needs/${id}`, headers })
  t.equal(status, 200)
  t.equal(body.hiringOrganization, 'confidential')
  t.notMatch(JSON.stringify(body), /Harbor|Ada|example\.org|pantry\.example/)
})

t.test('to another partner it does not exist', async (t) => {
  const id = await postNeed()
  const stranger = await service.newPartner()
  const reply = await stranger.call('GET', `/v1/needs/${id}`, { headers: { accept: JSON_LD } })
  t.match(reply, { status: 404, body: { code: 'need_not_found' } })
})

t.test('what was written is text in the description, whatever it looks like', async (t) => {
  const description = '<img src=x onerror=alert(1)>\n"R&D"\n\n</script><script>alert(2)</script>'
  const { body } = await read(await postNeed({ description }))
  t.equal(
    body.description,
    '<p>&#60;img src=x onerror=alert(1)&#62;<br>&#34;R&#38;D&#34;</p>' +
      '<p>&#60;/script&#62;&#60;script&#62;alert(2)&#60;/script&#62;</p>',
  )
})

import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { newOffice } from '../../support/office.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { created, post } from '../../support/world.ts'

let nowMs = Date.parse('2030-05-10T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

async function newPoster(organization: Record<string, unknown> = {}) {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody(organization))
  const helperId = await post(partner, '/v1/helpers', helperBody())
  return { partner, organizationId, helperId }
}

const patch = (partner: Partner, path: string, body: unknown) =>
  partner.call('PATCH', path, { body, headers: { 'if-match': '*' } })

t.test('an open posting with an end or a deadline that has passed everywhere is refused', async (t) => {
  const { partner, organizationId, helperId } = await newPoster()
  const postNeed = (more: Record<string, unknown>) =>
    partner.call('POST', '/v1/needs', { body: needBody(organizationId, more) })
  const postOffer = (more: Record<string, unknown>) =>
    partner.call('POST', '/v1/offers', { body: offerBody(helperId, more) })

  // At nine in the morning UTC it is still the day before in the last time zone.
  t.equal((await postNeed({ ends_on: '2030-05-09' })).status, 201)
  t.equal((await postNeed({ deadline_at: '2030-05-10T11:00:01+02:00' })).status, 201)
  t.match(await postNeed({ ends_on: '2030-05-08', deadline_at: '2030-05-10T09:00:00Z' }), {
    status: 422,
    body: {
      errors: [
        { pointer: '/ends_on', code: 'in_the_past' },
        { pointer: '/deadline_at', code: 'in_the_past' },
      ],
    },
  })
  const past = { status: 422, body: { errors: [{ pointer: '/ends_on', code: 'in_the_past' }] } }
  t.match(await postOffer({ ends_on: '2030-05-08' }), past)
  t.equal((await postOffer({ ends_on: '2030-05-08', status: 'closed' })).status, 201)
})

t.test('less than three minutes of work a week are refused wherever weekly hours are written', async (t) => {
  const { partner, organizationId, helperId } = await newPoster()
  const bodies = (hours: number) =>
    [
      ['/v1/needs', needBody(organizationId, { hours_per_week: hours }), '/hours_per_week'],
      ['/v1/offers', offerBody(helperId, { hours_per_week: hours }), '/hours_per_week'],
      ['/v1/helpers', helperBody({ max_hours_per_week: hours }), '/max_hours_per_week'],
    ] as const
  for (const [path, body, pointer] of bodies(0.001))
    t.match(await partner.call('POST', path, { body, headers: { 'accept-language': 'de' } }), {
      status: 422,
      body: { errors: [{ pointer, code: 'too_small', detail: 'Muss mindestens 0.05 sein.' }] },
    })
  for (const [path, body] of bodies(0.05)) t.equal((await partner.call('POST', path, { body })).status, 201)
})

t.test('a posting whose end has passed since can be changed, but not opened again as it is', async (t) => {
  const { partner, organizationId } = await newPoster()
  const body = needBody(organizationId, { deadline_at: new Date(nowMs + 1000).toISOString() })
  const { id } = created(await partner.call('POST', '/v1/needs', { body }))
  nowMs += 2000
  t.match(await patch(partner, `/v1/needs/${id}`, { title: 'Books, still' }), { status: 200 })
  const earlier = { deadline_at: new Date(nowMs - 10_000).toISOString() }
  t.match(await patch(partner, `/v1/needs/${id}`, earlier), {
    status: 422,
    body: { errors: [{ pointer: '/deadline_at', code: 'in_the_past' }] },
  })
  t.match(await patch(partner, `/v1/needs/${id}`, { status: 'closed' }), { status: 200 })
  t.match(await patch(partner, `/v1/needs/${id}`, { status: 'open' }), { status: 422 })
  t.match(await patch(partner, `/v1/needs/${id}`, { status: 'open', deadline_at: null }), { status: 200 })
})

t.test('an on-site need has a place, its own or that of its organization', async (t) => {
  const { partner, organizationId } = await newPoster({ location: undefined })
  const call = (more: Record<string, unknown> = {}) =>
    partner.call('POST', '/v1/needs', { body: needBody(organizationId, { modality: 'onsite', ...more }) })
  const refused = {
    status: 422,
    body: { errors: [{ pointer: '/location', code: 'required', detail: /organization/ }] },
  }
  t.match(await call(), refused)
  t.match(await call({ modality: 'hybrid' }), { status: 201 })
  t.match(await call({ location: { country: 'US', city: 'Oakland' } }), { status: 201 })
  const remote = created(await call({ modality: 'remote' }))
  t.match(await patch(partner, `/v1/needs/${remote.id}`, { modality: 'onsite' }), refused)
  const placed = await patch(partner, `/v1/organizations/${organizationId}`, {
    location: { country: 'US', city: 'Oakland' },
  })
  t.equal(placed.status, 200)
  t.match(await call(), { status: 201 })
})

t.test('rows of an import are refused for the same reasons', async (t) => {
  const office = await newOffice(service)
  await post(office, '/v1/organizations', organizationBody({ external_id: 'placeless', location: undefined }))
  const header =
    'external_id,organization_external_id,title,description,accepts,modality,ends_on,hours_per_week'
  const line = (id: string, modality: string, endsOn: string) =>
    `${id},placeless,Books,Bring the books of the pantry up to date,volunteer,${modality},${endsOn},3`
  const file = [
    header,
    line('past', 'remote', '2030-01-31'),
    line('there', 'onsite', ''),
    line('good', 'remote', ''),
  ]
  const { body } = await office.imported(file.join('\n'), { type: 'needs' })
  t.match(body, { created: 1, rejected: 2 })
  t.match((await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body.data, [
    { external_id: 'past', errors: [{ pointer: 'ends_on', code: 'in_the_past' }] },
    { external_id: 'there', errors: [{ pointer: 'location', code: 'required' }] },
  ])
})

import t from 'tap'
import { findUnknownLabels } from '../../../src/features/postings/index.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { created, post, postWorld } from '../../support/world.ts'

const service = await startTestService(t)

t.test('what is posted is what is read, with everything that was given', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const full = {
    need: needBody(organizationId, {
      location: { country: 'US', city: 'Oakland' },
      max_distance_km: 12.5,
      starts_on: '2187-01-04',
      ends_on: '2187-03-01',
      deadline_at: '2187-01-02T10:00:00+01:00',
      availability: {
        time_zone: 'America/Los_Angeles',
        windows: [{ weekday: 1, start: '09:00', end: '24:00' }],
      },
      requires: ['age_over_18', 'licence:Driver'],
      gives: [{ skill: 'catering', hours_per_week: 2, already_doing: true }, 'event set-up'],
      budget: { amount_minor: 5000, currency: 'USD', unit: 'hour' },
      positions: 2,
      visibility: 'partner',
      external_id: 'n-1',
    }),
    offer: offerBody(helperId, {
      kind: 'intern',
      terms: { credit_required: true, hours_required: 120, learning_goals: ['bookkeeping'] },
      open_to: ['nonprofit'],
      external_id: 'o-1',
    }),
  }
  const need = created(await partner.call('POST', '/v1/needs', { body: full.need }))
  t.match(need, {
    max_distance_km: 12.5,
    deadline_at: '2187-01-02T09:00:00.000Z',
    requires: ['age_over_18', 'licence:driver'],
    gives: [
      { skill: 'catering', hours_per_week: 2, already_doing: true },
      { skill: 'event set-up', already_doing: false },
    ],
    budget: { amount_minor: 5000, currency: 'USD', unit: 'hour' },
    positions: 2,
    visibility: 'partner',
    external_id: 'n-1',
    status: 'open',
    version: 1,
  })
  const offer = created(await partner.call('POST', '/v1/offers', { body: full.offer }))
  t.match(offer.terms, { kind: 'intern', credit_required: true, hours_required: 120, stipend: null })
  for (const [path, posted] of [
    ['needs', need],
    ['offers', offer],
  ] as const) {
    const read = await partner.call('GET', `/v1/${path}/${posted.id}`)
    t.same(read.body, posted)
    t.equal(read.headers.etag, '"1"')
  }
})

t.test('a skill may be free text, and is shown as given beside what it was understood as', async (t) => {
  const partner = await service.newPartner()
  const world = await postWorld(partner, {
    need: { skills: ['Bookkeeping', { skill: 'zorbing with llamas' }] },
  })
  const { body } = await partner.call('GET', `/v1/needs/${world.needId}`)
  t.match(body.skills, [
    {
      skill: 'Bookkeeping',
      importance: 'should',
      resolved: { skill: { id: 'bookkeeping' }, method: 'exact', confidence: 1 },
    },
    { skill: 'zorbing with llamas', resolved: { skill: null, method: 'none', confidence: 0 } },
  ])
})

t.test('all faults of a body are told at once, each with its place', async (t) => {
  const partner = await service.newPartner()
  const reply = await partner.call('POST', '/v1/organizations', {
    body: organizationBody({
      kind: 'bank',
      time_zone: 'Mars/Olympus',
      contact: { name: '', email: 'nobody' },
      location: { country: 'XX', lat: 1 },
      surprise: true,
    }),
  })
  t.equal(reply.status, 422)
  t.equal(reply.body.code, 'validation_failed')
  const pointers = reply.body.errors.map((fault: { pointer: string }) => fault.pointer)
  for (const pointer of [
    '/kind',
    '/time_zone',
    '/contact/name',
    '/contact/email',
    '/location/country',
    '/surprise',
  ]) {
    t.ok(pointers.includes(pointer), pointer)
  }
})

t.test('a missing field is told as required', async (t) => {
  const partner = await service.newPartner()
  const { name: _, ...body } = organizationBody()
  const reply = await partner.call('POST', '/v1/organizations', { body })
  t.match(reply.body.errors, [{ pointer: '/name', code: 'required' }])
})

t.test('text that can not be stored is refused, wherever it stands', async (t) => {
  const partner = await service.newPartner()
  const bad = ['NUL \0', 'unpaired \ud800', 'unpaired \udc00 again']
  for (const text of bad) {
    const asJson = JSON.stringify(organizationBody({ name: 'X' })).replace('"X"', JSON.stringify(text))
    const reply = await partner.call('POST', '/v1/organizations', { body: asJson })
    t.equal(reply.status, 422, JSON.stringify(text))
    t.match(reply.body.errors, [{ pointer: '/name' }])
  }
})

t.test('a reference to what is not there, or is another partner’s, is a fault of the body', async (t) => {
  const [partner, stranger] = [await service.newPartner(), await service.newPartner()]
  const theirs = await postWorld(stranger)
  const need = await partner.call('POST', '/v1/needs', { body: needBody(theirs.organizationId) })
  t.match(need, {
    status: 422,
    body: { errors: [{ pointer: '/organization_id', code: 'organization_not_found' }] },
  })
  const offer = await partner.call('POST', '/v1/offers', { body: offerBody(theirs.helperId) })
  t.match(offer, { status: 422, body: { errors: [{ pointer: '/helper_id', code: 'helper_not_found' }] } })
})

t.test('PATCH is a merge patch: it changes what it names, null takes out, the rest stays', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner, { need: { max_distance_km: 10, external_id: 'keep' } })
  const reply = await partner.call('PATCH', `/v1/needs/${needId}`, {
    headers: { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' },
    body: { title: 'New title', max_distance_km: null },
  })
  t.match(reply, {
    status: 200,
    body: { title: 'New title', max_distance_km: null, external_id: 'keep', version: 2 },
  })
  t.equal(reply.headers.etag, '"2"')
})

t.test('a PATCH whose result would not be acceptable changes nothing', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner, { need: { starts_on: '2187-02-01' } })
  const reply = await partner.call('PATCH', `/v1/needs/${needId}`, {
    headers: { 'if-match': '"1"' },
    body: { title: 'Changed', ends_on: '2187-01-01' },
  })
  t.match(reply, { status: 422, body: { errors: [{ pointer: '/ends_on' }] } })
  t.match(await partner.call('GET', `/v1/needs/${needId}`), {
    body: { version: 1, title: 'Bring our books up to date' },
  })
})

t.test('a write that changes nothing leaves the version alone', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  const reply = await partner.call('PATCH', `/v1/needs/${needId}`, {
    headers: { 'if-match': '"1"' },
    body: {},
  })
  t.match(reply, { status: 200, body: { version: 1 } })
})

t.test('If-Match is demanded, and a stale one is refused', async (t) => {
  const partner = await service.newPartner()
  const { offerId } = await postWorld(partner)
  const url = `/v1/offers/${offerId}`
  t.match(await partner.call('PATCH', url, { body: {} }), {
    status: 428,
    body: { code: 'precondition_required' },
  })
  for (const [stale, status, detail] of [
    ['"7"', 412, /changed since you read it/],
    ['""', 412, /changed since you read it/],
    ['W/"1"', 412, /without W\//],
    ['1', 400, /with its quotation marks/],
    ['"1', 400, /with its quotation marks/],
    ['*, "1"', 400, /with its quotation marks/],
  ] as const) {
    const reply = await partner.call('PATCH', url, { body: { title: 'x' }, headers: { 'if-match': stale } })
    const code = status === 412 ? 'precondition_failed' : 'malformed_request'
    t.match(reply, { status, body: { code, detail } }, stale)
  }
  t.match(await partner.call('PATCH', url, { body: { title: 'x' }, headers: { 'if-match': '"9", "1"' } }), {
    status: 200,
  })
})

t.test('of two changes at once with the same ETag one wins', async (t) => {
  const partner = await service.newPartner()
  const { offerId } = await postWorld(partner)
  const change = (title: string) =>
    partner.call('PATCH', `/v1/offers/${offerId}`, { body: { title }, headers: { 'if-match': '"1"' } })
  const replies = await Promise.all(['a', 'b', 'c', 'd'].map(change))
  t.same(replies.map((reply) => reply.status).sort(), [200, 412, 412, 412])
})

t.test('If-None-Match with the present version answers 304', async (t) => {
  const partner = await service.newPartner()
  const { offerId } = await postWorld(partner)
  const reply = await partner.call('GET', `/v1/offers/${offerId}`, { headers: { 'if-none-match': '"1"' } })
  t.equal(reply.status, 304)
})

t.test('an external id is unique to its kind and partner', async (t) => {
  const [partner, other] = [await service.newPartner(), await service.newPartner()]
  const body = organizationBody({ external_id: 'crm-7' })
  t.equal((await partner.call('POST', '/v1/organizations', { body })).status, 201)
  t.match(await partner.call('POST', '/v1/organizations', { body }), {
    status: 409,
    body: { code: 'external_id_taken' },
  })
  t.equal((await other.call('POST', '/v1/organizations', { body })).status, 201)
  const helper = helperBody({ external_id: 'crm-7' })
  t.equal((await partner.call('POST', '/v1/helpers', { body: helper })).status, 201)
})

t.test('PUT by external id creates once, then replaces, and says which', async (t) => {
  const partner = await service.newPartner()
  const url = '/v1/organizations/by-external-id/crm%2F8'
  const first = await partner.call('PUT', url, { body: organizationBody() })
  t.match(first, { status: 201, body: { external_id: 'crm/8', version: 1 } })
  const { causes: _, ...withoutCauses } = organizationBody({ name: 'Renamed' })
  const second = await partner.call('PUT', url, { body: withoutCauses })
  t.match(second, { status: 200, body: { id: first.body.id, name: 'Renamed', causes: [], version: 2 } })
  t.match(await partner.call('PUT', url, { body: withoutCauses, headers: { 'if-match': '"1"' } }), {
    status: 412,
  })
  t.match(await partner.call('PUT', url, { body: organizationBody({ external_id: 'else' }) }), {
    status: 422,
  })
})

t.test('many PUTs of a new external id at once make one row', async (t) => {
  const partner = await service.newPartner()
  const put = () => partner.call('PUT', '/v1/organizations/by-external-id/race', { body: organizationBody() })
  const replies = await Promise.all(Array.from({ length: 8 }, put))
  t.same(replies.map((reply) => reply.status).sort(), [200, 200, 200, 200, 200, 200, 200, 201])
  t.equal(new Set(replies.map((reply) => reply.body.id)).size, 1)
})

t.test('what others refer to can not be deleted before them', async (t) => {
  const partner = await service.newPartner()
  const world = await postWorld(partner)
  const remove = (url: string) => partner.call('DELETE', url, { headers: { 'if-match': '*' } })
  t.match(await remove(`/v1/organizations/${world.organizationId}`), {
    status: 409,
    body: { code: 'organization_has_needs' },
  })
  t.match(await remove(`/v1/helpers/${world.helperId}`), { status: 409, body: { code: 'helper_has_offers' } })
  t.equal((await remove(`/v1/needs/${world.needId}`)).status, 204)
  t.equal((await remove(`/v1/organizations/${world.organizationId}`)).status, 204)
  t.equal((await partner.call('GET', `/v1/organizations/${world.organizationId}`)).status, 404)
})

t.test('each write appends its event in the same transaction, without personal data', async (t) => {
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  await partner.call('PATCH', `/v1/needs/${needId}`, { body: { title: 'x' }, headers: { 'if-match': '*' } })
  await partner.call('PATCH', `/v1/needs/${needId}`, { body: { title: '' }, headers: { 'if-match': '*' } })
  await partner.call('DELETE', `/v1/needs/${needId}`, { headers: { 'if-match': '*' } })
  const { rows } = await service.database.pool.query(
    'select type from events where resource_id = $1 order by id',
    [needId],
  )
  t.same(
    rows.map((row) => row.type),
    ['need.posted', 'need.changed', 'need.deleted'],
  )
  const { rows: all } = await service.database.pool.query('select * from events')
  t.notMatch(JSON.stringify(all), /Ada|Lee|example/)
})

t.test('a sync by PUT that says nothing of the status leaves it as it is', async (t) => {
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner)
  const put = (body: object = {}) =>
    partner.call('PUT', '/v1/needs/by-external-id/nightly', { body: needBody(organizationId, { ...body }) })
  const { body } = await put()
  t.equal(body.status, 'open')
  await partner.call('POST', `/v1/needs/${body.id}/fill`)
  t.equal((await put()).body.status, 'filled')
  t.equal((await put({ title: 'Changed' })).body.status, 'filled')
  t.equal((await put({ status: 'open' })).body.status, 'open')
})

t.test('PUT with If-None-Match: * creates and never replaces', async (t) => {
  const partner = await service.newPartner()
  const put = () =>
    partner.call('PUT', '/v1/organizations/by-external-id/once', {
      body: organizationBody(),
      headers: { 'if-none-match': '*' },
    })
  t.equal((await put()).status, 201)
  t.match(await put(), { status: 412, body: { code: 'precondition_failed' } })
})

t.test('an offer changes its kind together with its terms', async (t) => {
  const partner = await service.newPartner()
  const { offerId } = await postWorld(partner, { offer: { terms: { causes: ['hunger'] } } })
  const patch = (body: object) =>
    partner.call('PATCH', `/v1/offers/${offerId}`, { body, headers: { 'if-match': '*' } })
  const terms = { rate: { amount_minor: 2000, currency: 'USD', unit: 'hour' } }
  t.match(await patch({ kind: 'paid', terms }), {
    status: 200,
    body: { kind: 'paid', terms: { kind: 'paid', ...terms } },
  })
  t.match(await patch({ kind: 'barter' }), { status: 422, body: { errors: [{ pointer: '/terms' }] } })
  t.match(await patch({ terms: { rate: { unit: 'project' } } }), {
    body: { terms: { rate: { ...terms.rate, unit: 'project' } } },
  })
})

t.test('changing needs while their organization is deleted never fails for both', async (t) => {
  const partner = await service.newPartner()
  for (let round = 0; round < 5; round++) {
    const { organizationId, needId } = await postWorld(partner)
    const headers = { 'if-match': '*' }
    const replies = await Promise.all([
      partner.call('PATCH', `/v1/needs/${needId}`, { body: { title: 'x' }, headers }),
      partner.call('DELETE', `/v1/organizations/${organizationId}`, { headers }),
      partner.call('PATCH', `/v1/needs/${needId}`, { body: { title: 'y' }, headers }),
      partner.call('DELETE', `/v1/organizations/${organizationId}`, { headers }),
    ])
    t.same(
      replies.map((reply) => reply.status),
      [200, 409, 200, 409],
    )
  }
})

t.test(
  'an intern offer of the first version, which said nothing of paid_only, is shown and ranked',
  async (t) => {
    const partner = await service.newPartner()
    const { needId, helperId } = await postWorld(partner)
    const offerId = await post(partner, '/v1/offers', offerBody(helperId, { kind: 'intern', terms: {} }))
    await service.database.pool.query(
      "update offers set terms = terms - 'paid_only' where terms ? 'paid_only'",
    )
    await partner.call('PATCH', `/v1/offers/${offerId}`, {
      headers: { 'if-match': '*' },
      body: { external_id: 'as it was' },
    })
    await service.database.pool.query(
      "update offers set terms = terms - 'paid_only' where terms ? 'paid_only'",
    )
    t.match(await partner.call('GET', `/v1/offers/${offerId}`), {
      status: 200,
      body: { terms: { paid_only: false } },
    })
    const matches = await partner.call('GET', `/v1/needs/${needId}/matches?limit=100`)
    const shown = matches.body.data.find((match: { offer_id: string }) => match.offer_id === offerId)
    t.match(shown, { offer: { terms: { kind: 'intern', paid_only: false } } })
  },
)

t.test('labels that match no skill are counted over open needs and offers', async (t) => {
  const partner = await service.newPartner()
  const skills = ['Quokka vostrelling']
  const { organizationId, helperId } = await postWorld(partner, { need: { skills } })
  await post(partner, '/v1/needs', needBody(organizationId, { skills, status: 'closed' }))
  await post(partner, '/v1/offers', offerBody(helperId, { skills: ['quokka vostrelling', 'bookkeeping'] }))
  const labels = await findUnknownLabels(service.database.db, 100)
  t.same(
    labels.filter(({ label }) => label === 'quokka vostrelling' || label === 'bookkeeping'),
    [{ label: 'quokka vostrelling', times: 2 }],
  )
})

const noticeCodes = ({ notices }: Record<string, unknown>) =>
  Array.isArray(notices) ? notices.map(({ code }) => code) : undefined

t.test(
  'an offer shows which organizations it is open to, and a volunteer without a list is told so',
  async (t) => {
    const partner = await service.newPartner()
    const helperId = await post(partner, '/v1/helpers', helperBody())
    const rate = { rate: { amount_minor: 4000, currency: 'USD', unit: 'hour' } }
    const volunteer = { kind: 'volunteer', terms: {} }
    const cases = [
      [{ ...volunteer }, ['nonprofit'], ['open_to_nonprofits_only']],
      [{ ...volunteer, open_to: ['solopreneur'] }, ['solopreneur'], []],
      [{ kind: 'paid', terms: rate }, ['nonprofit', 'small_business', 'solopreneur'], []],
      [{ kind: 'paid', terms: rate, open_to: ['nonprofit'] }, ['nonprofit'], []],
    ] as const
    for (const [body, open, codes] of cases) {
      const offer = created(await partner.call('POST', '/v1/offers', { body: offerBody(helperId, body) }))
      t.same(offer.open_to, 'open_to' in body ? body.open_to : [], 'as posted')
      t.same(offer.effective_open_to, open)
      t.same(noticeCodes(offer), codes)
    }
  },
)

t.test('a change of kind changes what an offer without a list is open to', async (t) => {
  const partner = await service.newPartner()
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const body = offerBody(helperId, { kind: 'volunteer', terms: {} })
  const { id } = created(await partner.call('POST', '/v1/offers', { body }))
  const { body: changed } = await partner.call('PATCH', `/v1/offers/${id}`, {
    headers: { 'if-match': '*' },
    body: { kind: 'intern' },
  })
  t.same(changed.effective_open_to, ['nonprofit', 'small_business', 'solopreneur'])
  t.same(changed.notices, [])
})

t.test('a need is told about a budget and gifts that its kinds of help do not use', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const codesOf = async (overrides: Record<string, unknown>) => {
    const body = needBody(organizationId, {
      budget: { amount_minor: 5000, currency: 'USD', unit: 'hour' },
      gives: ['catering'],
      ...overrides,
    })
    return noticeCodes(created(await partner.call('POST', '/v1/needs', { body })))
  }
  t.same(await codesOf({ accepts: ['volunteer'] }), ['budget_not_used', 'gives_not_used'])
  t.same(await codesOf({ accepts: ['paid'] }), ['gives_not_used'])
  t.same(await codesOf({ accepts: ['intern', 'barter'] }), [], 'a budget also pays stipends')
  t.same(await codesOf({ accepts: ['volunteer'], budget: undefined, gives: [] }), [])
})

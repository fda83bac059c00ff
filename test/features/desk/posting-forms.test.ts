import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type DeskVisitor, type Fields, fieldsOf, signInToDesk } from '../../support/desk.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner({ name: 'Chamber' })
const organizationId = await post(partner, '/v1/organizations', organizationBody())
const helperId = await post(partner, '/v1/helpers', helperBody())
const desk = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor' })

const needFields = { organization_id: organizationId, modality: 'remote', accepts: 'volunteer' }
const read = async (at: unknown) =>
  (await partner.call('GET', String(at).replace('/desk', '/v1').replace(/\?.*/, ''))).body
/** Sends a form as the page shows it, with other values in some fields. */
async function sendEdit(visitor: DeskVisitor, at: string, fields: Fields) {
  return visitor.send(`${at}/edit`, { ...fieldsOf((await visitor.get(`${at}/edit`)).body), ...fields })
}

t.test('a need that is posted at the desk is the one that the API would have posted', async (t) => {
  const sent = await desk.send('/desk/needs', {
    ...needFields,
    title: 'Keep our books',
    description: 'Every month',
    must: 'bookkeeping',
    skills: ' excel \n\nword processing',
    accepts: 'paid',
    'budget/amount': '40,50',
    'budget/currency': 'eur',
    'budget/unit': 'hour',
    'location/city': 'Lyon',
    'location/country': 'FR',
    hours_per_week: '2.5',
    starts_on: '2198-01-11',
    'brief/outcome': 'The books are closed by the fifth',
    'brief/steps': 'Collect\nEnter',
  })
  t.match(sent, { status: 303, headers: { location: /^\/desk\/needs\/need_\w+\?done=need_posted$/ } })
  t.match(await read(sent.headers.location), {
    title: 'Keep our books',
    skills: [
      { skill: 'bookkeeping', importance: 'must' },
      { skill: 'excel', importance: 'should' },
      { skill: 'word processing', importance: 'should' },
    ],
    accepts: ['paid'],
    budget: { amount_minor: 4050, currency: 'EUR', unit: 'hour' },
    location: { city: 'Lyon', country: 'FR' },
    hours_per_week: 2.5,
    starts_on: '2198-01-11',
    brief: { outcome: 'The books are closed by the fifth', steps: ['Collect', 'Enter'] },
    status: 'open',
  })
})

t.test('what the API refuses is said beside its field, and nothing that was written is lost', async (t) => {
  const { status, body } = await desk.send('/desk/needs', {
    ...needFields,
    title: 'Kept title',
    hours_per_week: 'many',
    starts_on: '2198-02-01',
    ends_on: '2198-01-01',
    'budget/amount': '12',
    'budget/currency': 'XXQ',
    'budget/unit': 'hour',
  })
  t.equal(status, 422)
  for (const name of ['description', 'hours_per_week', 'budget/amount'])
    t.match(body, new RegExp(`class="fault" id="${name}-fault"`), name)
  for (const value of ['Kept title', 'many', '2198-02-01', 'XXQ']) t.match(body, `value="${value}"`)
  t.match(body, /value="volunteer" checked/)
  const dates = { starts_on: '2198-02-01', ends_on: '2198-01-01' }
  const whole = { ...needFields, title: 'Backwards', description: 'In time' }
  t.match((await desk.send('/desk/needs', { ...whole, ...dates })).body, /class="fault" id="ends_on-fault"/)
})

t.test('a need on site without any place says so beside its place', async (t) => {
  const placeless = await post(partner, '/v1/organizations', organizationBody({ location: undefined }))
  const { status, body } = await desk.send('/desk/needs', {
    ...needFields,
    ...{ organization_id: placeless, title: 'Paint', description: 'The fence', modality: 'onsite' },
  })
  t.equal(status, 422)
  t.match(body, /class="fault" id="location\/city-fault">Work on site needs a place/)
})

t.test('editing changes what the form shows and keeps what it does not', async (t) => {
  const body = needBody(organizationId, {
    skills: [
      { skill: 'bookkeeping', importance: 'must', level: 'expert' },
      { skill: 'excel', importance: 'nice' },
    ],
    availability: { time_zone: 'UTC', windows: [{ weekday: 1, start: '09:00', end: '12:00' }] },
    metadata: { crm: '77' },
    requires: ['background_check'],
    location: { country: 'US', city: 'Oakland', lat: 37.8, lon: -122.2 },
  })
  const id = await post(partner, '/v1/needs', body)
  const at = `/desk/needs/${id}`
  const shown = {
    ...{ title: 'New title', description: 'New words', must: 'excel', skills: 'bookkeeping' },
    ...{ accepts: 'volunteer', modality: 'remote', positions: '1', visibility: 'network' },
    ...{ 'location/city': 'Oakland', 'location/country': 'US', requires: 'background_check' },
    ...{ 'availability/windows': 'Mon 09:00-12:00', 'availability/time_zone': 'UTC' },
    hours_per_week: '',
  }
  t.equal((await sendEdit(desk, at, shown)).headers.location, `${at}?done=need_changed`)
  t.match(await read(at), {
    title: 'New title',
    skills: [
      { skill: 'excel', importance: 'must' },
      { skill: 'bookkeeping', importance: 'should', level: 'expert' },
    ],
    hours_per_week: null,
    availability: { windows: [{ weekday: 1 }] },
    metadata: { crm: '77' },
    requires: ['background_check'],
    location: { lat: 37.8 },
  })
  await sendEdit(desk, at, { ...shown, 'location/city': 'Fresno' })
  t.match(await read(at), { location: { city: 'Fresno', lat: null, lon: null } })
})

t.test('an edit of what somebody else has changed since is refused and keeps what was written', async (t) => {
  const id = await post(partner, '/v1/needs', needBody(organizationId))
  const at = `/desk/needs/${id}`
  const fields = {
    title: 'Mine',
    description: 'Mine',
    accepts: 'volunteer',
    modality: 'remote',
    positions: '1',
  }
  t.equal((await sendEdit(desk, at, fields)).status, 303)
  const late = await desk.send(`${at}/edit`, { ...fields, title: 'Late', version: '1' })
  t.match(late, { status: 412, body: /Somebody else has changed this[\s\S]*value="Late"/ })
  t.match(await read(at), { title: 'Mine' })
})

t.test('the edit form shows what is there, and sent back unchanged it changes nothing', async (t) => {
  const offer = offerBody(helperId, {
    kind: 'barter',
    terms: { wants: [{ skill: 'baking', hours_per_week: 2 }] },
    skills: [{ skill: 'bookkeeping', level: 'expert' }],
    open_to: ['nonprofit'],
    dates: [{ starts_on: '2198-03-14', ends_on: '2198-03-21' }, { starts_on: '2198-05-01' }],
    not_available: [{ starts_on: '2198-03-16' }],
    location: { country: 'US', city: 'Oakland', lat: 37.8, lon: -122.2 },
  })
  const id = await post(partner, '/v1/offers', offer)
  const at = `/desk/offers/${id}`
  const before = await read(at)
  t.match((await desk.get(at)).body, /Mar 14, 2198 – Mar 21, 2198/)
  t.equal((await sendEdit(desk, at, {})).status, 303)
  const { version: _, updated_at: __, ...after } = await read(at)
  const { version: ___, updated_at: ____, ...same } = before
  t.same(after, same)
})

t.test('days of an offer are written one on each line, and what is no day is refused', async (t) => {
  const id = await post(partner, '/v1/offers', offerBody(helperId))
  const at = `/desk/offers/${id}`
  const days = { dates: '2198-03-14 - 2198-03-21\n2198-05-01', not_available: '2198-03-16' }
  t.match(await sendEdit(desk, at, days), { status: 303 })
  t.match(await read(at), {
    dates: [
      { starts_on: '2198-03-14', ends_on: '2198-03-21' },
      { starts_on: '2198-05-01', ends_on: '2198-05-01' },
    ],
    not_available: [{ starts_on: '2198-03-16', ends_on: '2198-03-16' }],
  })
  for (const dates of ['some day', '2198-03-14\nlater', '2198-03-21 - 2198-03-14'])
    t.match(await sendEdit(desk, at, { dates }), { status: 422, body: /id="dates-fault"/ }, dates)
  t.match(await sendEdit(desk, at, { dates: '' }), { status: 303 })
  t.match(await read(at), { dates: [] })
})

t.test('an offer of each kind is posted with the terms of that kind alone', async (t) => {
  const common = { helper_id: helperId, title: 'Help', modality: 'remote', visibility: 'network' }
  const all = {
    ...{ 'terms/causes': 'hunger', 'terms/wants': 'baking', 'terms/learning_goals': 'grant writing' },
    ...{ 'terms/credit_required': 'true', 'terms/hours_required': '120' },
    ...{ 'terms/rate/amount': '2000', 'terms/rate/currency': 'JPY', 'terms/rate/unit': 'project' },
  }
  for (const [kind, terms] of [
    ['volunteer', { causes: ['hunger'] }],
    ['intern', { credit_required: true, hours_required: 120, learning_goals: [{ skill: 'grant writing' }] }],
    ['barter', { wants: [{ skill: 'baking' }] }],
    ['paid', { rate: { amount_minor: 2000, currency: 'JPY', unit: 'project' } }],
  ] as const) {
    const sent = await desk.send('/desk/offers', { ...common, ...all, kind })
    t.equal(sent.status, 303, kind)
    t.match((await read(sent.headers.location)).terms, terms, kind)
  }
  const changed = await desk.send('/desk/offers', { ...common, kind: 'paid' })
  t.match(changed, { status: 422, body: /id="terms\/rate\/amount-fault"/ })
})

t.test('a preview shows matches and readiness, writes nothing, and says what is missing', async (t) => {
  const skill = inventedWord()
  const title = `Help with ${skill}`
  await post(partner, '/v1/offers', offerBody(helperId, { title, description: title, skills: [skill] }))
  const fields = { ...needFields, title, description: title, skills: skill }
  const { status, body } = await desk.send('/desk/needs/preview', fields)
  t.equal(status, 200)
  t.match(
    body,
    new RegExp(
      `id="preview"[\\s\\S]*Ready to succeed: \\d+ of 100[\\s\\S]*Matches[\\s\\S]*<h3><a href="/desk/offers/\\w+">${title}`,
    ),
  )
  t.notMatch((await desk.get(`/desk/needs?q=${skill}`)).body, `>${title}<`)
  const unfinished = await desk.send('/desk/needs/preview', { ...fields, description: '' })
  t.match(unfinished.body, /Fill in what is still missing/)
  t.match(unfinished.body, /id="description-fault"/)
})

t.test('whoever posts first chooses an organization, by its name among many', async (t) => {
  const { body } = await desk.get('/desk/needs/new')
  const link = `/desk/needs/new?organization_id=${organizationId}`
  t.match(body, `href="${link}"`)
  t.match((await desk.get('/desk/needs/new?q=Harbor')).body, `href="${link}"`)
  t.notMatch((await desk.get(`/desk/needs/new?q=${inventedWord()}`)).body, link)
  t.match((await desk.get(link)).body, /Harbor Food Pantry[\s\S]*name="title"/)
  const stranger = await service.newPartner({ name: 'Other' })
  const other = await signInToDesk(service, { partnerId: stranger.partnerId, role: 'editor' })
  const foreign = await other.get(link)
  t.match(foreign.body, /No organizations yet/)
  t.notMatch(foreign.body, 'Harbor')
})

t.test('what was sent is never markup, in any field of either form', async (t) => {
  const canary = `"></textarea><img src=x onerror=alert(1)>'`
  for (const [at, party] of [
    ['/desk/needs', { organization_id: organizationId }],
    ['/desk/offers', { helper_id: helperId }],
  ] as const) {
    const form = await desk.get(`${at}/new?${new URLSearchParams(party)}`)
    const names = [...String(form.body).matchAll(/ name="([\w/]+)"/g)].map(([, name = '']) => name)
    t.ok(names.length > 15)
    const sent = Object.fromEntries(names.filter((name) => name !== 'form_key').map((name) => [name, canary]))
    const reply = await desk.send(at, { ...sent, ...party })
    t.equal(reply.status, 422)
    t.notMatch(reply.body, '<img')
    const preview = await desk.send(`${at}/preview`, { ...sent, ...party })
    t.notMatch(preview.body, '<img')
  }
})

t.test(
  'a text with line breaks may be as long as its field lets it be, and keeps them as written',
  async (t) => {
    const description = `${'line\n'.repeat(1999)}lines`
    const written = { title: 'Long', description: description.replaceAll('\n', '\r\n') }
    const sent = await desk.send('/desk/needs', { ...needFields, ...written })
    t.equal(sent.status, 303)
    t.equal((await read(sent.headers.location)).description, description)
  },
)

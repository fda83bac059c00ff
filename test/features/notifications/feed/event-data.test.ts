import t from 'tap'
import { eventData, publicEventTypes } from '../../../../src/platform/events/index.ts'
import { idToUuid } from '../../../../src/shared/ids.ts'
import { candidateBody, helperBody, needBody, organizationBody } from '../../../support/bodies.ts'
import { newOffice } from '../../../support/office.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { answer, proposed, twoPartners } from '../../../support/two-partners.ts'
import { workday } from '../../../support/workday.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }
const schemas = new Map(Object.entries(eventData))

interface StoredEvent {
  type: string
  resource_id: string
  data: Record<string, unknown> | null
}

/** All events of a partner, each held against the schema of its type. */
async function eventsOf({ partnerId }: Partner): Promise<StoredEvent[]> {
  const { rows } = await service.database.pool.query<StoredEvent>(
    'select type, resource_id, data from events where partner_id = $1 order by xid, seq',
    [idToUuid(partnerId)],
  )
  for (const { type, data } of rows) {
    const parsed = schemas.get(type)?.safeParse(data ?? {})
    if (!parsed?.success) throw new Error(`${type} ${JSON.stringify(data)}: ${parsed?.error}`)
  }
  return rows.filter(({ type }) => publicEventTypes.includes(type))
}

t.test('a change names its fields and the new status, and no value of a field', async (t) => {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const needId = await post(partner, '/v1/needs', needBody(organizationId))
  const patch = (url: string, body: object) => partner.call('PATCH', url, { body, headers: anyVersion })
  await patch(`/v1/organizations/${organizationId}`, {
    name: 'Zebrafinch Shelter',
    contact: { name: 'Zebrafinch', email: 'zebrafinch@example.org' },
  })
  await patch(`/v1/needs/${needId}`, { title: 'Zebrafinch books', hours_per_week: 3 })
  await partner.call('POST', `/v1/needs/${needId}/close`)
  await patch(`/v1/needs/${needId}`, { title: 'Zebrafinch books' })
  await patch('/v1/partner', { public_feed: false })
  const events = await eventsOf(partner)
  const need = { organization_id: organizationId }
  t.same(
    events.map(({ type, data }) => ({ type, data })),
    [
      { type: 'organization.posted', data: null },
      { type: 'need.posted', data: { ...need, status: 'open' } },
      { type: 'organization.changed', data: { changed: ['contact', 'name'] } },
      { type: 'need.changed', data: { ...need, status: 'open', changed: ['hours_per_week', 'title'] } },
      { type: 'need.changed', data: { ...need, status: 'closed', changed: ['status'] } },
      { type: 'partner.changed', data: { changed: ['public_feed'] } },
    ],
  )
  t.notMatch(JSON.stringify(events), /zebrafinch/i)
})

t.test('introductions and engagements tell their status and both sides', async (t) => {
  const pair = await twoPartners(service)
  const { needSide, offerSide } = pair
  const id = await proposed(pair)
  await answer(offerSide, id, 'accept')
  const { body: work } = await needSide.call('GET', '/v1/engagements')
  const address = `/v1/engagements/${work.data[0].id}`
  const plan = { outcome: 'Zebrafinch does the books', hours: 10 }
  await needSide.call('PUT', `${address}/plan`, { body: plan, headers: anyVersion })
  const { body: logged } = await offerSide.call('POST', `${address}/hours`, {
    body: { worked_on: workday(), hours: 2 },
  })
  await needSide.call('POST', `${address}/hours/${logged.id}/confirm`)
  await needSide.call('POST', `${address}/complete`)
  await offerSide.call('POST', `${address}/complete`)
  await needSide.call('POST', `${address}/retrospective`, {
    body: { outcome: 4, again: true, hours_spent: 10 },
  })
  const sides = {
    need_id: pair.needId,
    organization_id: pair.organizationId,
    offer_id: pair.offerId,
    helper_id: pair.helperId,
  }
  const shared = { ...sides, introduction_id: id }
  const expected = [
    { type: 'introduction.proposed', data: { ...sides, status: 'proposed', proposed_by: 'need' } },
    { type: 'introduction.accepted', data: { ...sides, status: 'accepted', proposed_by: 'need' } },
    { type: 'engagement.begun', data: { ...shared, status: 'active' } },
    { type: 'engagement.planned', data: { ...shared, status: 'active', changed: ['hours', 'outcome'] } },
    {
      type: 'engagement.hours_logged',
      data: { ...shared, status: 'active', hours_id: logged.id, logged_by: 'offer' },
    },
    {
      type: 'engagement.hours_confirmed',
      data: { ...shared, status: 'active', hours_id: logged.id, logged_by: 'offer' },
    },
    { type: 'engagement.done_by_one', data: { ...shared, status: 'active', done_by: ['need'] } },
    { type: 'engagement.completed', data: { ...shared, status: 'completed' } },
    { type: 'engagement.looked_back', data: { ...shared, status: 'completed', side: 'need' } },
  ]
  for (const partner of [needSide, offerSide]) {
    const events = await eventsOf(partner)
    const ofBoth = events.filter(({ type }) => /^(introduction|engagement)\./.test(type))
    t.same(
      ofBoth.map(({ type, data }) => ({ type, data })),
      expected,
    )
    t.notMatch(JSON.stringify(events), /zebrafinch/i)
  }
})

t.test('imports and merges name the changed fields too', async (t) => {
  const office = await newOffice(service)
  const { programId } = office
  const bodies = [
    { external_id: 'S1', hours_per_week: undefined, phone: undefined },
    { external_id: 'S2', phone: '+1 503 555 0142' },
  ]
  const [keptId = '', fromId = ''] = await Promise.all(
    bodies.map((more) => post(office, '/v1/candidates', candidateBody(programId, more))),
  )
  await office.imported('external_id,name,hours_per_week\nS1,Zebrafinch,7\n')
  const merged = await office.call('POST', `/v1/candidates/${keptId}/merge`, { body: { from_id: fromId } })
  t.equal(merged.status, 200, JSON.stringify(merged.body))
  const events = await eventsOf(office)
  const ofKept = events.filter((one) => one.resource_id === keptId).map(({ type, data }) => ({ type, data }))
  t.match(ofKept, [
    { type: 'candidate.posted', data: { status: 'open', program_id: programId } },
    { type: 'candidate.changed', data: { program_id: programId, changed: ['hours_per_week', 'name'] } },
    { type: 'candidate.merged', data: { from_id: fromId, changed: ['phone'] } },
  ])
  t.notMatch(JSON.stringify(events), /zebrafinch|503 ?555/i)
})

t.test('who blocked or knew a merged helper learns which of its fields changed', async (t) => {
  const owner = await service.newPartner()
  const site = await service.newPartner()
  const [keptId, fromId] = [
    await post(owner, '/v1/helpers', helperBody()),
    await post(owner, '/v1/helpers', helperBody()),
  ]
  const blockingId = await post(site, '/v1/organizations', organizationBody({ blocked_helper_ids: [fromId] }))
  const knowingId = await post(site, '/v1/organizations', organizationBody({ connections: [fromId] }))
  const ownId = await post(owner, '/v1/organizations', organizationBody({ helper_id: fromId }))
  await owner.call('POST', `/v1/helpers/${keptId}/merge`, { body: { from_id: fromId } })
  const changes = [...(await eventsOf(site)), ...(await eventsOf(owner))].filter(
    ({ type }) => type === 'organization.changed',
  )
  t.same(
    new Map(changes.map((one) => [one.resource_id, one.data])),
    new Map([
      [blockingId, { changed: ['blocked_helper_ids'] }],
      [knowingId, { changed: ['connections'] }],
      [ownId, { changed: ['helper_id'] }],
    ]),
  )
})

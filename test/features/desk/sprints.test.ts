import t from 'tap'
import { helperBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type DeskVisitor, fieldsOf, signInToDesk } from '../../support/desk.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const HOUR_MS = 3_600_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

const deskOf = ({ partnerId }: Partner, role: 'viewer' | 'editor' = 'editor'): Promise<DeskVisitor> =>
  signInToDesk(service, { partnerId, role })

async function begin(body: Record<string, unknown> = {}) {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody(body))
  return { partner, organizationId, desk: await deskOf(partner) }
}
const books = {
  'bottlenecks/0/title': 'Books are months behind',
  'bottlenecks/0/description': 'A monthly routine for our bookkeeping that any of us can run.',
  'bottlenecks/0/skills': 'bookkeeping',
  'bottlenecks/0/modality': 'remote',
}
const sprintsOf = async (partner: Partner) => (await partner.call('GET', '/v1/sprints')).body.data

t.test('the form starts a sprint with the bottlenecks that were written, as the API does', async (t) => {
  const { partner, organizationId, desk } = await begin()
  const choose = (await desk.get('/desk/sprints/new')).body
  const at = `/desk/sprints/new?organization_id=${organizationId}`
  t.match(choose, `href="${at}"`)
  const fields = fieldsOf((await desk.get(at)).body, 'deadline_hours')
  const second = {
    'bottlenecks/1/title': 'No website',
    'bottlenecks/1/description': 'Somebody to set up our website.',
  }
  const { headers } = await desk.send('/desk/sprints', {
    ...fields,
    ...books,
    ...second,
    deadline_hours: '48',
  })
  const [sprint] = await sprintsOf(partner)
  t.equal(headers.location, `/desk/sprints/${sprint.id}?done=sprint_started`)
  t.equal(sprint.deadline_at, new Date(nowMs + 48 * HOUR_MS).toISOString())
  t.equal(sprint.need_ids.length, 2, 'the third stayed blank')
  const [first, next] = sprint.need_ids
  t.match((await partner.call('GET', `/v1/needs/${first}`)).body, {
    title: 'Books are months behind',
    accepts: ['volunteer', 'intern', 'barter'],
  })
  t.match((await partner.call('GET', `/v1/needs/${next}`)).body, { title: 'No website' })
})

t.test('the page of a sprint shows who would help for no money, and proposes them', async (t) => {
  const { partner, organizationId, desk } = await begin()
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const skills = {
    skills: [{ skill: 'bookkeeping' }],
    open_to: ['small_business', 'solopreneur', 'nonprofit'],
  }
  await post(
    partner,
    '/v1/offers',
    offerBody(helperId, { title: 'Tidy books', ...skills, visibility: 'partner' }),
  )
  const begun = await desk.send('/desk/sprints', { organization_id: organizationId, ...books })
  const at = String(begun.headers.location).split('?')[0] ?? ''
  nowMs += HOUR_MS
  const page = (await desk.get(at)).body
  t.match(
    page,
    /Books are months behind[\s\S]*Looks for help[\s\S]*<h3><a href="\/desk\/offers\/\w+">Tidy books<\/a><\/h3>/,
  )
  t.match(page, /71<\/dd>[\s\S]*0 of 1/)
  const [sprint] = await sprintsOf(partner)
  const [, offerId = ''] = /name="offer_id" value="(\w+)"/.exec(page) ?? []
  const proposal = await desk.send(`/desk/needs/${sprint.need_ids[0]}/propose`, { offer_id: offerId })
  t.match(proposal.headers.location, /^\/desk\/introductions\/introduction_/)
  t.match((await desk.get(at)).body, /Introductions: 1 waiting, 0 accepted, 0 declined/)
  const viewer = (await (await deskOf(partner, 'viewer')).get(at)).body
  t.match(viewer, /Tidy books/)
  t.notMatch(viewer, /action="\/desk\/needs/)
})

t.test('what was refused stays in the form, each fault at its field', async (t) => {
  const { partner, organizationId, desk } = await begin({ location: undefined })
  const fields = { organization_id: organizationId, ...books }
  const blank = await desk.send('/desk/sprints', { ...fields, 'bottlenecks/0/title': '' })
  t.match(blank, { status: 422, body: /id="bottlenecks\/0\/title-fault">/ })
  t.match(blank.body, /A monthly routine/)
  const second = {
    'bottlenecks/1/title': 'Serve soup',
    'bottlenecks/1/description': 'Every Saturday at noon.',
  }
  const onsite = { ...second, 'bottlenecks/1/modality': 'onsite' }
  const placeless = await desk.send('/desk/sprints', { ...fields, ...onsite })
  t.match(placeless, { status: 422, body: /id="bottlenecks\/1\/location\/city-fault">/ })
  t.match(placeless.body, /<details class="card" open>[\s\S]*Bottleneck 2/)
  t.same(await sprintsOf(partner), [], 'nothing was posted')
  const placed = { 'bottlenecks/1/location/city': 'Portland', 'bottlenecks/1/location/country': 'US' }
  const begun = await desk.send('/desk/sprints', { ...fields, ...onsite, ...placed })
  t.match(
    (await desk.get(String(begun.headers.location))).body,
    /Serve soup[\s\S]*Nobody fits who costs no money/,
  )
  const skipped = {
    'bottlenecks/2/title': 'Third',
    'bottlenecks/2/description': 'Behind a blank second one.',
  }
  t.match(await desk.send('/desk/sprints', { ...fields, ...skipped }), {
    status: 422,
    body: /id="bottlenecks\/1\/title-fault">/,
  })
})

t.test('the list shows sprints under way or ended, and none of others', async (t) => {
  const { partner, organizationId, desk } = await begin({ name: 'Bakery' })
  await desk.send('/desk/sprints', { organization_id: organizationId, ...books })
  const rows = (body: string) => body.match(/href="\/desk\/sprints\/sprint_\w+">Bakery/g)?.length ?? 0
  for (const [show, count] of [
    ['', 1],
    ['open', 1],
    ['ended', 0],
  ] as const)
    t.equal(rows((await desk.get(`/desk/sprints?show=${show}`)).body), count, show)
  const stranger = await begin()
  t.match((await stranger.desk.get('/desk/sprints')).body, /No sprints yet[\s\S]*href="\/desk\/sprints\/new"/)
  const [sprint] = await sprintsOf(partner)
  t.equal((await stranger.desk.get(`/desk/sprints/${sprint.id}`)).status, 404)
  t.match(await stranger.desk.send('/desk/sprints', { organization_id: organizationId, ...books }), {
    status: 422,
  })
})

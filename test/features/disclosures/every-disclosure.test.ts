import t from 'tap'
import { idToUuid, type PartnerId } from '../../../src/shared/ids.ts'
import { utcDay } from '../../../src/shared/time.ts'
import { candidateBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { createTestDatabase } from '../../support/database.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { readOnlyReplica } from '../../support/read-only-replica.ts'
import { methodOf, routeCases } from '../../support/route-cases.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { dayFromToday } from '../../support/workday.ts'
import { post, type World } from '../../support/world.ts'

/*
 * Calls every route as a partner whose need a student of another partner may serve. Each answer that names the student, if
 * only by the id of the helper or the offer, must be counted in the log of disclosures.
 */

// What reads lists may run on a replica, where the log can't be written.
const database = await createTestDatabase(t)
const service = await startTestService(t, { database, replicas: readOnlyReplica(t, database) })
const cases = routeCases(service)
await service.app.ready()
const { works } = service.services.background

/** Routes that show a student to another partner. A new one must be added here. */
const SHOWING = [
  'GET /v1/engagements',
  'GET /v1/engagements.csv',
  'GET /v1/engagements/{id}',
  'GET /v1/engagements/{id}/calendar.ics',
  'GET /v1/engagements/{id}/hours.csv',
  'GET /v1/engagements/{id}/record',
  'GET /v1/events',
  'GET /v1/hours.csv',
  'GET /v1/introductions',
  'GET /v1/introductions.csv',
  'GET /v1/introductions/{id}',
  'GET /v1/needs/{id}/matches',
  'GET /v1/needs/{id}/matches/{offer_id}',
  'GET /v1/sprints/{id}',
  'GET /v1/webhook-endpoints/{id}/deliveries/{delivery_id}',
  'PATCH /v1/engagements/{id}',
  'PATCH /v1/introductions/{id}',
  'POST /v1/engagements/{id}/complete',
  'POST /v1/engagements/{id}/end',
  'POST /v1/introductions',
  'POST /v1/introductions/{id}/accept',
  'POST /v1/introductions/{id}/decline',
  'POST /v1/introductions/{id}/withdraw',
  'POST /v1/matches/batch',
  'POST /v1/matches/preview',
  'PUT /v1/engagements/{id}/plan',
]

let worlds = 0

/** A student of an office, and a site with needs that the student may serve. No two worlds match. */
async function studentAndSite() {
  worlds += 1
  const skill = inventedWord()
  const name = `Quirina Zebulon${worlds}`
  const hiddenName = `Quentin Oldname${worlds}`
  const [office, site] = [await service.newPartner({ kind: 'internship_office' }), await service.newPartner()]
  const programId = await post(office, '/v1/programs', programBody())
  const { body: student } = await office.call('POST', '/v1/candidates', {
    body: candidateBody(programId, {
      ...{ name: hiddenName, preferred_name: name },
      ...{ skills: [skill], description: skill },
    }),
  })
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const asking = { title: skill, description: skill, skills: [{ skill }], positions: 3 }
  const newNeed = (more = {}) => post(site, '/v1/needs', needBody(organizationId, { ...asking, ...more }))
  const needId = await newNeed()
  const helperId: string = student.helper_id
  const world: World = {
    ...{ organizationId, needId, helperId, offerId: student.offer_id },
    ...{ programId, candidateId: student.id },
  }
  const introduce = async (by: Partner) =>
    post(by, '/v1/introductions', { need_id: await newNeed(), offer_id: world.offerId })
  return { office, site, world, name, hiddenName, skill, asking, newNeed, introduce }
}
type Given = Awaited<ReturnType<typeof studentAndSite>>

/** An accepted introduction with an engagement, whose check-ins are planned. */
async function engage({ office, site, world, introduce }: Given): Promise<void> {
  world.introductionId = await introduce(site)
  await office.call('POST', `/v1/introductions/${world.introductionId}/accept`)
  world.engagementId = (await office.call('GET', '/v1/engagements')).body.data[0].id
  const check_ins = { every_days: 7, time_zone: 'UTC', start: '10:00', minutes: 30 }
  await office.call('PUT', `/v1/engagements/${world.engagementId}/plan`, {
    headers: { 'if-match': '*' },
    body: { starts_on: dayFromToday(40, 'UTC'), ends_on: dayFromToday(70, 'UTC'), check_ins },
  })
  const hours = { worked_on: dayFromToday(0, 'UTC'), hours: 1 }
  world.hoursId = await post(office, `/v1/engagements/${world.engagementId}/hours`, hours)
}

/** A need that is told of the student. */
async function alert({ newNeed }: Given): Promise<void> {
  await newNeed({ alert_min_score: 0.1 })
  for (let round = 0; round < 3; round++) {
    await works.number_events.idle()
    await works.report_matches.idle()
  }
}

/** What a route needs before it is called, if it is more than an engagement. */
const preparations: Record<string, (given: Given) => Promise<unknown>> = {
  'POST /v1/introductions': async () => {},
  'POST /v1/introductions/{id}/accept': async ({ office, world, introduce }) => {
    world.introductionId = await introduce(office)
  },
  'POST /v1/introductions/{id}/decline': async ({ office, world, introduce }) => {
    world.introductionId = await introduce(office)
  },
  'POST /v1/introductions/{id}/withdraw': async ({ site, world, introduce }) => {
    world.introductionId = await introduce(site)
  },
  'GET /v1/engagements/{id}/record': async (given) => {
    await engage(given)
    for (const side of [given.office, given.site])
      await side.call('POST', `/v1/engagements/${given.world.engagementId}/complete`, { body: {} })
  },
  'GET /v1/events': alert,
  'GET /v1/webhook-endpoints/{id}/deliveries/{delivery_id}': async (given) => {
    const { site, world } = given
    world.endpointId = await post(site, '/v1/webhook-endpoints', {
      ...{ url: 'https://hooks.example.invalid/', event_types: ['match.found'] },
    })
    await alert(given)
    await works.send_deliveries.idle()
    const { body } = await site.call('GET', `/v1/webhook-endpoints/${world.endpointId}/deliveries`)
    world.deliveryId = body.data[0]?.id
  },
  'GET /v1/sprints/{id}': async ({ site, world, asking }) => {
    const { title, description, skills } = asking
    world.sprintId = await post(site, '/v1/sprints', {
      ...{ organization_id: world.organizationId, bottlenecks: [{ title, description, skills }] },
    })
  },
}
const options: Record<string, (given: Given) => Record<string, unknown>> = {
  'POST /v1/matches/batch': ({ world }) => ({ body: { ids: [world.needId] } }),
  'POST /v1/matches/preview': ({ world, asking }) => ({
    body: { need: needBody(world.organizationId, asking) },
  }),
}
const query: Record<string, string> = {
  'GET /v1/events': '?types=match.found',
  'GET /v1/engagements/{id}/record': '?format=json_resume',
}

/** How often the log counts that the student was shown to the partner today. */
async function countOf(viewer: PartnerId, helperId: string): Promise<number> {
  const { rows } = await service.database.pool.query(
    'select coalesce(sum(count), 0)::int as count from disclosures where partner_id = $1 and subject_id = $2 and day = $3',
    [idToUuid(viewer), helperId, utcDay(new Date())],
  )
  return rows[0]?.count
}

t.test('every answer that names a student to another partner is in the log of that day', async (t) => {
  const showing: string[] = []
  // Reads leave everything as it is, so they share one.
  const read = await studentAndSite()
  await engage(read)
  for (const [route, routeCase] of Object.entries(cases)) {
    const prepare = preparations[route]
    const isRead = methodOf(route) === 'GET' && !prepare
    const given = isRead ? read : await studentAndSite()
    const { site, world, name, hiddenName } = given
    if (!isRead) await (prepare ?? engage)(given)
    // What the site has besides: cohorts, imports, endpoints.
    const others = { ...world }
    if (!/\/(introductions|engagements|hours)/.test(route) && !prepare)
      await routeCase.prepare?.(site, others)
    const called = { ...others, ...world }
    const before = await countOf(site.partnerId, world.helperId)
    const url = query[route] ? routeCase.url(called).split('?')[0] + query[route] : routeCase.url(called)
    const reply = await site.call(
      methodOf(route),
      url,
      options[route]?.(given) ?? routeCase.options?.(called),
    )
    t.ok(reply.status < 500, `${route} ${reply.status}`)
    const text = JSON.stringify(reply.body ?? '')
    t.notOk(text.includes(hiddenName), `${route} shows the name that the student goes by`)
    if (![world.helperId, world.offerId, name].some((one) => text.includes(one))) continue
    showing.push(route)
    t.ok((await countOf(site.partnerId, world.helperId)) > before, `${route} logs what it shows`)
  }
  t.same(showing.toSorted(), SHOWING)
})

t.test('a message about a student is in the log of the day on which it is sent', async (t) => {
  const given = await studentAndSite()
  const { site, world } = given
  await post(site, '/v1/webhook-endpoints', {
    ...{ url: 'https://hooks.example.invalid/', event_types: ['match.found'] },
  })
  await alert(given)
  await works.send_deliveries.idle()
  t.ok((await countOf(site.partnerId, world.helperId)) > 0)
})

import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type DeskVisitor, signInToDesk } from '../../support/desk.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { workday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const needing = await service.newPartner({ name: 'Chamber' })
const offering = await service.newPartner({ name: 'College' })
const organizationId = await post(needing, '/v1/organizations', organizationBody())
const coordinator = await deskOf(needing)
const office = await deskOf(offering)

function deskOf({ partnerId }: Partner): Promise<DeskVisitor> {
  return signInToDesk(service, { partnerId, role: 'editor' })
}

/** Accepted work; both sides are ours if `offers` is who needs help. */
async function beginWork(title = 'Keep our books', offers: Partner = offering) {
  const helperId = await post(offers, '/v1/helpers', helperBody())
  const needId = await post(needing, '/v1/needs', needBody(organizationId, { title }))
  const offerId = await post(offers, '/v1/offers', offerBody(helperId))
  const id = await post(needing, '/v1/introductions', { need_id: needId, offer_id: offerId })
  await offers.call('POST', `/v1/introductions/${id}/accept`, { body: {} })
  const { body } = await needing.call('GET', `/v1/engagements?need_id=${needId}`)
  return `/desk/engagements/${body.data[0].id}`
}
const read = async (at: string) => (await needing.call('GET', at.replace('/desk', '/v1'))).body
const hoursIdIn = (page: string) => /name="hours_id" value="(hours_\w+)"/.exec(page)?.[1] ?? ''

t.test('work appears in the list of both desks, and of nobody else', async (t) => {
  const at = await beginWork('Sort our shelves')
  for (const desk of [coordinator, office]) {
    t.match((await desk.get('/desk/engagements?status=active')).body, /Sort our shelves/)
    t.match((await desk.get(at)).body, /Under way[\s\S]*No plan yet[\s\S]*No hours yet/)
  }
  const stranger = await deskOf(await service.newPartner({ name: 'Other' }))
  t.match((await stranger.get('/desk/engagements')).body, /No work yet/)
  t.equal((await stranger.get(at)).status, 404)
  t.match((await coordinator.get('/desk/engagements?status=completed')).body, /Nothing fits this search/)
})

t.test('a plan is written by either desk, with check-ins in the organization’s time zone', async (t) => {
  const at = await beginWork()
  const plan = {
    outcome: 'Books closed by the fifth',
    ...{ hours: '40,5', starts_on: '2198-01-11', ends_on: '2198-05-14' },
    ...{ 'check_ins/every_days': '7', 'check_ins/start': '09:30' },
  }
  const saved = await office.send(`${at}/plan`, { ...plan, version: '1' })
  t.equal(saved.headers.location, `${at}?done=plan_changed`)
  t.match((await read(at)).plan, {
    outcome: 'Books closed by the fifth',
    ...{ hours: 40.5, starts_on: '2198-01-11' },
    check_ins: { every_days: 7, start: '09:30', minutes: 30, time_zone: 'America/Los_Angeles' },
  })
  t.match((await coordinator.get(at)).body, /Every 7 days at 09:30 \(America\/Los_Angeles\)/)
  const late = await coordinator.send(`${at}/plan`, { ...plan, outcome: 'Kept', version: '1' })
  t.match(late, { status: 412, body: /Somebody else has changed this[\s\S]*Kept/ })
  const wrong = await coordinator.send(`${at}/plan`, { 'check_ins/start': '9 am', version: '2' })
  t.match(wrong, { status: 422, body: /id="plan-check_ins\/start-fault"/ })
})

t.test('hours that one desk logs wait for the other, which confirms or disputes them', async (t) => {
  const at = await beginWork()
  const logged = await office.send(`${at}/hours`, { worked_on: workday(), hours: '2,5' })
  t.equal(logged.headers.location, `${at}?done=hours_logged`)
  const hours_id = hoursIdIn((await coordinator.get(at)).body)
  t.notMatch((await office.get(at)).body, /hours\/confirm/)
  t.match(await office.send(`${at}/hours/confirm`, { hours_id }), {
    status: 403,
    body: /Only the other side/,
  })
  await coordinator.send(`${at}/hours/dispute`, { hours_id, reason: 'It was two' })
  t.match((await office.get(at)).body, /Disputed[\s\S]*It was two/)
  const seen = /name="version" value="(\d+)"[^<]*<button class="main">Confirm/.exec(
    (await coordinator.get(at)).body,
  )?.[1]
  const confirmed = await coordinator.send(`${at}/hours/confirm`, { hours_id, version: seen ?? '' })
  t.equal(confirmed.headers.location, `${at}?done=hours_confirmed`)
  t.match(await needing.call('GET', `${at.replace('/desk', '/v1')}/hours`), {
    body: { data: [{ hours: 2.5, status: 'confirmed' }] },
  })
})

t.test('hours that are not confirmed are withdrawn by who logged them', async (t) => {
  const at = await beginWork()
  await office.send(`${at}/hours`, { worked_on: workday(), hours: '1' })
  const hours_id = hoursIdIn((await office.get(at)).body)
  t.equal((await coordinator.send(`${at}/hours/withdraw`, { hours_id })).status, 403)
  t.equal((await office.send(`${at}/hours/withdraw`, { hours_id })).status, 303)
  t.match((await office.get(at)).body, /No hours yet/)
})

t.test('hours that the API refuses are marked, with what was written', async (t) => {
  const at = await beginWork()
  const { status, body } = await office.send(`${at}/hours`, { worked_on: workday(), hours: '25' })
  t.equal(status, 422)
  t.match(body, /value="25"[^>]*aria-invalid="true"[\s\S]*id="hours-hours-fault"/)
})

t.test('what is wrong with hours is said with what to do', async (t) => {
  const at = await beginWork()
  for (const [sent, said] of [
    [{ worked_on: '2198-01-11', hours: '2' }, 'This day is still to come'],
    [{ worked_on: '1998-01-11', hours: '2' }, 'The work had not begun'],
    [{ worked_on: workday(), hours: '0.001' }, 'Write at least one minute'],
    [{ worked_on: workday() }, 'Fill this in'],
    [{ worked_on: workday(), hours: '25' }, 'at most 24'],
  ] as const) {
    const refused = await office.send(`${at}/hours`, sent)
    t.equal(refused.status, 422, said)
    t.ok(refused.body.includes(said), said)
  }
  await office.send(`${at}/hours`, { worked_on: workday(), hours: '13' })
  t.match(await office.send(`${at}/hours`, { worked_on: workday(), hours: '12' }), {
    status: 422,
    body: /more than 24 hours on this day/,
  })
})

t.test('work is completed once both desks have marked it, and both then tell how it went', async (t) => {
  const at = await beginWork()
  await coordinator.send(`${at}/complete`)
  t.match((await office.get(at)).body, /Marked as done by[\s\S]*Organization/)
  await office.send(`${at}/complete`)
  t.match((await coordinator.get(at)).body, /Completed[\s\S]*How it went/)
  const mine = { outcome: '4', hours_spent: '3', again: 'true', obstacles: 'no_plan' }
  t.equal(
    (await coordinator.send(`${at}/retrospective`, mine)).headers.location,
    `${at}?done=retrospective_sent`,
  )
  t.notMatch((await office.get(at)).body, /<dd>Everything reached/)
  await office.send(`${at}/retrospective`, { outcome: '1', hours_spent: '40' })
  for (const desk of [coordinator, office])
    t.match((await desk.get(at)).body, /<dd>Everything reached[\s\S]*No plan[\s\S]*<dd>A little reached/)
  t.match(await coordinator.send(`${at}/retrospective`, mine), { status: 409, body: /already/ })
})

t.test('work ends early for a reason that both sides read', async (t) => {
  const at = await beginWork()
  const soon = await coordinator.send(`${at}/end`, { reason: 'other_side_stopped_answering' })
  t.match(soon, { status: 409, body: /active in the last seven days/ })
  await coordinator.send(`${at}/end`, { reason: 'work_changed' })
  t.match((await office.get(at)).body, /Ended early[\s\S]*The work changed/)
})

t.test('a desk of both sides says for which side it speaks', async (t) => {
  const at = await beginWork('Both ours', needing)
  t.match((await coordinator.get(at)).body, /You speak for/)
  t.equal((await coordinator.send(`${at}/complete`)).status, 422)
  await coordinator.send(`${at}/complete`, { side: 'need' })
  await coordinator.send(`${at}/complete`, { side: 'offer' })
  t.match(await read(at), { status: 'completed' })
})

t.test('a calendar address is shown once and shows the talks of one’s own side', async (t) => {
  const at = await beginWork()
  const page = await office.send(`${at}/calendar`)
  const url = /http:\/\/test\.example(\/calendars\/[\w-]+\.ics)/.exec(page.body)?.[1] ?? ''
  t.match(await service.inject({ method: 'GET', url }), { status: 200, body: /BEGIN:VCALENDAR/ })
  t.notMatch((await office.get(at)).body, url)
})

t.test('a viewer reads everything and changes nothing', async (t) => {
  const at = await beginWork()
  await office.send(`${at}/hours`, { worked_on: workday(), hours: '1' })
  const viewer = await signInToDesk(service, { partnerId: needing.partnerId, role: 'viewer' })
  const { body } = await viewer.get(at)
  t.match(body, /Hours worked/)
  t.notMatch(body, /action="\/desk\/engagements/)
})

t.test('text of either side never becomes markup, in every language', async (t) => {
  const canary = `"></textarea><img src=x onerror=alert(1)>'`
  const at = await beginWork(canary)
  await office.send(`${at}/plan`, { outcome: canary, version: '1' })
  await office.send(`${at}/hours`, { worked_on: workday(), hours: '1' })
  const hours_id = hoursIdIn((await coordinator.get(at)).body)
  await coordinator.send(`${at}/hours/dispute`, { hours_id, reason: canary })
  for (const language of ['en', 'de', 'es', 'fr', 'pt'])
    for (const url of ['/desk/engagements', at]) {
      const { status, body } = await office.get(url, { 'accept-language': language })
      t.equal(status, 200)
      t.notMatch(body, '<img', `${language} ${url}`)
      t.ok(String(body).includes('&#60;img src=x'), `${language} ${url}`)
    }
  const refused = await office.send(`${at}/hours`, { worked_on: canary, hours: canary })
  t.notMatch(refused.body, '<img')
})

t.test('confirmed hours are corrected at either desk and count once the other side agrees', async (t) => {
  const at = await beginWork()
  await office.send(`${at}/hours`, { worked_on: workday(), hours: '3' })
  const hours_id = hoursIdIn((await coordinator.get(at)).body)
  const early = await coordinator.send(`${at}/hours/correct`, { hours_id, hours: '2', reason: 'Too many' })
  t.match(early, { status: 409, body: /not confirmed yet/ })
  await coordinator.send(`${at}/hours/confirm`, { hours_id })
  t.match((await coordinator.get(at)).body, /hours\/correct"/)
  const sent = await coordinator.send(`${at}/hours/correct`, { hours_id, hours: '2,5', reason: 'A break' })
  t.equal(sent.headers.location, `${at}?done=hours_corrected`)
  t.match((await office.get(at)).body, /A break/)
  t.match((await read(`${at}/hours`)).data, [
    { hours: 3, status: 'confirmed' },
    { hours: -0.5, status: 'logged', correction_reason: 'A break', corrects: hours_id },
  ])
  t.match(await coordinator.send(`${at}/hours/correct`, { hours_id, hours: '1', reason: 'x' }), {
    status: 409,
    body: /correction that waits/,
  })
})

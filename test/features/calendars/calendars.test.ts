import ICAL from 'ical.js'
import ical from 'node-ical'
import t from 'tap'
import { candidateBody, helperBody, programBody } from '../../support/bodies.ts'
import { type Partner, type Reply, startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const DAY_MS = 86_400_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

const weekly = (endsOn: string, start = '10:00') => ({
  starts_on: '2026-11-04',
  ends_on: endsOn,
  check_ins: { every_days: 7, time_zone: 'Europe/Berlin', start, minutes: 30 },
})

async function engaged() {
  const pair = await twoPartners(service)
  await answer(pair.offerSide, await proposed(pair), 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  const id = String(body.data[0].id)
  return { ...pair, id, url: `/v1/engagements/${id}` }
}

async function plan(by: Partner, url: string, body: unknown): Promise<void> {
  const { headers } = await by.call('GET', url)
  const reply = await by.call('PUT', `${url}/plan`, { headers: { 'if-match': String(headers.etag) }, body })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
}

async function subscribe(by: Partner, body: Record<string, unknown> = {}) {
  const reply = await by.call('POST', '/v1/calendars', { body })
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  const { pathname } = new URL(reply.body.url)
  return { id: String(reply.body.id), path: pathname, read: () => read(pathname) }
}

const read = (url: string): Promise<Reply> => service.inject({ method: 'GET', url })

/** The events of a calendar as ical.js reads them; node-ical must read the same. */
async function eventsOf({ body }: Reply) {
  const text = String(body)
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      startsAt: event.startDate.toJSDate().toISOString(),
      summary: event.summary,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      lastModified: String(component.getFirstPropertyValue('last-modified')),
    }
  })
  const others = Object.values(await ical.async.parseICS(text)).flatMap((one) =>
    one?.type === 'VEVENT' ? [`${one.uid} ${one.start.toISOString()} ${one.status} ${one.summary}`] : [],
  )
  t.same(others.sort(), events.map((one) => `${one.uid} ${one.startsAt} ${one.status} ${one.summary}`).sort())
  return events
}

t.test('a calendar is read without a token by its address, and by no other', async (t) => {
  const { needSide, organizationId, url, id } = await engaged()
  await plan(needSide, url, weekly('2026-11-18'))
  const calendar = await subscribe(needSide, { organization_id: organizationId })
  const reply = await calendar.read()
  t.equal(reply.status, 200)
  t.match(reply.headers['content-type'], 'text/calendar')
  t.match(await eventsOf(reply), [
    { uid: `${id}-check-in-1`, startsAt: '2026-11-04T09:00:00.000Z', status: 'CONFIRMED', sequence: 2 },
    { uid: `${id}-check-in-2`, startsAt: '2026-11-11T09:00:00.000Z', status: 'CONFIRMED' },
    { uid: `${id}-check-in-3`, startsAt: '2026-11-18T09:00:00.000Z', status: 'CONFIRMED' },
  ])
  const key = calendar.path.slice('/calendars/'.length, -'.ics'.length)
  const changed = key.slice(0, -1) + (key.endsWith('A') ? 'E' : 'A')
  for (const wrong of [changed, key.slice(1), 'x', `${key}x`, `${key}.ics`])
    t.equal((await read(`/calendars/${wrong}.ics`)).status, 404, wrong)
  t.equal((await read(`/calendars/${key}`)).status, 404)
  const listed = await needSide.call('GET', '/v1/calendars')
  t.notMatch(JSON.stringify(listed.body), key)
})

t.test('a deleted calendar is gone at once, and no other partner can see or delete it', async (t) => {
  const { needSide, offerSide } = await engaged()
  const calendar = await subscribe(needSide)
  for (const method of ['GET', 'DELETE'] as const)
    t.equal((await offerSide.call(method, `/v1/calendars/${calendar.id}`)).status, 404)
  t.equal((await needSide.call('DELETE', `/v1/calendars/${calendar.id}`)).status, 204)
  t.equal((await calendar.read()).status, 404)
  t.equal((await needSide.call('DELETE', `/v1/calendars/${calendar.id}`)).status, 404)
})

t.test('the key is not shown again, also not in a repeated answer', async (t) => {
  const partner = await service.newPartner()
  const asked = { headers: { 'idempotency-key': 'calendar-1' }, body: {} }
  const first = await partner.call('POST', '/v1/calendars', asked)
  const again = await partner.call('POST', '/v1/calendars', asked)
  t.match(first.body.url, /\/calendars\/[A-Za-z0-9_-]{54}\.ics$/)
  t.match(again, { status: 201, body: { id: first.body.id, url: null } })
})

t.test('check-ins that the plan drops are cancelled, and come back under the same UID', async (t) => {
  const { needSide, url, id } = await engaged()
  const calendar = await subscribe(needSide)
  await plan(needSide, url, weekly('2026-11-25'))
  await plan(needSide, url, weekly('2026-11-11', '14:00'))
  const shorter = await eventsOf(await calendar.read())
  t.match(
    shorter.map(({ uid, startsAt, status }) => [uid.slice(id.length), startsAt.slice(0, 13), status]),
    [
      ['-check-in-1', '2026-11-04T13', 'CONFIRMED'],
      ['-check-in-2', '2026-11-11T13', 'CONFIRMED'],
      ['-check-in-3', '2026-11-18T09', 'CANCELLED'],
      ['-check-in-4', '2026-11-25T09', 'CANCELLED'],
    ],
  )
  await plan(needSide, url, weekly('2026-11-18', '14:00'))
  const longer = await eventsOf(await calendar.read())
  t.same(
    longer.map(({ status }) => status),
    ['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'],
  )
  t.ok(longer.every(({ sequence }, at) => sequence > (shorter[at]?.sequence ?? 0)))
})

t.test('when the work ends, check-ins after it are cancelled and past ones stay', async (t) => {
  const startedMs = nowMs
  const { needSide, url } = await engaged()
  const calendar = await subscribe(needSide)
  await plan(needSide, url, weekly('2026-11-18'))
  nowMs += 5 * DAY_MS
  const ended = await needSide.call('POST', `${url}/end`, { body: { reason: 'agreed' } })
  t.equal(ended.status, 200)
  t.same(
    (await eventsOf(await calendar.read())).map(({ status }) => status),
    ['CONFIRMED', 'CANCELLED', 'CANCELLED'],
  )
  nowMs += 40 * DAY_MS
  t.same(await eventsOf(await calendar.read()), [], 'an ended engagement leaves after a month')
  nowMs = startedMs
})

t.test('each side sees the other: persons by their first name, nobody before acceptance', async (t) => {
  const pair = await twoPartners(service)
  const ofHelper = await subscribe(pair.offerSide, { helper_id: pair.helperId })
  const ofOrganization = await subscribe(pair.needSide, { organization_id: pair.organizationId })
  const introduction = await proposed(pair)
  t.same(await eventsOf(await ofHelper.read()), [])
  await answer(pair.offerSide, introduction, 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  await plan(pair.needSide, `/v1/engagements/${body.data[0].id}`, weekly('2026-11-04'))
  const helper = helperBody()
  const organization = (await pair.needSide.call('GET', `/v1/organizations/${pair.organizationId}`)).body
  t.match(await eventsOf(await ofHelper.read()), [{ summary: `Check-in with ${organization.name}` }])
  const [given = '', family = ''] = String(helper.name).split(' ')
  const reply = await ofOrganization.read()
  t.match(await eventsOf(reply), [{ summary: `Check-in with ${given}` }])
  t.notMatch(String(reply.body), family)
  t.notMatch(String(reply.body), '@')
})

t.test(
  'a calendar of a program shows its students, and each look of another partner is logged',
  async (t) => {
    const pair = await twoPartners(service)
    const office = await service.newPartner({ kind: 'internship_office' })
    const programId = await post(office, '/v1/programs', programBody())
    const otherProgram = await post(office, '/v1/programs', programBody())
    const { body: student } = await office.call('POST', '/v1/candidates', { body: candidateBody(programId) })
    const introduction = await post(pair.needSide, '/v1/introductions', {
      need_id: pair.needId,
      offer_id: student.offer_id,
    })
    await answer(office, introduction, 'accept')
    const { body } = await office.call('GET', '/v1/engagements')
    await plan(office, `/v1/engagements/${body.data[0].id}`, weekly('2026-11-04'))
    const ofProgram = await subscribe(office, { program_id: programId })
    t.equal((await eventsOf(await ofProgram.read())).length, 1)
    t.same(await eventsOf(await (await subscribe(office, { program_id: otherProgram })).read()), [])
    const looks = async () => {
      const { body } = await office.call('GET', `/v1/candidates/${student.id}/disclosures`)
      const seen = body.data.filter(({ shown }: { shown: string }) => shown === 'contact')
      return seen.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
    }
    const before = await looks()
    await (await subscribe(pair.needSide)).read()
    t.equal(await looks(), before + 1)
    const erased = await office.call('DELETE', `/v1/candidates/${student.id}`, {
      headers: { 'if-match': '*' },
    })
    t.equal(erased.status, 204)
    t.same(
      (await eventsOf(await ofProgram.read())).map(({ summary }) => summary),
      [],
      'an erased student is in no program',
    )
  },
)

t.test('a calendar follows a helper into the kept record, and answers 404 once it is deleted', async (t) => {
  const { needSide, offerSide, helperId, url } = await engaged()
  await plan(needSide, url, weekly('2026-11-04'))
  const calendar = await subscribe(offerSide, { helper_id: helperId })
  const kept = await post(offerSide, '/v1/helpers', helperBody())
  const merged = await offerSide.call('POST', `/v1/helpers/${kept}/merge`, { body: { from_id: helperId } })
  t.equal(merged.status, 200)
  t.equal((await eventsOf(await calendar.read())).length, 1)
  const other = await post(offerSide, '/v1/helpers', helperBody())
  const unused = await subscribe(offerSide, { helper_id: other })
  const { headers } = await offerSide.call('GET', `/v1/helpers/${other}`)
  await offerSide.call('DELETE', `/v1/helpers/${other}`, { headers: { 'if-match': String(headers.etag) } })
  t.match(await unused.read(), { status: 404, body: { detail: /No calendar has this address/ } })
})

t.test(
  'a calendar of a record that is not there, or another partner’s, is refused by its field',
  async (t) => {
    const { needSide, helperId } = await engaged()
    const reply = await needSide.call('POST', '/v1/calendars', { body: { helper_id: helperId } })
    t.match(reply, { status: 422, body: { errors: [{ pointer: '/helper_id' }] } })
  },
)

t.test('who has a calendar already is answered 304 until something changes', async (t) => {
  const { needSide, url } = await engaged()
  await plan(needSide, url, weekly('2026-11-11'))
  const calendar = await subscribe(needSide)
  const { headers } = await calendar.read()
  const again = () =>
    service.inject({ method: 'GET', url: calendar.path, headers: { 'if-none-match': String(headers.etag) } })
  t.equal((await again()).status, 304)
  await plan(needSide, url, weekly('2026-11-18'))
  t.equal((await again()).status, 200)
})

t.test('a session is shown however far ahead it is, and check-ins of the next three months', async (t) => {
  const session = { ends_at: '2028-06-10T12:00', starts_at: '2028-06-10T09:00', time_zone: 'Europe/Berlin' }
  const pair = await twoPartners(service, { need: { sessions: [session] } })
  await answer(pair.offerSide, await proposed(pair), 'accept')
  const [{ id }] = (await pair.needSide.call('GET', '/v1/engagements')).body.data
  await plan(pair.needSide, `/v1/engagements/${id}`, weekly('2028-06-30'))
  const { read: readAgain } = await subscribe(pair.needSide)
  const events = await eventsOf(await readAgain())
  t.equal(events.at(-1)?.startsAt, '2028-06-10T07:00:00.000Z')
  const lastCheckIn = events.filter(({ uid }) => uid.includes('check-in')).at(-1)
  t.ok(lastCheckIn && Date.parse(lastCheckIn.startsAt) <= nowMs + 93 * DAY_MS)
})

import { parse } from 'parse5'
import t from 'tap'
import { readWeek, writeWeek } from '../../../src/features/desk/look/week-times.ts'
import { READER_LANGUAGES } from '../../../src/shared/messages/index.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner({ name: 'Chamber' })
const zone = 'America/Los_Angeles'
const organizationId = await post(partner, '/v1/organizations', organizationBody({ time_zone: zone }))
const desk = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor' })
const needFields = {
  ...{ organization_id: organizationId, modality: 'remote', accepts: 'volunteer' },
  ...{ title: 'Food drive', description: 'Sort cans' },
}
const read = async (at: unknown) =>
  (await partner.call('GET', String(at).replace('/desk', '/v1').replace(/\?.*/, ''))).body

/** What a browser would send of the form of a page that posts something. */
function fieldsIn(page: string): Record<string, string> {
  const form = elementsIn(parse(page)).find(({ attrs }) => attrs.some(({ name }) => name === 'data-preview'))
  const sent: Record<string, string> = {}
  for (const element of form ? elementsIn(form) : []) {
    const given = new Map(element.attrs.map(({ name, value }) => [name, value]))
    const name = given.get('name') ?? ''
    if (name === '' || name === 'form_key') continue
    if (element.tagName === 'textarea') sent[name] = textOf(element)
    if (element.tagName === 'input' && (given.get('type') !== 'checkbox' || given.has('checked')))
      sent[name] = given.get('value') ?? ''
    const chosen = elementsIn(element).find(({ attrs }) => attrs.some((one) => one.name === 'selected'))
    if (element.tagName === 'select')
      sent[name] = chosen?.attrs.find((one) => one.name === 'value')?.value ?? ''
  }
  return sent
}

t.test('times of the week are read again as they are written, in every language', (t) => {
  const windows = [
    ...[1, 2, 3].map((weekday) => ({ weekday, start: '13:00', end: '17:00' })),
    { weekday: 3, start: '08:30', end: '09:00' },
    { weekday: 5, start: '09:00', end: '12:00' },
    { weekday: 7, start: '20:00', end: '24:00' },
  ]
  const inOrder = (all: typeof windows) =>
    all.toSorted((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start))
  for (const language of READER_LANGUAGES) {
    const again = readWeek(writeWeek(windows, language))
    t.ok(Array.isArray(again), `${language}: ${writeWeek(windows, language)}`)
    if (Array.isArray(again)) t.same(inOrder(again), inOrder(windows))
    for (let weekday = 1; weekday <= 7; weekday++) {
      const day = [{ weekday, start: '09:00', end: '12:00' }]
      t.same(readWeek(writeWeek(day, language)), day, `${language} ${weekday}`)
    }
  }
  t.end()
})

t.test(
  'a need is posted with times of the week, requirements and sessions, in the zone of its organization',
  async (t) => {
    const begun = (await desk.get(`/desk/needs/new?organization_id=${organizationId}`)).body
    t.equal(fieldsIn(begun)['availability/time_zone'], zone)
    const sent = await desk.send('/desk/needs', {
      ...fieldsIn(begun),
      ...needFields,
      'availability/windows': 'weekdays 9am-12pm',
      ...{ requires: 'background_check', licences: 'Notary\nfood handler', minimum_age: '18' },
      ...{ 'sessions/0/day': '2198-03-10', 'sessions/0/start': '09:00', 'sessions/0/end': '12:00' },
      ...{ 'sessions/0/positions': '3', 'sessions/0/note': 'Bring gloves' },
      ...{ 'sessions/1/day': '2198-03-10', 'sessions/1/start': '22:00', 'sessions/1/end': '01:00' },
    })
    t.equal(sent.status, 303)
    const need = await read(sent.headers.location)
    t.match(need, {
      requires: ['background_check', 'licence:notary', 'licence:food handler'],
      minimum_age: 18,
      positions: 4,
      sessions: [
        { starts_at: '2198-03-10T17:00:00.000Z', positions: 3, note: 'Bring gloves', time_zone: zone },
        { starts_at: '2198-03-11T06:00:00.000Z', ends_at: '2198-03-11T09:00:00.000Z', positions: 1 },
      ],
    })
    t.equal(need.availability.windows.length, 5)
    t.equal(need.availability.time_zone, zone)
    const at = `/desk/needs/${need.id}`
    t.match(
      (await desk.get(at)).body,
      /Background check, notary, food handler, At least 18[\s\S]*Bring gloves/,
    )
    t.match((await desk.get(at)).body, /Mon-Fri 09:00-12:00 \(America\/Los Angeles\)/)

    const shown = fieldsIn((await desk.get(`${at}/edit`)).body)
    t.equal((await desk.send(`${at}/edit`, shown)).status, 303)
    const { version: _, updated_at: __, ...after } = await read(at)
    const { version: ___, updated_at: ____, ...before } = need
    t.same(after, before, 'sent back unchanged, it is unchanged')

    const blank = { 'sessions/0/day': '', 'sessions/0/start': '', 'sessions/0/end': '' }
    const edited = { ...fieldsIn((await desk.get(`${at}/edit`)).body), ...blank, 'availability/windows': '' }
    t.equal((await desk.send(`${at}/edit`, edited)).status, 303)
    t.match(await read(at), { availability: null, sessions: [{ id: need.sessions[1].id }] })
    t.equal((await read(at)).sessions.length, 1)
  },
)

t.test('a session in the hour that clocks show twice stays where it is', async (t) => {
  const sessions = [
    { starts_at: '2026-11-01T01:30-08:00', ends_at: '2026-11-01T03:30-08:00', time_zone: zone },
  ]
  const body = needBody(organizationId, { status: 'closed', sessions })
  const at = `/desk/needs/${await post(partner, '/v1/needs', body)}`
  const before = await read(at)
  const shown = fieldsIn((await desk.get(`${at}/edit`)).body)
  t.equal(shown['sessions/0/start'], '01:30')
  t.equal((await desk.send(`${at}/edit`, { ...shown, title: 'Another title' })).status, 303)
  t.same((await read(at)).sessions, before.sessions)
})

t.test('a time zone that no choice has stays when the form is sent back', async (t) => {
  const availability = {
    time_zone: 'US/Pacific',
    windows: [{ weekday: 1, start: '09:00', end: '12:00' }],
  }
  const at = `/desk/needs/${await post(partner, '/v1/needs', needBody(organizationId, { availability }))}`
  const shown = fieldsIn((await desk.get(`${at}/edit`)).body)
  t.equal((await desk.send(`${at}/edit`, { ...shown, title: 'Another title' })).status, 303)
  t.match(await read(at), { title: 'Another title', availability: { windows: [{ weekday: 1 }] } })
  t.equal((await read(at)).availability.time_zone, shown['availability/time_zone'])
})

t.test('times that nobody understands are refused beside their fields and stay as written', async (t) => {
  const refused = await desk.send('/desk/needs', {
    ...needFields,
    ...{ 'availability/windows': 'whenever', 'availability/time_zone': 'UTC' },
    ...{ 'sessions/0/day': '2198-02-31', 'sessions/0/start': '09:00', 'sessions/0/end': '12:00' },
  })
  t.equal(refused.status, 422)
  t.match(refused.body, /value="whenever"[\s\S]*Write times like Mon-Wed/)
  t.match(refused.body, /class="fault"[\s\S]*value="2198-02-31"/)
})

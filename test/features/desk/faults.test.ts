import { parse } from 'parse5'
import t from 'tap'
import { helperBody, organizationBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner({ kind: 'internship_office' })
const organizationId = await post(partner, '/v1/organizations', organizationBody())
const helperId = await post(partner, '/v1/helpers', helperBody())
const desk = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor' })

const contact = { 'contact/name': '', 'contact/email': 'nowhere', 'contact/phone': 'none' }
const place = { 'location/city': 'Erie', 'location/lat': '95', 'location/lon': 'east' }
const work = {
  ...{ title: 'a'.repeat(201), hours_per_week: '0', max_distance_km: 'far', modality: 'on the moon' },
  ...{ starts_on: '2198-02-02', ends_on: '2198-01-01', 'availability/windows': 'sometimes' },
}
const when = { 'sessions/0/day': '2020-01-01', 'sessions/0/start': '25:00', 'sessions/0/end': 'late' }
/** Forms in which nearly everything is wrong, and how many faults there are at least. */
const FORMS: readonly [at: string, sent: Record<string, string>, least: number][] = [
  ['/desk/organizations', { ...contact, ...place, name: '', url: 'here', kind: 'huge' }, 8],
  ['/desk/helpers', { ...contact, ...place, max_hours_per_week: '-1', time_zone: 'Mars' }, 8],
  [
    '/desk/programs',
    {
      ...contact,
      starts_on: '2198-02-02',
      ends_on: '2198-01-01',
      hours_per_week: '999',
      not_available: 'often',
    },
    7,
  ],
  [
    '/desk/needs',
    { ...work, ...place, ...when, organization_id: organizationId, 'budget/amount': '-5', positions: '1.5' },
    11,
  ],
  ['/desk/offers', { ...work, ...place, helper_id: helperId, kind: 'paid', dates: 'one day' }, 9],
]

async function faultsIn(at: string, sent: Record<string, string>, language: string): Promise<string[]> {
  const { status, body } = await desk.send(at, sent, {
    ...{ origin: 'http://test.example', host: 'test.example', 'accept-language': language },
  })
  t.equal(status, 422, at)
  return elementsIn(parse(body))
    .filter(({ attrs }) => attrs.some(({ name, value }) => name === 'class' && value === 'fault'))
    .map(textOf)
}

t.test(
  'what is wrong with a form is said in the language of the reader, without names of the API',
  async (t) => {
    for (const [at, sent, least] of FORMS) {
      const english = await faultsIn(at, sent, 'en')
      t.ok(english.length >= least, `${at} has ${english.length} faults`)
      for (const fault of english) t.notMatch(fault, /_|`|Must be|null/, at)
      for (const language of ['es', 'fr', 'de', 'pt']) {
        const faults = await faultsIn(at, sent, language)
        t.equal(faults.length, english.length, `${at} in ${language}`)
        for (const fault of faults) t.notOk(english.includes(fault), `${at} in ${language}: ${fault}`)
      }
    }
  },
)

t.test('a limit is named, as the language writes numbers', async (t) => {
  const sent = { ...work, organization_id: organizationId, hours_per_week: '168.5' }
  t.match((await faultsIn('/desk/needs', sent, 'en')).join(' '), /a number that is at most 168\b/)
  t.match((await faultsIn('/desk/needs', sent, 'de')).join(' '), /Zahl: höchstens 168\b/)
  t.match((await faultsIn('/desk/needs', sent, 'en')).join(' '), /at most 200 characters/)
})

t.test('a page that is refused says why in the language of the reader', async (t) => {
  const said = async (at: string, language: string) => {
    const { status, body } = await desk.get(at, { 'accept-language': language })
    t.ok(status >= 400, at)
    const main = elementsIn(parse(body)).filter(({ tagName }) => tagName === 'main')
    return main
      .flatMap(elementsIn)
      .filter(
        ({ tagName, attrs }) =>
          ['h1', 'p', 'li'].includes(tagName) && !attrs.some(({ value }) => value === 'hint'),
      )
      .map(textOf)
  }
  const pages = [
    `/desk/needs?kind=huge&q=${'a'.repeat(201)}`,
    '/desk/needs?cursor=nowhere',
    '/desk/engagements?cursor=1',
    `/desk/needs/${'need_'}01m8p2qf10e30bdg05tcbpaq30`,
    '/desk/developers/events?after=long-ago',
  ]
  for (const at of pages) {
    const english = await said(at, 'en')
    t.ok(english.length > 1, at)
    for (const language of ['es', 'fr', 'de', 'pt'])
      for (const text of await said(at, language))
        t.notOk(english.includes(text), `${at} in ${language}: ${text}`)
  }
})

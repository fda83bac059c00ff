import resumeSchema from '@jsonresume/schema/schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import t from 'tap'
import { sameNumber } from '../../../src/shared/ids.ts'
import { candidateBody, helperBody, offerBody, programBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, proposed, type TwoPartners, twoPartners } from '../../support/two-partners.ts'
import { workday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats.default(ajv)
const isResume = ajv.compile(resumeSchema)

async function resumeOf(partner: Partner, helperId: string) {
  const { status, body } = await partner.call('GET', `/v1/helpers/${helperId}/resume`)
  if (status !== 200) throw new Error(`answered ${status}`)
  const isValid: boolean = isResume(body)
  if (!isValid) throw new Error(ajv.errorsText(isResume.errors))
  return body
}

const begin = async (pair: TwoPartners) => answer(pair.offerSide, await proposed(pair), 'accept')

/** Completes the work of a need and an offer, with hours that both confirmed. */
async function complete(pair: TwoPartners, hours: number): Promise<void> {
  await begin(pair)
  const { body } = await pair.needSide.call('GET', '/v1/engagements?status=active')
  const url = `/v1/engagements/${body.data[0].id}`
  const logged = { worked_on: workday(new Date(nowMs)), hours }
  const { id } = (await pair.offerSide.call('POST', `${url}/hours`, { body: logged })).body
  await pair.needSide.call('POST', `${url}/hours/${id}/confirm`)
  // Not confirmed, and so not told.
  await pair.offerSide.call('POST', `${url}/hours`, { body: logged })
  for (const side of [pair.needSide, pair.offerSide]) await side.call('POST', `${url}/complete`, { body: {} })
}

t.test('it is a JSON Resume of the helper, the skills of its offers and what it completed', async (t) => {
  const pair = await twoPartners(service, { need: { starts_on: '2026-11-02' } })
  const skills = [
    { skill: 'bookkeeping', level: 'beginner' },
    { skill: 'excel', level: 'advanced' },
    'sewing',
  ]
  await post(pair.offerSide, '/v1/offers', offerBody(pair.helperId, { skills }))
  nowMs += 86_400_000
  await complete(pair, 2.5)
  const url = `http://test.example/v1/helpers/${pair.helperId}/resume`
  t.same(await resumeOf(pair.offerSide, pair.helperId), {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: 'Lee Moreno',
      email: 'lee@example.com',
      phone: '+1 510 555 0142',
      location: { countryCode: 'US', region: 'CA', city: 'Berkeley' },
    },
    volunteer: [
      {
        organization: 'Harbor Food Pantry',
        position: 'Bring our books up to date',
        startDate: '2026-11-02',
        endDate: '2026-11-03',
        summary: 'Volunteer work, 2.5 hours confirmed by both sides.',
        highlights: [],
      },
    ],
    certificates: [],
    skills: [
      { name: 'Bookkeeping', level: 'expert' },
      { name: 'Excel', level: 'advanced' },
      { name: 'Sewing' },
    ],
    languages: [{ language: 'English' }, { language: 'Spanish' }],
    meta: { version: 'v1.0.0', lastModified: '2026-11-03T09:00:00', canonical: url },
  })
})

t.test(
  'work of every kind stands where it belongs, the latest first, and unfinished work nowhere',
  async (t) => {
    const kinds = ['volunteer', 'paid', 'barter'] as const
    const terms = {
      volunteer: {},
      paid: { rate: { amount_minor: 4000, currency: 'USD', unit: 'hour' } },
      barter: { wants: ['baking'] },
    }
    const pair = await twoPartners(service)
    for (const kind of [...kinds, 'volunteer' as const]) {
      const offerId = await post(
        pair.offerSide,
        '/v1/offers',
        offerBody(pair.helperId, { kind, terms: terms[kind], open_to: ['nonprofit'] }),
      )
      const about = { title: `For ${kind}`, gives: ['baking'], accepts: [kind], positions: 2 }
      const money = { budget: { amount_minor: 5000, currency: 'USD', unit: 'hour' } }
      const needId = await post(pair.needSide, '/v1/needs', {
        ...{ organization_id: pair.organizationId, description: 'Keep our books', modality: 'remote' },
        ...{ skills: ['bookkeeping'], hours_per_week: 4, ...about, ...(kind === 'paid' && money) },
      })
      nowMs += 86_400_000
      await complete({ ...pair, offerId, needId }, 1)
    }
    t.equal((await begin(pair)).status, 200)
    const { work, volunteer } = await resumeOf(pair.offerSide, pair.helperId)
    t.same(
      work.map((one: { position: string }) => one.position),
      ['For barter', 'For paid'],
    )
    t.equal(volunteer.length, 2)
  },
)

t.test('a token tells as much as it may read', async (t) => {
  const pair = await twoPartners(service)
  await complete(pair, 1)
  const { partnerId, clientId } = pair.offerSide
  const token = service.services.access.tokens.issue({ partnerId, clientId, scopes: ['helpers:read'] })
  const url = `/v1/helpers/${pair.helperId}/resume`
  const headers = { authorization: `Bearer ${token}` }
  const { status, body } = await service.inject({ method: 'GET', url, headers })
  t.equal(status, 200)
  t.same([body.skills, body.volunteer, body.work], [[], undefined, undefined])
})

t.test('of a candidate it tells what the consent lets be told', async (t) => {
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody())
  const consent = { share_profile: true, recorded_at: '2026-11-01T10:00:00Z', source: 'Form' }
  const resumeWith = async (share_contact: boolean) => {
    const body = candidateBody(programId, { consent: { ...consent, share_contact } })
    const id = (await post(office, '/v1/candidates', body)) as Parameters<typeof sameNumber>[1]
    return resumeOf(office, sameNumber('helper', id))
  }
  t.match((await resumeWith(true)).basics, { name: 'Priya Raman', email: 'priya@student.lakeside.example' })
  const hidden = await resumeWith(false)
  t.match(hidden.basics, { name: 'A student of Lakeside College', email: 'office@lakeside.example' })
  t.notMatch(JSON.stringify(hidden), /Priya|Raman|0177|student\.lakeside/)
})

t.test('licences are certificates, and a tag that is no language stays as it is', async (t) => {
  const partner = await service.newPartner()
  const helperId = await post(
    partner,
    '/v1/helpers',
    helperBody({
      languages: ['de', 'qx'],
      credentials: {
        background_check: { issued_on: '2026-01-01' },
        licences: [{ name: 'Electrician', issued_on: '2025-02-03' }, { name: 'Notary' }],
      },
    }),
  )
  const resume = await resumeOf(partner, helperId)
  t.same(resume.certificates, [{ name: 'Electrician', date: '2025-02-03' }, { name: 'Notary' }])
  t.same(resume.languages, [{ language: 'German' }, { language: 'qx' }])
})

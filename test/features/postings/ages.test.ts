import t from 'tap'
import { remindCredentials } from '../../../src/features/postings/index.ts'
import { eventData } from '../../../src/platform/events/index.ts'
import { idToUuid } from '../../../src/shared/ids.ts'
import { candidateBody, helperBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { upload } from '../../support/office.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, propose, twoPartners } from '../../support/two-partners.ts'
import { created, post } from '../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }
const consent = { given_by: 'mother', recorded_at: '2026-11-01T10:00:00Z', text_version: '3' }
const patch = (by: Partner, url: string, body: object) => by.call('PATCH', url, { headers: anyVersion, body })

t.test('a minimum age lets exactly the bands at or above it through, and an unknown age none', async (t) => {
  const pair = await twoPartners(service)
  const bands = ['under_16', '16_17', '18_20', '21_plus'] as const
  const isMatch = async () => {
    const { body } = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches`)
    return body.data.some((one: { offer: { id: string } }) => one.offer.id === pair.offerId)
  }
  const helper = (credentials: object) =>
    patch(pair.offerSide, `/v1/helpers/${pair.helperId}`, {
      credentials: { age_over_18: null, ...credentials },
    })
  for (const [at, least] of [16, 18, 21].entries()) {
    const need = await patch(pair.needSide, `/v1/needs/${pair.needId}`, { minimum_age: least })
    t.match(need, { status: 200, body: { minimum_age: least } })
    for (const [place, age_band] of bands.entries()) {
      const set = await helper({ age_band, guardian_consent: consent, licences: [] })
      t.match(set, { status: 200, body: { credentials: { age_band, guardian_consent: consent } } })
      t.equal(await isMatch(), place > at, `${age_band} for ${least}`)
    }
    await helper({ age_band: null, licences: [] })
    t.equal(await isMatch(), false, `unknown for ${least}`)
    const why = await pair.offerSide.call('GET', `/v1/matches/${pair.needId}/${pair.offerId}`)
    if (why.status === 200) t.match(why.body.blockers, [{ code: 'requirement_not_held' }])
  }
  await helper({ age_over_18: { confirmed_on: '2026-01-01' }, age_band: null, licences: [] })
  await patch(pair.needSide, `/v1/needs/${pair.needId}`, { minimum_age: 16 })
  t.equal(await isMatch(), true, 'whoever is over 18 is over 16')
  t.match(await patch(pair.needSide, `/v1/needs/${pair.needId}`, { minimum_age: 17 }), {
    status: 422,
    body: { errors: [{ pointer: '/minimum_age', detail: 'Must be 16, 18 or 21.' }] },
  })
  const both = await helper({ age_over_18: { confirmed_on: '2026-01-01' }, age_band: '16_17', licences: [] })
  t.equal(both.status, 422, 'ages contradict each other')
})

t.test('a minor is ranked and accepted only with the consent of a guardian', async (t) => {
  const pair = await twoPartners(service)
  const helper = (credentials: object) =>
    patch(pair.offerSide, `/v1/helpers/${pair.helperId}`, {
      credentials: { age_over_18: null, licences: [], ...credentials },
    })
  await helper({ age_band: '16_17', guardian_consent: consent })
  const { id } = created(await propose(pair.needSide, pair.needId, pair.offerId))
  await helper({ guardian_consent: null })
  const { body: list } = await pair.needSide.call('GET', `/v1/needs/${pair.needId}/matches`)
  t.notOk(list.data.some((one: { offer: { id: string } }) => one.offer.id === pair.offerId))
  t.match(await answer(pair.offerSide, String(id), 'accept'), {
    status: 409,
    body: { code: 'guardian_consent_missing' },
  })
  await helper({ guardian_consent: consent })
  t.equal((await answer(pair.offerSide, String(id), 'accept')).status, 200)
})

t.test('the side of the need does not learn from an acceptance that a helper is under 18', async (t) => {
  const pair = await twoPartners(service)
  const { id } = created(await propose(pair.offerSide, pair.needId, pair.offerId))
  await patch(pair.offerSide, `/v1/helpers/${pair.helperId}`, {
    credentials: { age_over_18: null, age_band: '16_17', licences: [] },
  })
  const refused = await answer(pair.needSide, String(id), 'accept')
  t.match(refused, { status: 409, body: { code: 'offer_not_open' } })
  // The number of the request is random, and may contain an 18.
  t.notMatch(JSON.stringify({ ...refused.body, request_id: '' }), /18|guardian/)
})

t.test(
  'a proposal for a minor without consent is refused, and only the own partner learns why',
  async (t) => {
    const pair = await twoPartners(service)
    await patch(pair.offerSide, `/v1/helpers/${pair.helperId}`, {
      credentials: { age_over_18: null, age_band: 'under_16', licences: [] },
    })
    const byNeed = await propose(pair.needSide, pair.needId, pair.offerId)
    t.match(byNeed, { status: 409, body: { code: 'not_a_match', errors: [{ code: 'not_available' }] } })
    const byOffer = await propose(pair.offerSide, pair.needId, pair.offerId)
    t.match(byOffer, {
      status: 409,
      body: { code: 'not_a_match', errors: [{ code: 'guardian_consent_missing' }] },
    })
  },
)

t.test(
  'a candidate under 18 without the consent of a guardian is shown and listed as not ranked',
  async (t) => {
    const office = await service.newPartner({ kind: 'internship_office' })
    const programId = await post(office, '/v1/programs', programBody())
    const candidate = (more: Record<string, unknown>) =>
      post(office, '/v1/candidates', candidateBody(programId, more))
    const ranked = new Set([
      await candidate({ age_band: '16_17', guardian_consent: consent }),
      await candidate({ age_band: '18_20' }),
      await candidate({ age_over_18: true }),
      await candidate({}),
    ])
    const kept = await candidate({ age_band: '16_17' })
    const { body: all } = await office.call('GET', '/v1/candidates')
    for (const { id, is_ranked } of all.data) t.equal(is_ranked, ranked.has(id), id)
    const listed = async (value: boolean) =>
      (await office.call('GET', `/v1/candidates?is_ranked=${value}`)).body.data.map(
        ({ id }: { id: string }) => id,
      )
    t.same(new Set(await listed(true)), ranked)
    t.same(await listed(false), [kept])
    const site = await service.newPartner()
    const organizationId = await post(site, '/v1/organizations', organizationBody())
    const needId = await post(site, '/v1/needs', needBody(organizationId, { positions: 9 }))
    const cohortId = await post(office, '/v1/cohorts', {
      program_id: programId,
      name: 'Spring',
      needs: [{ need_id: needId, capacity: 9 }],
    })
    const placement = await office.call('POST', `/v1/cohorts/${cohortId}/placements`, {
      body: { method: 'stable' },
    })
    t.match(placement.body, { unplaced: { not_ranked: 1 } })
  },
)

t.test('imports of candidates read the age band and the consent of a guardian', async (t) => {
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody())
  const id = await post(office, '/v1/candidates', candidateBody(programId, { external_id: 'S1' }))
  const send = async (file: string) => {
    const reply = await upload(service, office, `type=candidates&mode=apply&program_id=${programId}`, file)
    await service.services.background.works.run_imports.idle()
    return (await office.call('GET', String(reply.headers.location))).body
  }
  const header =
    'external_id,age_band,guardian_consent_given_by,guardian_consent_recorded_at,guardian_consent_text_version\n'
  t.match(await send(`${header}S1,16_17,mother,2026-11-01T10:00:00Z,3\n`), { updated: 1, rejected: 0 })
  t.match((await office.call('GET', `/v1/candidates/${id}`)).body, {
    age_band: '16_17',
    guardian_consent: { given_by: 'mother', text_version: '3' },
  })
  const ages = 'Student ID,Age group\nS1,18 or older\n'
  t.match(await send(ages), { updated: 1, rejected: 0 })
  t.match((await office.call('GET', `/v1/candidates/${id}`)).body, { age_band: '18_20' })
  t.match(
    await send(`${header}S1,about 17,,,\n`),
    { rejected: 1 },
    'an age that cannot be read is not guessed',
  )
})

t.test(
  '30 and 7 days before a credential expires its partner is told, once each, also after a restart',
  async (t) => {
    const partner = await service.newPartner()
    const start = new Date('2026-11-29T12:00:00Z')
    const after = (days: number) => new Date(start.getTime() + days * 86_400_000)
    const day = (days: number) => after(days).toISOString().slice(0, 10)
    const helperId = await post(partner, '/v1/helpers', {
      ...helperBody(),
      credentials: {
        background_check: { issued_on: '2026-01-01', expires_on: day(40) },
        licences: [
          { name: 'notary', expires_on: day(5) },
          { name: 'driving', expires_on: day(400) },
          { name: 'first aid' },
        ],
      },
    })
    const { inTransaction } = service.services.runtime
    const told = async () => {
      const { rows } = await service.database.pool.query<{ data: unknown; resource_id: string }>(
        `select data from events where partner_id = $1 and type = 'helper.credential_expiring' order by xid, seq`,
        [idToUuid(partner.partnerId)],
      )
      for (const { data } of rows) t.ok(eventData['helper.credential_expiring'].safeParse(data).success)
      return rows.map(({ data }) => data)
    }
    const run = (days: number) => remindCredentials(inTransaction, () => after(days))
    await Promise.all([run(0), run(0)])
    const notary = { credential: 'licence', days: 7 }
    t.same(await told(), [notary])
    await run(9)
    t.same(await told(), [notary])
    for (let again = 0; again < 2; again++) await run(10)
    const month = { credential: 'background_check', days: 30 }
    t.same(await told(), [notary, month])
    await run(33)
    await run(40)
    t.same(await told(), [notary, month, { credential: 'background_check', days: 7 }])
    t.ok(helperId)
  },
)

t.test('a guardian’s consent that has not been given yet is refused', async (t) => {
  const partner = await service.newPartner()
  const body = (recorded_at: string) =>
    helperBody({
      credentials: { age_band: '16_17', guardian_consent: { ...consent, recorded_at }, licences: [] },
    })
  t.match(await partner.call('POST', '/v1/helpers', { body: body('2199-01-01T00:00:00Z') }), {
    status: 422,
    body: { errors: [{ pointer: '/credentials/guardian_consent/recorded_at', code: 'in_the_future' }] },
  })
  t.equal((await partner.call('POST', '/v1/helpers', { body: body(consent.recorded_at) })).status, 201)
})

t.test('a credential of a day that has not come is refused, and one that is stored may stay', async (t) => {
  const partner = await service.newPartner()
  const credentials = (day: string) => ({
    age_over_18: { confirmed_on: day },
    background_check: { issued_on: day, expires_on: '2199-02-01' },
    licences: [
      { name: 'notary', issued_on: '2026-01-01' },
      { name: 'welder', issued_on: day },
    ],
  })
  const at = (pointer: string) => ({ pointer: `/credentials/${pointer}`, code: 'in_the_future' })
  t.match(
    await partner.call('POST', '/v1/helpers', {
      body: helperBody({ credentials: credentials('2199-01-01') }),
    }),
    {
      status: 422,
      body: {
        errors: [
          at('age_over_18/confirmed_on'),
          at('background_check/issued_on'),
          at('licences/1/issued_on'),
        ],
      },
    },
  )
  const today = Temporal.Now.plainDateISO('Pacific/Kiritimati')
  const post = (day: Temporal.PlainDate) =>
    partner.call('POST', '/v1/helpers', { body: helperBody({ credentials: credentials(day.toString()) }) })
  t.equal((await post(today)).status, 201, 'today on the island where it begins first')
  t.equal((await post(today.add({ days: 2 }))).status, 422)
})

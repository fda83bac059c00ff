import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { type Reply, startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'
import { post, postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const good = {
  outcome: 'The books of each month are closed by the fifth of the next',
  moves: 'time_freed',
  steps: ['Collect receipts', 'Enter them', 'Compare with the bank'],
  autonomy: 'decides',
  check_ins_per_week: 1,
  training_hours: 4,
  repeats_per_week: 2,
  helper_gains: 'Real bookkeeping of a nonprofit, for their resume',
}

t.test('a brief that says all is ready; one that says nothing is told what to change first', async (t) => {
  const partner = await service.newPartner()
  const advise = (brief: object) =>
    partner.call('POST', '/v1/advice/readiness', { body: { draft: { hours_per_week: 4, brief } } })
  t.match((await advise(good)).body, { score: 100, first_change: null })
  const empty = (await advise({})).body
  t.ok(empty.score <= 20)
  t.equal(empty.checks.length, 5)
  t.equal(typeof empty.first_change, 'string')
})

t.test('a need is judged by its own brief, which it shows again', async (t) => {
  const partner = await service.newPartner()
  const { organizationId, needId } = await postWorld(partner)
  const briefed = await post(partner, '/v1/needs', needBody(organizationId, { brief: good }))
  const score = async (need_id: string) =>
    (await partner.call('POST', '/v1/advice/readiness', { body: { need_id } })).body.score
  t.equal(await score(briefed), 100)
  t.ok((await score(needId)) <= 20)
  t.match((await partner.call('GET', `/v1/needs/${briefed}`)).body.brief, good)
  t.equal((await partner.call('GET', `/v1/needs/${needId}`)).body.brief, null)
  const stranger = await service.newPartner()
  t.match(await stranger.call('POST', '/v1/advice/readiness', { body: { need_id: briefed } }), {
    status: 404,
    body: { code: 'need_not_found' },
  })
  t.equal((await partner.call('POST', '/v1/advice/readiness', { body: {} })).status, 422)
})

t.test('what the organization named last time is held against the next brief', async (t) => {
  const pair = await twoPartners(service)
  await answer(pair.offerSide, await proposed(pair), 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  const url = `/v1/engagements/${body.data[0].id}`
  const daily = { ...good, autonomy: 'follows', check_ins_per_week: 5 }
  const micromanaged = async (organization_id = pair.organizationId) => {
    const draft = { organization_id, hours_per_week: 4, brief: daily }
    const advised = (await pair.needSide.call('POST', '/v1/advice/readiness', { body: { draft } })).body
    const check = advised.checks.find((one: { cause: string }) => one.cause === 'micromanaged')
    return { score: advised.score, finding: check.finding }
  }
  const before = await micromanaged()
  await pair.needSide.call('POST', `${url}/end`, { body: { reason: 'agreed' } })
  const looked = { outcome: 1, again: false, hours_spent: 5, obstacles: ['micromanaged', 'communication'] }
  await pair.needSide.call('POST', `${url}/retrospective`, { body: looked })
  const after = await micromanaged()
  t.ok(after.score < before.score)
  t.match(after.finding, /you named micromanag/i)
  t.notMatch(before.finding, /you named/)
  // What was learned holds for the organization that the one in the draft was joined into.
  const former = await post(pair.needSide, '/v1/organizations', organizationBody())
  t.notMatch((await micromanaged(former)).finding, /you named/)
  const merge = `/v1/organizations/${pair.organizationId}/merge`
  t.match(await pair.needSide.call('POST', merge, { body: { from_id: former } }), { status: 200 })
  t.match((await micromanaged(former)).finding, /you named micromanag/i)
})

t.test('advice comes in the language of the reader, with the same points', async (t) => {
  const partner = await service.newPartner()
  const ask = (language: string) =>
    partner.call('POST', '/v1/advice/readiness', {
      body: { draft: { brief: {} } },
      headers: { 'accept-language': language },
    })
  const points = ({ body }: Reply) => body.checks.map((one: { points: number }) => one.points)
  const english = await ask('en')
  const german = await ask('de-CH')
  t.match(german.headers, { 'content-language': 'de', vary: 'Accept-Language' })
  t.same(points(german), points(english))
  t.match(german.body.checks[0].finding, /^Diese Beschreibung nennt weder Schritte/)
  const texts = await Promise.all(
    ['en', 'es', 'fr', 'de', 'pt'].map(async (one) => (await ask(one)).body.first_change),
  )
  t.equal(new Set(texts).size, 5)
})

t.test('an investment is answered in numbers, and drawn with the same parameters', async (t) => {
  const partner = await service.newPartner()
  const asked = { minutes_per_task: 30, times_per_week: 4, owner_hour_value: 40, learning_rate: 1 }
  const { body } = await partner.call('POST', '/v1/advice/investment', { body: asked })
  t.match(body, { training_hours: 5, break_even_repetition: 10, break_even_week: 3, hours_freed_in_year: 99 })
  t.equal(body.weeks.length, 52)
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  const chart = await partner.call('GET', `/v1/advice/investment.svg?${query}`)
  t.match(chart.headers['content-type'], 'image/svg+xml')
  t.match(chart.body, /It pays back in week 3/)
  t.equal((await partner.call('GET', '/v1/advice/investment.svg?minutes_per_task=0')).status, 422)
  t.equal(
    (await partner.call('POST', '/v1/advice/investment', { body: { minutes_per_task: -1 } })).status,
    422,
  )
})

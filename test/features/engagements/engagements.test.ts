import { createPublicKey } from 'node:crypto'
import { createVerifier } from 'fast-jwt'
import t from 'tap'
import { callerOf } from '../../support/caller-of.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import {
  anotherOffer,
  answer,
  propose,
  proposed,
  type TwoPartners,
  twoPartners,
} from '../../support/two-partners.ts'
import { workday } from '../../support/workday.ts'

const DAY_MS = 86_400_000
let nowMs = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

interface Engaged extends TwoPartners {
  id: string
  url: string
}

async function engaged(overrides: Parameters<typeof twoPartners>[1] = {}): Promise<Engaged> {
  const pair = await twoPartners(service, overrides)
  await answer(pair.offerSide, await proposed(pair), 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  const id = String(body.data[0].id)
  return { ...pair, id, url: `/v1/engagements/${id}` }
}

const complete = (by: Partner, { url }: Engaged) => by.call('POST', `${url}/complete`, { body: {} })
const logHours = (by: Partner, { url }: Engaged, hours = 2) =>
  by.call('POST', `${url}/hours`, { body: { worked_on: workday(new Date(nowMs)), hours } })
const lookBack = (by: Partner, { url }: Engaged, body = {}) =>
  by.call('POST', `${url}/retrospective`, {
    body: { outcome: 4, again: true, hours_spent: 6, obstacles: [], ...body },
  })

async function completed(): Promise<Engaged> {
  const work = await engaged()
  await complete(work.needSide, work)
  await complete(work.offerSide, work)
  return work
}

t.test(
  'an accepted introduction is an engagement of both partners, with what need and offer say',
  async (t) => {
    const work = await engaged({ need: { starts_on: '2026-11-09', ends_on: '2026-12-18' } })
    for (const [partner, yours] of [
      [work.needSide, ['need']],
      [work.offerSide, ['offer']],
    ] as const) {
      const { body, headers } = await partner.call('GET', work.url)
      t.match(body, {
        status: 'active',
        kind: 'volunteer',
        yours,
        title: 'Bring our books up to date',
        skills: [{ label: 'Bookkeeping', skill: 'bookkeeping' }],
        plan: { starts_on: '2026-11-09', ends_on: '2026-12-18', outcome: null },
      })
      t.equal(headers.etag, '"1"')
    }
    t.equal((await (await service.newPartner()).call('GET', work.url)).status, 404)
    t.same((await work.offerSide.call('GET', '/v1/engagements?role=need')).body.data, [])
    t.equal((await work.offerSide.call('GET', '/v1/engagements?status=active')).body.data.length, 1)
  },
)

t.test('either side plans, and not over what the other has planned meanwhile', async (t) => {
  const work = await engaged()
  const plan = (by: Partner, version: string, outcome: string) =>
    by.call('PUT', `${work.url}/plan`, { body: { outcome }, headers: { 'if-match': version } })
  t.match(await plan(work.needSide, '"1"', 'The books are closed each month'), { status: 200 })
  t.match(await plan(work.offerSide, '"1"', 'Something else'), { status: 412 })
  t.match(await plan(work.offerSide, '"2"', 'Closed by the fifth'), {
    body: { plan: { outcome: 'Closed by the fifth' } },
  })
  t.equal((await work.needSide.call('PUT', `${work.url}/plan`, { body: {} })).status, 428)
  const dates = { starts_on: '2026-12-02', ends_on: '2026-12-01' }
  t.match(
    await work.needSide.call('PUT', `${work.url}/plan`, { body: dates, headers: { 'if-match': '*' } }),
    { status: 422, body: { errors: [{ pointer: '/ends_on' }] } },
  )
})

t.test('hours are logged by either side and confirmed by the other; disputes stay visible', async (t) => {
  const work = await engaged()
  const first = (await logHours(work.offerSide, work, 2)).body
  const second = (await logHours(work.needSide, work, 3)).body
  const answerHours = (by: Partner, id: string, verb: 'confirm' | 'dispute') =>
    by.call(
      'POST',
      `${work.url}/hours/${id}/${verb}`,
      verb === 'dispute' ? { body: { reason: 'Only one' } } : {},
    )
  t.match(await answerHours(work.offerSide, first.id, 'confirm'), {
    status: 403,
    body: { code: 'not_your_side' },
  })
  t.match(await answerHours(work.needSide, first.id, 'dispute'), { body: { status: 'disputed' } })
  t.match(await answerHours(work.needSide, first.id, 'confirm'), {
    body: { status: 'confirmed', dispute_reason: 'Only one' },
  })
  for (const verb of ['confirm', 'dispute'] as const)
    t.match(await answerHours(work.needSide, first.id, verb), {
      status: 409,
      body: { code: 'hours_answered' },
    })
  t.match(await answerHours(work.offerSide, second.id, 'dispute'), { status: 200 })
  const { body } = await work.needSide.call('GET', `${work.url}/hours`)
  t.same(
    body.data.map((one: { hours: number; logged_by: string; status: string }) => [
      one.hours,
      one.logged_by,
      one.status,
    ]),
    [
      [2, 'offer', 'confirmed'],
      [3, 'need', 'disputed'],
    ],
  )
  t.equal((await answerHours(await service.newPartner(), first.id, 'confirm')).status, 404)
})

t.test('it is completed once both sides have said so, and counts for both', async (t) => {
  const work = await engaged()
  t.match((await complete(work.needSide, work)).body, { status: 'active', done_by: ['need'] })
  t.match((await complete(work.needSide, work)).body, { status: 'active', done_by: ['need'] })
  t.match((await complete(work.offerSide, work)).body, { status: 'completed', done_by: ['need', 'offer'] })
  await work.needSide.call('POST', `/v1/needs/${work.needId}/reopen`)
  const { body } = await work.needSide.call('GET', `/v1/needs/${work.needId}/matches/${work.offerId}`)
  const trust = body.factors.find((factor: { name: string }) => factor.name === 'trust')
  t.match(
    trust.reason,
    'The helper has completed 1 of 1 engagement. The organization has completed 1 of 1 engagement.',
  )
})

t.test('of two who say at the same moment that it is done, the second completes it', async (t) => {
  const work = await engaged()
  await Promise.all([complete(work.needSide, work), complete(work.offerSide, work)])
  t.match((await work.needSide.call('GET', work.url)).body, { status: 'completed' })
})

t.test('who ends it early has broken their word, unless the reason says otherwise', async (t) => {
  const cases = [
    { by: 'offerSide', reason: 'no_time', trust: 'The helper has completed 0 of 1 engagement.' },
    {
      by: 'needSide',
      reason: 'other_side_stopped_answering',
      trust: 'The helper has completed 0 of 1 engagement.',
    },
    { by: 'needSide', reason: 'other', trust: 'The organization has completed 0 of 1 engagement.' },
    { by: 'needSide', reason: 'agreed', trust: '' },
  ] as const
  for (const { by, reason, trust } of cases) {
    const work = await engaged()
    if (reason === 'other_side_stopped_answering') nowMs += 7 * DAY_MS
    t.match(await work[by].call('POST', `${work.url}/end`, { body: { reason } }), {
      status: 200,
      body: { status: 'ended_early', end_reason: reason },
    })
    await work.needSide.call('POST', `/v1/needs/${work.needId}/reopen`)
    const { body } = await work.needSide.call('GET', `/v1/needs/${work.needId}/matches/${work.offerId}`)
    const factor = body.factors.find(({ name }: { name: string }) => name === 'trust')
    t.equal(factor.reason, trust, reason)
  }
})

t.test('nobody is blamed for a silence that has not lasted for 7 days', async (t) => {
  const work = await engaged()
  const body = { reason: 'other_side_stopped_answering' }
  const blame = (by: Partner) => by.call('POST', `${work.url}/end`, { body })
  nowMs += 1000
  const until = nowMs - 1000 + 7 * DAY_MS
  const { status, headers, body: refused } = await blame(work.needSide)
  t.equal(status, 409)
  t.equal(refused.code, 'not_silent_long_enough')
  t.match(refused.detail, `Try again after ${new Date(until).toISOString()}`)
  t.match(refused.detail, 'end the work for another reason')
  t.equal(headers['retry-after'], String((until - nowMs) / 1000))
  t.match((await work.needSide.call('GET', work.url)).body, { status: 'active', ended_by: null })
  nowMs = until
  t.equal((await blame(work.needSide)).status, 200)
})

t.test(
  'whatever a side does for the work breaks its silence, and what the other does does not',
  async (t) => {
    const blame = { body: { reason: 'other_side_stopped_answering' } }
    const isBlamed = async (by: Partner, { url }: Engaged) =>
      (await by.call('POST', `${url}/end`, blame)).status === 200
    const plan = (by: Partner, { url }: Engaged) =>
      by.call('PUT', `${url}/plan`, { body: {}, headers: { 'if-match': '*' } })
    const answerHours = async (by: Partner, from: Partner, work: Engaged, verb: 'confirm' | 'dispute') => {
      const { body } = await logHours(from, work)
      const options = verb === 'dispute' ? { body: { reason: 'Only one' } } : {}
      return by.call('POST', `${work.url}/hours/${body.id}/${verb}`, options)
    }
    const acts: Record<string, (by: Partner, from: Partner, work: Engaged) => Promise<{ status: number }>> = {
      plan: (by, _, work) => plan(by, work),
      hours: (by, _, work) => logHours(by, work),
      confirmation: (by, from, work) => answerHours(by, from, work, 'confirm'),
      dispute: (by, from, work) => answerHours(by, from, work, 'dispute'),
      done: (by, _, work) => complete(by, work),
    }
    for (const [name, act] of Object.entries(acts)) {
      for (const [silent, waiting] of [
        ['needSide', 'offerSide'],
        ['offerSide', 'needSide'],
      ] as const) {
        const work = await engaged()
        nowMs += 7 * DAY_MS
        t.ok((await act(work[silent], work[waiting], work)).status < 300, name)
        nowMs += 7 * DAY_MS - 1
        // What the waiting side does itself changes nothing.
        await plan(work[waiting], work)
        await logHours(work[waiting], work)
        t.notOk(await isBlamed(work[waiting], work), `${name} of the ${silent}`)
        nowMs += 1
        t.ok(await isBlamed(work[waiting], work), `${name} of the ${silent}, 7 days later`)
      }
    }
  },
)

t.test('work that ended early frees its position: the need is reopened and finds other help', async (t) => {
  const work = await engaged()
  const again = async () => {
    const id = await proposed(work, work.needId, await anotherOffer(work))
    return answer(work.offerSide, id, 'accept')
  }
  await work.needSide.call('POST', `/v1/needs/${work.needId}/reopen`)
  t.match(await propose(work.needSide, work.needId, await anotherOffer(work)), {
    status: 409,
    body: { code: 'not_a_match', errors: [{ code: 'fully_committed' }] },
  })
  await work.needSide.call('POST', `/v1/needs/${work.needId}/fill`)
  await work.needSide.call('POST', `${work.url}/end`, { body: { reason: 'agreed' } })
  t.equal((await again()).status, 200)
  t.equal((await work.needSide.call('GET', `/v1/needs/${work.needId}`)).body.status, 'filled')
})

t.test('what has ended takes no plan and no other end', async (t) => {
  const ended = await completed()
  const broken = await engaged()
  await broken.needSide.call('POST', `${broken.url}/end`, { body: { reason: 'agreed' } })
  for (const work of [ended, broken]) {
    const replies = [
      await work.needSide.call('PUT', `${work.url}/plan`, { body: {}, headers: { 'if-match': '*' } }),
      await complete(work.needSide, work),
      await work.needSide.call('POST', `${work.url}/end`, { body: { reason: 'other' } }),
    ]
    for (const reply of replies) t.match(reply, { status: 409, body: { code: 'engagement_not_active' } })
  }
})

t.test('both look back, each once, and see the other only when both have', async (t) => {
  const active = await engaged()
  t.match(await lookBack(active.needSide, active), { status: 409, body: { code: 'engagement_not_ended' } })
  const work = await completed()
  t.match(await lookBack(work.needSide, work, { obstacles: ['no_plan', 'no_plan'] }), {
    status: 201,
    body: { obstacles: ['no_plan'] },
  })
  t.match(await lookBack(work.needSide, work), { status: 409, body: { code: 'retrospective_given' } })
  const read = async (by: Partner) => (await by.call('GET', `${work.url}/retrospectives`)).body
  t.match(await read(work.needSide), { need: { outcome: 4 }, offer: null })
  t.match(await read(work.offerSide), { need: null, offer: null })
  await lookBack(work.offerSide, work, { outcome: 3 })
  for (const side of [work.needSide, work.offerSide])
    t.match(await read(side), { need: { outcome: 4 }, offer: { outcome: 3 } })
  t.equal((await lookBack(work.offerSide, work, { outcome: 5 })).status, 422)
})

t.test('a partner of both sides says for which one it speaks', async (t) => {
  const partner = await service.newPartner()
  const pair = { ...(await twoPartners(service)), needSide: partner, offerSide: partner }
  const { postWorld } = await import('../../support/world.ts')
  const world = await postWorld(partner)
  Object.assign(pair, world)
  const id = await proposed(pair)
  await answer(partner, id, 'accept')
  const { body } = await partner.call('GET', '/v1/engagements')
  t.equal(body.data.length, 1)
  const url = `/v1/engagements/${body.data[0].id}`
  t.same(body.data[0].yours, ['need', 'offer'])
  t.match(await partner.call('POST', `${url}/complete`, { body: {} }), {
    status: 422,
    body: { errors: [{ pointer: '/side' }] },
  })
  for (const side of ['need', 'offer'])
    t.equal((await partner.call('POST', `${url}/complete`, { body: { side } })).status, 200)
  const other = await engaged()
  t.match(await other.needSide.call('POST', `${other.url}/complete`, { body: { side: 'offer' } }), {
    status: 403,
    body: { code: 'not_your_side' },
  })
})

t.test('the check-ins of the plan are a calendar', async (t) => {
  const work = await engaged()
  const check_ins = { every_days: 7, start: '10:00', minutes: 30, time_zone: 'America/Los_Angeles' }
  await work.needSide.call('PUT', `${work.url}/plan`, {
    body: { starts_on: '2026-11-02', ends_on: '2026-11-20', check_ins },
    headers: { 'if-match': '*' },
  })
  const { body, headers } = await work.needSide.call('GET', `${work.url}/calendar.ics`)
  t.match(headers['content-type'], 'text/calendar')
  t.match(body, /DTSTART:20261109T180000Z/)
  t.match(body, /Check-in with Lee Moreno/)
})

t.test('a plan in a time zone that has no calendar is refused', async (t) => {
  const work = await engaged()
  // Intl takes all of these, Temporal none.
  for (const time_zone of ['PST', 'CST', 'IST', 'SystemV/PST8']) {
    const check_ins = { every_days: 7, start: '10:00', minutes: 30, time_zone }
    const answer = await work.needSide.call('PUT', `${work.url}/plan`, {
      body: { starts_on: '2026-11-02', ends_on: '2026-11-20', check_ins },
      headers: { 'if-match': '*' },
    })
    t.match(answer, { status: 422, body: { errors: [{ pointer: '/check_ins/time_zone' }] } }, time_zone)
  }
  t.equal((await work.needSide.call('GET', `${work.url}/calendar.ics`)).status, 200)
})

t.test('completed work is a record that anybody can verify', async (t) => {
  const active = await engaged()
  t.match(await active.needSide.call('GET', `${active.url}/record?format=json_resume`), {
    status: 409,
    body: { code: 'engagement_not_completed' },
  })
  const work = await engaged()
  const { body: logged } = await logHours(work.offerSide, work, 3)
  await logHours(work.offerSide, work, 20)
  await work.needSide.call('POST', `${work.url}/hours/${logged.id}/confirm`)
  nowMs += DAY_MS
  await complete(work.needSide, work)
  await complete(work.offerSide, work)
  const resume = await work.offerSide.call('GET', `${work.url}/record?format=json_resume`)
  t.match(resume.body, {
    basics: { name: 'Lee Moreno' },
    volunteer: [{ organization: 'Harbor Food Pantry', summary: /3 hours confirmed by both sides/ }],
    skills: [{ name: 'Bookkeeping' }],
  })
  const badge = await work.offerSide.call('GET', `${work.url}/record?format=open_badge`)
  t.equal(badge.headers['content-type'], 'application/vc+jwt')
  const { keys } = (await service.inject({ method: 'GET', url: '/.well-known/jwks.json' })).body
  const [header = ''] = String(badge.body).split('.')
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
  const jwk = keys.find((key: { kid: string }) => key.kid === kid)
  const key = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
  const claims = createVerifier({ key, algorithms: ['EdDSA'], ignoreNotBefore: true })(badge.body)
  t.match(claims, {
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { achievement: { name: 'Bring our books up to date' } },
  })
  t.notMatch(JSON.stringify(claims), /lee@example|Lee Moreno/)
  t.equal(await callerOf(service.services.access.tokens, badge.body), null, 'it is no access token')
})

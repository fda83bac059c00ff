import t from 'tap'
import { createReadSkillDemand } from '../../../src/features/insights/skill-demand.ts'
import {
  acceptAll,
  helperWithOffer,
  newSkills,
  organizationWithNeed,
  proposeRing,
} from '../../support/barterers.ts'
import {
  candidateBody,
  helperBody,
  needBody,
  offerBody,
  organizationBody,
  programBody,
} from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'
import { newMarket, unlimitedProposals } from './market.ts'

const HOUR_MS = 3_600_000
/** A Monday. */
const START_MS = Date.parse('2026-11-02T09:00:00Z')
let nowMs = START_MS
const service = await startTestService(t, {
  clock: () => new Date(nowMs),
  env: unlimitedProposals,
})
t.beforeEach(() => {
  nowMs = START_MS
})

async function read(partner: Partner, query = '') {
  const { status, body } = await partner.call('GET', `/v1/insights${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

const NO_HOURS = { volunteer: 0, intern: 0, barter: 0, paid: 0 }
const NONE = { posted: 0, matched: 0, introduced: 0, accepted: 0, completed: 0 }

t.test('a need is counted by the week of its posting, as far as it has come by now', async (t) => {
  const market = await newMarket(service)
  const funnel = async () => (await read(market.needSide)).funnel
  const helped = await market.postNeed()
  const declined = await market.postNeed()
  t.same(await funnel(), {
    ...NONE,
    posted: 2,
    shares: { matched: 0, introduced: null, accepted: null, completed: null },
  })
  nowMs += 10 * HOUR_MS
  const first = await market.propose(helped, 'volunteer', nowMs)
  await market.decline(await market.propose(declined, 'volunteer', nowMs))
  t.match(await funnel(), { posted: 2, matched: 2, introduced: 2, accepted: 0 })
  nowMs += 2 * HOUR_MS
  await market.accept(first)
  // The second yes of the same need makes it neither two nor later.
  nowMs += 5 * HOUR_MS
  await market.accept(await market.propose(helped, 'paid', nowMs))
  nowMs = Date.parse('2026-11-08T23:59:59.999Z')
  await market.postNeed()
  nowMs += 1
  await market.postNeed()
  await market.complete(first)
  t.same(await funnel(), {
    posted: 4,
    matched: 2,
    introduced: 2,
    accepted: 1,
    completed: 1,
    shares: { matched: 0.5, introduced: 1, accepted: 0.5, completed: 1 },
  })
  const { weeks, median_time_to_help_hours, from, to } = await read(market.needSide)
  t.equal(median_time_to_help_hours, 12)
  t.same([from, to, weeks.length], ['2026-08-24', '2026-11-09', 12])
  t.match(weeks.slice(-3), [
    { week: '2026-W44', starts_on: '2026-10-26', ...NONE, median_time_to_help_hours: null },
    { week: '2026-W45', posted: 3, matched: 2, introduced: 2, accepted: 1, completed: 1 },
    { week: '2026-W46', starts_on: '2026-11-09', ...NONE, posted: 1 },
  ])
  t.match(weeks.at(-2), { median_time_to_help_hours: 12 })
})

t.test('days of the window are days in UTC, the last one included', async (t) => {
  const market = await newMarket(service)
  for (const posted of ['2026-11-03T23:59:59.999Z', '2026-11-04T00:00:00Z', '2026-11-05T23:59:59.999Z']) {
    nowMs = Date.parse(posted)
    await market.postNeed()
  }
  const posted = async (query: string) => (await read(market.needSide, query)).funnel.posted
  t.equal(await posted('?from=2026-11-04&to=2026-11-05'), 2)
  t.equal(await posted('?from=2026-11-04&to=2026-11-04'), 1)
  t.equal(await posted('?to=2026-11-03'), 1)
  t.equal(await posted('?from=2026-11-03'), 3)
})

t.test('free help in time is told of needs that had the time, to the millisecond', async (t) => {
  const market = await newMarket(service)
  const needs = []
  for (let count = 0; count < 3; count++) needs.push(await market.postNeed())
  const [inTime = '', late = '', paid = ''] = needs
  const free = async () => (await read(market.needSide)).free_within_72_hours
  t.same(await free(), { needs: 0, of_needs: 0, share: null })
  const proposals = [
    await market.propose(inTime, 'intern', nowMs),
    await market.propose(late, 'volunteer', nowMs),
  ] as const
  await market.accept(await market.propose(paid, 'paid', nowMs))
  t.same(await free(), { needs: 0, of_needs: 0, share: null }, 'what is paid for is not free, however soon')
  nowMs = START_MS + 72 * HOUR_MS - 1
  t.same(await free(), { needs: 0, of_needs: 0, share: null })
  nowMs += 1
  await market.accept(proposals[0])
  t.same(await free(), { needs: 1, of_needs: 3, share: 0.3333 })
  nowMs += 1
  await market.accept(proposals[1])
  const quick = await market.postNeed()
  await market.accept(await market.propose(quick, 'volunteer', nowMs))
  await market.postNeed()
  t.same(await free(), { needs: 2, of_needs: 4, share: 0.5 })
  t.match((await read(market.needSide)).funnel, { posted: 5, accepted: 4 })
})

t.test(
  'a candidate of another partner who was shown makes a need matched, an own one does not',
  async (t) => {
    const office = await service.newPartner({ kind: 'internship_office' })
    const programId = await post(office, '/v1/programs', programBody())
    await post(office, '/v1/candidates', candidateBody(programId, { skills: ['bookkeeping'] }))
    for (const [partner, matched] of [
      [await service.newPartner(), 1],
      [office, 0],
    ] as const) {
      const organizationId = await post(partner, '/v1/organizations', organizationBody())
      const needId = await post(partner, '/v1/needs', needBody(organizationId))
      t.match((await read(partner)).funnel, { posted: 1, matched: 0 })
      await partner.call('GET', `/v1/needs/${needId}/matches`)
      t.match((await read(partner)).funnel, { posted: 1, matched, introduced: 0 })
    }
  },
)

t.test('what a ring posts in return for an offer is no need of the partner’s', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const organization = await organizationWithNeed(service, a, b)
  const helper = await helperWithOffer(service, b, a)
  const { body: ring } = await proposeRing([organization, helper])
  const [closed] = await acceptAll([helper], ring.id)
  t.match(closed?.body, { status: 'accepted' })
  t.equal((await helper.partner.call('GET', '/v1/needs')).body.data.length, 1)
  const ofHelper = await read(helper.partner)
  t.match(ofHelper, { funnel: NONE, median_time_to_help_hours: null })
  t.same(ofHelper.weeks.at(-1).skills_most_wanted, [])
  t.match(await read(organization.partner), {
    funnel: { posted: 1, accepted: 1 },
    free_within_72_hours: { needs: 1 },
  })
})

t.test(
  'another partner’s postings change nothing but the offers of others, and those by fives',
  async (t) => {
    const own = await newMarket(service)
    const skill = { skills: ['Dragon taming'] }
    const needId = await own.postNeed({ skills: ['dragon taming', 'Bookkeeping', 'bookkeeping'] })
    await own.accept(await own.propose(needId, 'volunteer', nowMs))
    const helperId = await post(own.needSide, '/v1/helpers', helperBody())
    await post(own.needSide, '/v1/offers', offerBody(helperId, { ...skill, visibility: 'partner' }))
    const before = await read(own.needSide)
    const taming = { id: null, label: 'dragon taming', wanted: 1, offered_by_you: 1 }
    const listed = (body: typeof before) =>
      body.weeks.at(-1).skills_most_wanted.find(({ id }: { id: string | null }) => id === null)
    t.same(listed(before), { ...taming, offered_by_others: null })
    t.match(before.weeks.at(-1).skills_most_wanted, [
      { id: 'bookkeeping', label: 'Bookkeeping', wanted: 1 },
      {},
    ])

    // With a need, and the first of four offers.
    await postWorld(await service.newPartner(), { need: skill, offer: skill })
    const other = await service.newPartner()
    const theirHelperId = await post(other, '/v1/helpers', helperBody())
    const offer = (more = {}) => post(other, '/v1/offers', offerBody(theirHelperId, { ...skill, ...more }))
    for (let count = 2; count <= 4; count++) await offer()
    await offer({ visibility: 'partner' })
    await offer({ status: 'closed' })
    t.same(await read(own.needSide), before, 'four are hidden, as is what is not open to all')
    const fifth = await offer()
    const after = await read(own.needSide)
    t.same(listed(after), { ...taming, offered_by_others: 5 })
    for (let count = 6; count <= 9; count++) await offer()
    t.same(await read(own.needSide), after, 'nine are told as five')
    await offer()
    t.match(listed(await read(own.needSide)), { offered_by_others: 10 })
    await other.call('POST', `/v1/offers/${fifth}/pause`)
    t.match(listed(await read(own.needSide)), { offered_by_others: 5 })
    for (const list of ['skills_most_wanted', 'skills_least_offered'])
      for (const body of [before, after]) for (const week of body.weeks) delete week[list]
    t.same(after, before)
  },
)

t.test(
  'what others offer in a large market is counted once a minute, and never less than nothing',
  async (t) => {
    const own = await newMarket(service)
    const skill = { skills: ['Yak shearing'] }
    await own.postNeed(skill)
    const other = await service.newPartner()
    const theirs = await post(other, '/v1/helpers', helperBody())
    const ours = await post(own.needSide, '/v1/helpers', helperBody())
    const postMany = async (by: Partner, helperId: string) => {
      for (let count = 0; count < 5; count++) await post(by, '/v1/offers', offerBody(helperId, skill))
    }
    await postMany(other, theirs)
    const readDemand = createReadSkillDemand({ manySkills: 1 })
    const shown = async () => {
      const { db } = service.services.runtime
      const ctx = { db, clock: () => new Date(nowMs), actor: { partnerId: own.needSide.partnerId } }
      const window = { from: '2026-11-02', to: '2026-11-08' }
      const [demand] = await readDemand(ctx, window)
      return [demand?.offeredByOwn, demand?.offeredByOthers]
    }
    t.same(await shown(), [0, 5])
    await postMany(own.needSide, ours)
    t.same(await shown(), [5, 0], 'own offers count at once')
    await postMany(other, theirs)
    t.same(await shown(), [5, 0])
    nowMs += 60_000
    t.same(await shown(), [5, 10])
  },
)

t.test(
  'least offered are those with the fewest shown offers for a need; what is hidden orders nothing',
  async (t) => {
    const own = await newMarket(service)
    const other = await newMarket(service)
    const helperId = await post(other.needSide, '/v1/helpers', helperBody())
    const offers = {
      'aardvark dronkelling': 5,
      'bear dronkelling': 0,
      'cat dronkelling': 4,
      'dog dronkelling': 5,
    }
    for (const [skill, count] of Object.entries(offers))
      for (let at = 0; at < count; at++)
        await post(other.needSide, '/v1/offers', offerBody(helperId, { skills: [skill] }))
    await own.postNeed({
      skills: ['aardvark dronkelling', 'bear dronkelling', 'cat dronkelling', 'dog dronkelling'],
    })
    await own.postNeed({ skills: ['dog dronkelling', 'cat dronkelling'] })
    await own.postNeed({ skills: ['cat dronkelling'] })
    const week = (await read(own.needSide)).weeks.at(-1)
    const labels = (list: { label: string }[]) => list.map(({ label }) => label)
    t.same(labels(week.skills_most_wanted), [
      'cat dronkelling',
      'dog dronkelling',
      'aardvark dronkelling',
      'bear dronkelling',
    ])
    // Four cats count as none, so that the one wanted more often comes first.
    t.same(labels(week.skills_least_offered), [
      'cat dronkelling',
      'bear dronkelling',
      'dog dronkelling',
      'aardvark dronkelling',
    ])
  },
)

t.test('a week lists ten skills at most, each with its label of the taxonomy', async (t) => {
  const own = await newMarket(service)
  const rare = Array.from({ length: 12 }, inventedWord)
  await own.postNeed({ skills: [...rare, 'keeping the books'] })
  await own.postNeed({ skills: ['bookkeeping'] })
  const week = (await read(own.needSide)).weeks.at(-1)
  t.equal(week.skills_most_wanted.length, 10)
  t.equal(week.skills_least_offered.length, 10)
  t.match(week.skills_most_wanted[0], { id: 'bookkeeping', label: 'Bookkeeping', wanted: 2 })
})

t.test('where nothing was posted there are zeros and nulls', async (t) => {
  const body = await read(await service.newPartner())
  const nothing = {
    median_time_to_help_hours: null,
    free_within_72_hours: { needs: 0, of_needs: 0, share: null },
    confirmed_hours: NO_HOURS,
  }
  t.same(
    { ...body, weeks: [] },
    {
      from: '2026-08-17',
      to: '2026-11-02',
      funnel: { ...NONE, shares: { matched: null, introduced: null, accepted: null, completed: null } },
      ...nothing,
      weeks: [],
    },
  )
  t.equal(body.weeks.length, 12)
  for (const { week: _, starts_on: __, ...week } of body.weeks)
    t.same(week, { ...NONE, ...nothing, skills_most_wanted: [], skills_least_offered: [] })
})

t.test('hours count once they are confirmed, by kind and by the week of the work', async (t) => {
  const market = await newMarket(service)
  const { needSide, offerSide } = market
  nowMs = Date.parse('2026-11-01T10:00:00Z')
  const need = await market.postNeed()
  const work = async (kind: 'volunteer' | 'paid') => {
    const introduction = await market.propose(need, kind, nowMs)
    await market.accept(introduction)
    const { body } = await needSide.call('GET', `/v1/introductions/${introduction}`)
    return `/v1/engagements/${body.engagement_id}/hours`
  }
  const [free, paid] = [await work('volunteer'), await work('paid')]
  nowMs = START_MS
  const log = async (url: string, worked_on: string, hours: number, isConfirmed = true) => {
    const id = await post(offerSide, url, { worked_on, hours })
    if (isConfirmed) await needSide.call('POST', `${url}/${id}/confirm`, { body: {} })
  }
  await log(free, '2026-11-01', 2.25)
  await log(free, '2026-11-02', 1)
  await log(free, '2026-11-02', 0.5)
  await log(paid, '2026-11-02', 4)
  await log(free, '2026-11-02', 8, false)
  for (const side of [needSide, offerSide]) {
    const body = await read(side)
    t.same(body.confirmed_hours, { ...NO_HOURS, volunteer: 3.75, paid: 4 })
    t.same(
      body.weeks.slice(-2).map((week: { confirmed_hours: unknown }) => week.confirmed_hours),
      [
        { ...NO_HOURS, volunteer: 2.25 },
        { ...NO_HOURS, volunteer: 1.5, paid: 4 },
      ],
    )
    t.same((await read(side, '?from=2026-11-02')).confirmed_hours, { ...NO_HOURS, volunteer: 1.5, paid: 4 })
  }
  t.same((await read(await service.newPartner())).confirmed_hours, NO_HOURS)
})

t.test('hours of work of which both sides are the partner’s count once', async (t) => {
  const partner = await service.newPartner()
  const world = await postWorld(partner)
  const id = await post(partner, '/v1/introductions', { need_id: world.needId, offer_id: world.offerId })
  await partner.call('POST', `/v1/introductions/${id}/accept`, { body: {} })
  const { body } = await partner.call('GET', '/v1/engagements')
  const url = `/v1/engagements/${body.data[0].id}/hours`
  const hours = await post(partner, url, { worked_on: '2026-11-02', hours: 3, side: 'offer' })
  t.equal((await partner.call('POST', `${url}/${hours}/confirm`, { body: {} })).status, 200)
  t.same((await read(partner)).confirmed_hours, { ...NO_HOURS, [body.data[0].kind]: 3 })
})

t.test('a window that can not be read, or has no end, is refused with its fault', async (t) => {
  const partner = await service.newPartner()
  const wrong = {
    from: [
      'from=2026-11-10&to=2026-11-09',
      'from=2026-11-03',
      'from=2025-10-27&to=2026-11-02',
      'from=yesterday',
      'from=2026-02-30',
      'from=2026-W45',
      'from=',
      'from=0000-01-01',
      "from='; drop table needs; --",
      'from=2026-11-01T00:00:00Z',
      'from=%00',
      'from=2026-11-01&from=2026-11-02',
    ],
    to: ['to=9999-12-31', 'to=infinity', 'to=-1', 'to=2026-13-01'],
    partner_id: ['partner_id=partner_01h455vb4pex5vsknk084sn02q'],
  }
  for (const [name, queries] of Object.entries(wrong))
    for (const query of queries)
      for (const url of ['/v1/insights', '/v1/insights.svg']) {
        const { status, body } = await partner.call('GET', `${url}?${query}`)
        t.equal(status, 422, query)
        t.match(body, { code: 'validation_failed', errors: [{ pointer: `?${name}` }] }, query)
      }
  t.equal((await read(partner, '?from=2025-11-03&to=2026-11-08')).weeks.length, 53)
})

t.test('the chart tells the same numbers, as XML without a script', async (t) => {
  const market = await newMarket(service)
  const needId = await market.postNeed()
  await market.postNeed()
  await market.accept(await market.propose(needId, 'volunteer', nowMs))
  const chart = await market.needSide.call('GET', '/v1/insights.svg?from=2026-11-02&to=2026-11-08')
  t.equal(chart.status, 200)
  t.match(chart.headers['content-type'], 'image/svg+xml')
  t.match(
    chart.body,
    /posted: 2, matched: 1, introduced: 1, accepted: 1, completed: 0\. .* 2026-W45: 2 and 1\./,
  )
})

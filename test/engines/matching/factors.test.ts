import t from 'tap'
import type { FactorName } from '../../../src/engines/matching/factors/factor-names.ts'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer, Terms } from '../../../src/engines/matching/postings.ts'
import { paragraphOf } from '../../../src/shared/messages/index.ts'
import {
  AS_OF_MS,
  inReturn,
  meaningNear,
  nairobi,
  need,
  noHistory,
  offer,
  offered,
  paid,
  roundRock,
  settings,
  wanted,
} from '../../support/market-postings.ts'

interface Changes {
  need?: Partial<MarketNeed>
  offer?: Partial<MarketOffer>
}

interface Case {
  name: string
  factor: FactorName
  from?: Changes
  to: Changes
  moves: 'up' | 'down'
  says?: RegExp
}

const DAY_MS = 86_400_000
const mornings = (timeZone: string) => ({
  timeZone,
  windows: [{ weekday: 2 as const, startMinute: 540, endMinute: 780 }],
})
const mondayMorning = (day: number) => ({
  id: 'session',
  startsAtMs: Date.parse(`2026-03-${day}T09:00:00-05:00`),
  endsAtMs: Date.parse(`2026-03-${day}T12:00:00-05:00`),
  timeZone: 'America/Chicago',
  positionsLeft: 1,
})
const remote: Changes = {
  need: { modality: 'remote', place: null },
  offer: { modality: 'remote', place: null },
}
const intern = (goals: string[], changes: Partial<Extract<Terms, { kind: 'intern' }>> = {}): Terms => ({
  kind: 'intern',
  creditRequired: false,
  paidOnly: false,
  hoursRequired: null,
  learningGoals: goals.map((skill) => inReturn(skill)),
  stipend: null,
  ...changes,
})
const barter = (...skills: string[]): Terms => ({
  kind: 'barter',
  wants: skills.map((skill) => inReturn(skill)),
})
const labelled = (label: string) => ({ label })

const cases: Case[] = [
  {
    name: 'texts about the same',
    factor: 'meaning',
    from: { need: { meaning: meaningNear(1) }, offer: { meaning: meaningNear(2) } },
    to: { offer: { meaning: meaningNear(1, 20) } },
    moves: 'up',
    says: /about the same thing/,
  },
  {
    name: 'a related skill in place of the wanted one',
    factor: 'skills',
    from: { offer: { skills: [offered('bookkeeping', labelled('books'))] } },
    to: { offer: { skills: [offered('accounts-payable', labelled('books'))] } },
    moves: 'down',
    says: /^Offers books \(close to bookkeeping\)\.$/,
  },
  {
    name: 'a level below the wanted one',
    factor: 'skills',
    from: { need: { skills: [wanted('bookkeeping', { level: 3 })] } },
    to: { offer: { skills: [offered('bookkeeping', { level: 2 })] } },
    moves: 'down',
  },
  {
    name: 'a missing skill that matters more',
    factor: 'skills',
    from: { need: { skills: [wanted('bookkeeping'), wanted('wordpress', { importance: 'nice' })] } },
    to: { need: { skills: [wanted('bookkeeping'), wanted('wordpress')] } },
    moves: 'down',
  },
  {
    name: 'a shared word more',
    factor: 'wording',
    to: { offer: { description: 'Happy to help with donation records at a food bank' } },
    moves: 'up',
  },
  {
    name: 'fewer hours than wanted, if enough',
    factor: 'time',
    from: { need: { hoursPerWeek: 8 }, offer: { hoursPerWeek: 8 } },
    to: { offer: { hoursPerWeek: 6 } },
    moves: 'down',
    says: /Has 6 of the 8 hours a week that are needed/,
  },
  {
    name: 'fewer hours than wanted, since other work takes some',
    factor: 'time',
    from: { need: { hoursPerWeek: 8 }, offer: { hoursPerWeek: 10 } },
    to: { offer: { hoursLeft: 6 } },
    moves: 'down',
    says: /Has 6 of the 8 hours a week that are needed/,
  },
  {
    name: 'a session of two that the helper cannot attend',
    factor: 'time',
    from: { need: { sessions: [mondayMorning(16), mondayMorning(23)] } },
    to: { offer: { notAvailable: [{ first: '2026-03-23', last: '2026-03-27' }] } },
    moves: 'down',
    says: /Can come to 1 of 2 sessions/,
  },
  {
    name: 'the same windows in a zone one hour off',
    factor: 'time',
    from: {
      need: { availability: mornings('America/Chicago') },
      offer: { availability: mornings('America/Chicago') },
    },
    to: { offer: { availability: mornings('America/New_York') } },
    moves: 'down',
    says: /3 hours of the week work for both/,
  },
  {
    name: 'a greater distance',
    factor: 'place',
    to: { offer: { place: roundRock } },
    moves: 'down',
    says: /About 29 km apart/,
  },
  {
    name: 'a zone farther away, for remote work',
    factor: 'place',
    from: remote,
    to: { offer: { timeZone: 'America/New_York' } },
    moves: 'down',
    says: /7 shared working hours a day/,
  },
  {
    name: 'a cause that is shared',
    factor: 'return',
    from: { need: { causes: ['food'] } },
    to: { offer: { terms: { kind: 'volunteer', causes: ['arts', 'food'] } } },
    moves: 'up',
    says: /The volunteer cares about food/,
  },
  {
    name: 'causes of which none is shared',
    factor: 'return',
    to: { offer: { terms: { kind: 'volunteer', causes: ['arts'] } } },
    moves: 'down',
    says: /prefers other causes: arts/,
  },
  {
    name: 'a learning goal that the work teaches in part only',
    factor: 'return',
    from: { offer: { terms: intern(['bookkeeping']) } },
    to: { offer: { terms: intern(['accounts-payable']) } },
    moves: 'down',
    says: /can learn accounts payable here/,
  },
  {
    name: 'credit hours that the need may not have',
    factor: 'return',
    from: { offer: { terms: intern(['bookkeeping']) } },
    to: { offer: { terms: intern(['bookkeeping'], { creditRequired: true, hoursRequired: 120 }) } },
    moves: 'down',
  },
  {
    name: 'a stipend that the budget holds',
    factor: 'return',
    from: {
      offer: { terms: intern(['bookkeeping'], { stipend: { amountMinor: 50_000, currency: 'USD' } }) },
    },
    to: { need: { budget: { amountMinor: 50_000, currency: 'USD', unit: 'project' } } },
    moves: 'up',
  },
  {
    name: 'something given in return that the helper wants',
    factor: 'return',
    from: { offer: { terms: barter('web-design') } },
    to: { need: { gives: [inReturn('wordpress', { alreadyDoing: true })] } },
    moves: 'up',
    says: /can give web design in return/,
  },
  {
    name: 'fewer hours in return than wanted',
    factor: 'return',
    from: {
      need: { gives: [inReturn('web-design', { hoursPerWeek: 4 })] },
      offer: { terms: { kind: 'barter', wants: [inReturn('web-design', { hoursPerWeek: 4 })] } },
    },
    to: { need: { gives: [inReturn('web-design', { hoursPerWeek: 1 })] } },
    moves: 'down',
  },
  {
    name: 'more room in the budget',
    factor: 'return',
    from: {
      need: { budget: { amountMinor: 3000, currency: 'USD', unit: 'hour' } },
      offer: { terms: paid(3000) },
    },
    to: { offer: { terms: paid(2700) } },
    moves: 'up',
    says: /within the budget/,
  },
  {
    name: 'a rate a little above the budget',
    factor: 'return',
    from: {
      need: { budget: { amountMinor: 4000, currency: 'USD', unit: 'hour' } },
      offer: { terms: paid(4000) },
    },
    to: { offer: { terms: paid(4500) } },
    moves: 'down',
    says: /The rate is 12% above the budget\./,
  },
  {
    name: "a helper's broken engagement",
    factor: 'trust',
    to: { offer: { track: { ...noHistory, broken: 1 } } },
    moves: 'down',
    says: /^The helper has completed 0 of 1 engagement\.$/,
  },
  {
    name: "an organization's completed engagements",
    factor: 'trust',
    to: { need: { track: { ...noHistory, completed: 3 } } },
    moves: 'up',
    says: /^The organization has completed 3 of 3 engagements\.$/,
  },
  {
    name: "a helper's answered introductions",
    factor: 'responsiveness',
    to: { offer: { track: { ...noHistory, introductionsAnswered: 2 } } },
    moves: 'up',
    says: /answered 2 of 2 introductions/,
  },
  {
    name: "a helper's slow answers",
    factor: 'responsiveness',
    from: { offer: { track: { ...noHistory, introductionsAnswered: 2, answerHours: 6 } } },
    to: { offer: { track: { ...noHistory, introductionsAnswered: 2, answerHours: 140 } } },
    moves: 'down',
    says: /after 70 hours on average/,
  },
  {
    name: "an organization's ignored introduction",
    factor: 'responsiveness',
    to: { need: { track: { ...noHistory, introductionsIgnored: 1 } } },
    moves: 'down',
  },
  {
    name: 'an organization that confirms its connection with a helper of another partner',
    factor: 'connection',
    from: { offer: { connectedOrganizationIds: ['org_1'] } },
    to: { need: { connectedHelperIds: ['helper_2', 'helper_1'] } },
    moves: 'up',
    says: /know each other/,
  },
  {
    name: 'a helper that confirms its connection with an organization of another partner',
    factor: 'connection',
    from: { need: { connectedHelperIds: ['helper_1'] } },
    to: { offer: { connectedOrganizationIds: ['org_2', 'org_1'] } },
    moves: 'up',
    says: /know each other/,
  },
  {
    name: 'a helper that names an organization of its own partner',
    factor: 'connection',
    from: { offer: { partnerId: 'partner_1' } },
    to: { offer: { connectedOrganizationIds: ['org_1'] } },
    moves: 'up',
    says: /know each other/,
  },
  {
    name: 'an organization that names a helper of its own partner',
    factor: 'connection',
    from: { offer: { partnerId: 'partner_1' } },
    to: { need: { connectedHelperIds: ['helper_1'] } },
    moves: 'up',
    says: /know each other/,
  },
  {
    name: 'one partner for both',
    factor: 'connection',
    to: { offer: { partnerId: 'partner_1' } },
    moves: 'up',
    says: /same partner site/,
  },
  {
    name: 'an older offer',
    factor: 'freshness',
    to: { offer: { postedAtMs: AS_OF_MS - 3 * DAY_MS } },
    moves: 'down',
    says: /posted today, the offer 3 days ago/,
  },
  {
    name: 'an older need',
    factor: 'freshness',
    to: { need: { postedAtMs: AS_OF_MS - DAY_MS } },
    moves: 'down',
  },
]

for (const { name, factor, from, to, moves, says } of cases) {
  t.test(`${name} moves ${factor} ${moves}, it alone, and the score with it`, async (t) => {
    const before = { need: need(from?.need), offer: offer(from?.offer) }
    const after = { need: { ...before.need, ...to.need }, offer: { ...before.offer, ...to.offer } }
    const [first, second] = [explained(before), explained(after)]
    const moved = Object.entries(first.values).filter(([name, value]) => second.values[name] !== value)
    t.same(
      moved.map(([name]) => name),
      [factor],
    )
    const [low, high] = moves === 'up' ? [first, second] : [second, first]
    t.ok((low.values[factor] ?? 0) < (high.values[factor] ?? 0))
    t.ok(low.score < high.score)
    if (says) t.match(second.reasons[factor], says)
  })
}

t.test('across partners a connection that one side alone names moves nothing', (t) => {
  const strangers = explained({ need: need(), offer: offer() })
  const claims: Changes[] = [
    { offer: { connectedOrganizationIds: ['org_1'] } },
    { need: { connectedHelperIds: ['helper_1'] } },
    { offer: { connectedOrganizationIds: ['org_1'] }, need: { connectedHelperIds: ['helper_2'] } },
    { offer: { connectedOrganizationIds: ['org_1'] }, need: { declinedOfferIds: ['offer_2'] } },
  ]
  for (const claim of claims)
    t.same(explained({ need: need(claim.need), offer: offer(claim.offer) }), strangers, JSON.stringify(claim))
  t.end()
})

function explained(pair: { need: MarketNeed; offer: MarketOffer }) {
  const { score, factors } = createEngine(settings).explain(pair.need, pair.offer, AS_OF_MS)
  return {
    score,
    values: Object.fromEntries(factors.map((one) => [one.name, one.value])),
    reasons: Object.fromEntries(factors.map((one) => [one.name, paragraphOf(one.reason, 'en')])),
  }
}

t.test("a factor of one pair leaves every other pair's score as it was", async (t) => {
  const bystanders = [offer({ id: 'offer_2' }), offer({ id: 'offer_3', terms: paid(2000) })]
  for (const { name, factor, from, to } of cases) {
    // Words and skills count in the statistics of the whole market, so that they may move every score.
    if (!to.offer || factor === 'wording' || 'skills' in to.offer) continue
    const base = need(from?.need)
    const ranked = (one: MarketOffer) => {
      const engine = createEngine(settings)
      for (const each of [one, ...bystanders]) engine.putOffer(each)
      return engine
        .rankOffers(base, { limit: 9, asOfMs: AS_OF_MS })
        .filter((pair) => pair.offerId !== 'offer_1')
    }
    t.same(ranked(offer({ ...from?.offer, ...to.offer })), ranked(offer(from?.offer)), name)
  }
})

t.test('windows are compared in the first week that both have, by the clocks of that week', async (t) => {
  const at = (timeZone: string, start: number) => ({
    timeZone,
    windows: [{ weekday: 2 as const, startMinute: start * 60, endMinute: (start + 1) * 60 }],
  })
  // Nine in New York is 13:00 in London while only New York has changed its clocks (in mid-March 2026), else 14:00.
  const newYork = { availability: at('America/New_York', 9) }
  const london = { availability: at('Europe/London', 13) }
  const april = { startsOn: '2026-04-01' }
  const time = (one: Partial<MarketNeed>, other: Partial<MarketOffer>) =>
    explained({ need: need(one), offer: offer(other) }).values.time
  t.equal(time(newYork, london), 1)
  t.equal(time({ ...newYork, ...april }, london), 0)
  t.equal(time(newYork, { ...london, ...april }), 0)
})

t.test('a skill that few offer weighs more than one that all offer', async (t) => {
  const engine = createEngine(settings)
  for (const id of ['offer_8', 'offer_9']) engine.putOffer(offer({ id, skills: [offered('web-design')] }))
  const both = need({ skills: [wanted('bookkeeping'), wanted('web-design')] })
  const skillsOf = (skill: string) =>
    engine.explain(both, offer({ skills: [offered(skill)] }), AS_OF_MS).factors[0]?.value ?? 0
  t.ok(skillsOf('bookkeeping') > skillsOf('web-design'))
})

t.test('a need without skills is judged by its words in their place', async (t) => {
  const { factors, score } = createEngine(settings).explain(need({ skills: [] }), offer(), AS_OF_MS)
  const weights = Object.fromEntries(factors.map((one) => [one.name, one.weight]))
  t.equal(weights.skills, 0)
  t.ok((weights.wording ?? 0) > 0.3)
  t.ok(score > 0 && score <= 1)
})

t.test('a return that is already done anyway is no worse than one that is not', async (t) => {
  const value = (alreadyDoing: boolean) =>
    explained({
      need: need({ gives: [inReturn('web-design', { alreadyDoing })] }),
      offer: offer({ terms: barter('web-design') }),
    }).values.return
  t.equal(value(true), 1)
  t.equal(value(false), 1)
})

t.test('what is unknown on both sides is neutral, and no reason tells of it', async (t) => {
  const { values, reasons } = explained({ need: need(), offer: offer({ terms: paid(2000) }) })
  t.equal(values.time, 0.5)
  t.equal(values.return, 0.5)
  for (const factor of ['time', 'return', 'trust', 'responsiveness']) t.equal(reasons[factor], '', factor)
})

t.test('the working hours of a zone a quarter off the hour are its own, wholly', async (t) => {
  const kathmandu = { modality: 'remote' as const, timeZone: 'Asia/Kathmandu' }
  t.equal(explained({ need: need(kathmandu), offer: offer(kathmandu) }).values.place, 1)
  const apart = explained({
    need: need({ modality: 'remote' }),
    offer: offer({ ...kathmandu, place: nairobi }),
  })
  t.equal(apart.values.place, 0)
})

t.test('windows are measured against the fewest hours that either side has or asks for', async (t) => {
  const hours = (start: number, end: number) => ({
    timeZone: 'UTC',
    windows: [{ weekday: 2 as const, startMinute: start * 60, endMinute: end * 60 }],
  })
  const time = (one: Partial<MarketNeed>, other: Partial<MarketOffer>) =>
    explained({ need: need(one), offer: offer(other) }).values.time
  t.equal(time({ availability: hours(8, 18) }, { availability: hours(10, 12) }), 1)
  t.equal(time({ availability: hours(10, 12) }, { availability: hours(8, 18) }), 1)
  t.equal(time({ availability: hours(8, 12) }, { availability: hours(11, 15) }), 0.25)
  t.equal(time({ availability: hours(8, 12), hoursPerWeek: 2 }, { availability: hours(11, 15) }), 0.5)
  t.equal(time({ availability: hours(8, 12) }, { availability: hours(11, 15), hoursPerWeek: 1 }), 1)
})

t.test('shared working hours are a part of the shorter of the two weeks', async (t) => {
  const remotely = { modality: 'remote' as const }
  const pair = {
    need: need({ ...remotely, timeZone: 'Europe/London' }),
    offer: offer({ ...remotely, timeZone: 'Asia/Kathmandu' }),
  }
  // 09:00 to 11:00 of Kathmandu's whole half hours from 03:30 to 11:00 UTC.
  t.equal(explained(pair).values.place, 2 / 7.5)
  const { notices } = createEngine(settings).explain(pair.need, pair.offer, AS_OF_MS)
  t.same(notices, [], 'two hours a day are enough')
})

t.test('of several things given, the nearest to what is wanted counts', async (t) => {
  const gives = [inReturn('illustration'), inReturn('wordpress'), inReturn('payroll')]
  t.equal(
    explained({ need: need({ gives }), offer: offer({ terms: barter('web-design') }) }).values.return,
    0.6,
  )
})

t.test('a stipend is held against the whole of an hourly budget', async (t) => {
  const hourly = need({
    budget: { amountMinor: 1000, currency: 'USD', unit: 'hour' },
    hoursPerWeek: 5,
    startsOn: '2026-04-06',
    endsOn: '2026-04-19',
  })
  const value = (amountMinor: number) =>
    explained({
      need: hourly,
      offer: offer({ terms: intern(['bookkeeping'], { stipend: { amountMinor, currency: 'USD' } }) }),
    }).values.return ?? 0
  t.equal(value(10_000), 1)
  t.ok(Math.abs(value(20_000) - 0.9) < 1e-12)
})

t.test('a record starts at the prior and outweighs it after as many engagements', async (t) => {
  const trust = (completed: number, broken: number) => {
    const track = { ...noHistory, completed, broken }
    return explained({ need: need({ track }), offer: offer({ track }) }).values.trust
  }
  t.equal(trust(0, 0), 0.8)
  t.equal(trust(5, 0), 0.9)
  t.equal(trust(0, 5), 0.4)
})

t.test('the return of a rate falls steadily as it comes up to the budget and passes it', async (t) => {
  const engine = createEngine(settings)
  const valueAt = (rate: number) => {
    const { factors } = engine.explain(
      need({ budget: { amountMinor: 10_000, currency: 'USD', unit: 'hour' } }),
      offer({ terms: paid(rate) }),
      AS_OF_MS,
    )
    return factors.find(({ name }) => name === 'return')?.value ?? Number.NaN
  }
  const rates = Array.from({ length: 31 }, (_, at) => 8500 + at * 100)
  const values = rates.map(valueAt)
  for (const [at, value] of values.entries()) {
    if (at === 0) continue
    const fall = (values[at - 1] ?? Number.NaN) - value
    t.ok(fall > 0 && fall < 0.02, `one per cent from ${rates[at - 1]} costs ${fall}`)
  }
  t.ok(Math.abs(valueAt(10_000) - valueAt(10_001)) < 0.001, 'no jump at the budget')
})

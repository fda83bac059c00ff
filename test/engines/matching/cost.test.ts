import t from 'tap'
import type { NoticeCode } from '../../../src/engines/matching/explanation.ts'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer, Money, Terms } from '../../../src/engines/matching/postings.ts'
import { textOf } from '../../../src/shared/messages/index.ts'
import {
  AS_OF_MS,
  austin,
  inReturn,
  need,
  offer,
  offered,
  paid,
  settings,
  wanted,
} from '../../support/market-postings.ts'

const explained = (aNeed: MarketNeed, anOffer: MarketOffer) =>
  createEngine(settings).explain(aNeed, anOffer, AS_OF_MS)
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })

t.test('help without pay costs no money', async (t) => {
  t.same(explained(need(), offer()).cost, { money: null, hoursToTrain: null, inKind: [] })
  const barter = explained(need(), offer({ terms: { kind: 'barter', wants: [] } }))
  t.equal(barter.cost.money, null)
})

t.test('an hourly rate costs a week its hours, no more than are wanted or there', async (t) => {
  const money = (
    wantedHours: number | null,
    offeredHours: number | null,
    unit: 'hour' | 'project' = 'hour',
  ) =>
    explained(
      need({ hoursPerWeek: wantedHours }),
      offer({ hoursPerWeek: offeredHours, terms: paid(2050, 'USD', unit) }),
    ).cost.money
  t.same(money(4, 10), { ...usd(2050), unit: 'hour', perWeek: usd(8200) })
  t.same(money(4, 3), { ...usd(2050), unit: 'hour', perWeek: usd(6150) })
  t.same(money(null, 3), { ...usd(2050), unit: 'hour', perWeek: usd(6150) })
  t.same(money(null, null), { ...usd(2050), unit: 'hour', perWeek: null })
  t.same(money(4, 4, 'project'), { ...usd(2050), unit: 'project', perWeek: null })
})

const intern = (stipend: Money | null): Extract<Terms, { kind: 'intern' }> => ({
  kind: 'intern',
  creditRequired: true,
  paidOnly: false,
  hoursRequired: 120,
  learningGoals: [],
  stipend,
})

t.test('an intern costs the stipend', async (t) => {
  t.same(explained(need(), offer({ terms: intern(usd(50_000)) })).cost.money, {
    ...usd(50_000),
    unit: 'total',
    perWeek: null,
  })
  t.equal(explained(need(), offer({ terms: intern(null) })).cost.money, null)
})

t.test('gaps in what must or should be there cost hours of training, an estimate', async (t) => {
  const hours = (skill: string, importance: 'should' | 'nice', level: 1 | 3) =>
    explained(
      need({ skills: [wanted('bookkeeping', { importance, level: 3 })] }),
      offer({ skills: [offered(skill, { level })] }),
    ).cost.hoursToTrain
  t.equal(hours('bookkeeping', 'should', 3), null)
  t.equal(hours('bookkeeping', 'should', 1), 20, 'two levels')
  t.equal(hours('accounts-payable', 'should', 3), 6, 'three tenths of a skill')
  t.equal(hours('web-design', 'should', 3), 20)
  t.equal(hours('web-design', 'nice', 3), null)
})

t.test('a barter costs, for each thing wanted, the nearest thing given', async (t) => {
  const { inKind } = explained(
    need({
      gives: [
        inReturn('web-design', { hoursPerWeek: 2, alreadyDoing: true }),
        inReturn('wordpress', { hoursPerWeek: 5 }),
      ],
    }),
    offer({
      terms: { kind: 'barter', wants: [inReturn('wordpress', { hoursPerWeek: 1 }), inReturn('payroll')] },
    }),
  ).cost
  t.same(inKind, [{ label: 'wordpress', hoursPerWeek: 1, alreadyDoing: false }])
})

const noticeCases: [NoticeCode, MarketNeed, MarketOffer][] = [
  [
    'volunteer_for_profit',
    need({ organizationKind: 'small_business' }),
    offer({ openTo: ['small_business'] }),
  ],
  [
    'unpaid_intern_for_profit',
    need({ organizationKind: 'solopreneur' }),
    offer({ terms: { ...intern(null), creditRequired: false } }),
  ],
  ['credit_required', need(), offer({ terms: intern(usd(1)) })],
  ['budget_missing', need(), offer({ terms: paid(2000) })],
  ['budget_not_compared', need({ budget: { ...usd(9000), unit: 'project' } }), offer({ terms: paid(2000) })],
  [
    'currency_differs',
    need({ budget: { amountMinor: 9000, currency: 'EUR', unit: 'hour' } }),
    offer({ terms: paid(2000) }),
  ],
  ['above_budget', need({ budget: { ...usd(4000), unit: 'hour' } }), offer({ terms: paid(4500) })],
  [
    'pay_floor_unknown',
    need({ budget: { ...usd(9000), unit: 'hour' } }),
    offer({ terms: paid(2000), place: { ...austin, country: 'CA' } }),
  ],
  [
    'pay_floor_not_compared',
    need({ budget: { ...usd(9000), unit: 'project' } }),
    offer({ terms: paid(2000, 'USD', 'project') }),
  ],
  [
    'credential_expires',
    need({ requires: ['background_check'], endsOn: '2026-04-01' }),
    offer({ credentials: [{ requirement: 'background_check', validUntil: '2026-03-31' }] }),
  ],
  [
    'time_zones_far_apart',
    need({ modality: 'remote' }),
    offer({ modality: 'remote', timeZone: 'Asia/Tokyo' }),
  ],
  ['few_hours_left', need({ hoursPerWeek: 4 }), offer({ hoursPerWeek: 10, hoursLeft: 4 })],
  ['few_hours_left', need(), offer({ hoursPerWeek: 10, hoursLeft: 2.5 })],
  ['remote_helper_for_hybrid_work', need({ modality: 'hybrid' }), offer({ modality: 'remote' })],
  ['skill_not_in_taxonomy', need(), offer({ skills: [offered('bookkeeping'), offered('~abacus')] })],
]

for (const [code, aNeed, anOffer] of noticeCases) {
  t.test(`${code} is noticed, it alone, and blocks nothing`, async (t) => {
    const { notices, eligible } = explained(aNeed, anOffer)
    t.same(
      notices.map((one) => one.code),
      [code],
    )
    t.ok(eligible)
  })
}

t.test('a plain pair has no notices', async (t) => {
  t.same(explained(need(), offer()).notices, [])
  const held = { requirement: 'background_check', validUntil: '2026-04-01' }
  const checked = explained(
    need({ requires: ['background_check'], endsOn: '2026-04-01' }),
    offer({ credentials: [held] }),
  )
  t.same(checked.notices, [], 'valid on the last day')
})

t.test('the notice says how far a rate is above the budget', async (t) => {
  const details = [4500, 4001, 4600].map((rate) => {
    const { notices } = explained(
      need({ budget: { ...usd(4000), unit: 'hour' } }),
      offer({ terms: paid(rate) }),
    )
    return notices[0] && textOf(notices[0].detail, 'en')
  })
  t.same(details, [
    'The helper asks $45 an hour, 12% above the budget of $40.',
    'The helper asks $40.01 an hour, a little above the budget of $40.',
    'The helper asks $46 an hour, 15% above the budget of $40.',
  ])
})

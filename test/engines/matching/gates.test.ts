import t from 'tap'
import type { GateCode } from '../../../src/engines/matching/explanation.ts'
import { createEngine, effectiveOpenTo } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer, Terms } from '../../../src/engines/matching/postings.ts'
import { textOf } from '../../../src/shared/messages/index.ts'
import {
  AS_OF_MS,
  austin,
  nairobi,
  need,
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
  code: GateCode
  /** What both start from, eligible. */
  open?: Changes
  /** The one change that shuts the gate. */
  shut: Changes
  says: RegExp
  change: RegExp
  /** What the smallest change says, done. */
  mended: Changes
}

const engineOf = (...offers: MarketOffer[]) => {
  const engine = createEngine(settings)
  for (const one of offers) engine.putOffer(one)
  return engine
}

const placeless = { ...austin, lat: null, lon: null }
const paidIntern: Terms = {
  kind: 'intern',
  creditRequired: false,
  paidOnly: true,
  hoursRequired: null,
  learningGoals: [],
  stipend: null,
}
const budget = (amountMinor: number, unit: 'hour' | 'project' = 'hour', currency = 'USD') => ({
  budget: { amountMinor, currency, unit },
})

/** As many as those by which a description opens a pair. */
const OTHER_WORDS = Array.from({ length: 24 }, (_, at) => `w${at}`)

/** A session from nine to twelve in Austin. */
const saturday = (day = '2026-03-14', start = '09:00', end = '12:00') => ({
  id: 'session',
  startsAtMs: Date.parse(`${day}T${start}:00-05:00`),
  endsAtMs: Date.parse(`${day}T${end}:00-05:00`),
  timeZone: 'America/Chicago',
  positionsLeft: 1,
})
const saturdays = (startMinute: number, endMinute: number) => ({
  timeZone: 'America/Chicago',
  windows: [{ weekday: 6 as const, startMinute, endMinute }],
})

const cases: Case[] = [
  {
    name: 'a kind that the need does not accept',
    code: 'kind_not_accepted',
    open: { offer: { terms: paid(2000) } },
    shut: { need: { accepts: ['volunteer', 'barter'] } },
    says: /does not accept paid help/,
    change: /^Accept paid help\.$/,
    mended: { need: { accepts: ['paid'] } },
  },
  {
    name: 'an offer shown to its own partner only',
    code: 'not_visible',
    shut: { offer: { visibility: 'partner' } },
    says: /offer is visible only to its own partner/,
    change: /^Show the offer to the whole network\.$/,
    mended: { offer: { visibility: 'network' } },
  },
  {
    name: "another partner's need shown to its own only",
    code: 'not_visible',
    open: { need: { visibility: 'partner', partnerId: 'partner_2' } },
    shut: { need: { partnerId: 'partner_1' } },
    says: /need is visible only to its own partner/,
    change: /^Show the need/,
    mended: { need: { visibility: 'network' } },
  },
  {
    name: 'a helper that the organization blocked',
    code: 'blocked',
    open: { need: { blockedHelperIds: ['helper_2'] } },
    shut: { need: { blockedHelperIds: ['helper_1'] } },
    says: /asked not to be matched/,
    change: /^Remove the block/,
    mended: { need: { blockedHelperIds: [] } },
  },
  {
    name: 'an offer that was declined for the need',
    code: 'declined',
    open: { need: { declinedOfferIds: ['offer_2'] } },
    shut: { need: { declinedOfferIds: ['offer_2', 'offer_1'] } },
    says: /was declined/,
    change: /^Post a new offer/,
    mended: { need: { declinedOfferIds: [] } },
  },
  {
    name: 'an organization that the helper blocked',
    code: 'blocked',
    shut: { offer: { blockedOrganizationIds: ['org_1'] } },
    says: /asked not to be matched/,
    change: /^Remove the block/,
    mended: { offer: { blockedOrganizationIds: ['org_2'] } },
  },
  {
    name: 'a remote helper for work on site',
    code: 'modality_differs',
    shut: { offer: { modality: 'remote' } },
    says: /on site, but this helper works remotely/,
    change: /^Make the need hybrid: the helper is near enough to come at times\.$/,
    mended: { need: { modality: 'hybrid' } },
  },
  {
    name: 'a far remote helper for work on site',
    code: 'modality_differs',
    open: { need: { modality: 'remote' }, offer: { modality: 'remote', place: nairobi } },
    shut: { need: { modality: 'onsite' } },
    says: /on site, but this helper works remotely/,
    change: /^Make the need remote\.$/,
    mended: { need: { modality: 'remote' } },
  },
  {
    name: 'a far remote helper for hybrid work',
    code: 'place_out_of_reach',
    open: { need: { modality: 'hybrid' }, offer: { modality: 'remote' } },
    shut: { offer: { place: nairobi } },
    says: /km apart; the limit is 50 km/,
    change: /^Make the need remote/,
    mended: { need: { modality: 'remote' } },
  },
  {
    name: 'a remote helper of an unknown place for hybrid work',
    code: 'place_unknown',
    open: { need: { modality: 'hybrid' }, offer: { modality: 'remote' } },
    shut: { offer: { place: null } },
    says: /is not known/,
    change: /^Add latitude and longitude to the location of the offer\.$/,
    mended: { offer: { place: roundRock } },
  },
  {
    name: 'a helper on site for remote work',
    code: 'modality_differs',
    shut: { need: { modality: 'remote' } },
    says: /work is remote/,
    change: /remote or hybrid/,
    mended: { offer: { modality: 'hybrid' } },
  },
  {
    name: 'no language in common',
    code: 'no_shared_language',
    shut: { need: { languages: ['es'] } },
    says: /works in Spanish, and the helper in English/,
    change: /^Add Spanish to/,
    mended: { offer: { languages: ['en', 'es'] } },
  },
  {
    name: 'a volunteer for a business',
    code: 'volunteer_for_profit',
    shut: { need: { organizationKind: 'small_business' } },
    says: /small businesses unpaid/,
    change: /open their offer to small businesses/,
    mended: { offer: { openTo: ['small_business'] } },
  },
  {
    name: 'a volunteer who names other kinds, for a business',
    code: 'volunteer_for_profit',
    open: { offer: { openTo: ['nonprofit', 'small_business'] } },
    shut: { need: { organizationKind: 'solopreneur' } },
    says: /solopreneurs unpaid/,
    change: /solopreneurs/,
    mended: { offer: { openTo: ['solopreneur'] } },
  },
  {
    name: 'an offer open to other kinds of organization',
    code: 'not_open_to_organization',
    open: { offer: { terms: paid(2000) } },
    shut: { offer: { openTo: ['solopreneur', 'small_business'] } },
    says: /open to solopreneurs and small businesses only/,
    change: /^Open the offer to nonprofits\.$/,
    mended: { offer: { openTo: ['nonprofit'] } },
  },
  {
    name: 'fewer than half the hours',
    code: 'too_few_hours',
    open: { need: { hoursPerWeek: 8 }, offer: { hoursPerWeek: 4 } },
    shut: { offer: { hoursPerWeek: 3.9 } },
    says: /asks for 8 hours a week, but the offer has only 3\.9 hours/,
    change: /^Offer at least 4 hours a week\.$/,
    mended: { offer: { hoursPerWeek: 4 } },
  },
  {
    name: 'fewer than half the hours, since other work takes the rest',
    code: 'too_few_hours',
    open: { need: { hoursPerWeek: 8 }, offer: { hoursPerWeek: 10, hoursLeft: 4 } },
    shut: { offer: { hoursLeft: 1.5 } },
    says: /asks for 8 hours a week\. Of 10 hours that the offer has, other work leaves 1\.5/,
    change: /^Free at least 2\.5 hours a week/,
    mended: { offer: { hoursLeft: 4 } },
  },
  {
    name: 'an offer whose hours other work takes',
    code: 'fully_committed',
    open: { need: { hoursPerWeek: 8 }, offer: { hoursPerWeek: 10, hoursLeft: 10 } },
    shut: { offer: { hoursLeft: 0 } },
    says: /takes all of the 10 hours a week/,
    change: /^Free at least 4 hours a week/,
    mended: { offer: { hoursLeft: 4 } },
  },
  {
    name: 'an offer without hours left for a need that does not say how many it takes',
    code: 'fully_committed',
    open: { offer: { hoursPerWeek: 5 } },
    shut: { offer: { hoursLeft: 0 } },
    says: /takes all of the 5 hours a week/,
    change: /^Free at least 1 hour a week/,
    mended: { offer: { hoursLeft: 1 } },
  },
  {
    name: 'an offer without hours left for a need that has sessions and wants hours a week',
    code: 'fully_committed',
    open: {
      need: { sessions: [saturday()] },
      offer: { hoursPerWeek: 5, hoursLeft: 0 },
    },
    shut: { need: { sessions: [saturday()], hoursPerWeek: 2 } },
    says: /takes all of the 5 hours a week/,
    change: /^Free at least 1 hour a week/,
    mended: { offer: { hoursLeft: 1 } },
  },
  {
    name: 'a need whose positions are taken',
    code: 'fully_committed',
    open: { need: { positionsLeft: 1 } },
    shut: { need: { positionsLeft: 0 } },
    says: /positions of the need are taken/,
    change: /^Add a position/,
    mended: { need: { positionsLeft: 1 } },
  },
  {
    name: 'a need that ended before the offer starts',
    code: 'dates_do_not_overlap',
    open: { need: { endsOn: '2026-04-01' } },
    shut: { offer: { startsOn: '2026-04-02' } },
    says: /start on April 2, 2026, but the need ends on April 1, 2026/,
    change: /^Extend the need to April 2, 2026/,
    mended: { need: { endsOn: '2026-04-02' } },
  },
  {
    name: 'an offer that ends before the need starts',
    code: 'dates_do_not_overlap',
    open: { need: { startsOn: '2026-04-02' } },
    shut: { offer: { endsOn: '2026-04-01' } },
    says: /starts on April 2, 2026, but the offer ends on April 1, 2026/,
    change: /^Extend the offer to April 2, 2026/,
    mended: { offer: { endsOn: '2026-04-02' } },
  },
  {
    name: 'a need that is over',
    code: 'dates_do_not_overlap',
    open: { need: { endsOn: '2026-03-11' } },
    shut: { need: { endsOn: '2026-03-10' } },
    says: /need ended on March 10, 2026/,
    change: /to March 11, 2026/,
    mended: { need: { endsOn: '2026-03-11' } },
  },
  {
    name: 'an offer that is over',
    code: 'dates_do_not_overlap',
    shut: { offer: { endsOn: '2026-03-10' } },
    says: /offer ended on March 10, 2026/,
    change: /to March 11, 2026/,
    mended: { offer: { endsOn: null } },
  },
  {
    name: 'a need whose deadline has passed',
    code: 'deadline_passed',
    open: { need: { deadlineAtMs: AS_OF_MS + 1 } },
    shut: { need: { deadlineAtMs: AS_OF_MS } },
    says: /deadline of the need was March 11, 2026/,
    change: /^Move the deadline/,
    mended: { need: { deadlineAtMs: null } },
  },
  {
    name: 'work on days on which the helper is away',
    code: 'dates_do_not_overlap',
    open: { need: { startsOn: '2026-03-20', endsOn: '2026-04-01' } },
    shut: { offer: { notAvailable: [{ first: '2026-03-19', last: '2026-04-01' }] } },
    says: /not available on any day from March 20, 2026 to April 1, 2026/,
    change: /^Add a day from March 20, 2026 to April 1, 2026/,
    mended: { offer: { notAvailable: [{ first: '2026-03-19', last: '2026-03-31' }] } },
  },
  {
    name: 'open work, with a helper whose days are all past',
    code: 'dates_do_not_overlap',
    shut: { offer: { dates: [{ first: '2026-03-01', last: '2026-03-10' }] } },
    says: /not available on any day from March 11, 2026 on/,
    change: /^Add a day from March 11, 2026 on/,
    mended: { offer: { dates: [{ first: '2026-03-01', last: '2026-03-11' }] } },
  },
  {
    name: 'a helper who is away on the day of the only session',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday()] } },
    shut: { offer: { notAvailable: [{ first: '2026-03-14', last: '2026-03-14' }] } },
    says: /cannot come to the session/,
    change: /available on March 14, 2026 from 09:00 to 12:00 \(America\/Chicago\)/,
    mended: { offer: { notAvailable: [{ first: '2026-03-15', last: '2026-03-20' }] } },
  },
  {
    name: 'a helper who offers other days only',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday(), saturday('2026-03-21')] } },
    shut: { offer: { dates: [{ first: '2026-03-15', last: '2026-03-20' }] } },
    says: /any of the 2 sessions/,
    change: /available on March 14, 2026/,
    mended: { offer: { dates: [{ first: '2026-03-14', last: '2026-03-20' }] } },
  },
  {
    name: 'a helper whose week leaves a minute of each session out',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday()] } },
    shut: { offer: { availability: saturdays(9 * 60 + 1, 12 * 60) } },
    says: /cannot come to the session/,
    change: /from 09:00 to 12:00/,
    mended: { offer: { availability: saturdays(9 * 60, 12 * 60) } },
  },
  {
    name: 'a helper who has promised the time to other work',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday()] } },
    shut: { offer: { busy: [saturday('2026-03-14', '11:59', '13:00')] } },
    says: /cannot come to the session/,
    change: /has other work on March 14, 2026 from 09:00 to 12:00 .*add a session that suits/,
    mended: { need: { sessions: [saturday(), saturday('2026-03-21')] } },
  },
  {
    name: 'a helper who is at other work during the first session, and away on the day of the second',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday(), saturday('2026-03-21')] } },
    shut: {
      offer: {
        busy: [saturday('2026-03-14', '11:59', '13:00')],
        notAvailable: [{ first: '2026-03-21', last: '2026-03-21' }],
      },
    },
    says: /any of the 2 sessions that still have a place/,
    change: /available on March 21, 2026/,
    mended: { offer: { notAvailable: [] } },
  },
  {
    name: 'an offer that begins after the session',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday()] } },
    shut: { offer: { startsOn: '2026-03-15' } },
    says: /cannot come to the session/,
    change: /available on March 14, 2026/,
    mended: { offer: { startsOn: '2026-03-14' } },
  },
  {
    name: 'work whose sessions have all begun',
    code: 'no_session_fits',
    open: { need: { sessions: [saturday()] } },
    shut: {
      need: {
        sessions: [
          { ...saturday(), startsAtMs: AS_OF_MS },
          { ...saturday(), positionsLeft: 0 },
        ],
      },
    },
    says: /All sessions with a place left are over/,
    change: /^Add a session/,
    mended: { need: { sessions: [saturday('2026-03-21')] } },
  },
  {
    name: 'a distance that is unknown',
    code: 'place_unknown',
    open: { need: { place: placeless } },
    shut: { offer: { place: null } },
    says: /not known/,
    change: /both locations/,
    mended: { offer: { place: { ...placeless, postalCode: null, city: ' AUSTIN' } } },
  },
  {
    name: "a city's name in another country",
    code: 'place_unknown',
    open: { need: { place: placeless } },
    shut: { offer: { place: { ...austin, country: 'CA' } } },
    says: /not known/,
    change: /location of the need/,
    mended: { need: { place: austin }, offer: { place: austin } },
  },
  {
    name: "a city's name in another region",
    code: 'place_unknown',
    open: { need: { place: placeless } },
    shut: { offer: { place: { ...placeless, region: 'Minnesota', postalCode: null } } },
    says: /not known/,
    change: /both locations/,
    mended: { offer: { place: { ...placeless, region: 'Texas', postalCode: null } } },
  },
  {
    name: 'a distance greater than the need allows',
    code: 'place_out_of_reach',
    open: { offer: { place: roundRock } },
    shut: { need: { maxDistanceKm: 27 } },
    says: /30 km apart; the limit is 27 km/,
    change: /^Raise the need's maximum distance to 30 km\.$/,
    mended: { need: { maxDistanceKm: 30 } },
  },
  {
    name: 'a distance greater than the offer allows, whatever the need does',
    code: 'place_out_of_reach',
    open: { need: { maxDistanceKm: 500 }, offer: { place: roundRock } },
    shut: { offer: { maxDistanceKm: 5.5 } },
    says: /limit is 5\.5 km/,
    change: /^Raise the offer's maximum distance to 30 km\.$/,
    mended: { offer: { maxDistanceKm: 30 } },
  },
  {
    name: 'a distance greater than the default',
    code: 'place_out_of_reach',
    shut: { offer: { place: { ...austin, lat: austin.lat === null ? null : austin.lat + 0.46 } } },
    says: /51 km apart; the limit is 50 km/,
    change: /^Raise the maximum distance to 51 km\.$/,
    mended: { need: { maxDistanceKm: 51 } },
  },
  {
    name: 'a requirement that is not held',
    code: 'requirement_not_held',
    shut: { need: { requires: ['background_check'] } },
    says: /requires a background check/,
    change: /^Add a background check/,
    mended: { offer: { credentials: [{ requirement: 'background_check', validUntil: null }] } },
  },
  {
    name: 'a credential that runs out before the work starts',
    code: 'requirement_not_held',
    open: {
      need: { requires: ['licence:driving'] },
      offer: { credentials: [{ requirement: 'licence:driving', validUntil: '2026-04-30' }] },
    },
    shut: { need: { startsOn: '2026-05-01' } },
    says: /the licence “driving”, which the helper will not have on May 1, 2026/,
    change: /valid on May 1, 2026/,
    mended: { offer: { credentials: [{ requirement: 'licence:driving', validUntil: '2026-05-01' }] } },
  },
  {
    name: 'a rate far above the budget',
    code: 'over_budget',
    open: { need: budget(5000), offer: { terms: paid(5000) } },
    shut: { offer: { terms: paid(5751) } },
    says: /costs \$57\.51 an hour, but the budget is \$50/,
    change: /^Raise the budget to \$57\.51 an hour\.$/,
    mended: { need: budget(5751) },
  },
  {
    name: "an hourly rate above a project's budget, where hours and dates are known",
    code: 'over_budget',
    open: {
      need: { ...budget(40_000, 'project'), hoursPerWeek: 5, startsOn: '2026-04-06', endsOn: '2026-04-19' },
      offer: { terms: paid(4000) },
    },
    shut: { offer: { terms: paid(4700) } },
    says: /costs \$470 for the project, but the budget is \$400/,
    change: /^Raise the budget to \$470 for the project\.$/,
    mended: { need: budget(47_000, 'project') },
  },
  {
    name: "a project's rate above an hourly budget, where hours and dates are known",
    code: 'over_budget',
    open: {
      need: { ...budget(4000), hoursPerWeek: 5, startsOn: '2026-04-06', endsOn: '2026-04-19' },
      offer: { terms: paid(40_000, 'USD', 'project') },
    },
    shut: { offer: { terms: paid(47_000, 'USD', 'project') } },
    says: /costs \$47 an hour, but the budget is \$40/,
    change: /^Raise the budget to \$47 an hour\.$/,
    mended: { need: budget(4700) },
  },
  {
    name: "a rate below the floor of the helper's country",
    code: 'below_pay_floor',
    open: { offer: { terms: paid(1500) } },
    shut: { offer: { terms: paid(1499) } },
    says: /below the lowest fair pay where the helper lives \(United States\): \$15 an hour/,
    change: /^Ask for at least \$15 an hour\.$/,
    mended: { offer: { terms: paid(1500) } },
  },
  {
    name: 'a minor without the consent of a guardian',
    code: 'guardian_consent_missing',
    shut: { offer: { lacksGuardianConsent: true } },
    says: /under 18, and no consent of a guardian/,
    change: /^Record the consent of a guardian\.$/,
    mended: { offer: { lacksGuardianConsent: false } },
  },
  {
    name: 'a minimum age that nobody has confirmed',
    code: 'requirement_not_held',
    open: {
      need: { requires: ['age_over_21'] },
      offer: { credentials: [{ requirement: 'age_over_21', validUntil: null }] },
    },
    shut: { need: { requires: ['age_over_21'] }, offer: { credentials: [] } },
    says: /an age of at least 21/,
    change: /an age of at least 21/,
    mended: { offer: { credentials: [{ requirement: 'age_over_21', validUntil: null }] } },
  },
  {
    name: 'an intern who may only take paid work, and a need without a budget',
    code: 'paid_only',
    open: {
      need: { accepts: ['intern'], ...budget(4000) },
      offer: { terms: paidIntern },
    },
    shut: { need: { accepts: ['intern'], budget: null }, offer: { terms: paidIntern } },
    says: /may only take paid work/,
    change: /^Add a budget to the need\.$/,
    mended: { need: budget(1) },
  },
  {
    name: 'a must skill that is too far from what is offered',
    code: 'must_skill_missing',
    open: { need: { skills: [wanted('payroll')] } },
    shut: { need: { skills: [wanted('payroll', { importance: 'must' })] } },
    says: /requires payroll/,
    change: /^Mark payroll as “should” instead of “must”/,
    mended: { offer: { skills: [offered('accounts-payable')] } },
  },
  {
    name: 'no skill and no word in common',
    code: 'nothing_in_common',
    open: { need: { title: 'x', description: 'x' }, offer: { title: 'y', description: 'y' } },
    shut: { offer: { skills: [offered('web-design')] } },
    says: /no skill, and no word/,
    change: /add bookkeeping/,
    mended: { offer: { skills: [offered('accounts-payable', { label: 'creditors' })] } },
  },
  {
    name: 'a word in common that stands late in the description of the offer',
    code: 'nothing_in_common',
    open: {
      need: { title: 'x', description: 'ledger' },
      offer: { title: 'y', description: 'ledger', skills: [offered('web-design')] },
    },
    shut: { offer: { description: `${OTHER_WORDS.join(' ')} ledger` } },
    says: /no skill, and no word/,
    change: /add bookkeeping/,
    mended: { offer: { description: `${OTHER_WORDS.slice(1).join(' ')} ledger` } },
  },
]

for (const { name, code, open, shut, says, change, mended } of cases) {
  t.test(`${code} stops ${name}, it alone, and the smallest change lets the pair through`, async (t) => {
    const before = { need: need(open?.need), offer: offer(open?.offer) }
    const after = { need: { ...before.need, ...shut.need }, offer: { ...before.offer, ...shut.offer } }
    const later = { need: { ...after.need, ...mended.need }, offer: { ...after.offer, ...mended.offer } }
    t.same(blockersOf(before), [], 'open before')
    const [blocker, ...others] = blockersOf(after)
    t.equal(blocker?.code, code)
    t.same(others, [])
    t.match(blocker && textOf(blocker.detail, 'en'), says)
    t.match(blocker && textOf(blocker.smallestChange, 'en'), change)
    t.same(blockersOf(later), [], 'open again')
    t.same([before, after, later].map(isRanked), [true, false, true])
  })
}

function blockersOf(pair: { need: MarketNeed; offer: MarketOffer }) {
  return engineOf().explain(pair.need, pair.offer, AS_OF_MS).blockers
}

function isRanked(pair: { need: MarketNeed; offer: MarketOffer }): boolean {
  const engine = engineOf(pair.offer)
  engine.putNeed(pair.need)
  const options = { limit: 5, asOfMs: AS_OF_MS }
  const byNeed = engine.rankOffers(pair.need, options).length === 1
  if (byNeed !== (engine.rankNeeds(pair.offer, options).length === 1)) throw new Error('the sides differ')
  return byNeed
}

t.test('every gate has a case', async (t) => {
  const { GATES } = await import('../../../src/engines/matching/gates/gates.ts')
  t.same(new Set(cases.map((one) => one.code)), new Set(GATES.map((gate) => gate.code)))
})

t.test('a gate shut for one offer leaves the rankings of all others as they were', async (t) => {
  const bystanders = [offer({ id: 'offer_2' }), offer({ id: 'offer_3', terms: paid(2000) })]
  for (const { name, open, shut } of cases) {
    // Words and skills count in the statistics of the whole market, so that they may move every score.
    if (!shut.offer || 'skills' in shut.offer) continue
    const base = need(open?.need)
    const ranked = (one: MarketOffer) =>
      engineOf(one, ...bystanders)
        .rankOffers(base, { limit: 9, asOfMs: AS_OF_MS })
        .filter((pair) => pair.offerId !== 'offer_1')
    t.same(ranked(offer({ ...open?.offer, ...shut.offer })), ranked(offer(open?.offer)), name)
  }
})

/** The table of the gate `modality`, by need and offer: fits anywhere, within the distance, or never. */
const MODALITY_TABLE = [
  ['remote', 'remote', 'anywhere'],
  ['remote', 'hybrid', 'anywhere'],
  ['remote', 'onsite', 'never'],
  ['hybrid', 'remote', 'near'],
  ['hybrid', 'hybrid', 'near'],
  ['hybrid', 'onsite', 'near'],
  ['onsite', 'remote', 'never'],
  ['onsite', 'hybrid', 'near'],
  ['onsite', 'onsite', 'near'],
] as const

for (const [needed, modality, fits] of MODALITY_TABLE) {
  const verb = fits === 'never' ? 'does not match' : 'matches'
  const where = fits === 'near' ? 'within the distance only' : fits
  t.test(`a ${needed} need ${verb} a ${modality} offer: ${where}`, async (t) => {
    const places = { sameTown: austin, near: roundRock, far: nairobi, unknown: null }
    const ranked = Object.entries(places).filter(([, place]) =>
      isRanked({ need: need({ modality: needed }), offer: offer({ modality, place }) }),
    )
    const names = { anywhere: Object.keys(places), near: ['sameTown', 'near'], never: [] }
    t.same(
      ranked.map(([name]) => name),
      names[fits],
    )
  })
}

t.test(
  'hybrid fits symmetrically: exchanging what the sides say changes nothing where they are near',
  async (t) => {
    for (const [needed, modality] of MODALITY_TABLE)
      t.equal(
        isRanked({ need: need({ modality: needed }), offer: offer({ modality }) }),
        isRanked({ need: need({ modality }), offer: offer({ modality: needed }) }),
      )
  },
)

t.test('a rate of exactly 15 % above the budget matches, a cent more does not', async (t) => {
  for (const budgetMinor of [1500, 1999, 2020, 3333, 4000, 99_980]) {
    const most = Math.floor((budgetMinor * 115) / 100)
    const codes = (rate: number) =>
      blockersOf({ need: need(budget(budgetMinor)), offer: offer({ terms: paid(rate) }) }).map(
        ({ code }) => code,
      )
    t.same(codes(most), [], `${most} against ${budgetMinor}`)
    t.same(codes(most + 1), ['over_budget'], `${most + 1} against ${budgetMinor}`)
  }
  t.same(
    blockersOf({ need: need(budget(0)), offer: offer({ terms: paid(1500) }) }).map(({ code }) => code),
    ['over_budget'],
    'a budget of nothing has no room',
  )
})

t.test('what an offer is said to be open to is what its gates let through', async (t) => {
  const kinds = ['nonprofit', 'small_business', 'solopreneur'] as const
  const terms: Terms[] = [
    { kind: 'volunteer', causes: [] },
    { ...paidIntern, paidOnly: false },
    { kind: 'barter', wants: [] },
    paid(2000),
  ]
  const lists = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => kinds.filter((_, at) => (bits & (1 << at)) !== 0))
  for (const one of terms)
    for (const openTo of lists)
      t.same(
        kinds.filter((organizationKind) =>
          isRanked({ need: need({ organizationKind }), offer: offer({ terms: one, openTo }) }),
        ),
        effectiveOpenTo(one.kind, openTo),
        `${one.kind} open to ${openTo.join(', ') || 'the default'}`,
      )
})

t.test('distance does not count for remote work', async (t) => {
  t.same(
    blockersOf({
      need: need({ modality: 'remote' }),
      offer: offer({ modality: 'remote', place: nairobi, maxDistanceKm: 1 }),
    }),
    [],
  )
})

t.test('a region keeps cities of one name apart only if both sides name one', async (t) => {
  const inRegion = (region: string | null) => ({ ...placeless, region, postalCode: null })
  const regions = ['TX', 'Texas', 'Tex.', 'MN', null]
  const names = regions.map((needed) =>
    regions.filter(
      (offered) =>
        blockersOf({
          need: need({ place: inRegion(needed) }),
          offer: offer({ place: inRegion(offered) }),
        }).length === 0,
    ),
  )
  const texan = ['TX', 'Texas', 'Tex.', null]
  t.same(names, [texan, texan, texan, ['MN', null], regions])
})

t.test('nor where the two could not work together anyway: one thing is said at a time', async (t) => {
  const far = offer({ modality: 'remote', place: nairobi })
  t.same(
    blockersOf({ need: need(), offer: far }).map((one) => one.code),
    ['modality_differs'],
  )
})

t.test('a distance of exactly what is allowed is allowed', async (t) => {
  t.same(blockersOf({ need: need({ maxDistanceKm: 0 }), offer: offer() }), [])
})

t.test('what can not be compared does not block', async (t) => {
  const pairs = [
    { need: need(budget(1000, 'hour', 'EUR')), offer: offer({ terms: paid(9000) }) },
    { need: need(budget(1000, 'project')), offer: offer({ terms: paid(9000) }) },
    { need: need(), offer: offer({ terms: paid(100, 'KES') }) },
    { need: need(), offer: offer({ terms: paid(100, 'USD', 'project') }) },
    { need: need(), offer: offer({ terms: paid(100), place: { ...austin, country: 'CA' } }) },
    { need: need({ languages: [] }), offer: offer({ languages: ['sw'] }) },
    { need: need({ languages: ['sw'] }), offer: offer({ languages: [] }) },
    { need: need({ hoursPerWeek: 8 }), offer: offer() },
  ]
  for (const pair of pairs) t.same(blockersOf(pair), [])
})

t.test('a level too low does not block a must skill', async (t) => {
  t.same(
    blockersOf({
      need: need({ skills: [wanted('bookkeeping', { importance: 'must', level: 4 })] }),
      offer: offer({ skills: [offered('bookkeeping', { level: 1 })] }),
    }),
    [],
  )
})

import fc from 'fast-check'
import type { MarketNeed, MarketOffer, Place, Terms } from '../../src/engines/matching/postings.ts'
import { MEANING_DIMENSIONS } from '../../src/engines/matching/rows/layout.ts'
import {
  AS_OF_MS,
  austin,
  inReturn,
  meaningNear,
  nairobi,
  need,
  offer,
  offered,
  roundRock,
  wanted,
} from './market-postings.ts'

const HALF_HOUR_MS = 1_800_000
const dayOf = (afterFirst: number) =>
  new Date(Date.parse('2026-03-08') + afterFirst * 86_400_000).toISOString().slice(0, 10)

/** Values that appear often enough together for pairs to be eligible, with every gate shut now and then. */
const oftenIs = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, ...others.map((one) => fc.constant(one)))

const skillId = fc.constantFrom(
  'bookkeeping',
  'accounts-payable',
  'payroll',
  'web-design',
  'wordpress',
  'illustration',
  '~dog walking',
)
const level = fc.constantFrom(null, null, 1, 2, 3, 4) as fc.Arbitrary<null | 1 | 2 | 3 | 4>
const distinct = { selector: (one: { skill: string }) => one.skill }

const wantedSkills = fc.uniqueArray(
  fc
    .record({
      skill: skillId,
      importance: fc.constantFrom('must', 'should', 'should', 'nice', 'nice'),
      level,
    })
    .map(({ skill, ...rest }) =>
      wanted(skill, rest as { importance: 'must' | 'should' | 'nice'; level: 1 | 2 | 3 | 4 | null }),
    ),
  { ...distinct, maxLength: 4 },
)
const offeredSkills = fc.uniqueArray(
  fc.record({ skill: skillId, level }).map((one) => offered(one.skill, one)),
  { ...distinct, maxLength: 4 },
)
const returnSkills = fc.uniqueArray(
  fc
    .record({ skill: skillId, hoursPerWeek: fc.constantFrom(null, 1, 3), alreadyDoing: fc.boolean() })
    .map((one) => inReturn(one.skill, one)),
  { ...distinct, maxLength: 3 },
)

const text = fc
  .array(
    fc.constantFrom(
      'books',
      'donations',
      'website',
      'the',
      'menus',
      'drawing',
      'élan',
      'C++',
      'dogs',
      'quarterly',
      'payroll',
      'mit der Buchhaltung',
      'Buchhaltungshilfe',
      'la contabilidad de los perros',
      'jardineras',
      'not looking for books',
      'but I am a',
      'our library',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '))

/** Now and then with more words in front than a description opens by, none of them a need's. */
const long = Array.from({ length: 24 }, (_, at) => `w${at}`).join(' ')
const offerText = fc.oneof(
  { weight: 2, arbitrary: text },
  text.map((late) => `${long} ${late}`),
)

const ofAustin = { lat: 30.26715, lon: -97.74306 }
const place = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom<Place>(austin, roundRock) },
  fc.constantFrom<Place | null>(
    nairobi,
    null,
    { ...austin, lat: null, lon: null },
    { ...austin, region: null, lat: null, lon: null },
    { ...austin, region: 'Minnesota', postalCode: null, lat: null, lon: null },
    { ...roundRock, city: 'AUSTIN', postalCode: null, lat: null, lon: null },
  ),
  fc
    .record({
      lat: fc.double({ min: 29, max: 31, noNaN: true }),
      lon: fc.double({ min: -99, max: -97, noNaN: true }),
    })
    .chain((at) => fc.constantFrom<Place>({ ...austin, ...at }, { ...austin, ...at, cityCentre: ofAustin })),
  // As near as distances decide, on either side of the edges of cells.
  fc
    .record({
      lat: fc.double({ min: 30.2, max: 30.4, noNaN: true }),
      lon: fc.double({ min: -97.9, max: -97.6, noNaN: true }),
    })
    .map((at) => ({ ...austin, ...at })),
  fc.constantFrom<Place>(
    { ...austin, cityCentre: ofAustin },
    { ...austin, cityCentre: ofAustin, lat: null, lon: null },
    { ...roundRock, cityCentre: { lat: 30.5083, lon: -97.6789 }, lat: null, lon: null },
    { ...austin, city: null, lat: null, lon: null },
    { ...austin, city: 'Elsewhere', lat: null, lon: null },
  ),
)

const timeZone = fc.constantFrom(
  'America/Chicago',
  'Europe/London',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Not/A_Zone',
)
const window = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 94 }),
    length: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ weekday, from, length }) => ({
    weekday: weekday as 1,
    startMinute: from * 15,
    endMinute: Math.min(1440, (from + length) * 15),
  }))
const availability = fc.option(fc.record({ timeZone, windows: fc.array(window, { maxLength: 3 }) }), {
  freq: 2,
})
/** Sessions around the instant of rankings and the changes of clocks in March, some full, some over. */
const session = fc
  .record({
    startsIn: fc.integer({ min: -4, max: 25 * 48 }),
    length: fc.integer({ min: 1, max: 40 }),
    timeZone,
    positionsLeft: fc.constantFrom(0, 1, 1, 2),
  })
  .map(({ startsIn, length, ...rest }) => ({
    id: 'session',
    startsAtMs: AS_OF_MS + startsIn * HALF_HOUR_MS,
    endsAtMs: AS_OF_MS + (startsIn + length) * HALF_HOUR_MS,
    ...rest,
  }))
const days = fc
  .record({ first: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 0, max: 12 }) })
  .map(({ first, length }) => ({ first: dayOf(first), last: dayOf(first + length) }))
const sometimes = <T>(arbitrary: fc.Arbitrary<T[]>) =>
  fc.oneof({ weight: 19, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary })
const count = fc.constantFrom(0, 0, 1, 4, 30)
const track = fc.record({
  completed: count,
  broken: count,
  introductionsAnswered: count,
  introductionsIgnored: count,
  answerHours: fc.constantFrom(0, 0, 5, 100, 900),
})
/** Directions near one of three, so that some are near each other, and one without a direction. */
const meaning = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({ topic: fc.integer({ min: 0, max: 2 }), noise: fc.integer({ min: 0, max: 60 }) })
      .map(({ topic, noise }) => meaningNear(topic, noise)),
  },
  fc.constant({ model: 'test', numbers: new Int8Array(MEANING_DIMENSIONS) }),
  fc.constant({ ...meaningNear(0), model: 'another' }),
)

const requirements = ['age_over_16', 'age_over_18', 'background_check', 'licence:driving']
const postedAtMs = fc.constantFrom(0, 1, 10, 100, -1).map((days) => AS_OF_MS - days * 86_400_000)

const common = {
  meaning: fc.option(meaning, { freq: 4 }),
  infersSkills: fc.boolean(),
  title: text,
  description: text,
  partnerId: fc.constantFrom('partner_1', 'partner_2'),
  place,
  maxDistanceKm: oftenIs<number | null>(null, 3, 10, 30, 20_000),
  languages: oftenIs(['en'], ['es'], ['en', 'sw'], []),
  timeZone,
  hoursPerWeek: oftenIs<number | null>(null, 0, 3, 5, 8, 20),
  startsOn: oftenIs<string | null>(null, '2026-03-01', '2026-03-30', '2026-07-01'),
  endsOn: oftenIs<string | null>(null, '2026-03-10', '2026-04-15', '2026-12-31'),
  availability,
  modality: oftenIs('hybrid', 'remote', 'onsite'),
  visibility: oftenIs('network', 'partner'),
  track,
  postedAtMs,
}

const money = fc.record({
  amountMinor: fc.constantFrom(0, 1000, 1500, 4000, 90_000),
  currency: oftenIs('USD', 'KES'),
})
const unit = fc.constantFrom<'hour' | 'project'>('hour', 'project')
const terms: fc.Arbitrary<Terms> = fc.oneof(
  fc.record({ kind: fc.constant('volunteer' as const), causes: fc.subarray(['food', 'arts']) }),
  fc.record({
    kind: fc.constant('intern' as const),
    creditRequired: fc.boolean(),
    paidOnly: fc.boolean(),
    hoursRequired: fc.constantFrom(null, 0, 120),
    learningGoals: returnSkills,
    stipend: fc.option(money),
  }),
  fc.record({ kind: fc.constant('barter' as const), wants: returnSkills }),
  fc.record({ kind: fc.constant('paid' as const), rate: money, unit }),
)

const kinds = ['volunteer', 'intern', 'barter', 'paid'] as const
const organizationKinds = ['nonprofit', 'small_business', 'solopreneur'] as const

// The fields come one by one from lists of their own literals, which `record` widens to strings.
export const someNeed = fc
  .record({
    ...common,
    id: fc.integer({ min: 1, max: 8 }).map((n) => `need_${n}`),
    organizationId: fc.constantFrom('org_1', 'org_2', 'org_3'),
    organizationKind: fc.constantFrom(...organizationKinds),
    skills: wantedSkills,
    accepts: fc.oneof({ weight: 3, arbitrary: fc.constant([...kinds]) }, fc.subarray([...kinds])),
    requires: oftenIs<string[]>([], ['age_over_18'], requirements),
    gives: returnSkills,
    budget: fc.option(
      fc.record({
        amountMinor: fc.constantFrom(0, 1500, 4000, 90_000),
        currency: oftenIs('USD', 'KES'),
        unit,
      }),
    ),
    causes: fc.subarray(['food', 'arts']),
    deadlineAtMs: oftenIs<number | null>(null, AS_OF_MS - 1, AS_OF_MS + 1),
    blockedHelperIds: oftenIs<string[]>([], ['helper_1']),
    connectedHelperIds: oftenIs<string[]>([], ['helper_1'], ['helper_2', 'helper_3']),
    declinedOfferIds: oftenIs<string[]>([], ['offer_1'], ['offer_2', 'offer_3']),
    positionsLeft: oftenIs<number>(1, 2, 3, 0),
    sessions: sometimes(fc.array(session, { minLength: 1, maxLength: 4 })),
  })
  .map((fields) => need(fields as Partial<MarketNeed>))

export const someOffer = fc
  .record({
    ...common,
    id: fc.integer({ min: 1, max: 12 }).map((n) => `offer_${n}`),
    description: offerText,
    helperId: fc.constantFrom('helper_1', 'helper_2', 'helper_3'),
    skills: offeredSkills,
    terms,
    credentials: fc.subarray(requirements).chain((held) =>
      fc.tuple(
        ...held.map((requirement) =>
          fc.record({
            requirement: fc.constant(requirement),
            validUntil: fc.constantFrom(null, '2026-03-20', '2027-01-01'),
          }),
        ),
      ),
    ),
    openTo: oftenIs<string[]>([...organizationKinds], [], ['nonprofit'], ['small_business']),
    connectedOrganizationIds: oftenIs<string[]>([], ['org_1'], ['org_2', 'org_3']),
    blockedOrganizationIds: oftenIs<string[]>([], ['org_2']),
    hoursTaken: oftenIs<number>(0, 1.5, 4, 30),
    dates: sometimes(fc.array(days, { minLength: 1, maxLength: 3 })),
    notAvailable: sometimes(fc.array(days, { minLength: 1, maxLength: 3 })),
    busy: sometimes(fc.array(session, { minLength: 1, maxLength: 3 })),
    // Each gate closes some pairs: if all were likely, few pairs would be left to rank.
    lacksGuardianConsent: fc.integer({ min: 0, max: 24 }).map((n) => n === 0),
  })
  .map(({ hoursTaken, ...fields }) =>
    offer({
      ...(fields as Partial<MarketOffer>),
      hoursLeft: fields.hoursPerWeek === null ? null : Math.max(0, fields.hoursPerWeek - hoursTaken),
    }),
  )

export type Change =
  | { put: 'need'; need: MarketNeed }
  | { put: 'offer'; offer: MarketOffer }
  | { remove: 'need' | 'offer'; id: string }

/** Postings that come, change and go; ids are few, so that many are put again. */
export const someChanges: fc.Arbitrary<Change[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: someNeed.map((one): Change => ({ put: 'need', need: one })) },
    { weight: 8, arbitrary: someOffer.map((one): Change => ({ put: 'offer', offer: one })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 8 }).map((n): Change => ({ remove: 'need', id: `need_${n}` })),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 12 }).map((n): Change => ({ remove: 'offer', id: `offer_${n}` })),
    },
  ),
  { minLength: 8, maxLength: 40 },
)

/** The postings that are left after all changes. */
export function remaining(changes: readonly Change[]): { needs: MarketNeed[]; offers: MarketOffer[] } {
  const needs = new Map<string, MarketNeed>()
  const offers = new Map<string, MarketOffer>()
  for (const change of changes) {
    if ('remove' in change) (change.remove === 'need' ? needs : offers).delete(change.id)
    else if (change.put === 'need') needs.set(change.need.id, change.need)
    else offers.set(change.offer.id, change.offer)
  }
  return { needs: [...needs.values()], offers: [...offers.values()] }
}

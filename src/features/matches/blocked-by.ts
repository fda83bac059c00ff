import type { BlockedCount, GateCode, OfferKind } from '../../engines/matching/index.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { BlockedBy } from './matches.schemas.ts'

/** At most so many pairs are counted, so that a ranking of a large market stays fast. */
export const MOST_COUNTED = 1000

interface Counts {
  counts: readonly BlockedCount[]
  isComplete: boolean
}

/** Why offers are not ranked for a need, one sentence for each gate. */
export function showBlockedOffers(record: NeedRecord, { counts, isComplete }: Counts): BlockedBy[] {
  return counts.map((one) =>
    show(one, isComplete, `${kindsText(one.kinds)} would fit but ${offersBut(one, record)}`),
  )
}

/** Why needs are not ranked for an offer. */
export function showBlockedNeeds(record: OfferRecord, { counts, isComplete }: Counts): BlockedBy[] {
  return counts.map((one) => {
    const needs = one.count === 1 ? '1 need' : `${numberText(one.count)} needs`
    return show(one, isComplete, `${needs} would fit but ${needsBut(one, record)}`)
  })
}

function show({ code, count, alone }: BlockedCount, isComplete: boolean, sentence: string): BlockedBy {
  return {
    code,
    count,
    count_alone: alone,
    is_minimum: !isComplete,
    detail: `${isComplete ? '' : 'At least '}${sentence}.${aloneText(count, alone)}`,
  }
}

function aloneText(count: number, alone: number): string {
  if (alone === count) return ''
  if (alone === 0) return ' Something else is in the way too.'
  return ` For ${numberText(alone)} of them nothing else is in the way.`
}

const ONE: Readonly<Record<OfferKind, string>> = {
  volunteer: 'volunteer',
  intern: 'intern',
  barter: 'barter offer',
  paid: 'paid offer',
}

/** `1 intern and 14 volunteers` */
function kindsText(kinds: BlockedCount['kinds']): string {
  const order = ['volunteer', 'intern', 'barter', 'paid'] as const
  const texts = order.flatMap((kind) => {
    const count = kinds[kind]
    return count === 0 ? [] : [`${numberText(count)} ${ONE[kind]}${count === 1 ? '' : 's'}`]
  })
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
}

function numberText(count: number): string {
  return count.toLocaleString('en')
}

const ORGANIZATIONS = {
  nonprofit: 'nonprofits',
  small_business: 'small businesses',
  solopreneur: 'solopreneurs',
} as const

/** The rest of a sentence about as many offers. */
function offersBut({ code, count }: BlockedCount, { need, organization }: NeedRecord): string {
  const [are, have] = count === 1 ? ['is', 'has'] : ['are', 'have']
  const kind = ORGANIZATIONS[organization.kind]
  const texts: Readonly<Record<GateCode, string>> = {
    kind_not_accepted: 'the need does not accept this kind of help',
    volunteer_for_profit: `${are} not open to ${kind}: volunteers help nonprofits only, unless their offer says otherwise`,
    not_open_to_organization: `${are} not open to ${kind}`,
    not_visible: 'the need is visible only to you',
    modality_differs:
      need.modality === 'remote'
        ? `${are} on site only, and the work is remote`
        : `${are} remote only, and the work is on site`,
    place_unknown: `${are} at an unknown distance`,
    place_out_of_reach: `${are} too far away`,
    no_shared_language: `${have} no language in common with the organization`,
    dates_do_not_overlap: `${are} not available on the dates of the need`,
    deadline_passed: 'the deadline of the need has passed',
    too_few_hours: `${have} too few hours a week`,
    must_skill_missing: `${have} not listed a skill that the need requires`,
    requirement_not_held: `${have} no proof that the need requires, such as a licence or a background check`,
    over_budget: `${are} more than 15 % above the budget`,
    paid_only: `${are} for paid work only, and the need has no budget`,
    below_pay_floor: `${are} below the lowest fair pay`,
    ...NEVER_COUNTED,
  }
  return texts[code]
}

function needsBut({ code, count }: BlockedCount, { offer }: OfferRecord): string {
  const [are, have, doing] = count === 1 ? ['is', 'has', 'does'] : ['are', 'have', 'do']
  const texts: Readonly<Record<GateCode, string>> = {
    kind_not_accepted: `${doing} not accept this kind of help`,
    volunteer_for_profit: `${are} for a business that the offer is not open to: volunteers help nonprofits only, unless their offer says otherwise`,
    not_open_to_organization: `${are} for an organization that the offer is not open to`,
    not_visible: 'the offer is visible only to you',
    modality_differs:
      offer.modality === 'remote'
        ? `${are} on site only, and the offer is remote`
        : `${are} remote only, and the offer is on site`,
    place_unknown: `${are} at an unknown distance`,
    place_out_of_reach: `${are} too far away`,
    no_shared_language: `${have} no language in common with the helper`,
    dates_do_not_overlap: `${are} not on the dates of the offer`,
    deadline_passed: `${are} past the deadline`,
    too_few_hours: `${have} more hours a week than the offer can give`,
    must_skill_missing: `${have} a required skill that the offer does not list`,
    requirement_not_held: `${have} a requirement that the helper does not meet, such as a licence or a background check`,
    over_budget: `${have} a budget that the rate exceeds by more than 15 %`,
    paid_only: `${have} no budget, and the intern may only take paid work`,
    below_pay_floor: 'the rate is below the lowest fair pay',
    ...NEVER_COUNTED,
  }
  return texts[code]
}

/** Left out of every count. */
const NEVER_COUNTED = {
  blocked: 'kept apart',
  declined: 'declined before',
  nothing_in_common: 'nothing in common',
} as const

import { type Message, message } from '../../shared/messages/index.ts'
import { hoursLeftOf } from './capacity.ts'
import { addDays } from './dates.ts'
import type { ExplainedPair } from './explained-pair.ts'
import type { NoticeCode } from './explanation.ts'
import { sharedHoursADay } from './factors/place.ts'
import { helperReturn } from './factors/return.ts'
import { isVolunteerForProfit } from './gates/parties.ts'
import { type BudgetComparison, compareWithBudget, compareWithFloor, shareAbove } from './pay.ts'
import type { MarketOffer } from './postings.ts'
import { postedName } from './skill-name.ts'
import { CREDENTIAL_HORIZON_DAYS, FEW_HOURS_LEFT_SHARE, FEW_SHARED_HOURS_A_DAY } from './weights.ts'

interface Notice {
  code: NoticeCode
  detail: Message
}

/** Returns what both sides should know before they agree. Notices block nothing. */
export function noticesOf(pair: ExplainedPair): Notice[] {
  return [
    ...aboutUnpaidWork(pair),
    ...aboutReturn(pair),
    ...aboutBudget(pair),
    ...aboutPayFloor(pair),
    ...aboutCredentials(pair),
    ...aboutTimeZones(pair),
    ...aboutHoursLeft(pair),
    ...aboutHybridWork(pair),
    ...aboutUnknownSkills(pair),
  ]
}

function aboutUnpaidWork({ need, offer }: ExplainedPair): Notice[] {
  const { terms } = offer
  const notices: Notice[] = []
  const { organizationKind: organization } = need
  if (isVolunteerForProfit(need, offer) && offer.openTo.includes(need.organizationKind)) {
    const detail = message('volunteering_for_business', { organization })
    notices.push({ code: 'volunteer_for_profit', detail })
  }
  if (terms.kind !== 'intern') return notices
  if (!terms.stipend && need.organizationKind !== 'nonprofit') {
    notices.push({ code: 'unpaid_intern_for_profit', detail: message('unpaid_intern_at_business') })
  }
  if (terms.creditRequired) {
    const detail = message('credit_required', { hours: terms.hoursRequired || null })
    notices.push({ code: 'credit_required', detail })
  }
  return notices
}

/** If the need gives nothing that the helper wants, they must agree on something else. */
function aboutReturn(pair: ExplainedPair): Notice[] {
  const { terms } = pair.offer
  if (terms.kind !== 'barter' || terms.wants.length === 0 || helperReturn.forOffer(pair.pair) > 0) return []
  const detail = message('nothing_to_give', { skills: terms.wants.map(postedName) })
  return [{ code: 'nothing_to_give', detail }]
}

function aboutBudget({ need, offer }: ExplainedPair): Notice[] {
  if (offer.terms.kind !== 'paid') return []
  const compared = compareWithBudget(need, offer.terms)
  switch (compared.status) {
    case 'no_budget':
      return [{ code: 'budget_missing', detail: message('budget_missing') }]
    case 'currency_differs': {
      const values = { budget: need.budget?.currency ?? '', rate: offer.terms.rate.currency }
      return [{ code: 'currency_differs', detail: message('currencies_differ', values) }]
    }
    case 'not_comparable': {
      return [{ code: 'budget_not_compared', detail: message('budget_not_compared') }]
    }
    case 'compared':
      return aboveBudget(compared, offer.terms.rate.currency)
  }
}

function aboveBudget(
  compared: Extract<BudgetComparison, { status: 'compared' }>,
  currency: string,
): Notice[] {
  const { costMinor, budgetMinor, unit } = compared
  if (costMinor <= budgetMinor) return []
  const detail = message('above_budget', {
    cost: { amountMinor: Math.ceil(costMinor), currency },
    unit,
    budget: { amountMinor: budgetMinor, currency },
    share: shareAbove(compared),
  })
  return [{ code: 'above_budget', detail }]
}

function aboutPayFloor({ offer, context }: ExplainedPair): Notice[] {
  const compared = compareWithFloor(offer, context.market.compiler.payFloors)
  if (compared.status === 'unknown') {
    const detail = message('pay_floor_unknown', { country: offer.place?.country ?? null })
    return [{ code: 'pay_floor_unknown', detail }]
  }
  if (compared.status !== 'not_compared') return []
  const because = offer.terms.kind === 'paid' && offer.terms.unit === 'project' ? 'project' : 'currency'
  const detail = message('pay_floor_not_compared', { country: compared.floor.country, because })
  return [{ code: 'pay_floor_not_compared', detail }]
}

function aboutCredentials(pair: ExplainedPair): Notice[] {
  const end = pair.endsOn ?? addDays(pair.startsOn, CREDENTIAL_HORIZON_DAYS)
  const notices = pair.need.requires.flatMap((requirement) => {
    const until = lastDayOf(pair.offer, requirement)
    if (until === null || until < pair.startsOn || until >= end) return []
    const detail = message('credential_expires', { requirement, day: until })
    return [{ code: 'credential_expires' as const, detail }]
  })
  if (notices.length === 0 || pair.pair.isOfOnePartner) return notices
  // Which credential expires, and when, is known only to the helper's own partner.
  return [{ code: 'credential_expires', detail: message('some_credential_expires') }]
}

/** Returns the last day on which a credential meets the requirement; null if one never expires or there is none. */
function lastDayOf({ credentials }: MarketOffer, requirement: string): string | null {
  const ends = credentials.filter((held) => held.requirement === requirement).map((held) => held.validUntil)
  if (ends.includes(null)) return null
  return ends.reduce((last, end) => (last === null || (end !== null && end > last) ? end : last), null)
}

function aboutTimeZones(pair: ExplainedPair): Notice[] {
  if (!pair.pair.worksRemotely) return []
  const hours = sharedHoursADay(pair)
  if (hours >= FEW_SHARED_HOURS_A_DAY) return []
  return [{ code: 'time_zones_far_apart', detail: message('few_hours_shared', { hours }) }]
}

/**
 * Reports that other work leaves the offer no more hours than the need takes or, if the need states none, few of its
 * own. A need that has only sessions takes no weekly hours.
 */
function aboutHoursLeft({ need, offer }: ExplainedPair): Notice[] {
  const left = hoursLeftOf(offer)
  const offered = offer.hoursPerWeek
  if (left === null || offered === null || left >= offered || left <= 0) return []
  if (!need.hoursPerWeek && need.sessions?.length) return []
  if (left > (need.hoursPerWeek ?? offered * FEW_HOURS_LEFT_SHARE)) return []
  return [{ code: 'few_hours_left', detail: message('few_hours_left', { left, offered }) }]
}

function aboutHybridWork({ need, offer }: ExplainedPair): Notice[] {
  if (need.modality !== 'hybrid' || offer.modality !== 'remote') return []
  return [{ code: 'remote_helper_for_hybrid_work', detail: message('remote_helper_for_hybrid_work') }]
}

function aboutUnknownSkills({ need, offer }: ExplainedPair): Notice[] {
  const unknown = [...need.skills, ...offer.skills].filter((one) => one.skill.startsWith('~'))
  if (unknown.length === 0) return []
  const skills = [...new Set(unknown.map(postedName))]
  return [{ code: 'skill_not_in_taxonomy', detail: message('skills_unknown', { skills }) }]
}
